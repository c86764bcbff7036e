import { cliVi } from './cli-vi.ts';
import { draftsVi } from './drafts-vi.ts';
import type { en } from './en.ts';
import { pagesVi } from './pages-vi.ts';

export const vi: Record<keyof typeof en, string> = {
  ...cliVi,
  ...draftsVi,
  ...pagesVi,
  'page/too-large': 'Trang dài hơn {limit} chữ cái; phần còn lại không được đọc.',
  'markup/too-deep': 'Các thẻ lồng nhau sâu hơn {limit} tầng; đã bỏ {tags} thẻ, giữ nguyên chữ bên trong.',
  'markup/too-many-attributes': 'Có thẻ mang hơn {limit} thuộc tính; các thuộc tính còn lại đã bị bỏ.',
  'markup/too-many-tags': 'Trang có hơn {limit} thẻ; phần còn lại không được đọc.',
  'error/cannot-read': '{source}: không đọc được ({reason}).',
  'error/cannot-read.hint': 'Hãy kiểm tra đường dẫn và quyền truy cập.',
  'error/fetch-failed': '{url}: không tải được ({reason}).',
  'error/fetch-failed.hint': 'Hãy kiểm tra địa chỉ và mở thử bằng trình duyệt xem trang còn hoạt động không.',
  'error/fetch-private': '{url}: {host} nằm ở địa chỉ nội bộ {address}.',
  'error/fetch-private.hint': 'Hãy thêm --allow-private nếu thật sự muốn đọc trang trong mạng nội bộ.',
  'error/fetch-redirects': '{url}: bị chuyển hướng mãi không dứt ({reason}).',
  'error/fetch-redirects.hint': 'Hãy mở địa chỉ bằng trình duyệt rồi dùng địa chỉ cuối cùng.',
  'error/fetch-status': '{url}: máy chủ trả lời {status}.',
  'error/fetch-status.hint': 'Hãy kiểm tra địa chỉ; trang đã mất có thể vẫn còn trong một kho lưu trữ web.',
  'error/fetch-timeout': '{url}: không nhận đủ câu trả lời trong {seconds} giây.',
  'error/fetch-timeout.hint': 'Hãy thử lại sau; trang có thể đang chậm hoặc ngừng hoạt động.',
  'error/fetch-too-large': '{url}: lớn hơn {limit} byte.',
  'error/fetch-too-large.hint': 'Hãy tải bằng chương trình khác rồi đưa tệp cho sach.',
  'encoding/declared-unknown': 'Trang khai báo một bảng mã không có thật: {declared}.',
  'encoding/lost-letters': '{count} chữ đã mất từ trước khi trang được lưu; vẫn giữ nguyên ký hiệu �.',
  'encoding/declared-wrong': 'Trang khai báo {declared} nhưng thực ra dùng {name}.',
  'encoding/mixed': 'Một phần của trang dùng bảng mã {name}.',
  'encoding/repaired': 'Đã sửa chữ bị hỏng ({repair}, {count} chỗ).',
  'encoding/private-use': '{count} ký tự thuộc phông riêng, không đọc được.',
  'encoding/binary': 'Đây là tệp nhị phân ({kind}), không phải văn bản.',
  'error/unknown-encoding': 'Không có bảng mã nào tên là “{name}”.',
  'error/unknown-encoding.hint':
    'Hãy dùng một tên như utf-8, tcvn3, vni, viscii, vps, viqr hoặc windows-1258, hoặc bỏ tùy chọn này.',
};
