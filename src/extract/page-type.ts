/**
 * Is there an article, and if not, what is the page? Portals answer 200 whatever happens: to a missing article with
 * their menu around one sentence, to a failed web part with its exception, to an unwritten one with its title alone.
 * What is not an article must be called by its name, so that it is never sold as one.
 */
import { type PageDom, select } from '../dom/index.ts';
import type { ArticleFields, PageType } from '../model/index.ts';
import { findDates } from './fields/date-text.ts';
import { type JunkRule, junkRules, readyRule, ruleFinder } from './junk/index.ts';
import { relatedList } from './junk/related.ts';
import type { PageLine } from './lines.ts';

export interface PageTypeInput {
  readonly page: PageDom;
  readonly fields: ArticleFields;
  /** The page as its lines; those of the body are marked. */
  readonly lines: readonly PageLine[];
  /** The CMS or the site's profile names the body, and a title was found. */
  readonly named: boolean;
  /** What the blocks say, junk and fields gone. */
  readonly text: string;
  /** The page is a list of so many cards, with hardly any text beside them. */
  readonly cards: number;
  readonly images: number;
  readonly attachments: number;
}

interface Verdict {
  readonly pageType: PageType;
  /** A message id without its family: `not-found` is said as `reason/not-found`. */
  readonly reason?: string;
}

export interface Judgement extends Verdict {
  /** The page has text worth keeping: an article that is no mere file, or the lead of a list. */
  readonly hasText: boolean;
}

/** Letters that make a line running text; shorter lines are labels, names, headlines. */
const proseLetters = 80;
/** With less running text than this beside it, an error line is what the page is about. */
const maxProseOfErrorPage = 400;
/** Shorter than this a text needs a picture or an attachment to be an article. */
const minArticleLetters = 40;

const isProse = (line: PageLine): boolean => line.text.length >= proseLetters && line.linkShare < 0.4;
/** A link to another page, with the day of that behind it. */
const isLink = ({ linkShare, text }: PageLine): boolean =>
  linkShare > 0.8 || (linkShare > 0.55 && findDates(text).length > 0);
const isHeadline = (line: PageLine): boolean =>
  isLink(line) && line.text.length >= 25 && line.zone !== 'nav' && line.zone !== 'footer';
const letters = (lines: readonly PageLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

const pageRules = ruleFinder(junkRules.filter(({ page }) => page !== undefined).map((rule) => readyRule(rule)));
const emptyReasons = new Set(['no-content-yet', 'placeholder-text']);
const alertBox =
  /(?:^|[\s_-])(?:alert|error|msg|message|notfound|not-found|404|warning|portlet-msg-error)(?:[\s_-]|$)/u;

/** Sentences of not-found and refusal pages, anywhere in a page that says hardly anything else. */
const missing =
  /không (?:còn )?(?:tồn tại|tìm thấy|được tìm thấy|khả dụng|hợp lệ|hiện có)|hiện không có|đã (?:bị )?(?:xóa|gỡ bỏ|di chuyển)|not (?:be )?found|(?:^|\D)404(?:\D|$)|no longer (?:available|exists)|does not exist|đường (?:link|dẫn) .{0,40}(?:không|sai)/iu;
const refused =
  /(?:vui lòng|bạn (?:cần|phải)|hãy|please) (?:đăng nhập|log ?in|sign in)|đăng nhập để (?:xem|đọc|tiếp tục)|không có quyền|members only|access denied/iu;

const testPost =
  /^(?:te+s+t*\d*|test(?:ing)?(?: thử)?(?: tin)?(?: bài)?(?: \d+)?|tin test.{0,10}|bài test.{0,10}|a{3,}|abc\d*|asdf\w*|qwe\w*|1?23+|x{3,}|thử nghiệm)[\s.!]*$/iu;

function statusReason(status: number | undefined): string | undefined {
  if (status === undefined || status < 400) return undefined;
  if (status === 401 || status === 403 || status === 407) return 'login-wall';
  return status === 404 || status === 410 ? 'not-found' : 'server-error';
}

/** A server's own error screen: nothing stands over its first line, and more lines than that one are the server's. */
function errorScreen({ lines, fields }: PageTypeInput): Verdict | undefined {
  const ruleOf = (line: PageLine): JunkRule | undefined => pageRules(line.text).find(({ error }) => error === true);
  const first = lines[0] && ruleOf(lines[0]);
  if (first?.page === undefined || fields.publishedAt !== undefined) return undefined;
  return lines.slice(1).some((line) => ruleOf(line) !== undefined)
    ? { pageType: 'error', reason: first.page }
    : undefined;
}

/** An error line that the page consists of, or that stands in an alert box where the article should be. */
function errorLine({ lines, fields, text, named }: PageTypeInput): Verdict | undefined {
  const content = lines.filter(({ zone }) => zone === 'content' || zone === 'header');
  const prose = letters(content.filter(isProse));
  const told = named || fields.publishedAt !== undefined || fields.sapo !== undefined || fields.byline !== undefined;
  for (const line of content) {
    const [rule] = pageRules(line.text);
    if (rule?.page === undefined) continue;
    const { beside } = rule.needs ?? {};
    const together =
      beside === undefined ||
      lines.some((other) => other !== line && new RegExp(`^(?:${beside.source})$`, 'iu').test(other.text));
    const boxed = rule.error === true && line.hints.slice(0, 2).some((hint) => alertBox.test(hint));
    // A box of the portal that failed beside a whole article is junk, not the page.
    const alone =
      prose - (isProse(line) ? line.text.length : 0) < maxProseOfErrorPage &&
      text.length < maxProseOfErrorPage &&
      (!told || line.inBody);
    if (!together || !(alone || (boxed && !told && !line.inBody))) continue;
    if (rule.page === 'login-wall' && content.length > 40) continue;
    return { pageType: emptyReasons.has(rule.page) ? 'empty' : 'error', reason: rule.page };
  }
  return undefined;
}

/** A page of a few lines that says it has nothing, or wants a log-in first. */
function shortRefusal({ page, lines, fields }: PageTypeInput): Verdict | undefined {
  const all = lines.filter(({ zone }) => zone !== 'nav' && zone !== 'footer');
  const said = all
    .filter(({ linkShare }) => linkShare < 0.6)
    .map(({ text }) => text)
    .join(' ');
  if (said.length > maxProseOfErrorPage || fields.publishedAt !== undefined) return undefined;
  const asksPassword = select(page, 'input[type=password]').length > 0;
  if (refused.test(said) || (asksPassword && /đăng nhập|log ?in|sign in|mật khẩu|password/iu.test(fields.title ?? '')))
    return { pageType: 'error', reason: 'login-wall' };
  return missing.test(said) ? { pageType: 'error', reason: 'not-found' } : undefined;
}

/** Classes by which a CMS tells on `<body>` or on the list itself that the page is a list. */
const listBody =
  /(?:^|\s)(?:home|front-page|archive|category|tag|search|search-results|blog|view-(?:category|categories|featured|archive)|layout-blog|page-listing|paged)(?:\s|$)/u;
const listBox =
  /(?:^|[\s_-])(?:blog-featured|items-leading|items-row|category-list|list-?news|news-?list|listing|archive-list|ds-?tin|danh-?sach-?tin|list-articles)(?:[\s_\d-]|$)/u;
const pager = /^(?:Page|Trang) \d{1,5} ?(?:of|\/|trên|trong(?: tổng)?(?: số)?) ?\d{1,5}$/iu;

const minShareOfHeadlines = 0.8;

/** A page whose lines are headlines of other pages, with at most a teaser of text. */
function listing(input: PageTypeInput): Verdict | undefined {
  const { page, lines, fields, text } = input;
  const inside = lines.filter(({ inBody }) => inBody);
  const headlines = inside.filter(isHeadline);
  const all = lines.filter(isHeadline);
  const longest = Math.max(0, ...inside.filter(isProse).map((line) => line.text.length));
  const prose = letters(inside.filter(isProse));
  const body = select(page, 'body')[0];
  const bodyClass = (body?.attribs.class ?? '').toLowerCase();
  const paged = lines.some((line) => pager.test(line.text));
  // The dates of a list are those of its cards.
  const dated = fields.publishedAt !== undefined && input.cards === 0;
  let score = 0;
  if (input.cards > 0) score += 1.5;
  if (listBody.test(bodyClass) && !/(?:^|\s)(?:single|view-article|node-type-article|page-node)/.test(bodyClass))
    score += 1.5;
  if (paged) score += 1.5;
  if (headlines.length >= 5 && letters(headlines) > prose) score += 2;
  if (all.length >= 10 && prose < 600 && !dated) score += 1.5;
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
  if (dated) score -= 1;
  if (longest > 600 || text.length > 3000) score -= 1.5;
  return score >= 2 ? { pageType: 'listing', reason: 'headlines' } : undefined;
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

/** Title and date, but nothing to read. */
function emptyPage({ lines, fields, text, images, attachments }: PageTypeInput): Verdict | undefined {
  const title = fields.title ?? '';
  const own = text.replace(title, '').trim();
  if (testPost.test(title.trim()) && own.length < 200) return { pageType: 'empty', reason: 'test-post' };
  if (testPost.test(own)) return { pageType: 'empty', reason: 'test-post' };
  if (images > 0 || attachments > 0) return undefined;
  if (text.trim() === '') return { pageType: 'empty', reason: 'no-text' };
  const prose = lines.some((line) => line.inBody && isProse(line));
  return own.length < minArticleLetters && !prose ? { pageType: 'empty', reason: 'no-text' } : undefined;
}

const relatedHeading = readyRule(relatedList);

/** Under the title nothing but other articles: what is kept are links of a list that its heading calls so. */
function isOthersOnly({ lines, fields }: PageTypeInput): boolean {
  const inside = lines.filter(({ inBody }) => inBody);
  const links = inside.filter((line) => !relatedHeading.whole.test(line.text));
  const [first] = links;
  if (fields.title === undefined || first === undefined || !links.every(isLink)) return false;
  const above = lines.slice(0, first.index).findLast((line) => !isLink(line));
  return above !== undefined && relatedHeading.whole.test(above.text);
}

/** Longer than this a line is no label. */
const maxLabelLetters = 40;

/** An article that is its attached file: what the classifier kept in its place are labels, and links of boxes. */
function isFileOnly({ lines, fields, images, attachments }: PageTypeInput): boolean {
  if (attachments === 0 || images > 0 || fields.title === undefined || fields.publishedAt === undefined) return false;
  // Some give the title as their text too: that is a second line of the same words.
  const heading = lines.find(({ text }) => text === fields.title);
  return lines.every(
    (line) =>
      !line.inBody ||
      line === heading ||
      line.linkShare > 0.6 ||
      (line.text.length <= maxLabelLetters && line.text !== fields.title),
  );
}

/** Teasers are cut shorter than this: a longer paragraph, or so much in all, was written for the page. */
const minLeadLetters = 400;
const minListLetters = 1500;

/** Judge a page by all that was found on it. */
export function judgePageType(input: PageTypeInput): Judgement {
  const status = statusReason(input.page.status);
  if (status !== undefined) return { pageType: 'error', reason: status, hasText: false };
  const verdict = errorScreen(input) ??
    errorLine(input) ??
    shortRefusal(input) ??
    (isOthersOnly(input) ? { pageType: 'empty', reason: 'no-text' } : undefined) ??
    listing(input) ??
    emptyPage(input) ?? { pageType: 'article' };
  const hasLead =
    input.text.length >= minListLetters || input.text.split('\n').some(({ length }) => length >= minLeadLetters);
  const hasText = verdict.pageType === 'listing' ? hasLead : verdict.pageType === 'article' && !isFileOnly(input);
  return { ...verdict, hasText };
}
