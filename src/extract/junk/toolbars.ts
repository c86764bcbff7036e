import type { JunkRule } from './rule.ts';

/** What a button beside an article says. */
export const tool = String.raw`(?:In (?:bài(?: viết| này)?|tin(?: này)?|trang(?: này)?|ấn)|Bản in|Gửi (?:e-?mail|mail|tới bạn|bạn bè|cho bạn bè|bài viết|phản hồi|ý kiến)|Quay (?:lại|về)(?: trang trước)?|Về (?:đầu trang|trang trước)|Lên đầu trang|Trở (?:về|lại)(?: trang trước)?|Xem cỡ chữ:?|Cỡ chữ:?|Font:?|Lưu (?:bài này|bài viết|tin)|Ý kiến bạn đọc(?: \(\d{1,5}\))?|Chia sẻ(?: bài viết| (?:qua|lên) \w{3,13})?:?|Báo lỗi|Sao chép liên kết|Lấy link!?|Copy link|Print|Email|E-mail|Share(?: this| this article)?:?|Tweet|Facebook|Twitter|Zalo|Pinterest|LinkedIn|Google\+|Like|Thích|A[-+]|Đóng(?: lại)?|Link bài gốc|Thu nhỏ|Phóng to|Giảm cỡ chữ|Tăng cỡ chữ|Đọc to|Nghe)`;
/** What parts buttons of a row. */
export const between = '[ |·•/,-]{1,3}';

/** Buttons around an article: print, send, share, font size, back; menus and skip links. */
export const toolbars: readonly JunkRule[] = [
  {
    id: 'junk/toolbar',
    text: new RegExp(`(?:In${between})?${tool}(?:${between}(?:${tool}|In|Lưu|Liên kết)){0,11}`, 'u'),
    why: 'The row of buttons over or under an article is read as its first or last words.',
    source: 'Toolbars of DotNetNuke, SharePoint, Joomla and newspaper templates',
    drops: [
      'In bài viết',
      'Quay lại | Bản in | Font:',
      'In trang | Gửi email | Quay lại',
      'In Về đầu trang',
      'Chia sẻ:',
      '<p><a href="/in/7">Bản in</a> <a href="/tin/7">Liên kết</a> <a href="/luu/7">Lưu</a></p>',
    ],
    keeps: [
      'Chia sẻ: đó là điều các em học được sau chuyến đi.',
      'Bà con bảo nhau quay lại ruộng bậc thang.',
      'Liên kết',
      'Lưu',
      'In',
      'Bản in thử đã được gửi về tòa soạn.',
    ],
  },
  {
    id: 'junk/menu',
    needs: { control: true },
    text: /(?:(?:Toggle navigation|Menu|Trang chủ|Trang nhất|Đăng nhập|Đăng ký|Đăng xuất|Tìm kiếm|Sơ đồ (?:site|cổng|trang|website)|RSS|English|Tiếng Việt|Liên hệ|Góp ý|Hỏi đáp|Giới thiệu|Home|Login|Search|Sitemap|Thư điện tử|Previous(?: image)?|Next(?: image)?|Start|End|Prev|Trang (?:sau|trước)|Đầu|Cuối|Tiếp)(?:[ |·•»>/-]{1,3}|$)){1,12}/u,
    why: 'Words of the menu are everyday words: only as links or items are they the menu.',
    source: 'Menus of Vietnamese portals',
    drops: [
      '<ul><li><a href="/">Trang chủ</a></li></ul>',
      '<a href="/lienhe">Liên hệ</a>',
      '<button>Toggle navigation</button>',
    ],
    keeps: [
      '<p>Giới thiệu</p>',
      '<p>Hỏi đáp</p>',
      '<ul><li>Tìm kiếm nguồn nước cho thôn Đá Bạc là việc của cả mùa khô.</li></ul>',
    ],
  },
  {
    id: 'junk/pager',
    text: /(?:Page|Trang) \d{1,5} ?(?:of|\/|trên|trong(?: tổng)?(?: số)?) ?\d{1,5}|(?:\d{1,4} ){3,20}(?:\.\.\.|…|>>?|»|Next|Tiếp|Trang sau)(?: ?(?:Cuối|End|>>?|»))?/u,
    why: 'Lists print which of their pages one is on.',
    source: 'Joomla JLIB_HTML_PAGE_CURRENT_OF_TOTAL',
    drops: ['Page 3 of 104', 'Trang 2/15', '1 2 3 4 5 …'],
    keeps: ['Xem chi tiết ở Trang 2/15 của báo cáo kèm theo.', '1 2 3 4 5'],
  },
  {
    id: 'junk/slide-number',
    needs: { picture: true },
    text: /\d{1,3} ?\/ ?\d{1,3}/u,
    why: 'A story in pictures numbers them; the number stands where the caption is looked for.',
    source: 'Slick and Swiper galleries of Vietnamese newspapers',
    drops: ['<div><img src="/ghe.jpg"></div><div><span>1/7</span><p>Ghe vào bến từ tinh mơ.</p></div>'],
    keeps: [
      '<p>1/7</p><p>Xã phát giống lúa mới cho các tổ.</p>',
      '<div><img src="/lua.jpg"></div><p>Bà con gieo mạ.</p><p>2/7</p>',
      '<div><img src="/dinh.jpg"></div><p>Hội làng sáng 1/7 ở sân đình</p>',
    ],
  },
  {
    id: 'junk/more',
    needs: { control: true },
    text: /(?:Xem|Đọc) (?:chi tiết|thêm|tiếp)(?: (?:tại đây|tại|ở đây|bài viết|nội dung))?\.{0,3}|Chi tiết(?: tại đây)?\.{0,3}|Tại đây\.?|(?:Click|Bấm|Nhấn) vào đây(?: để (?:xem|tải|đọc)(?: chi tiết| thêm| về)?)?\.{0,3}|Read more(?: \.\.\.)?|Continue reading|Xem (?:tất cả|toàn bộ)|(?:xem|tải) (?:file|tệp|tập tin)/u,
    why: 'A teaser’s last link leads to the page one is on, or to nothing.',
    source: 'Web parts of provincial SharePoint portals',
    drops: ['<p>Xem chi tiết <a href="/tin/12.aspx">tại đây</a></p>', '<a href="#">Chi tiết</a>'],
    keeps: [
      '<p>Xem chi tiết</p>',
      '<p>Xem chi tiết <a href="/files/ke-hoach-12.pdf">tại đây</a></p>',
      '<p><a href="/ds">Mời bà con xem thêm tại đây danh sách các hộ được cấp giống</a></p>',
      '<p>Danh sách trúng tuyển đã niêm yết, mời bà con bấm <a href="/ds">vào đây để xem chi tiết</a> từng thôn.</p>',
    ],
  },
];
