/**
 * What a page without an article says of itself, in whole lines. Portals word it in a hundred ways; what they share is
 * whom they speak to (“you”, “this page”) and what they ask for. Unlike junk these lines are never cut out of a text: in an
 * article about such a page they are what it is about.
 */
import type { RuleInfo } from '../../model/index.ts';

export interface Statement extends RuleInfo {
  readonly id: `page/${string}`;
  /** A message id without its family, as in `Verdict`. */
  readonly reason: 'not-found' | 'login-wall' | 'maintenance' | 'no-content-yet' | 'server-error' | 'database-error';
  /** Written without `^` and `$`: it is held against the whole line. */
  readonly text: RegExp;
  /** Lines that say it. */
  readonly says: readonly string[];
  /** Lines that only sound like it. */
  readonly keeps: readonly string[];
}

export const statements: readonly Statement[] = [
  {
    id: 'page/gone',
    reason: 'not-found',
    text: /(?:(?:Rất tiếc|Xin lỗi|Thông báo|Lỗi(?: 404)?|404)[,!:.]{0,3} ?)?(?:(?:Trang(?: web)?|Bài(?: viết)?|Nội dung|Đường (?:dẫn|link)|Liên kết|Tin(?: bài| tức)?|Địa chỉ|Văn bản|Chuyên mục|Thông tin|Tài liệu|Link)(?: (?:này|mà|bạn|quý (?:vị|khách|độc giả)|được yêu cầu|yêu cầu|vừa|đang tìm|cần tìm)(?: [^.!?]{1,50})?)? (?:hiện )?(?:không (?:còn )?(?:tồn tại|khả dụng|hợp lệ|có (?:ở đây|trên hệ thống))|không (?:được )?tìm thấy|đã (?:bị |được )?(?:xóa|xoá|gỡ|di chuyển|hết hạn))|(?:(?:Chúng tôi|Hệ thống) )?không (?:thể )?tìm thấy (?:trang|bài|nội dung|đường dẫn|địa chỉ|liên kết|thông tin|tin|tài liệu|văn bản)(?: viết| web)?(?: (?:này|mà|bạn|quý|theo|được|yêu cầu)(?: [^.!?]{1,60})?)?)(?:,? (?:hoặc|hay|hoặc có thể|trên|trong|do|vì|có thể|nữa)(?: [^.!?]{1,80})?)?[.!]{0,3}(?: (?:Vui lòng|Xin|Mời|Hãy|Có thể|Bạn|Quý|(?:Trang|Bài(?: viết)?|Nội dung|Liên kết) (?:này )?(?:có thể|có lẽ|đã)) .{1,160})?/u,
    why: 'Portals answer 200 with a sentence of their own where the article was.',
    source: 'Not-found pages of newspapers, NukeViet and portals of local make',
    says: [
      'Rất tiếc, bài viết bạn yêu cầu không tồn tại hoặc đã bị xoá.',
      'Xin lỗi, chúng tôi không tìm thấy trang mà bạn yêu cầu!',
      'Liên kết quý vị vừa truy cập đã hết hạn. Vui lòng quay lại trang chủ.',
      'Không tìm thấy trang bạn yêu cầu. Trang này có thể đã được chuyển sang chuyên mục khác.',
    ],
    keeps: [
      'Trang bị lũ cuốn, nay không còn tồn tại trên bản đồ của huyện.',
      'Bài thơ này không còn tồn tại bản chép tay nào.',
      'Chúng tôi không tìm thấy tin vui nào hơn thế.',
    ],
  },
  {
    id: 'page/refused',
    reason: 'login-wall',
    text: /(?!.{0,200}(?:bình luận|nhận xét|phản hồi|bình chọn|đánh giá|góp ý|ý kiến))(?:(?:Rất tiếc|Xin lỗi|Thông báo)[,!:.]{0,3} ?)?(?:(?:Bạn|Quý (?:vị|khách|độc giả)|Tài khoản(?: này| của bạn)?|Người dùng)(?: hiện)? (?:không (?:có|đủ) quyền|không được (?:phép|quyền)|chưa (?:đăng nhập|được (?:cấp|phân) quyền))(?: .{1,100})?|(?:Để [^.!?,]{3,60},? ?)?(?:vui lòng|xin vui lòng|xin mời|mời|hãy|(?:bạn|quý (?:vị|khách|độc giả)|thành viên) (?:cần|phải|vui lòng|hãy))(?: phải)? đăng nhập(?: .{1,200})?|Phiên (?:làm việc|đăng nhập)(?: của (?:bạn|quý vị))? đã (?:hết hạn|kết thúc|hết hiệu lực)(?:[ ,.].{1,160})?|(?:Trang|Nội dung|Bài viết|Chuyên mục|Tài liệu|Mục|Khu vực)(?: này)? (?:chỉ dành cho|yêu cầu (?:phải )?đăng nhập|cần đăng nhập)(?: .{1,100})?)[.!]{0,3}/u,
    why: 'What is kept for members is answered with a refusal and a form, and the rules of the house beside them.',
    source: 'NukeViet, vBulletin and intranets on SharePoint',
    says: [
      'Bạn không có quyền truy cập nội dung này.',
      'Để xem bài viết, vui lòng đăng nhập bằng tài khoản thành viên.',
      'Chuyên mục này chỉ dành cho cán bộ của ngành.',
      'Phiên làm việc đã hết hạn. Vui lòng đăng nhập lại.',
    ],
    keeps: [
      'Vui lòng đăng nhập để bình luận.',
      'Phiên làm việc buổi chiều đã kết thúc lúc 17 giờ.',
      'Từ tháng sau, phụ huynh phải đăng nhập bằng số điện thoại.',
      'Người dân không có quyền lấn chiếm lòng đường.',
    ],
  },
  {
    id: 'page/to-come',
    reason: 'no-content-yet',
    text: /(?:(?:Nội dung|Trang(?: web| tin)?|Website|Chuyên mục|Mục|Bài viết|Thông tin|Dữ liệu|Phần|Chức năng)(?: này| trang này)?(?: hiện(?: nay| tại)?)? (?:đang|chưa)(?: được| trong(?: quá trình| giai đoạn| thời gian)?)? (?:xây dựng|cập nhật|hoàn thiện|biên (?:tập|soạn)|phát triển)(?: nội dung| dữ liệu| thông tin)?|(?:Hiện )?chưa có (?:nội dung|bài viết|tin|thông tin|dữ liệu)(?: nào)?(?: trong (?:chuyên )?mục này| để hiển thị)?)(?:[.,;!…]{1,3} ?(?:(?:xin|kính|rất|vui|mong|mời|hẹn)(?: \p{L}{1,7}){0,2} )?(?:bạn|quý (?:vị|khách|độc giả)|quay lại|trở lại|thông cảm).{0,100})?[.!…]{0,3}/u,
    why: 'Pages that a menu leads to before anybody wrote them say that they will be written.',
    source: 'Introductions and categories of communal portals',
    says: [
      'Nội dung đang được xây dựng, mời bạn quay lại sau.',
      'Chuyên mục này hiện đang trong quá trình cập nhật. Mong quý vị thông cảm!',
      'Chưa có bài viết nào trong mục này',
    ],
    keeps: [
      'Trang trại đang được xây dựng ở đầu xã, dự kiến xong trước Tết.',
      'Nội dung đang được xây dựng gồm ba phần, do phòng tư pháp chủ trì.',
      'Chưa có thông tin về thiệt hại ở hai bản giáp biên.',
    ],
  },
  {
    id: 'page/maintenance',
    reason: 'maintenance',
    text: /(?:(?:Rất tiếc|Xin lỗi|Thông báo|(?:Vì|Do) lý do kỹ thuật)[,!:.]{0,3} ?)?(?:Hệ thống|Website|Trang (?:web|thông tin điện tử|này)|Cổng thông tin(?: điện tử)?|Máy chủ|Chức năng(?: này)?|Chúng tôi) (?:hiện )?(?:đang|tạm (?:ngừng|ngưng|dừng)(?: hoạt động| phục vụ)? để) (?:được |trong quá trình |tiến hành )?(?:bảo trì|nâng cấp|bảo dưỡng)(?:(?:,| và|,? hoặc|\/) ?(?:bảo trì|nâng cấp|bảo dưỡng))?(?: (?:hệ thống|định kỳ|máy chủ|website))?(?:[.,;!…]{1,3} ?(?:(?:thành thật |chân thành )?(?:xin|kính|rất|vui|mong|mời|hẹn)(?: \p{L}{1,7}){0,2} )?(?:bạn|quý (?:vị|khách|độc giả)|quay lại|trở lại|thông cảm).{0,100})?[.!…]{0,3}/u,
    why: 'While the news module is worked on, a portal answers every article with a notice and its usual boxes.',
    source: 'Portals on ASP.NET and NukeViet (site_disable)',
    says: [
      'HỆ THỐNG ĐANG ĐƯỢC BẢO TRÌ, NÂNG CẤP',
      'Website đang bảo trì, mong quý vị quay lại sau.',
      'Vì lý do kỹ thuật, website tạm ngưng hoạt động để nâng cấp hệ thống. Thành thật xin lỗi quý khách!',
      'Cổng thông tin điện tử hiện đang tiến hành nâng cấp hệ thống.',
    ],
    keeps: [
      'Hệ thống đang được nâng cấp từ 2 lên 4 làn xe.',
      'Trang web đang bảo trì thì tin tặc vào, giám đốc sở cho biết.',
      'Chúng tôi đang nâng cấp nhà văn hóa thôn.',
    ],
  },
  {
    id: 'page/no-database',
    reason: 'database-error',
    text: /(?:Lỗi|Xin lỗi|Rất tiếc|Thông báo)?[,!:.]{0,3} ?(?:Hệ thống |Máy chủ |Website )?(?:hiện )?không (?:thể )?kết nối (?:được )?(?:với |tới |đến |vào )?(?:cơ sở dữ liệu|CSDL|database|máy chủ(?: (?:dữ liệu|CSDL|SQL|MySQL))?)(?:[.,!]{1,3} ?(?:(?:Xin|Mời|Vui lòng|Mong|Đề nghị) .{1,120})?)?[.!…]{0,3}/u,
    why: 'Programmers of small portals translated what their page says when the database does not answer.',
    source: 'Portals on classic ASP and PHP',
    says: ['Không kết nối được với cơ sở dữ liệu. Xin quý vị quay lại sau ít phút.', 'Lỗi: Không thể kết nối CSDL!'],
    keeps: [
      'Không kết nối được với cơ sở dữ liệu dân cư nên phường phải làm tay.',
      'Cả buổi sáng không kết nối được máy chủ, chị kể.',
    ],
  },
  {
    id: 'page/lost',
    reason: 'not-found',
    text: /(?:Ối|Ôi|Oops)!? ?(?:Trang (?:này|đó|bạn tìm) )?(?:không (?:thể )?(?:được )?tìm thấy|That page can[’']t be found)(?: ở đây)?[.!]{0,3}|(?:Có vẻ như|Dường như) (?:chúng tôi |chúng ta )?không (?:thể )?(?:tìm (?:thấy|được)|có gì được tìm thấy)(?: (?:cái|những gì|thứ|nội dung|trang))?(?: (?:mà )?bạn (?:đang )?(?:muốn|tìm|cần|yêu cầu)(?: kiếm)?| (?:ở|tại) (?:đây|vị trí này))?[.!](?: (?:Có lẽ|Có thể|Hãy|Bạn) .{1,200})?|It (?:seems|looks like) (?:we can[’']t find what you[’']re looking for|nothing was found at this location)\.(?: (?:Perhaps|Maybe) .{1,200})?|(?:Không thể truy cập trang được yêu cầu|Bạn không thể truy cập trang này (?:do|vì)|The requested page can(?:[’']t|not) be found|You may not be able to visit this page because of)[:.]?.{0,80}/u,
    why: 'WordPress and Joomla apologise in the words of their translators, with a search and all widgets beneath.',
    source: '404.php of the yearly themes of WordPress, error.php of Joomla, and their Vietnamese language files',
    says: [
      'Có vẻ như chúng tôi không tìm được cái mà bạn muốn. Có lẽ việc tìm kiếm sẽ giúp ích.',
      'Oops! That page can’t be found.',
      'Có vẻ như không có gì được tìm thấy ở vị trí này.',
      'Bạn không thể truy cập trang này do:',
    ],
    keeps: [
      'Có vẻ như chúng tôi không tìm được tiếng nói chung, anh kể.',
      'Dường như không tìm thấy dấu vết nào của chiếc xuồng.',
      'Bạn không thể truy cập trang này bằng điện thoại đời cũ, theo hướng dẫn của Sở.',
    ],
  },
  {
    id: 'page/query-failed',
    reason: 'database-error',
    text: /[^:]{0,40}: ?(?:You have an error in your SQL syntax;|Unknown column '|Table '[^']{1,80}' doesn't exist|Unknown database '|ORA-\d{5}:).{0,500}/u,
    why: 'Pages of local make put a word of their own before what the database said.',
    source: 'die("Lỗi truy vấn: " . mysql_error())',
    says: [
      "Lỗi truy vấn: You have an error in your SQL syntax; check the manual near 'AND tt=1'",
      "Không lấy được tin: Table 'db.tin' doesn't exist",
    ],
    keeps: ['Khi thiếu dấu nháy, máy báo You have an error in your SQL syntax; các em hãy đọc kỹ phần sau.'],
  },
];

const wholes = statements.map(({ reason, text }) => ({ reason, whole: new RegExp(`^(?:${text.source})$`, 'iu') }));
/** A longer line says more than that there is nothing. */
const maxLetters = 600;

/** The reason that a line gives for the article's absence. */
export const reasonSaid = (text: string): Statement['reason'] | undefined =>
  text.length > maxLetters ? undefined : wholes.find(({ whole }) => whole.test(text))?.reason;

/** What stands over such a sentence: an apology, or the name of the failure. */
export const apology =
  /^(?:rất tiếc|xin lỗi|oops|lỗi|thông báo(?: (?:lỗi|từ hệ thống|hệ thống))?|error|sorry|(?:lỗi |error )?404.{0,40})[\s.,!:…]{0,4}$/iu;

/** The head of a list of results; “Kết quả tìm kiếm nạn nhân” is news. */
export const searchHeading =
  /^(?:(?:kết quả tìm kiếm|search results?)(?: ?:.{0,80}| (?:cho|với|theo|for) .{1,80}| ?["“'‘].{1,80})?|(?:(?:đã |có )?tìm (?:thấy|được) )(?:tổng (?:số|cộng) )?\d[\d.,]{0,8} (?:kết quả|bản ghi|bài viết|tin|văn bản)(?: .{1,120})?|(?:có )?(?:tổng (?:số|cộng):? )?(?:tìm thấy )?\d[\d.,]{0,8} kết quả(?: (?:được tìm thấy|phù hợp))?(?: (?:cho|với|theo|chứa) .{1,120})?)[\s.:]{0,3}$/iu;
