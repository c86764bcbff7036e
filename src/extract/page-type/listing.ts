/** Is the page a list of other pages? */
import { contains, type PageDom, select, textOf } from '../../dom/index.ts';
import { loose } from '../fields/rank.ts';
import { isHomeTitle, windowNames } from '../fields/site-name.ts';
import { isProse, type PageLine } from '../lines.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';
import { isHeaded } from './headed.ts';
import { searchHeading } from './headings.ts';
import { hiddenLetters, isHeadline, isLink, isPageLinks, isPager, letters, teasersOf } from './line-kinds.ts';

/** Classes by which a CMS tells on `<body>` or on the list itself that the page is a list. */
const listBody =
  /(?:^|\s)(?:home|front-page|archive|category|tag|search|search-results|blog|view-(?:category|categories|featured|archive)|layout-blog|page-listing|paged)(?:\s|$)/u;
const listBox =
  /(?:^|[\s_-])(?:blog-featured|items-leading|items-row|category-list|list-?news|news-?list|listing|archive-list|ds-?tin|danh-?sach-?tin|list-articles)(?:[\s_\d-]|$)/u;
/** The end of a teaser, which leads to the rest of it. */
const leadsOn = ({ zone, text, linkShare }: PageLine): boolean =>
  zone === 'content' && linkShare > 0.8 && readOn.test(text);
const readOn = /^(?:đọc (?:thêm|tiếp)|xem (?:thêm|tiếp|chi tiết)|chi tiết|read more|more)[\s.…»›>]*$/iu;

const minShareOfHeadlines = 0.8;
/** Fewer may be a box of other articles in mid-text. */
const minTeasers = 3;
const minShareOfTeasers = 0.8;
/** Results under the heading of a search. */
const minResults = 3;
/** Shorter links turn the pages. */
const minResultLetters = 8;

/** The results of a search: a heading says so, and links to other pages follow it, with hardly any text but theirs. */
function isSearch({ page, lines, fields, dateLine }: PageTypeInput, longest: number): boolean {
  const heading = lines.find(
    ({ text, zone, linkShare }) => zone === 'content' && linkShare < 0.5 && searchHeading.test(text),
  );
  const named = [windowOf(page), fields.title ?? ''].some((title) =>
    title.split(' - ').some((part) => searchHeading.test(part)),
  );
  if (!(heading || named) || longest > maxLongestOfList) return false;
  const results = lines
    .slice(heading ? heading.index + 1 : 0)
    // A result may be one line: headline, break, excerpt, break, day.
    .filter((line) => line.zone === 'content' && line.href !== undefined && (isLink(line) || line.listed));
  const pages = new Set(results.filter(({ text }) => text.length >= minResultLetters).map(({ text }) => text));
  // The heading of a search may be a box of an article's page: its day stands before it.
  return (
    pages.size >= minResults &&
    !(heading && dateLine && dateLine.index < heading.index && fields.publishedAt !== undefined)
  );
}

const windowOf = (page: PageDom): string => {
  const [title] = select(page, 'head title');
  return title ? textOf(title) : '';
};

/** So many links with no text before them are what their heading announces. */
const minLinksOfList = 5;
/** More text than this beside a list may be an article without a title. */
const maxProseBesideList = 300;

/**
 * A heading that says what the window says, and under it links to other pages: the page is a list though the text of a box
 * was kept.
 */
function isNamedList({ page, lines }: PageTypeInput): boolean {
  const names = windowNames(page);
  return lines.some((line) => {
    if (line.zone !== 'content' || line.linkShare > 0 || !(line.heading > 0 || line.bold)) return false;
    if (!names.includes(loose(line.text))) return false;
    const below = lines.slice(line.index + 1);
    const end = below.findIndex((other) => isProse(other) || other.heading > 0);
    return below.slice(0, end < 0 ? below.length : end).filter(isHeadline).length >= minLinksOfList;
  });
}

/** Fewer headlines may be those of a column. */
const minOthers = 4;

/** With a longer paragraph than this, or more text, a page says something itself. */
const maxLongestOfList = 600;
const maxTextOfList = 3000;

/** A page whose lines are headlines of other pages, with at most a teaser of text. */
export function listing(input: PageTypeInput): Verdict | undefined {
  const { page, lines, fields, text, dateLine } = input;
  const inside = lines.filter(({ inBody }) => inBody);
  const headlines = inside.filter(isHeadline);
  const all = lines.filter(isHeadline);
  const running = inside.filter(isProse);
  const longest = Math.max(0, ...running.map((line) => line.text.length));
  const teasers = teasersOf(lines, fields.title);
  const more = lines.filter(leadsOn);
  // The dates of a list are those of its cards, over the teaser or under it and its “Đọc thêm”.
  const isOfCard = (line: PageLine | undefined): boolean =>
    line !== undefined && (teasers.has(line) || (more.length >= minTeasers && leadsOn(line)));
  const isTeased = dateLine !== undefined && [-2, -1, 1, 2].some((i) => isOfCard(lines[dateLine.index + i]));
  const isResults = isSearch(input, longest);
  const dated = fields.publishedAt !== undefined && input.cards.size === 0 && !isTeased && !isResults;
  const told = running.filter((line) => teasers.has(line));
  const teased = dated || told.length < minTeasers ? [] : told;
  const prose = letters(running) - letters(teased) + hiddenLetters(text, lines);
  const body = select(page, 'body')[0];
  const bodyClass = (body?.attribs.class ?? '').toLowerCase();
  let score = 0;
  if (input.cards.size > 0) score += prose === 0 ? 2 : 1.5;
  if (listBody.test(bodyClass) && !/(?:^|\s)(?:single|view-article|node-type-article|page-node)/.test(bodyClass))
    score += 1.5;
  const hasPager = lines.some(isPager);
  if (hasPager) score += 1.5;
  if (isResults) score += 2;
  if (more.length >= minTeasers && all.length >= minTeasers) score += 1;
  // Category pages tell the first of their articles at length.
  if (told.length > 0 && told.length === running.length && !dated) {
    if (all.length >= minOthers) score += 1;
    if (lines.some((line) => line.zone === 'content' && isPageLinks(line))) score += 1;
  }
  if (headlines.length >= 5 && letters(headlines) > prose) score += 2;
  if (all.length >= 10 && prose < 600 && !dated) score += 1.5;
  if (teased.length > 0 && letters(teased) > minShareOfTeasers * letters(running)) score += 0.5;
  // Of a bare list the classifier may want a few lines only: they are headlines all the same.
  if (headlines.length >= 2 && letters(headlines) > minShareOfHeadlines * letters(inside)) score += 1;
  if (!dated && leadsElsewhere(input)) score += 1;
  if (
    lines.some((line) => line.inBody && line.heading > 0 && line.linkShare > 0.9) &&
    headlines.length >= 1 &&
    prose < 1500
  )
    score += 0.5;
  if (inside.some(({ hints }) => hints.slice(0, 3).some((hint) => listBox.test(hint)))) score += 0.7;
  if (isHomeAddress(page.url)) score += 1;
  // Many portals give every page this title.
  else if (!dated && isHomeTitle(windowOf(page))) score += 0.5;
  if (dated) score -= 1;
  // One title, and text under it: the headlines are those of a column.
  const isArticle =
    !isResults && told.length === 0 && input.cards.size === 0 && letters(headlines) < prose && isHeaded(input);
  // Pages to turn and teasers, and a window that calls the page by another name than the heading of what was kept.
  const isPaged = !dated && teasers.size >= minTeasers && hasPager;
  const names = isPaged ? windowNames(page) : [];
  if (names.length > 0 && !names.includes(loose(fields.title ?? ''))) score += 0.5;
  else if (isArticle) score -= 1.5;
  else if (!dated && isNamedList(input)) score += prose < maxProseBesideList ? 2 : 1;
  if (longest > maxLongestOfList || text.length > maxTextOfList) score -= 1.5;
  return score >= 2 ? { pageType: 'listing', reason: 'headlines' } : undefined;
}

/** Teasers are cut shorter than this: a longer paragraph, or so much in all, was written for the page. */
const minLeadLetters = 400;
const minListLetters = 1500;

/**
 * Has a list text of its own: a lead, what a category is about? On the general web all text of a list is wanted by who
 * reads it; on a portal teasers are the text of other articles, however many there are.
 */
export function hasOwnText({ lines, fields, cards }: PageTypeInput): boolean {
  if (!(fields.language ?? '').startsWith('vi')) return true;
  const teasers = teasersOf(lines, fields.title);
  const isOfOthers = (line: PageLine): boolean =>
    teasers.has(line) || [...cards].some((card) => contains(card, line.element));
  const running = lines.filter((line) => line.inBody && isProse(line));
  return (
    running.some((line) => line.text.length >= minLeadLetters) ||
    letters(running.filter((line) => !isOfOthers(line))) >= minListLetters
  );
}

/** Is the title a link to a page that is not this one? Some templates link an article's title to itself. */
function leadsElsewhere({ page, lines, fields }: PageTypeInput): boolean {
  const title = lines.find((line) => line.text === fields.title && line.zone === 'content');
  if (title?.href === undefined || title.linkShare < 0.9) return false;
  const own = select(page, 'link[rel=canonical]')[0]?.attribs.href ?? page.url;
  const name = (address: string): string =>
    address
      .replace(/[?#].*$/u, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '';
  return own === undefined || name(title.href) !== name(own);
}

function isHomeAddress(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(?:index\.\w+|home|trang-chu|default\.aspx)?$/iu.test(pathname);
}
