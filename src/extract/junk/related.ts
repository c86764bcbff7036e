import type { JunkRule } from './rule.ts';

/** What stands over a list of other articles. */
export const relatedList: JunkRule = {
  id: 'junk/related',
  takes: 'list',
  needs: { links: true },
  text: /(?:(?:Các|Những|Một số) (?:tin|bài|bài viết|tin bài|tin tức)(?: bài)? (?:khác|đã đưa|liên quan|mới hơn|cũ hơn|mới(?: nhất)?|cũ|cùng (?:chuyên mục|chủ đề|loại)|đọc nhiều|trước(?: đó)?|tiếp(?: theo)?)|Tin (?:(?:tức|bài) )?(?:liên quan|đã đưa|khác|cùng (?:chuyên mục|loại|chủ đề)|mới(?: hơn| nhất)?|cũ hơn|nổi bật|đọc nhiều|tiếp theo|trước|nóng|xem nhiều)|(?:Các )?(?:[Vv]ăn bản|[Cc]ông văn|[Tt]hông báo|[Tt]ài liệu|[Qq]uyết định|[Cc]âu hỏi|[Pp]hóng sự(?: ảnh)?|[Aa]lbum|[Vv]ideo(?: clip)?|[Ss]ự kiện) (?:khác|cùng loại)|Bài (?:viết |tin )?(?:liên quan|khác|mới(?: nhất| hơn)?|cũ hơn|cùng chuyên mục|đọc nhiều|nổi bật)|Hiển thị tin liên quan|Cùng (?:chuyên mục|chủ đề)|Tham khảo thêm|Có thể bạn quan tâm|Bạn (?:có thể|đang) quan tâm|Đừng bỏ lỡ|Đọc nhiều(?: nhất)?|Xem (?:nhiều|thêm)|Đọc thêm|Mới nhất|Tin cùng mục|Dòng sự kiện|Văn bản (?:mới|liên quan)|Related(?: (?:articles|posts|news|stories|topics|content))?|(?:You )?(?:may|might) also like|More (?:from|in|on) .{2,40}|Recommended(?: for you)?|Read (?:also|next|more)|See also|Most read|Popular(?: posts)?|Mehr zum Thema|Lesen Sie auch|Auch interessant|相关(?:新闻|阅读|链接|文章))(?: trên [a-zà-ỹ][a-zà-ỹ ]{1,24})?(?: ?\(\d{1,3}\))?(?: ?>>?| ?»|\.\.\.|…)?/u,
  why: 'Portals print a list of other headlines under the last paragraph, newspapers also in mid-text.',
  source: 'Article templates of every family of Vietnamese portals seen',
  drops: [
    '<h4>Tin liên quan</h4><ul><li><a href="/a">Làng chài bên sông mở hội đua thuyền</a></li><li><a href="/b">Xã Đá Bạc trồng thêm ba hecta rừng</a></li></ul>',
    '<b>Công văn khác</b><ul><li><a href="/a">Về việc kiểm kê tài sản cuối năm học này</a></li></ul>',
    '<h3>Có thể bạn quan tâm</h3><div><h4><a href="/a">Làng chài bên sông mở hội đua thuyền</a></h4><p>Sáng mồng bốn, mười hai thuyền của bốn thôn đã tranh tài trên khúc sông trước đình, hai bên bờ đông nghịt...</p></div><div><h4><a href="/b">Xã Đá Bạc trồng thêm ba hecta rừng</a></h4><p>Đoàn viên cùng bà con góp công...</p></div>',
    '<p><b>CÁC TIN KHÁC:</b></p><p><a href="/a">Làng chài bên sông mở hội đua thuyền</a> (12/03/2018)</p>',
  ],
  keeps: [
    '<p><b>Tin khác:</b></p><p>Chiều qua, đội bóng của xã đã vào chung kết sau loạt luân lưu đầy kịch tính trên sân huyện.</p>',
    '<p>Đoàn đã xem các tin khác nhau về vụ việc ở ba địa chỉ sau.</p><ul><li><a href="/x">Trang của ủy ban nhân dân xã Đá Bạc</a></li></ul>',
    '<p>Văn bản khác:</p><p>Chiều qua xã đã ban hành quy chế mới về giờ làm việc của bộ phận tiếp dân.</p>',
    '<p>Tin liên quan:</p><ul><li><a href="/van-ban.pdf">Văn bản số 12 của ủy ban xã</a></li></ul>',
  ],
};

/** Lists of other articles, at the end or in the middle of the text. */
export const related: readonly JunkRule[] = [
  relatedList,
  {
    id: 'junk/related-inline',
    needs: { control: true },
    text: /(?:>>+|»|►|→|(?:Xem|Đọc) thêm(?::| ?>>)|Tin liên quan:|Xem tiếp:|Read (?:also|more):|Lesen Sie auch:|Mehr dazu:) ?.{12,200}/u,
    why: 'A single headline between two paragraphs leads to another article.',
    source: 'Newspaper templates, links in mid-body',
    drops: [
      '<p>&gt;&gt; <a href="/a">Làng chài bên sông mở hội đua thuyền</a></p>',
      '<div>Xem thêm &gt;&gt; <a href="/c">Cầu treo qua suối đã được sửa xong</a></div>',
      '<p><a href="/b">Xem thêm: Xã Đá Bạc trồng thêm ba hecta rừng</a></p>',
    ],
    keeps: [
      '<p><a href="/k">Bà kể, cháu đọc thêm: Truyện cổ tích của người vùng cao</a></p>',
      '<p>&gt;&gt; Bước 1: mở nắp máy và lau khô hai đầu dây</p>',
      '<p>Xem thêm: bà con có thể hỏi cán bộ thôn về <a href="/q">quy định</a> này.</p>',
    ],
  },
  {
    id: 'junk/related-unlinked',
    text: /(?:>{2,6}|»|►) ?(?:(?:Mời (?:bạn(?: đọc)? )?)?(?:[Xx]em|[Đđ]ọc) (?:thêm|tiếp|lại)|(?:Tin|Bài)(?: viết)? liên quan) ?:.{8,200}/u,
    why: 'A page that was copied keeps the words of such a headline without its link.',
    source: 'Provincial newspapers, text pasted from another site',
    drops: ['>> Xem thêm: Làng chài bên sông mở hội đua thuyền', '»Tin liên quan: Cầu treo qua suối đã được sửa xong'],
    keeps: [
      'Xem thêm: bà con có thể hỏi cán bộ thôn về quy định này.',
      '>> Xem thêm nước rồi mới bón phân đợt hai cho mạ',
      'Trên màn hình còn sót dòng >> Xem thêm: Làng chài bên sông mở hội đua thuyền',
    ],
  },
  {
    id: 'junk/series',
    takes: 'box',
    needs: { control: true, run: 2 },
    text: /(?:Kỳ|Bài|Phần|Tập) (?:\d{1,2}|cuối|[IVX]{1,4}) ?[:.–-] ?.{5,120}/u,
    why: 'A story in parts carries a box that leads to the others.',
    source: 'Newspapers, WordPress series',
    drops: [
      '<div><a href="/1">Kỳ 1: Chuyến đò đầu năm</a><br>Kỳ 2: Qua ghềnh<br><a href="/3">Kỳ 3: Bến cuối mùa lũ</a></div>',
    ],
    keeps: [
      '<p>Kỳ 1: Chuyến đò đầu năm</p><p>Sáng mồng bốn, đò rời bến với mười hai người và hai sọt gà.</p>',
      '<p>Kỳ 1: Chuyến đò đầu năm</p><p>Kỳ 2: Bến cuối mùa lũ</p>',
      '<p><a href="/1">Bài 1: Cấu tạo của máy</a></p>',
      '<p><a href="/1">Bà con nên đọc Kỳ 1: Chuyến đò đầu năm</a></p><p><a href="/2">Rồi hãy đọc Kỳ 2: Bến cuối mùa lũ</a></p>',
    ],
  },
];
