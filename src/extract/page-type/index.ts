/**
 * Is there an article, and if not, what is the page? Portals answer 200 whatever happens: to a missing article with
 * their menu around one sentence, to a failed web part with its exception, to an unwritten one with its title alone.
 * What is not an article must be called by its name, so that it is never sold as one.
 */
import { type AnyNode, contains, type Element, isElement, select } from '../../dom/index.ts';
import { windowNames } from '../fields/site-name.ts';
import { type JunkRule, junkRules, readyRule, ruleFinder } from '../junk/index.ts';
import type { PageLine } from '../lines.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';
import { isDated, isHeaded, isTitleLine, isUnderName, minTitleWords, relatedHeading } from './headed.ts';
import { isLink, isProse, letters, teasersOf } from './line-kinds.ts';
import { hasLead, listing } from './listing.ts';
import { apology, reasonSaid } from './statements.ts';

export interface Judgement extends Verdict {
  /** The page has text worth keeping: an article that is no mere file, or the lead of a list. */
  readonly hasText: boolean;
}

/** With less running text than this beside it, an error line is what the page is about. */
const maxProseOfErrorPage = 400;
/** Shorter than this a text needs a picture or an attachment to be an article. */
const minArticleLetters = 40;

const pageRules = ruleFinder(junkRules.filter(({ page }) => page !== undefined).map((rule) => readyRule(rule)));
const emptyReasons = new Set(['no-content-yet', 'no-text', 'placeholder-text']);
/** What a page says of itself, hardly ever a box. */
const ofPages = new Set(['not-found', 'login-wall']);
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

/** A line that gives a reason for the absence of an article. */
interface Said {
  readonly line: PageLine;
  readonly reason: string;
  /** A whole sentence or a server's complaint; else a label such as “Đăng nhập”, which stands in boxes of every page. */
  readonly isSentence: boolean;
  readonly rule?: JunkRule;
}

/** All of them, sentences first. */
function saidBy(lines: readonly PageLine[]): readonly Said[] {
  const said = lines.flatMap((line, i): Said[] => {
    const reason = reasonSaid(line.text);
    if (reason !== undefined) return [{ line, reason, isSentence: true }];
    const [rule] = pageRules(line.text);
    if (rule?.page !== undefined)
      return [{ line, reason: rule.page, isSentence: rule.error === true || rule.page !== 'login-wall', rule }];
    const above = lines[i - 1];
    if (above === undefined || !apology.test(above.text) || line.linkShare > 0.6) return [];
    if (refused.test(line.text)) return [{ line, reason: 'login-wall', isSentence: true }];
    return missing.test(line.text) ? [{ line, reason: 'not-found', isSentence: true }] : [];
  });
  return [...said.filter(({ isSentence }) => isSentence), ...said.filter(({ isSentence }) => !isSentence)];
}

/** A longer text over the title is an article whose title was not found. */
const maxLettersOfColumn = 1000;
/** A form for logging in has few lines about it; the box of one is on every page of a portal. */
const maxLinesOfForm = 40;
const loginTitle = /^(?:đăng nhập(?: hệ thống| tài khoản| thành viên)?|log ?in|sign in)$/iu;

/** A message that the page consists of, or that stands in an alert box where the article should be. */
function errorLine(input: PageTypeInput): Verdict | undefined {
  const { page, lines, fields, text, named } = input;
  const content = lines.filter(({ zone }) => zone === 'content' || zone === 'header');
  const said = saidBy(content);
  if (said.length === 0) return undefined;
  const messages = new Set(said.filter(({ isSentence }) => isSentence).map(({ line }) => line));
  const teasers = teasersOf(lines, fields.title);
  const inside = lines.filter(({ inBody }) => inBody);
  const told = named || isDated(input) || fields.sapo !== undefined || fields.byline !== undefined;
  const headed = isHeaded(input, messages);
  const isForm = [fields.title ?? '', ...windowNames(page)].some((title) => loginTitle.test(title));
  for (const { line, reason, rule, isSentence } of said) {
    const { beside } = rule?.needs ?? {};
    const together =
      beside === undefined ||
      lines.some((other) => other !== line && new RegExp(`^(?:${beside.source})$`, 'iu').test(other.text));
    const boxed = rule?.error === true && line.hints.slice(0, 2).some((hint) => alertBox.test(hint));
    const above = lines.slice(Math.max(0, line.index - 2), line.index);
    const under = isSentence ? isUnderName(line, input) : undefined;
    // A box of the portal may fail or be empty among the teasers of a list; what is gone or refused under a heading is the page.
    const isOwn =
      isSentence &&
      (under !== undefined ||
        (ofPages.has(reason) &&
          (line.heading > 0 || above.some(({ heading, linkShare }) => heading > 0 && linkShare < 0.6))));
    // What stands over the title is a column, though a CMS names its box as it does that of an article.
    const isBelowTitle = under === 'title' && letters(inside) < maxLettersOfColumn;
    const isColumn = isBelowTitle && inside.every(({ index }) => index < line.index);
    const other = (candidate: PageLine): boolean =>
      candidate !== line &&
      !(isBelowTitle && candidate.index < line.index) &&
      !(isSentence && messages.has(candidate)) &&
      !(isOwn && teasers.has(candidate));
    const prose = letters(content.filter((candidate) => isProse(candidate) && other(candidate)));
    const kept = letters(
      lines.filter((candidate) => candidate.inBody && candidate.linkShare < 0.4 && other(candidate)),
    );
    // A box of the portal that failed beside a whole article is junk, not the page.
    const alone =
      prose < maxProseOfErrorPage &&
      Math.min(text.length, kept) < maxProseOfErrorPage &&
      (!told || line.inBody || under !== undefined) &&
      (!headed || (under === 'name' && !named) || isColumn);
    if (!together || !(alone || (boxed && !told && !headed && !line.inBody))) continue;
    if (!isSentence && (content.length > maxLinesOfForm || !(isForm || kept < minArticleLetters))) continue;
    return { pageType: emptyReasons.has(reason) ? 'empty' : 'error', reason };
  }
  return undefined;
}

/** A page of a few lines that says it has nothing, or wants a log-in first. */
function shortRefusal(input: PageTypeInput): Verdict | undefined {
  const { page, lines, fields } = input;
  const all = lines.filter(({ zone }) => zone !== 'nav' && zone !== 'footer');
  const said = all
    .filter(({ linkShare }) => linkShare < 0.6)
    .map(({ text }) => text)
    .join(' ');
  if (said.length > maxProseOfErrorPage || fields.publishedAt !== undefined) return undefined;
  const isMessage = (line: PageLine): boolean => refused.test(line.text) || missing.test(line.text);
  const messages = new Set([...lines.filter(isMessage), ...saidBy(lines).map(({ line }) => line)]);
  if (isHeaded(input, messages)) return undefined;
  const asksPassword = select(page, 'input[type=password]').length > 0;
  if (refused.test(said) || (asksPassword && /đăng nhập|log ?in|sign in|mật khẩu|password/iu.test(fields.title ?? '')))
    return { pageType: 'error', reason: 'login-wall' };
  return missing.test(said) ? { pageType: 'error', reason: 'not-found' } : undefined;
}

/** Title and date, but nothing to read. */
function emptyPage(input: PageTypeInput): Verdict | undefined {
  const { lines, fields, text, images, attachments } = input;
  const title = fields.title ?? '';
  const own = text.replace(title, '').trim();
  if (testPost.test(title.trim()) && own.length < 200) return { pageType: 'empty', reason: 'test-post' };
  if (testPost.test(own)) return { pageType: 'empty', reason: 'test-post' };
  if (images > 0 || attachments > 0) return undefined;
  if (text.trim() === '') return { pageType: 'empty', reason: 'no-text' };
  if (isImprintOnly(input)) return { pageType: 'empty', reason: 'no-text' };
  const prose = lines.some((line) => line.inBody && isProse(line));
  return own.length < minArticleLetters && !prose ? { pageType: 'empty', reason: 'no-text' } : undefined;
}

/** Under the title nothing but other articles: what is kept are links of a list that its heading calls so. */
function isOthersOnly({ lines, fields }: PageTypeInput): boolean {
  const inside = lines.filter(({ inBody }) => inBody);
  const links = inside.filter((line) => !relatedHeading.whole.test(line.text));
  const [first] = links;
  if (fields.title === undefined || first === undefined || !links.every(isLink)) return false;
  const above = lines.slice(0, first.index).findLast((line) => !isLink(line));
  return above !== undefined && relatedHeading.whole.test(above.text);
}

/** A longer text beside the title is the article after all. */
const maxSideLetters = 600;
const maxLabelLetters = 60;
/** The first words of lines in which a portal says who runs it. */
const imprint =
  /^(?:(?:Cơ quan|Đơn vị) (?:chủ quản|quản lý)|(?:Người )?chịu trách nhiệm|Trưởng ban biên tập|Tổng biên tập|Giấy phép|Bản quyền|©|Địa chỉ|Trụ sở|Điện thoại|Trang (?:thông tin|tin) điện tử|Cổng thông tin điện tử)(?!\p{L})/iu;

/** Nothing was kept but what the portal says of itself at its foot. */
function isImprintOnly({ lines }: PageTypeInput): boolean {
  const inside = lines.filter((line) => line.inBody && !isLink(line) && line.text.length >= minArticleLetters);
  return inside.length > 0 && inside.every(({ text }) => imprint.test(text));
}

/** Lines between a title and its day. */
const maxLinesToDay = 3;
/** Fewer links under the heading may stand in the middle of a text. */
const minOthers = 3;

/**
 * Title and day, then the list of other articles: the CMS has printed an empty text. What was kept stands behind that list
 * under a heading of its own, in a box of the portal.
 */
function isBesideOnly(input: PageTypeInput): boolean {
  const { lines, fields, dateLine } = input;
  const inside = lines.filter(({ inBody }) => inBody);
  const first = inside.find(isProse);
  const heading = first && lines[first.index - 1];
  if (!first || !heading || letters(inside) > maxSideLetters || fields.sapo !== undefined) return false;
  if (heading.linkShare > 0 || heading.text.length > maxLabelLetters || !(heading.heading > 0 || heading.bold))
    return false;
  // The heading of the box may have been taken for the title.
  const title =
    dateLine &&
    lines
      .slice(Math.max(0, dateLine.index - maxLinesToDay), dateLine.index)
      .findLast(
        (line) =>
          (isTitleLine(line, fields) || line.heading > 0 || line.bold) && line.text.split(' ').length >= minTitleWords,
      );
  if (!title || !dateLine) return false;
  const between = lines.slice(Math.max(title.index, dateLine.index) + 1, heading.index);
  if (between.some((line) => line.inBody || isProse(line))) return false;
  const related = between.findIndex(({ text }) => relatedHeading.whole.test(text));
  const others = between.slice(related + 1);
  const end = others.findIndex((line) => !isLink(line));
  const links = end < 0 ? others : others.slice(0, end);
  const last = links.at(-1);
  if (related < 0 || !last || links.length < minOthers) return false;
  const box = parentOfBoth(title.element, last.element);
  // Of a row the list and the text may be two columns beside that of the title.
  return box !== undefined && (!contains(box, first.element) || isRow(box));
}

const isRow = (node: AnyNode): boolean => isElement(node) && node.name === 'tr';

function parentOfBoth(a: Element, b: Element): AnyNode | undefined {
  let up: AnyNode | null = a;
  while (up && !contains(up, b)) up = up.parent;
  return up ?? undefined;
}

/** Longer than this a line is no label of a file. */
const maxFileLabelLetters = 40;

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
      (line.text.length <= maxFileLabelLetters && line.text !== fields.title),
  );
}

/** Judge a page by all that was found on it. */
export function judgePageType(input: PageTypeInput): Judgement {
  const status = statusReason(input.page.status);
  if (status !== undefined) return { pageType: 'error', reason: status, hasText: false };
  const isBeside = isBesideOnly(input);
  const verdict = errorScreen(input) ??
    errorLine(input) ??
    shortRefusal(input) ??
    (isOthersOnly(input) || (isBeside && input.attachments === 0)
      ? { pageType: 'empty', reason: 'no-text' }
      : undefined) ??
    listing(input) ??
    emptyPage(input) ?? { pageType: 'article' };
  const hasText =
    verdict.pageType === 'listing' ? hasLead(input) : verdict.pageType === 'article' && !isFileOnly(input) && !isBeside;
  return { ...verdict, hasText };
}
