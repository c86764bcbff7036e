import type { RuleInfo } from '../../model/index.ts';

/** A box that its own class or id names, small or full of links enough to be what it is called. */
export interface ClassBox extends RuleInfo {
  readonly id: `junk/${string}`;
  /** Held against the words of class and id, lower case, camel humps parted by hyphens; words that only style are gone. */
  readonly words: RegExp;
  /** Held against the same words with those of style: what takes the name back. */
  readonly unless?: RegExp;
  /** More letters than this are text, whatever the class says. */
  readonly maxLetters: number;
  /** Share of the letters that must stand in links, 0–1. */
  readonly minLinkShare?: number;
  /** HTML, as in junk rules. */
  readonly drops: readonly string[];
  readonly keeps: readonly string[];
}

const long =
  'Hai bên bờ kênh, bà con đã trồng hơn bốn nghìn gốc tre chắn sóng, và từ mùa lũ năm ngoái đến nay chưa đoạn đê nào bị sạt; xã dự tính sẽ trồng thêm một cây số nữa trước Tết, bằng tiền góp của các hội viên hội nông dân và công của đoàn thanh niên.';
const linked =
  '<a href="/so-tay">Sổ tay giữ đê: chương nói về cách trồng tre nhiều hàng, trồng vào mùa nào và ai chăm</a>, ';

export const classBoxes: readonly ClassBox[] = [
  {
    id: 'junk/box-share',
    words:
      /(?:^|[\s_-])(?:share|shares|sharing|sharexh|sharemxh|social|socials|addthis|addtoany|sharethis|sharedaddy|fb-like|zalo)(?:[\s_-]|$)/u,
    maxLetters: 160,
    why: 'Share bars say the names of networks, or the number of likes, in words of their own.',
    source: 'AddThis, Sharedaddy and portal templates',
    drops: ['<div class="network-share">Gửi lên mạng 12 lượt</div>'],
    keeps: [`<div class="social-news">${long}</div>`, '<p class="shareholder">Cổ đông họp sáng nay.</p>'],
  },
  {
    id: 'junk/box-edit',
    words: /(?:^|[\s_-])edit-?section(?:[\s_-]|$)/u,
    maxLetters: 40,
    why: 'A wiki prints a link for whoever edits beside each heading.',
    source: 'MediaWiki 1.5 to 1.40, span.editsection and span.mw-editsection',
    drops: ['<h2><span class="editsection">[<a href="/w?s=1">sửa</a>]</span> Nguyên liệu làm diều</h2>'],
    keeps: [`<div class="editsection">${long}</div>`, '<p class="credit-sections">Nan tre của xóm Đông.</p>'],
  },
  {
    id: 'junk/box-slider',
    words:
      /(?:^|[\s_-])(?:flex|slick|swiper|owl|carousel|slider|bx)-?(?:control-?)?(?:prev|next|nav|arrow|arrows|direction-?nav)(?:[\s_-]|$)/u,
    maxLetters: 40,
    why: 'Buttons that turn the pictures of a slide show say “Trước” and “Sau” in the middle of the text.',
    source: 'FlexSlider, Slick, Swiper, OWL Carousel, bxSlider, Bootstrap',
    drops: ['<div>Phơi nan trên mái.<a class="flex-prev" href="#">Trước</a></div>'],
    keeps: [`<div class="slider-nav">${long}</div>`, '<p class="slider-navigation">Sau đó cả xóm ra phụ.</p>'],
  },
  {
    id: 'junk/box-related',
    words:
      /(?:^|[\s_-])(?:related|relate|lien-?quan|tin-?lien-?quan|other-?news|news-?other|tin-?khac|cung-?chuyen-?muc|more-?news|link-?callout|recommend|doc-?nhieu|xem-?nhieu|tin-?moi)(?:[\s_\d-]|$)/u,
    maxLetters: 4000,
    minLinkShare: 0.6,
    why: 'Boxes of other headlines that carry no heading of their own are known by their class.',
    source: 'Newspaper and portal templates, related boxes in mid-body',
    drops: [
      '<div class="VCRelatedNews box-related"><a href="/a">Làng chài mở hội đua thuyền</a> <a href="/b">Xã Đá Bạc trồng rừng</a></div>',
    ],
    keeps: [
      `<div class="related-content">${long}</div>`,
      `<div class="tin-khac">${linked.repeat(60)}</div>`,
      '<p class="interrelated"><a href="/ban-do">Sông và rừng nương nhau</a></p>',
    ],
  },
  {
    id: 'junk/box-author',
    words:
      /(?:^|[\s_-])(?:author-?(?:box|bio|description|profile)|about-?(?:the-?)?author|bio-?(?:box|author)|tieu-?su-?tac-?gia)(?:[\s_\d-]|$)/u,
    maxLetters: 900,
    why: 'Blogs and magazines tell under the text who wrote it: where born, what published, how to write to.',
    source: 'WordPress author boxes; magazine templates',
    drops: [
      '<div class="author-box"><b>Lê Thị Sông</b><p>Sinh năm 1975 ở Cồn Én, dạy văn ở trường huyện, đã in hai tập thơ.</p></div>',
    ],
    keeps: [
      `<div class="author-box">${long.repeat(5)}</div>`,
      '<p class="coauthor-boxing">Võ sĩ của làng lên đài tối nay.</p>',
    ],
  },
  {
    id: 'junk/box-rating',
    words: /(?:^|[\s_-])(?:rating|ratings|rate|vote|votes|voting|starrating|danh-?gia|stars)(?:[\s_\d-]|$)/u,
    maxLetters: 160,
    why: 'Stars and votes are printed as words and numbers.',
    source: 'NukeViet, Joomla vote plugin',
    drops: ['<div id="danhgia">Chưa có ai chấm điểm bài này</div>'],
    keeps: [`<div class="vote">${long}</div>`, '<p class="devoted">Cô giáo tận tụy với nghề.</p>'],
  },
  {
    id: 'junk/box-tools',
    words:
      /(?:^|[\s_-])(?:print|printer|tools|toolbar|utilities|utility|email-content|cong-?cu|post-?actions|edit-?link)(?:[\s_\d-]|$)|(?:^|[\s_])(?:(?:change-)?font-?size|icons)(?:\s|$)/u,
    maxLetters: 120,
    why: 'Buttons to print, mail and enlarge have texts that no list of labels covers.',
    source: 'Joomla icons, Viettel school portal utilities',
    drops: ['<span class="tools">Xuất ra giấy · Chuyển cho bạn</span>'],
    keeps: [
      `<div class="print">${long}</div>`,
      '<p class="blueprint">Bản vẽ cây cầu.</p>',
      '<p class="has-medium-font-size">Giống tre này chịu được nước mặn.</p>',
      '<td class="p-2 font-utility-2 first:w-4">Mười hai cây số</td>',
      '<h3 id="cac-print-tools">Dụng cụ in lụa của làng</h3>',
      '<span class="card-icons-text">Bến đò cũ nay đã có cầu.</span>',
    ],
  },
  {
    id: 'junk/box-advert',
    words: /(?:^|[\s_-])(?:ads|adv|advert|advertisement|adsbygoogle|quang-?cao|sponsor|sponsored)(?:[\s_\d-]|$)/u,
    maxLetters: 240,
    why: 'Advertisements in the text are called so in their class.',
    source: 'Newspaper templates',
    drops: ['<div class="quangcao">Nệm tre giá rẻ, giao tận nhà</div>'],
    keeps: [`<div class="adv">${long}</div>`, '<p class="adverb">Trạng từ đứng sau động từ.</p>'],
  },
  {
    id: 'junk/box-counter',
    words:
      /(?:^|[\s_-])(?:counter|hit-?counts?|div-?hit-?count|visitors?|thong-?ke|luot-?truy-?cap|view-?count|post-?views)(?:[\s_\d-]|$)/u,
    maxLetters: 160,
    why: 'Counters draw each digit in a box of its own.',
    source: 'Web parts of provincial SharePoint portals',
    drops: ['<div class="hitcount"><b>0</b><b>8</b><b>1</b></div>'],
    keeps: [`<div class="thongke">${long}</div>`, '<p class="encounter">Hai đội gặp nhau.</p>'],
  },
  {
    id: 'junk/box-contents',
    words: /(?:^|[\s_-])(?:ez-?toc|lwptoc|rank-math-toc|toc[_-]container|toc[_-]wrapper)(?:[\s_-]|$)/u,
    maxLetters: 4000,
    minLinkShare: 0.5,
    why: 'Plugins print the headings of an article once more over it, as links to places on the page.',
    source: 'WordPress plugins: Easy Table of Contents, LuckyWP, Rank Math',
    drops: [
      '<div id="toc_container"><p>Nội dung</p><ul><li><a href="#a">1 Chọn giống</a></li><li><a href="#b">2 Làm đất và bón lót</a></li></ul></div>',
    ],
    keeps: [
      '<div class="toc_container"><p>Mục lục của tập bút ký gồm chín bài, viết trong ba mùa nước nổi.</p></div>',
      `<div class="lwptoc">${linked.repeat(60)}</div>`,
      '<p class="protoc-wrapper"><a href="#bien-ban">Biên bản cuộc họp thôn</a></p>',
    ],
  },
  {
    id: 'junk/box-pager',
    words: /(?:^|[\s_-])(?:pagination|pager|paging|phan-?trang|page-?numbers?|wp-pagenavi|pagenav)(?:[\s_\d-]|$)/u,
    maxLetters: 160,
    why: 'Links to the next article or page stand under the text.',
    source: 'Joomla pagenav, WordPress post navigation',
    drops: ['<ul class="pager"><li>Bài kế tiếp</li></ul>'],
    keeps: [`<div class="paging">${long}</div>`, '<p class="pageranking">Bảng xếp hạng.</p>'],
  },
  {
    id: 'junk/box-tags',
    words: /(?:^|[\s_-])(?:tags|tag|post-?tags|tag-?cloud|tu-?khoa|keywords)(?:[\s_\d-]|$)/u,
    maxLetters: 600,
    minLinkShare: 0.5,
    why: 'Tags without a label are links to lists.',
    source: 'WordPress and newspaper templates',
    drops: ['<div class="tags"><a href="/t/1">đua thuyền</a> <a href="/t/2">làng chài</a></div>'],
    keeps: [
      '<div class="tag">Nhãn của gói chè ghi ngày hái và tên nương, ai mua cũng biết chè từ đâu.</div>',
      `<div class="tu-khoa">${linked.repeat(8)}</div>`,
      '<p class="stage"><a href="/ban-do">Sân khấu dựng giữa đình</a></p>',
    ],
  },
  {
    id: 'junk/box-breadcrumb',
    words: /(?:^|[\s_-])(?:breadcrumbs?|breakcumb|pathway|duong-?dan)(?:[\s_\d-]|$)/u,
    maxLetters: 300,
    why: 'The path from the home page ends in the article’s own title.',
    source: 'Joomla pathway, portals’ breadcrumb controls',
    drops: ['<div class="breadcrumb">Trang chủ » Nông nghiệp » Thủy lợi</div>'],
    keeps: [`<div class="pathway">${long} ${long}</div>`, '<p class="pathways">Những lối mòn qua rừng.</p>'],
  },
  {
    id: 'junk/box-hidden',
    words: /(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-hidden|screen-reader-text|ms-hide|ms-accessible)(?:\s|$)/u,
    unless:
      /(?:^|\s)(?:(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table)|d-(?:sm|md|lg|xl|xxl)-(?:block|flex|grid|inline|table))/u,
    maxLetters: 100_000,
    why: 'Microdata and labels for screen readers are hidden by a class, which only the style sheet knows.',
    source: 'nukeviet/nukeviet modules/news detail.tpl; Bootstrap',
    drops: ['<div class="hidden hide d-none"><span>Tổ tin học</span></div>'],
    keeps: [
      '<p class="hidden-xs">Bản đồ tuyến đê bao của xã.</p>',
      '<div class="hidden md:flex">Bảng giá giống cây của hợp tác xã</div>',
      '<div class="d-none d-md-block">Cây giống còn lại rất ít</div>',
      `<div class="hidden">${long.repeat(500)}</div>`,
    ],
  },
];
