/** What a page says in the place of an article: a server's error, “not found”, “log in first”. */
import { contains, select } from '../../dom/index.ts';
import { maxLabelLetters } from '../companions/other-boxes.ts';
import { loose } from '../fields/rank.ts';
import { windowNames } from '../fields/site-name.ts';
import { type JunkRule, junkRules, type ReadyRule, readyRule, ruleFinder } from '../junk/index.ts';
import type { PageLine } from '../lines.ts';
import { minArticleLetters, type PageTypeInput, type Verdict } from './evidence.ts';
import { isDated, isGreatest, isHeaded, isTitleLine, isUnderName, minTitleWords } from './headed.ts';
import { isProse, letters, teasersOf } from './line-kinds.ts';
import { reasonSaid } from './message-reason.ts';

/** With less running text than this beside it, an error line is what the page is about. */
const maxProseOfErrorPage = 400;
const pageRules = ruleFinder(junkRules.filter(({ page }) => page !== undefined).map((rule) => readyRule(rule)));
const emptyReasons = new Set(['no-content-yet', 'no-text', 'placeholder-text', 'nothing-found', 'done']);
/** What leads elsewhere is a label. */
const maxLinkShare = 0.6;
/** Of these many a list and many a form have one. */
const isOfOne = (reason: string): boolean => reason !== 'nothing-found' && reason !== 'done';
/** What a page says of itself, hardly ever a box. */
const ofPages = new Set(['not-found', 'login-wall', 'maintenance']);
/** And never of a box that wants a log-in. */
const ofTexts = new Set(['not-found', 'maintenance']);
const alertBox =
  /(?:^|[\s_-])(?:alert|err(?:or)?|warn(?:ing)?|normalred|notfound|not-found|404|portlet-msg-\w+|(?:lbl|pnl|div|span|txt)?(?:error|msg|message|thong-?bao|loi))(?:[\s_-]|$)/u;

/**
 * A server's own error screen: nothing stands over its first line, or the portal's frame around it has no other title, and more
 * lines than that one are the server's.
 */
export function errorScreen({ lines, fields }: PageTypeInput): Verdict | undefined {
  const ruleOf = (line: PageLine): JunkRule | undefined => pageRules(line.text).find(({ error }) => error === true);
  const first = lines.find((line, i) => (i === 0 || isTitleLine(line, fields)) && ruleOf(line)?.page !== undefined);
  const reason = first && ruleOf(first)?.page;
  if (first === undefined || reason === undefined || fields.publishedAt !== undefined) return undefined;
  return lines.some((line) => line !== first && ruleOf(line) !== undefined) ? { pageType: 'error', reason } : undefined;
}

/** A line that gives a reason for the absence of an article. */
interface Said {
  readonly line: PageLine;
  readonly reason: string;
  /** A whole sentence or a server's complaint; else a label such as “Đăng nhập”, which stands in boxes of every page. */
  readonly isSentence: boolean;
  readonly rule?: ReadyRule;
}

/** All of them, failures and sentences first. */
function saidBy(lines: readonly PageLine[]): readonly Said[] {
  const said = lines.flatMap((line): Said[] => {
    const reason = line.linkShare > maxLinkShare ? undefined : reasonSaid(line.text);
    if (reason !== undefined) return [{ line, reason, isSentence: true }];
    const [rule] = pageRules(line.text);
    if (rule?.page === undefined) return [];
    return [{ line, reason: rule.page, isSentence: rule.error === true || rule.page !== 'login-wall', rule }];
  });
  // A failure says more than that there is nothing, and a sentence more than a label.
  const rank = ({ reason, isSentence }: Said): number => (isSentence ? 0 : 2) + (emptyReasons.has(reason) ? 1 : 0);
  return said.sort((a, b) => rank(a) - rank(b));
}

/** What a forum forbids beside a thread is to answer it. */
const toRead = /(?:^|[^\p{L}])(?:xem|đọc|truy cập|vào|view|access)(?!\p{L})/iu;

/** A box that a CMS names as it does an article has no more text. */
const maxLettersOfBox = 600;
/** A longer text over the title is an article whose title was not found. */
const maxLettersOfColumn = 1000;
/** A form for logging in has few lines about it; the box of one is on every page of a portal. */
const maxLinesOfForm = 40;
const loginTitle = /^(?:đăng nhập(?: hệ thống| tài khoản| thành viên)?|log ?in|sign in)$/iu;

/** What every message of a page is held against. */
interface Around {
  readonly input: PageTypeInput;
  readonly content: readonly PageLine[];
  /** The lines of the body. */
  readonly inside: readonly PageLine[];
  /** The lines that are messages. */
  readonly messages: ReadonlySet<PageLine>;
  readonly teasers: ReadonlySet<PageLine>;
  /** The page tells of an article: day, lead, name, or a CMS that names its parts. */
  readonly isTold: boolean;
  readonly isHeaded: boolean;
}

/** A longer paragraph was written for the page: where it has a day too, no message is what the page is about. */
const isParagraph = ({ text, linkShare }: PageLine): boolean => text.length > maxProseOfErrorPage && linkShare < 0.4;

/** A message that the page consists of, or that stands in an alert box where the article should be. */
export function errorLine(input: PageTypeInput): Verdict | undefined {
  const { lines, fields, named } = input;
  // No article has such a title, whatever the boxes around it tell.
  const reasons = [fields.title ?? '', ...windowNames(input.page)].map(reasonSaid);
  const reasonOfTitle = reasons.find((reason) => reason !== undefined && ofPages.has(reason));
  if (reasonOfTitle !== undefined && !isDated(input)) return { pageType: 'error', reason: reasonOfTitle };
  const inside = lines.filter(({ inBody }) => inBody);
  if (isDated(input) && inside.some(isParagraph)) return undefined;
  const content = lines.filter(({ zone }) => zone === 'content' || zone === 'header');
  const said = saidBy(content);
  if (said.length === 0) return undefined;
  const messages = new Set(said.filter(({ isSentence }) => isSentence).map(({ line }) => line));
  const around: Around = {
    input,
    content,
    inside,
    messages,
    teasers: teasersOf(lines, fields.title),
    isTold: named || isDated(input) || fields.sapo !== undefined || fields.byline !== undefined,
    isHeaded: isHeaded(input, messages),
  };
  const own = said.find((message) => !isOfText(message.line, around) && isThePage(message, around));
  return own && { pageType: emptyReasons.has(own.reason) ? 'empty' : 'error', reason: own.reason };
}

/** So much more text in the same box is a text, in which one sentence sounds like a message. */
const maxTimesMessages = 2;
const minLinesOfText = 2;

/** Does the line stand amid other paragraphs of one text? */
function isOfText({ element }: PageLine, { inside, messages }: Around): boolean {
  const beside = inside.filter(
    (other) => other.element === element || (other.element.parent === element.parent && other.heading === 0),
  );
  const others = beside.filter((other) => !messages.has(other) && other.linkShare < maxLinkShare);
  const said = letters(beside.filter((other) => messages.has(other)));
  return others.length >= minLinesOfText && letters(others) > maxTimesMessages * said;
}

/** Is the message what the page is about? A box of the portal that failed beside a whole article is junk, not the page. */
function isThePage(message: Said, around: Around): boolean {
  const { line, reason, rule, isSentence } = message;
  const { input, content, inside } = around;
  const { page, lines, fields, text, named } = input;
  const beside = rule?.beside;
  if (beside && !lines.some((other) => other !== line && beside.test(other.text))) return false;
  const under = isSentence ? isUnderName(line, input) : undefined;
  // What stands over the title is a column, though a CMS names its box as it does that of an article.
  const isBelowTitle = under === 'title' && letters(inside) < maxLettersOfColumn;
  const isOverColumn = isBelowTitle && inside.every(({ index }) => index < line.index);
  const isOther = othersThan(message, under, isBelowTitle, around);
  const prose = letters(content.filter((other) => isProse(other) && isOther(other)));
  const kept = letters(inside.filter((other) => other.linkShare < 0.4 && isOther(other)));
  const isAlone =
    prose < maxProseOfErrorPage &&
    Math.min(text.length, kept) < maxProseOfErrorPage &&
    (!around.isTold || line.inBody || under !== undefined) &&
    (!around.isHeaded || (under === 'name' && !named) || isOverColumn);
  const isInAlert = line.hints.slice(0, 2).some((hint) => alertBox.test(hint));
  const isAlert = rule?.error === true && isInAlert && !(around.isTold || around.isHeaded || line.inBody);
  // Said in a box for it, over a form for logging in or in the place of the text, with the boxes of the portal around it.
  const isOwnAlert =
    ofTexts.has(reason) ||
    ((ofPages.has(reason) || line.inBody || !around.isHeaded) && !isOfBox(line, input, around.messages));
  const isShut =
    isInAlert &&
    isOwnAlert &&
    (reason !== 'login-wall' || toRead.test(line.text)) &&
    (!named || text.trim() === '' || (!around.isHeaded && letters(inside) < maxLettersOfBox)) &&
    !isDated(input);
  if (isSentence && (isShut || isAmidBoxes(message, around) || isInPlace(message, around))) return true;
  if (isSentence || !(isAlone || isAlert)) return isAlone || isAlert;
  const isForm = [fields.title ?? '', ...windowNames(page)].some((title) => loginTitle.test(title));
  return content.length <= maxLinesOfForm && (isForm || kept < minArticleLetters);
}

/**
 * Was the message kept, and nothing that tells of an article? Without a day, a title over a text or a CMS that names its parts, what was
 * kept beside it are boxes, unless the message stands under the heading of one.
 */
function isAmidBoxes({ line, reason }: Said, { input, inside, isHeaded, messages }: Around): boolean {
  if (!line.inBody || !isOfOne(reason)) return false;
  const others = letters(inside.filter((other) => !messages.has(other)));
  if (others === 0) return reason !== 'maintenance' && reason !== 'server-error';
  if (input.named || isDated(input) || others > maxLettersOfBoxes) return false;
  return isHeaded ? isUnderHeadline(line, input) : !isOfBox(line, input, messages);
}

/** Does a headline stand over the message that is not the title? The one of a box beside it was taken for that. */
function isUnderHeadline({ index }: PageLine, { lines, fields }: PageTypeInput): boolean {
  const above = lines[index - 1];
  return (
    above !== undefined &&
    (above.heading > 0 || above.bold) &&
    above.linkShare < maxLinkShare &&
    above.text.split(' ').length > minTitleWords &&
    !isTitleLine(above, fields)
  );
}

/** Does the heading of a box stand straight over the message? */
function isOfBox(line: PageLine, { page, lines, fields }: PageTypeInput, messages: ReadonlySet<PageLine>): boolean {
  const above = lines.slice(0, line.index).findLast((other) => !messages.has(other));
  return (
    above !== undefined &&
    (above.heading > 1 || above.bold) &&
    above.text.length <= maxLabelLetters &&
    above.linkShare < maxLinkShare &&
    !isTitleLine(above, fields) &&
    !windowNames(page).includes(loose(above.text)) &&
    !isGreatest(above, lines)
  );
}

/** What a window is called that shows a failure. */
const failure = /^(?:(?:trang )?(?:báo )?lỗi|error(?: page)?|server error|trang lỗi|oops|sorry)$/u;

/** More than two or three boxes of a portal say together. */
export const maxLettersOfBoxes = 1600;

/** The way to a page, which ends where its text begins: “Trang chủ » Tin tức”. */
const way = /^(?:bạn đang (?:ở|xem)(?: đây)?\s*:\s*)?(?:trang chủ|trang nhất|home)\s?(?:[»›>/→|-]|::)/iu;

/**
 * Does the message stand where the text should: at the end of the way to the page, as its greatest heading, or under a window that
 * says as much? What was kept then is a box, unless it is as long as articles are, or has a day.
 */
function isInPlace({ line }: Said, { input, inside, messages }: Around): boolean {
  const { page, lines } = input;
  if (letters(inside.filter((other) => !messages.has(other))) > maxLettersOfBoxes) return false;
  const names = windowNames(page);
  if (names.some((name) => failure.test(name) || name === loose(line.text))) return true;
  if (isDated(input)) return false;
  const first = Math.min(...[...messages].map(({ index }) => index));
  const above = lines[first - 1];
  const isAtEnd = above !== undefined && (above.zone === 'breadcrumb' || way.test(above.text));
  return isAtEnd || isGreatest(line, lines) || isOverBox(inside, messages, lines);
}

/** Was nothing kept over the messages, and under them what stands under the heading of a box? */
function isOverBox(inside: readonly PageLine[], messages: ReadonlySet<PageLine>, lines: readonly PageLine[]): boolean {
  const first = inside.find((line) => !messages.has(line) && isProse(line));
  const last = inside.slice(0, first && inside.indexOf(first)).findLast((line) => messages.has(line));
  if (inside[0] === undefined || !messages.has(inside[0]) || last === undefined) return false;
  return (
    first === undefined ||
    lines
      .slice(last.index + 1, first.index)
      .some(
        ({ inBody, heading, bold, linkShare, text }) =>
          linkShare < 0.6 && text.length <= maxLabelLetters && (!inBody || heading > 0 || bold),
      )
  );
}

/** What counts as other text beside a message. */
function othersThan(
  { line, reason, isSentence }: Said,
  under: ReturnType<typeof isUnderName>,
  isBelowTitle: boolean,
  { input: { lines }, messages, teasers }: Around,
): (other: PageLine) => boolean {
  const above = lines.slice(Math.max(0, line.index - 2), line.index);
  // A box of the portal may fail or be empty among the teasers of a list; what is gone or refused under a heading is the page.
  const isOwn =
    isSentence &&
    (under !== undefined ||
      (ofPages.has(reason) &&
        (line.heading > 0 || above.some(({ heading, linkShare }) => heading > 0 && linkShare < 0.6))));
  return (other) =>
    other !== line &&
    !(isBelowTitle && other.index < line.index) &&
    !(isSentence && messages.has(other)) &&
    !(isOwn && teasers.has(other));
}

/** Between a heading and a field for a password stand a hint and labels. */
const maxLinesToField = 6;

/** Does the page's greatest heading stand straight over a field for a password? */
export function loginForm(input: PageTypeInput): Verdict | undefined {
  const { page, lines } = input;
  const heading = lines.find((line) => isGreatest(line, lines));
  if (heading === undefined || isDated(input)) return undefined;
  const isOver = select(page, 'input[type=password]').some((field) => {
    let label: PageLine | undefined;
    for (let box = field.parent; box && !label; box = box.parent)
      label = lines.find(({ element }) => contains(box, element));
    const between = lines.slice(heading.index + 1, label?.index);
    return (
      label !== undefined &&
      label.index > heading.index &&
      between.length <= maxLinesToField &&
      between.every((line) => line.heading === 0)
    );
  });
  return isOver ? { pageType: 'error', reason: 'login-wall' } : undefined;
}

/** A page of a few lines that says it has nothing, or wants a log-in first. */
export function shortRefusal(input: PageTypeInput): Verdict | undefined {
  const { page, lines, fields } = input;
  const all = lines.filter(({ zone }) => zone !== 'nav' && zone !== 'footer');
  if (letters(all.filter(({ linkShare }) => linkShare < maxLinkShare)) > maxProseOfErrorPage) return undefined;
  if (fields.publishedAt !== undefined) return undefined;
  const said = saidBy(lines).filter(({ reason, isSentence }) => isSentence && !emptyReasons.has(reason));
  if (isHeaded(input, new Set(said.map(({ line }) => line)))) return undefined;
  const asksPassword = select(page, 'input[type=password]').length > 0 && asksIn.test(fields.title ?? '');
  const reason = said[0]?.reason ?? (asksPassword ? 'login-wall' : undefined);
  return reason === undefined ? undefined : { pageType: 'error', reason };
}

const asksIn = /đăng nhập|log ?in|sign in|mật khẩu|password/iu;
