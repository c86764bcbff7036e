import { cliVi } from './cli-vi.ts';
import { crawlVi } from './crawl-vi.ts';
import { dataVi } from './data-vi.ts';
import { draftsVi } from './drafts-vi.ts';
import type { en } from './en.ts';
import { pagesVi } from './pages-vi.ts';
import { reviewVi } from './review-vi.ts';

export const vi: Record<keyof typeof en, string> = {
  ...cliVi,
  ...dataVi,
  ...draftsVi,
  ...pagesVi,
  ...crawlVi,
  ...reviewVi,
  'page/too-large':
    'Trang có hơn {tags} thẻ, {letters} chữ cái hoặc {chars} ký tự mã nguồn: không tìm bài viết trong đó, toàn bộ văn bản được giữ nguyên.',
  'page/too-large.hint': 'Hãy xử lý từng bài đã ghép thành trang này, hoặc chia nhỏ trang.',
  'page/cut': 'Trang bị đứt: dữ liệu kết thúc quá sớm, phần còn lại đã mất.',
  'page/cut.hint': 'Hãy tìm bản lưu khác của trang, hoặc tải lại trang.',
  'page/redirect': 'Trang chỉ chuyển người đọc sang trang khác: {url}.',
  'page/redirect.hint': 'Hãy làm sạch trang được chuyển tới; trang này không có bài viết.',
  'page/frames': 'Trang dùng khung để hiện trang khác: {frames}.',
  'page/frames.hint': 'Hãy làm sạch các trang nằm trong khung; bài viết ở một trong số đó.',
  'page/checksum': 'Mã kiểm tra của trang nén không khớp: vài chữ trong đó có thể đã sai.',
  'page/checksum.hint': 'Hãy so bài viết với trang trong trình duyệt, hoặc tìm bản lưu khác của trang.',
  'page/not-corrected': 'Văn bản dài hơn {limit} chữ cái nên không được sửa lỗi.',
  'page/not-corrected.hint': 'Hãy lưu văn bản ra tệp rồi sửa bằng sach fix, hoặc chia nhỏ trang.',
  'markup/too-deep': 'Các thẻ lồng nhau sâu hơn {limit} tầng; đã bỏ {tags} thẻ, giữ nguyên chữ bên trong.',
  'markup/too-many-attributes': 'Có thẻ mang hơn {limit} thuộc tính; các thuộc tính còn lại đã bị bỏ.',
  'markup/too-deep.hint': 'Hãy so với trang trong trình duyệt; các bảng, khung có thể dính vào nhau ở chỗ bỏ thẻ.',
  'markup/self-closed':
    'Các thẻ như <script/> được đọc là đã đóng, theo XHTML; đọc theo HTML thì chúng che mất {count} chữ, gần hết trang.',
  'markup/self-closed.hint': 'Không cần làm gì; trình duyệt hiện trang này thành trang trống.',
  'markup/unclosed': '{what} mở ở đây mà không đóng; {count} ký tự mã nguồn phía sau không được đọc thành văn bản.',
  'markup/unclosed.hint': 'Hãy đóng nó trong trang, hoặc tìm bản lưu khác: bản này có thể bị đứt.',
  'reason/comment': 'Chú thích <!--',
  'reason/quote': 'Dấu nháy trong thẻ',
  'markup/unclosed-formatting':
    'Các thẻ định dạng không đóng sẽ phải mở lại quá {limit} lần; đã bỏ hết các thẻ ấy, giữ nguyên chữ.',
  'error/cannot-read': '{source}: không đọc được ({reason}).',
  'error/cannot-read.hint': 'Hãy kiểm tra đường dẫn và quyền truy cập.',
  'encoding/declared-unknown': 'Trang khai báo một bảng mã không có thật: {declared}.',
  'encoding/lost-letters': '{count} chữ đã mất từ trước khi trang được lưu; vẫn giữ nguyên ký hiệu �.',
  'encoding/lost-letters.hint': 'Hãy tìm bản lưu khác của trang; chữ đã mất không còn trong bản này.',
  'encoding/declared-wrong': 'Trang khai báo {declared} nhưng thực ra dùng {name}.',
  'encoding/forced-wrong':
    'Văn bản được đọc bằng bảng mã {name} theo yêu cầu, nhưng thực ra là tiếng Việt ở dạng UTF-8: chữ có thể đã hỏng.',
  'encoding/forced-wrong.hint': 'Hãy bỏ --encoding (và mục encoding trong cấu hình): UTF-8 được tự nhận ra.',
  'encoding/mixed': 'Một phần của trang dùng bảng mã {name}.',
  'encoding/repaired': 'Đã sửa chữ bị hỏng ({repair}, {count} chỗ).',
  'encoding/private-use': '{count} ký tự thuộc phông riêng, không đọc được.',
  'encoding/binary': 'Đây là tệp nhị phân ({kind}), không phải văn bản.',
  'error/unknown-encoding': 'Không có bảng mã nào tên là “{name}”.',
  'error/unknown-encoding.hint':
    'Hãy dùng một tên như utf-8, tcvn3, vni, viscii, vps, viqr hoặc windows-1258, hoặc bỏ tùy chọn này.',
};
