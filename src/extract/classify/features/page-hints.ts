/** What kind of page it is, told by its metadata, its address and its overall make: a shop, a forum, a list, a story. */
import { headingLevel, type PageDom, select } from '../../../dom/index.ts';
import type { Survey } from '../survey.ts';

/** Kinds that JSON-LD and microdata name. */
const kinds: readonly (readonly [name: string, types: RegExp])[] = [
  ['article', /(?:News|Blog|Tech|Scholarly)?Article|BlogPosting|Report|Review"/],
  ['product', /"(?:Product|Offer|AggregateOffer|ProductGroup)"|schema\.org\/Product/],
  ['list', /"(?:CollectionPage|ItemList|OfferCatalog|SearchResultsPage)"/],
  ['forum', /"(?:DiscussionForumPosting|QAPage|Question|Answer|Comment)"/],
  ['faq', /"(?:FAQPage|HowTo|Recipe)"/],
];

/** What the path of the page's own address says. */
const paths: readonly (readonly [name: string, words: RegExp])[] = [
  ['product', /\/(?:products?|p|dp|item|shop|store|buy)\//],
  [
    'list',
    /\/(?:collections?|categor(?:y|ies)|c|tags?|topics?|archive|search|listing|directory|awards?|top-\d+)(?:\/|$)/,
  ],
  ['forum', /forum|thread|topic|viewtopic|community|discuss|\/questions?\/|\/t\//],
  ['docs', /docs?[./]|documentation|reference|manual|guide|tutorial|\/api\/|wiki|learn/],
  ['news', /\/(?:news|blog|articles?|story|stories|post|posts|magazine|tin-tuc|\d{4}\/\d{1,2})\//],
  ['service', /service|solution|about|company|contact|pricing|programs?|department/],
];

const bodyWords: readonly (readonly [name: string, words: RegExp])[] = [
  ['product', /product|shop|woocommerce/],
  ['list', /archive|category|collection|blog(?![\w-])|listing|home/],
  ['post', /single|post|article|entry|detail/],
  ['page', /(?:^|[\s-])page/],
  ['forum', /forum|thread|topic|bbpress|xenforo|discourse|phpbb/],
];

/** Feature names of the page hints, in the order of the row. */
export const pageNames: readonly string[] = [
  ...kinds.map(([name]) => `page.kind.${name}`),
  ...paths.map(([name]) => `page.path.${name}`),
  ...bodyWords.map(([name]) => `page.body.${name}`),
  'page.pathDepth',
  'page.pathNumber',
  'page.prices',
  'page.dates',
  'page.headings',
  'page.listShare',
  'page.shortShare',
  'page.images',
  'page.asides',
];

const price = /[$€£¥₫]\s?\d/;
const date =
  /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{4}年|\b(?:hours?|days?|months?|years?) ago\b/i;

/** One number per name. */
export function pageHints(page: PageDom, { segments }: Survey): readonly number[] {
  const data = select(page, 'script[type="application/ld+json"]')
    .map((script) => script.children.map((child) => (child.type === 'text' ? child.data : '')).join(''))
    .join(' ');
  const micro = select(page, '[itemtype]')
    .map((element) => element.attribs.itemtype ?? '')
    .slice(0, 50)
    .join(' ');
  const path = pathOf(page);
  const body = select(page, 'body')[0]?.attribs;
  const classes = `${body?.class ?? ''} ${body?.id ?? ''}`.toLowerCase();
  let chars = 0;
  let prices = 0;
  let dates = 0;
  let headings = 0;
  let listed = 0;
  let short = 0;
  let images = 0;
  for (const { text, region, images: own } of segments) {
    chars += text.length;
    images += own;
    if (headingLevel(region.element.name) > 0) headings += 1;
    if (region.element.name === 'li' || region.parent?.element.name === 'li') listed += text.length;
    if (text.length < 40) short += text.length;
    if (text.length < 80) {
      if (price.test(text)) prices += 1;
      if (date.test(text)) dates += 1;
    }
  }
  return [
    ...kinds.map(([, types]) =>
      types.test(data) ? 2 : types.test(`"${micro.slice(micro.lastIndexOf('/') + 1)}"`) ? 1 : 0,
    ),
    ...paths.map(([, words]) => (words.test(path) ? 1 : 0)),
    ...bodyWords.map(([, words]) => (words.test(classes) ? 1 : 0)),
    path.split('/').filter(Boolean).length,
    /\d{4,}/.test(path) ? 1 : 0,
    Math.log1p(prices),
    Math.log1p(dates),
    Math.log1p(headings),
    chars > 0 ? listed / chars : 0,
    chars > 0 ? short / chars : 0,
    Math.log1p(images),
    Math.min(10, select(page, 'aside').length),
  ];
}

/** The path of the page's address, as the page itself gives it: files on disk have no other. */
function pathOf(page: PageDom): string {
  const address =
    select(page, 'link[rel=canonical]')[0]?.attribs.href ??
    select(page, 'meta[property="og:url"]')[0]?.attribs.content ??
    page.url ??
    '';
  return address.toLowerCase().replace(/^https?:\/\/[^/]*/, '');
}
