/**
 * What boilerplate says, by topic, in the languages of the pages we have seen. Each topic is one feature: how often it is
 * touched.
 */
const topics: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'privacy',
    /cookie|privacy|datenschutz|consent|gdpr|confidentialité|quyền riêng tư|terms of (?:use|service)|impressum|einwilligung/giu,
  ],
  ['newsletter', /newsletter|subscri|sign up|abonn|e-?mail address|đăng ký nhận|inbox|unsubscribe/giu],
  [
    'share',
    /\bshare\b|facebook|twitter|whatsapp|pinterest|linkedin|teilen|chia sẻ|tweet|instagram|partager|分享|follow us/giu,
  ],
  ['comment', /comment|kommentar|bình luận|commentaire|评论|repl(?:y|ies)\b|ý kiến bạn đọc|leave a/giu],
  [
    'related',
    /related|read more|more from|recommended|you may also|see also|mehr zum thema|lesen sie auch|weiterlesen|tin liên quan|tin khác|các tin|bài viết liên quan|xem thêm|相关|à lire|popular|trending|most read|meistgelesen|latest|previous|next (?:post|article)/giu,
  ],
  [
    'account',
    /log ?in|sign in|register|anmelden|đăng nhập|mật khẩu|password|connexion|my account|登录|registrieren/giu,
  ],
  ['rights', /copyright|all rights reserved|©|bản quyền|alle rechte|tous droits|版权/giu],
  [
    'shop',
    /add to cart|in stock|free shipping|warenkorb|buy now|giỏ hàng|checkout|wishlist|\bprice\b|quantity|reviews?\b|ratings?\b/giu,
  ],
  ['search', /\bsearch\b|suche|tìm kiếm|recherche|搜索|filter|sort by/giu],
  ['advert', /advertisement|anzeige|sponsored|quảng cáo|werbung|publicité|广告|affiliate/giu],
  ['counter', /lượt truy cập|đang trực tuyến|số lượt|lượt xem|visitors?\b|views?\b|online\b|hôm nay|点击|浏览/giu],
  ['print', /bản in|in bài|gửi mail|e-mail bài|print|drucken|cỡ chữ|về đầu trang|back to top|nach oben|打印|zurück/giu],
  [
    'byline',
    /\bby\b|posted|published|updated|author|von\b|tác giả|đăng ngày|cập nhật|ngày đăng|stand:|veröffentlicht|来源|作者|发布|编辑/giu,
  ],
  [
    'date',
    /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}|\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{4}年/giu,
  ],
  ['address', /@|https?:|www\.|điện thoại|\btel\b|\bfax\b|địa chỉ|hotline|phone|电话/giu],
  [
    'nav',
    /trang chủ|home\b|startseite|accueil|menu|contact|liên hệ|sitemap|sơ đồ|about us|kontakt|首页|faq|help\b|support\b/giu,
  ],
  [
    'call',
    /click|tap\b|download|learn more|get started|book now|request|hier|try (?:it )?(?:for )?free|jetzt|mehr erfahren|load more|show more|view all|see all|tải về/giu,
  ],
  ['credit', /photo|image|foto|ảnh|getty|reuters|shutterstock|\bap\b|dpa|afp|credit|bild|quelle|source|nguồn|图片/giu],
  ['person', /\bI\b|\bmy\b|\bwe\b|\bI'm\b|tôi|chúng tôi|\bich\b|\bwir\b/gu],
  ['browser', /javascript|your browser|trình duyệt|enable|flash player|html5|loading/giu],
  ['disclaimer', /disclaimer|not financial advice|may earn|commission|responsible for|haftung/giu],
];

/** Feature names, one per topic. */
export const lexiconNames: readonly string[] = topics.map(([name]) => `says.${name}`);

/** Longer texts are not checked: a long article may use all these words in its own right. */
const maxAskedChars = 400;

const none: readonly number[] = topics.map(() => 0);
const long: readonly number[] = topics.map(() => -1);

/** How often a text touches each topic (up to 4); -1 for long texts, which are not asked. */
export function lexiconOf(text: string): readonly number[] {
  if (text === '') return none;
  if (text.length > maxAskedChars) return long;
  return topics.map(([, words]) => Math.min(4, text.match(words)?.length ?? 0));
}

/** Topics that, standing in a heading or at the head of a box, tell what lies below. */
export const boxTitleTopics: readonly string[] = [
  'related',
  'comment',
  'share',
  'newsletter',
  'shop',
  'account',
  'nav',
  'credit',
];
/** Indexes of `boxTitleTopics` among the topics. */
export const topicIndexes: readonly number[] = boxTitleTopics.map((wanted) =>
  topics.findIndex(([name]) => name === wanted),
);
