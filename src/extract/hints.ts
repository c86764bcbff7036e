/**
 * What programmers of portals call the parts of a page, in English and in Vietnamese without accents. One word is weak
 * evidence (a class `title` heads every box): it only ever adds to a score.
 */
import type { Element } from '../dom/index.ts';

/** Words that must stand alone between separators or camelCase humps are matched after splitting; see `hasWord`. */
const words = {
  title:
    'title|ptitle|tieude|tieu-de|headline|heading|tit|tintuc-title|subject|lbltieude|newstitle|tentin|tenbai|page-header',
  notTitle:
    'box-?title|panel-?title|widget-?title|module-?title|site-?title|block-?title|sub-?title|cate(?:gory)?-?title|menu-?title|web-?part-?title|boxtitle|logo|slogan|title-?(?:box|block|module|widget|cate|menu|news-other)',
  sapo: 'sapo|phead|trichdan|trich-dan|hometext|tomtat|tom-tat|mota|mo-ta|motangan|trichyeu|trich-yeu|noidungngan|lead|leadtext|standfirst|chapeau|brief|intro|newsintro|teaser|summary|lv_description_mode1|description|abstract|short-?desc|post-desc|dek',
  byline:
    'author|byline|by-line|created-?by|tacgia|tac-gia|nguoiviet|nguoi-viet|butdanh|but-danh|writer|pauthor|authors|creator|reporter|auteur|autor|contributor',
  date: 'date|ptime|ngay|ngaydang|ngay-dang|time|pubdate|publish|published|publishdate|startdate|createdate|create|created|posted|post-date|thoigian|thoi-gian|lblngay|datetime|timestamp|meta|updated|modified|dateline',
  clock:
    'clock|dong-?ho|time-?now|today|current-?time|(?:dnn)?current-?date|date-?now|now|home-gio|thoitiet|weather|lich|calendar|ngayhientai|ngay-?gio',
  section: 'category|chuyenmuc|chuyen-muc|(?<!word[\\s_-]?)section|cate|foldertitle|cat|danhmuc|danh-muc|channel',
  tags: 'tag|tags|tukhoa|tu-khoa|keyword|keywords|tagcloud',
  kicker: 'kicker|overline|pretitle|pre-title|surtitle|supertitle|eyebrow|tieudephu|tieude-phu|sub-?heading-top',
  related:
    'related|relate|lienquan|lien-quan|other-?news|news-?other|tinkhac|tin-khac|othernews|cungchuyenmuc|tinlienquan|more-?news|list-?news|tinmoi|doc-?nhieu|read-?more|most-?read|popular|recommend',
} as const;
export type HintKind = keyof typeof words;

/** A word of a class name: `news_title`, `newsTitle`, `lblTitle`, `title-detail` and `title1` all hold “title”. */
const matcher = (kind: HintKind): RegExp =>
  new RegExp(
    `(?:^|[\\s_-]|lbl|news|post|article|entry|item|detail|chitiet|bai|tin)(?:${words[kind]})(?:[\\s_\\d-]|$|news|detail|post|article|text|info|line|tin(?:[\\s_\\d-]|$)|bai)`,
    'u',
  );
const matchers = Object.fromEntries((Object.keys(words) as HintKind[]).map((kind) => [kind, matcher(kind)])) as Record<
  HintKind,
  RegExp
>;

/** Pages use few class names many times: what was asked of one is remembered, up to so many. */
const maxRemembered = 20_000;
const maxRememberedLetters = 200;

/**
 * Remember the answers of a test; the oldest go all at once when there are too many, for a crawl meets thousands of sites.
 */
export function remembered<T>(answer: (text: string) => T, most = maxRemembered): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > maxRememberedLetters) return answer(text);
    const old = known.get(text);
    if (old !== undefined) return old;
    if (known.size >= most) known.clear();
    const now = answer(text);
    known.set(text, now);
    return now;
  };
}

const kinds = Object.keys(words) as HintKind[];
const bits = Object.fromEntries(kinds.map((kind, i) => [kind, 1 << i])) as Record<HintKind, number>;

/** The kinds that a hint speaks of, a bit each: a line is asked about most of them. */
const kindsOf = remembered((hint) =>
  kinds.reduce((sum, kind) => (matchers[kind].test(hint) ? sum | bits[kind] : sum), 0),
);
const isHint = (hint: string, kind: HintKind): boolean => (kindsOf(hint) & bits[kind]) !== 0;

/**
 * How near a class or id of this kind stands: 1 on the line itself, less for each element above it, 0 for none among the
 * nearest `levels`.
 */
export function hinted(hints: readonly string[], kind: HintKind, levels = hints.length): number {
  for (let at = 0; at < levels && at < hints.length; at += 1) if (isHint(hints[at]!, kind)) return 1 / (1 + at);
  return 0;
}

const fieldBits = bits.title | bits.sapo | bits.byline | bits.date | bits.section;

/** Inline elements that make a line of their own: `<span class="newsTitle">` beside `<span class="newsDate">`. */
export const isFieldHint = (hint: string): boolean => (kindsOf(hint) & fieldBits) !== 0;

/** Class words by which frameworks hide an element (NukeViet hides its microdata so). */
export const hiddenWords =
  /(?:^|\s)(?:hidden|hide|d-none|invisible|hide-accessible|aui-helper-hidden|sr-only|visually-hidden|screen-reader-text|ms-hide|ms-accessible|uk-hidden)(?:\s|$)/;

export type Zone = 'content' | 'nav' | 'breadcrumb' | 'header' | 'footer' | 'aside';

const zoneTags: Readonly<Record<string, Zone>> = {
  nav: 'nav',
  aside: 'aside',
  footer: 'footer',
  marquee: 'aside',
  select: 'nav',
};
const zoneWords: readonly (readonly [Zone, RegExp])[] = [
  ['breadcrumb', /bread-?crumb|breakcumb|pathway|duongdan|location-bar|sitemappath|(?:^|\s)you-are-here/],
  [
    'footer',
    /(?:^|\s)(?:site-|page-|global-|main-|dnn_)?(?:footer|foot|bottom|copyright)(?:\d|-wrapper|-container|pane)?(?:\s|$)/,
  ],
  [
    'nav',
    /(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|topmenu|mainmenu|rmitem|leftsubmenu|megamenu)(?:\d|[\s_-]|$)/,
  ],
  [
    'aside',
    // Blogger's column of posts is “Blog widget”.
    /(?<!^blog)(?:^|[\s_-])(?:sidebar|side-bar|right-?col|left-?col|col-?right|col-?left|widget|banner|quangcao|adv|ads|related|lienquan|othernews|comments?|comment-?(?:list|meta|metadata|body)|binhluan)(?:\d|[\s_-]|$)/,
  ],
  [
    'header',
    /(?:^|\s)(?:site-|global-|main-|page-)?(?:masthead|topbar|top-bar|header-top)(?:\s|$)|^(?:site-?|main-?|page-?)?header$/,
  ],
];

/** The zone that a class or id names. */
const namedZone = remembered(
  (hint): Zone | 'none' => zoneWords.find(([, pattern]) => pattern.test(hint))?.[0] ?? 'none',
);

/** The part of the page an element stands in; what is content inside a landmark stays in the landmark. */
export function zoneOf(element: Element, hint: string, above: Zone): Zone {
  const { name } = element;
  if (name === 'article' || name === 'main') return 'content';
  if (above !== 'content' && above !== 'header')
    return above === 'nav' && /bread-?crumb/.test(hint) ? 'breadcrumb' : above;
  const byTag = zoneTags[name];
  // A `<footer>` inside `<article>` ends the article, not the site.
  // So does an `<aside>` that names the author.
  const own = (name === 'footer' && inArticle(element)) || (name === 'aside' && isHint(hint, 'byline'));
  if (byTag && !own && !/bread-?crumb/.test(hint)) return byTag;
  if (name === 'body' || name === 'html' || hint === '')
    return name === 'header' && above === 'content' && !inArticle(element) ? 'header' : above;
  const named = namedZone(hint);
  // A link that is called “header” is the anchor of a heading.
  if (named !== 'none' && !(named === 'header' && name === 'a')) return named;
  return name === 'header' && !inArticle(element) ? 'header' : above;
}

/** A `<header>` inside `<article>` or `<main>` heads the article, not the site. */
function inArticle(element: Element): boolean {
  for (let up = element.parent; up && 'name' in up; up = up.parent) {
    if (up.name === 'article' || up.name === 'main') return true;
  }
  return false;
}
