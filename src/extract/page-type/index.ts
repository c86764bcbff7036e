/**
 * Is there an article, and if not, what is the page? Portals answer 200 whatever happens: to a missing article with
 * their menu around one sentence, to a failed web part with its exception, to an unwritten one with its title alone.
 * What is not an article must be called by its name, so that it is never sold as one.
 */
import {
  type AnyNode,
  contains,
  type Element,
  hasNode,
  isElement,
  isHidden,
  select,
  textOf,
  walk,
} from '../../dom/index.ts';
import { isFileAddress } from '../blocks/index.ts';
import { loose } from '../fields/rank.ts';
import { windowNames } from '../fields/site-name.ts';
import { isProse, type PageLine } from '../lines.ts';
import { album } from './album.ts';
import { calendar } from './calendar.ts';
import { minArticleLetters, type PageTypeInput, type Verdict } from './evidence.ts';
import { isDated, isGreatest, isTitleLine, minTitleWords, relatedHeading } from './headed.ts';
import { hiddenLetters, isImprint, isLink, letters } from './line-kinds.ts';
import { hasOwnText, listing } from './listing.ts';
import { maxLettersOfBoxes } from './message-place.ts';
import { errorLine, errorScreen, loginForm, shortRefusal } from './messages.ts';
import { portalPage } from './portal-pages.ts';
import { redirectStub } from './redirect.ts';

export interface Judgement extends Verdict {
  /** The page has text worth keeping: an article that is no mere file, or the lead of a list. */
  readonly hasText: boolean;
  /** What was found of title, day and names tells of this page. */
  readonly hasFields: boolean;
}

/** What is written to try a new portal out. */
const testPost =
  /^(?:te+s+t*\d*|test(?:ing)?(?: (?:thử|thu|tin|bài|bai|viết|viet|mới|moi|nội|noi|dung|test|\d+)){0,6}|tin test.{0,10}|bài test.{0,10}|(?:thử|thu) (?:đăng|dang|gửi|gui|đưa|dua|post) (?:bài|bai|tin)(?: (?:lần|lan|thử|thu|mới|moi|\d+)){0,4}|a{3,}|abc\d*|asdf\w*|qwe\w*|1?23+|x{3,}|thử nghiệm)[\s.!]*$/iu;

function statusReason(status: number | undefined): string | undefined {
  if (status === undefined || status < 400) return undefined;
  if (status === 401 || status === 403 || status === 407) return 'login-wall';
  return status === 404 || status === 410 ? 'not-found' : 'server-error';
}

/** Fewer words under a title are a label. */
const minNoticeWords = 4;

/** What is longer was written to be read, whatever its heading. */
const maxTestLetters = 1500;

/** Someone has tried the portal out. */
function testPage({ fields: { title = '' }, text }: PageTypeInput): Verdict | undefined {
  const own = text.replace(title, '').trim();
  const isTest = testPost.test(own) || (testPost.test(title.trim()) && own.length < maxTestLetters);
  return isTest ? { pageType: 'empty', reason: 'test-post' } : undefined;
}

/** Title and date, but nothing to read. */
function emptyPage(input: PageTypeInput): Verdict | undefined {
  const { lines, fields, text, images, attachments } = input;
  const title = fields.title ?? '';
  const own = text.replace(title, '').trim();
  if (images > 0 || attachments > 0) return undefined;
  if (text.trim() === '') return { pageType: 'empty', reason: 'no-text' };
  if (isImprintOnly(input)) return { pageType: 'empty', reason: 'no-text' };
  const inside = lines.filter(({ inBody }) => inBody);
  // What was kept of boxes may have been told from the text since.
  const isGone = own.length < minArticleLetters;
  if (!isGone && (inside.some(isProse) || hiddenLetters(text, lines) > 0)) return undefined;
  // A title and a sentence, and nothing else on the page: somebody meant it so.
  const isAll =
    title !== '' &&
    own.split(' ').length >= minNoticeWords &&
    lines.every((line) => line.inBody || line.text === title);
  if (isAll) return undefined;
  // Buttons, and the headings of other articles' lists.
  const said = inside.filter((line) => !isLink(line) && !relatedHeading.whole.test(line.text));
  return own.length < minArticleLetters || (said.length < inside.length && letters(said) < minArticleLetters)
    ? { pageType: 'empty', reason: 'no-text' }
    : undefined;
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
/** Nothing was kept but what the portal says of itself at its foot. */
function isImprintOnly({ lines }: PageTypeInput): boolean {
  const inside = lines.filter((line) => line.inBody && !isLink(line) && line.text.length >= minArticleLetters);
  return inside.length > 0 && inside.every(isImprint);
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

/** Day, names and buttons stand between a title and the list of other articles. */
const maxLinesToOthers = 8;

/**
 * The name of the page, then the list of other articles, in one box: the CMS has printed an empty text there. What was kept
 * stands outside that box, before it or behind, and is no longer than what boxes say.
 */
function isOverOthers({ page, lines }: PageTypeInput): boolean {
  const inside = lines.filter(({ inBody }) => inBody);
  if (inside.length === 0 || letters(inside) > maxLettersOfBoxes) return false;
  const names = windowNames(page);
  return lines.some((title) => {
    if (title.inBody || title.linkShare > 0.6 || title.text.split(' ').length < minTitleWords) return false;
    if (!names.includes(loose(title.text)) && !isGreatest(title, lines)) return false;
    const below = lines.slice(title.index + 1, title.index + 1 + maxLinesToOthers);
    const heading = below.findIndex(({ text }) => relatedHeading.whole.test(text));
    if (heading < 0 || below.slice(0, heading).some((line) => line.inBody || isProse(line))) return false;
    const others = lines.slice(title.index + heading + 2, title.index + heading + 2 + minOthers);
    const last = others.at(-1);
    const box = last && parentOfBoth(title.element, last.element);
    return box !== undefined && !inside.some(({ element }) => contains(box, element));
  });
}

/** What portals call the box of an article's text. */
const textBox =
  /(?:^|[\s_-]|div|lbl|pnl)(?:noi-?dung|(?:news|article|post|entry|detail|item|tin)-?(?:content|body|text)|content-?detail|chi-?tiet-?(?:tin|noi-?dung))(?:[\s_-]|$)/i;
/** So many boxes around a title may lie between it and that box. */
const maxBoxesUp = 6;

/**
 * Title and day, then the box that the portal keeps the text in, with nothing in it. What was kept stands further down, or
 * before.
 */
function isOverEmptyBox(input: PageTypeInput): boolean {
  const { lines, fields, dateLine } = input;
  const inside = lines.filter(({ inBody }) => inBody);
  const title = lines.findLast(
    (line) => isTitleLine(line, fields) && dateLine && Math.abs(dateLine.index - line.index) <= maxLinesToDay,
  );
  if (!title || !dateLine || letters(inside) > maxLettersOfBoxes) return false;
  const from = Math.max(title.index, dateLine.index) + 1;
  if (lines.slice(from, from + maxLinesToOthers).some((line) => line.inBody && isProse(line))) return false;
  let box: AnyNode | null = title.element;
  for (let up = 0; box && up < maxBoxesUp; up++, box = box.parent) if (holdsEmptyBox(box, title.element)) return true;
  return false;
}

/** A frame that nothing was filled into: its heading and, beside that, the box of its text are empty. What was kept are boxes. */
function isBlankFrame({ page, lines }: PageTypeInput): boolean {
  if (letters(lines.filter(({ inBody }) => inBody)) > maxLettersOfBoxes) return false;
  return select(page, 'h1, h2, h3').some(
    (title) =>
      isEmpty(title) &&
      title.parent?.children.some(
        (beside) => isElement(beside) && isNamedTextBox(beside) && isEmpty(beside) && !isHidden(beside),
      ),
  );
}

const isNamedTextBox = ({ attribs: { class: classes = '', id = '' } }: Element): boolean =>
  textBox.test(classes) || textBox.test(id);

/** Does an empty box of an article's text stand behind the title? */
function holdsEmptyBox(box: AnyNode, title: Element): boolean {
  let isBehind = false;
  let found = false;
  walk(box, (node) => {
    if (found || !isElement(node)) return !found;
    isBehind ||= node === title;
    found = isBehind && isNamedTextBox(node) && isEmpty(node);
    return !found;
  });
  return found;
}

const isEmpty = (box: Element): boolean =>
  textOf(box) === '' && !box.children.some((child) => hasNode(child, isLookedAt));

/** A film and a table too: whoever filled the box meant something by it. */
const isLookedAt = (node: AnyNode): boolean => isElement(node) && lookedAt.has(node.name);
const lookedAt = new Set('img iframe object embed video svg canvas form table'.split(' '));

const isRow = (node: AnyNode): boolean => isElement(node) && node.name === 'tr';

function parentOfBoth(a: Element, b: Element): AnyNode | undefined {
  let up: AnyNode | null = a;
  while (up && !contains(up, b)) up = up.parent;
  return up ?? undefined;
}

/** Longer than this a line is no label of a file. */
const maxFileLabelLetters = 40;

/** A file with its kind and size: “BC.pdf — PDF document, 688 kB”. */
const isFileLine = ({ text, linkShare, href }: PageLine): boolean =>
  text.length <= maxFileLineLetters && linkShare >= 0.3 && [href ?? '', ...text.split(' ', 1)].some(isFileAddress);
const maxFileLineLetters = 120;

/** An article that is its attached file: what the classifier kept in its place are labels, and links of boxes. */
function isFileOnly({ lines, fields, images, attachments, named }: PageTypeInput): boolean {
  if (attachments === 0 || images > 0 || fields.title === undefined || fields.publishedAt === undefined) return false;
  if (named) return lines.every((line) => !line.inBody || isFileLine(line));
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

/**
 * The CMS names the text of a dated article, which may be one sentence, and files hang on it: the headlines are those of
 * boxes.
 */
const isDocument = (input: PageTypeInput): boolean => input.named && input.attachments > 0 && isDated(input);

/** Judge a page by all that was found on it. */
export function judgePageType(input: PageTypeInput): Judgement {
  const status = statusReason(input.page.status);
  if (status !== undefined) return { pageType: 'error', reason: status, hasText: false, hasFields: false };
  const isBeside = isBesideOnly(input);
  const isBlank = isBlankFrame(input);
  const made = portalPage(input);
  const said = errorLine(input);
  const verdict = redirectStub(input) ??
    testPage(input) ??
    errorScreen(input) ??
    (said?.pageType === 'error' ? said : undefined) ??
    shortRefusal(input) ??
    loginForm(input) ??
    (isBlank ||
    isOthersOnly(input) ||
    ((isBeside || isOverOthers(input) || isOverEmptyBox(input)) && input.attachments === 0)
      ? { pageType: 'empty', reason: 'no-text' }
      : undefined) ??
    (isDocument(input) ? undefined : listing(input)) ??
    album(input) ??
    calendar(input) ??
    made ??
    said ??
    emptyPage(input) ?? { pageType: 'article' };
  const hasText =
    verdict.pageType === 'listing'
      ? made === undefined && hasOwnText(input)
      : verdict.pageType === 'article' && !isFileOnly(input) && !isBeside;
  // What heads an error page is the server's word, and beside a search the only headings are those of boxes.
  return { ...verdict, hasText, hasFields: verdict.pageType !== 'error' && made === undefined && !isBlank };
}
