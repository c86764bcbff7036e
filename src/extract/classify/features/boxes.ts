/**
 * What the makers of a page called its boxes. Class and id words say more than geometry, on any site and in any language.
 */
import type { Element } from '../../../dom/index.ts';

/** Families of words; the order is that of the model's features, so new ones go last and need a new model. */
const families: readonly (readonly [name: string, words: RegExp])[] = [
  ['article', /article|story|entry|blogpost|^post$|postcontent|bai-?viet|bai-?van|tin-?tuc|news/],
  ['content', /content|body|text|copy|prose|richtext|rte|wysiwyg|editor|markdown|noidung|noi-dung/],
  ['main', /main|detail|page|primary|center|chitiet|chi-tiet/],
  ['comment', /comment|disqus|respond|binh-?luan|feedback|kommentar/],
  ['nav', /nav|menu|breadcrumb|crumb|toolbar|paginat|pager|sitemap|tabs?$/],
  ['foot', /foot|copyright|colophon|imprint|impressum|chan-?trang/],
  ['head', /header|masthead|topbar|logo|brand|top$/],
  ['side', /side|aside|rail|widget|column-?right|right-?col|left-?col|leftpanel|rightpanel|spalte/],
  [
    'related',
    /relat|recommend|popular|trending|latest|similar|teaser|also|further|readmore|read-more|next|prev|lien-?quan|tin-?khac|most|upsell|outbrain|taboola/,
  ],
  ['share', /shar|social|facebook|twitter|follow|addthis|whatsapp|teilen|pinterest/],
  ['advert', /^ads?$|advert|sponsor|promo|commercial|anzeige|werbung|quang-?cao|dfp|gpt/],
  ['meta', /author|byline|meta|date|time|publish|credit|posted|tac-?gia|ngay|autor|contributor/],
  ['tags', /tags?$|categor|topic|keyword|label|badge|tu-?khoa/],
  ['picture', /caption|figure|photo|image|img|gallery|slide|carousel|swiper|media|thumb|video|lightbox/],
  ['overlay', /cookie|consent|gdpr|modal|popup|overlay|dialog|banner|toast|alert|notice|drawer/],
  ['account', /newsletter|subscri|sign-?up|paywall|login|register|account|member|premium|donat/],
  ['shop', /product|price|cart|buy|shop|sku|shipping|review|rating|star|offer|wishlist|variant/],
  ['forum', /message|postbody|thread|forum|reply|signature|quote|question|answer|discussion|bbcode/],
  ['lead', /summary|abstract|intro|lead|excerpt|standfirst|sapo|subtitle|subhead|dek|description|hometext|tomtat/],
  ['card', /card|grid|list|tile|item|row|collection|archive|feed|loop/],
  ['contents', /toc|contents|outline|jump/],
  ['unseen', /hidden|hide|sr-only|screen-reader|visually|noprint|no-print|d-none|invisible|skip/],
  ['form', /form|search|input|filter|sort|facet|field|button|btn/],
  ['title', /title|headline|heading|tieu-?de|kicker/],
  ['print', /print|email|tool|action|icon|stat|counter|view|vote|poll|font-?size/],
  ['code', /code|highlight|syntax|snippet|api|docs?$|documentation|reference/],
  ['faq', /faq|accordion|collaps|tab-?(?:pane|content)|panel|toggle|expand/],
];

/** Elements that say by their tag what they are for; `role` counts as the tag it stands for. */
const purposes = [
  'article',
  'main',
  'section',
  'nav',
  'aside',
  'header',
  'footer',
  'form',
  'table',
  'list',
  'li',
  'figure',
  'blockquote',
  'dl',
  'pre',
  'td',
  'p',
  'button',
  'a',
] as const;

const tagPurpose: Readonly<Record<string, (typeof purposes)[number]>> = {
  article: 'article',
  main: 'main',
  section: 'section',
  nav: 'nav',
  aside: 'aside',
  header: 'header',
  footer: 'footer',
  form: 'form',
  table: 'table',
  ul: 'list',
  ol: 'list',
  li: 'li',
  figure: 'figure',
  blockquote: 'blockquote',
  dl: 'dl',
  pre: 'pre',
  td: 'td',
  th: 'td',
  p: 'p',
  button: 'button',
  a: 'a',
};

const rolePurpose: Readonly<Record<string, (typeof purposes)[number]>> = {
  main: 'main',
  navigation: 'nav',
  complementary: 'aside',
  banner: 'header',
  contentinfo: 'footer',
  search: 'form',
  article: 'article',
  menu: 'nav',
};

/** Feature names: one per family of box names. */
export const boxNames: readonly string[] = [
  ...families.map(([name]) => `box.${name}`),
  ...purposes.map((name) => `tag.${name}`),
  'box.microdata',
];
const boxCount = boxNames.length;
const firstPurpose = families.length;
const microdata = boxCount - 1;

/** Farther up than this a box says nothing about a line of text. */
export const farAway = 15;

const known = new Map<string, readonly number[]>();

/** Indexes of the box names that an element answers to. */
function boxesOf(element: Element): readonly number[] {
  const { class: classes = '', id = '', role = '', itemprop = '' } = element.attribs;
  const key = `${element.name} ${role} ${itemprop} ${id} ${classes}`;
  const found = known.get(key);
  if (found) return found;
  const words = `${id} ${classes}`
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .split(/[\s_]+/);
  const hits: number[] = [];
  families.forEach(([, pattern], i) => {
    if (words.some((word) => pattern.test(word))) hits.push(i);
  });
  const purpose = rolePurpose[role] ?? tagPurpose[element.name];
  if (purpose) hits.push(firstPurpose + purposes.indexOf(purpose));
  if (/articleBody|mainContentOfPage|^text$|reviewBody|description/.test(itemprop)) hits.push(microdata);
  // The cache is bounded: a crawl of a thousand sites must not keep every class name it has seen.
  if (known.size > 20_000) known.clear();
  known.set(key, hits);
  return hits;
}

/** Distance of the nearest box of each name, counted in elements upward. */
export type Boxes = Uint8Array;

/** The distances at the root of the page: no box is near. */
export function outermost(): Boxes {
  return new Uint8Array(boxCount).fill(farAway);
}

/** The distances as seen from inside an element. */
export function enterBox(outside: Boxes, element: Element): Boxes {
  const inside = new Uint8Array(boxCount);
  for (let i = 0; i < boxCount; i += 1) inside[i] = Math.min(farAway, outside[i]! + 1);
  for (const hit of boxesOf(element)) inside[hit] = 0;
  return inside;
}
