/**
 * Where a message stands, and whether it is what the page is about: boxes of a portal fail and are empty beside whole
 * articles.
 */
import { maxLabelLetters } from '../companions/other-boxes.ts';
import { loose } from '../fields/rank.ts';
import { windowNames } from '../fields/site-name.ts';
import type { ReadyRule } from '../junk/index.ts';
import { isProse, type PageLine } from '../lines.ts';
import { minArticleLetters, type PageTypeInput } from './evidence.ts';
import { isDated, isGreatest, isTitleLine, isUnderName, minTitleWords } from './headed.ts';
import { letters } from './line-kinds.ts';

/** With less running text than this beside it, an error line is what the page is about. */
export const maxProseOfErrorPage = 400;
/** What leads elsewhere is a label. */
export const maxLinkShare = 0.6;
/** “Nothing found” and “done” also occur on lists and forms, so they do not count as one page’s reason. */
const isOfOne = (reason: string): boolean => reason !== 'nothing-found' && reason !== 'done';
/** What a page says of itself, hardly ever a box. */
export const ofPages = new Set(['not-found', 'login-wall', 'maintenance']);
/** And never of a box that wants a log-in. */
const ofTexts = new Set(['not-found', 'maintenance']);
const alertBox =
  /(?:^|[\s_-])(?:alert|err(?:or)?|warn(?:ing)?|normalred|notfound|not-found|404|portlet-msg-\w+|(?:lbl|pnl|div|span|txt)?(?:error|msg|message|thong-?bao|loi))(?:[\s_-]|$)/u;

/** A line that gives a reason for the absence of an article. */
export interface Said {
  readonly line: PageLine;
  readonly reason: string;
  /** A whole sentence or a server's complaint; else a label such as “Đăng nhập”, which stands in boxes of every page. */
  readonly isSentence: boolean;
  readonly rule?: ReadyRule;
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
export interface Around {
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

/** A place in which a message is what the page is about. */
interface Place {
  readonly why: string;
  readonly holds: (message: Said, around: Around) => boolean;
}

/** Where sentences stand for the page. */
const places: readonly Place[] = [
  { why: 'It stands in an alert box, with the boxes of the portal around it and no article.', holds: isInAlert },
  { why: 'It was kept, and beside it nothing but boxes.', holds: isAmidBoxes },
  {
    why: 'It stands where the text should: at the end of the way to the page, as its greatest heading.',
    holds: isInPlace,
  },
  { why: 'There is hardly anything else to read.', holds: isAlone },
];

/** Is the message what the page is about? A box of the portal that failed beside a whole article is junk, not the page. */
export function isThePage(message: Said, around: Around): boolean {
  const { line, rule, isSentence } = message;
  const { input, content } = around;
  const beside = rule?.beside;
  if (beside && !input.lines.some((other) => other !== line && beside.test(other.text))) return false;
  if (isOfText(line, around)) return false;
  const isFailure = rule?.error === true && hasAlertBox(line) && !(around.isTold || around.isHeaded || line.inBody);
  if (isSentence) return isFailure || places.some(({ holds }) => holds(message, around));
  if (!isFailure && !isAlone(message, around)) return false;
  const isForm = [input.fields.title ?? '', ...windowNames(input.page)].some((title) => loginTitle.test(title));
  return content.length <= maxLinesOfForm && (isForm || lettersBeside(message, around).kept < minArticleLetters);
}

const hasAlertBox = ({ hints }: PageLine): boolean => hints.slice(0, 2).some((hint) => alertBox.test(hint));

/** Running text of the page and kept text, without what the message says, heads or stands under. */
function lettersBeside(message: Said, around: Around): { readonly prose: number; readonly kept: number } {
  const isOther = othersThan(message, around);
  return {
    prose: letters(around.content.filter((other) => isProse(other) && isOther(other))),
    kept: letters(around.inside.filter((other) => other.linkShare < 0.4 && isOther(other))),
  };
}

/** Does the message stand under the title or name of the page? Labels stand under anything. */
const underOf = ({ line, isSentence }: Said, { input }: Around): ReturnType<typeof isUnderName> =>
  isSentence ? isUnderName(line, input) : undefined;

/** What stands over the title is a column, though a CMS names its box as it does that of an article. */
const isBelowTitle = (message: Said, around: Around): boolean =>
  underOf(message, around) === 'title' && letters(around.inside) < maxLettersOfColumn;

function isAlone(message: Said, around: Around): boolean {
  const { line } = message;
  const { input, inside, isTold, isHeaded } = around;
  const under = underOf(message, around);
  const { prose, kept } = lettersBeside(message, around);
  const isOverColumn = isBelowTitle(message, around) && inside.every(({ index }) => index < line.index);
  return (
    prose < maxProseOfErrorPage &&
    Math.min(input.text.length, kept) < maxProseOfErrorPage &&
    (!isTold || line.inBody || under !== undefined) &&
    (!isHeaded || (under === 'name' && !input.named) || isOverColumn)
  );
}

/** Said in a box for it, over a form for logging in or in the place of the text, with the boxes of the portal around it. */
function isInAlert({ line, reason }: Said, { input, inside, isHeaded, messages }: Around): boolean {
  const { named, text } = input;
  const isOwn =
    ofTexts.has(reason) || ((ofPages.has(reason) || line.inBody || !isHeaded) && !isOfBox(line, input, messages));
  const isEmpty = !named || text.trim() === '' || (!isHeaded && letters(inside) < maxLettersOfBox);
  const others = letters(inside.filter((other) => !messages.has(other)));
  return (
    hasAlertBox(line) &&
    isOwn &&
    isEmpty &&
    others <= maxLettersOfBoxes &&
    (reason !== 'login-wall' || toRead.test(line.text)) &&
    !isDated(input)
  );
}

/**
 * Was the message kept, and nothing that tells of an article? Without a day, a title over a text or a CMS that names its
 * parts, what was kept beside it are boxes, unless the message stands under the heading of one.
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
const way = /^(?:bạn đang (?:ở|xem)(?: đây)?\s*:\s*)?(?:trang chủ|trang nhất|trang đầu|home)\s?(?:[»›>/→|-]|::)/iu;

/**
 * Does the message stand where the text should: at the end of the way to the page, as its greatest heading, or under a
 * window that says as much? What was kept then is a box, unless it is as long as articles are, or has a day.
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
function othersThan(message: Said, around: Around): (other: PageLine) => boolean {
  const { line, reason, isSentence } = message;
  const { input, messages, teasers } = around;
  const { lines } = input;
  const under = underOf(message, around);
  const isBelow = isBelowTitle(message, around);
  const above = lines.slice(Math.max(0, line.index - 2), line.index);
  // A box of the portal may fail or be empty among the teasers of a list; what is gone or refused under a heading is the
  // page.
  const isOwn =
    isSentence &&
    (under !== undefined ||
      (ofPages.has(reason) &&
        (line.heading > 0 || above.some(({ heading, linkShare }) => heading > 0 && linkShare < 0.6))));
  return (other) =>
    other !== line &&
    !(isBelow && other.index < line.index) &&
    !(isSentence && messages.has(other)) &&
    !(isOwn && teasers.has(other));
}
