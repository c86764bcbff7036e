/**
 * The sapo, or lead: the paragraph between title and text. It is the one a class calls so, or the first paragraph when it
 * alone is bold or italic, or has a slot of its own beside the box that the rest of the text fills. `og:description` is only
 * a witness: it is cut in mid-word, and on pages without a sapo it repeats the first lines of the text.
 */
import { contains, type Element, isElement, isText, isUnseen, textOf, walk } from '../../dom/index.ts';
import { maxCaptionChars } from '../blocks/index.ts';
import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { type Metadata, metaOf } from './metadata.ts';
import type { PartContext } from './part-context.ts';
import { type Candidate, loose } from './rank.ts';
import { isDay } from './title-score.ts';

const minLetters = 40;
const maxLetters = 1200;
const minItalicSentence = 90;
/** Lines of the body that may stand over a sapo: a place, a name, a kicker. */
const maxTextAbove = 2;

/** Does a metadata description begin as the line does? It may be cut, so the shorter decides. */
function described(line: PageLine, metadata: Metadata): boolean {
  const own = loose(line.text);
  return metaOf(metadata, 'description').some(({ value }) => {
    const theirs = loose(value.replace(/(?:\.{3}|…)\s*$/u, '')).slice(0, -12);
    return theirs.length > 30 && own.startsWith(theirs.slice(0, own.length));
  });
}

/** Is there no text in the body but the title? */
function isThin(lines: readonly PageLine[], title: string): boolean {
  return !lines.some((line) => line.inBody && line.text.length > minLetters && loose(line.text) !== loose(title));
}

/** Between title and text Vietnamese portals print the sapo, others a description for those who pass by. */
const isVietnamese = ({ language }: PartContext): boolean => language?.startsWith('vi') === true;

/** Day, author and counter in a list under the title, and the caption of a picture beside the sapo, are no text. */
const isBeside = (line: PageLine): boolean =>
  isDay(line) ||
  line.listed ||
  captionClass.test(line.hints[0] ?? '') ||
  poster.test(line.text) ||
  isUnderPictureInTable(line);
const poster = /^(?:người (?:viết|gửi|đăng)|tác giả|(?:đăng|viết|gửi) bởi)(?!\p{L}).{0,40}$/iu;
const captionClass = /caption|imgcap|chu-?thich/;

/** A row of a small table under another with a picture. */
function isUnderPictureInTable({ element, text }: PageLine): boolean {
  let box: Element = element;
  for (let i = 0; box.name !== 'table' && i < 5; i += 1) {
    if (!box.parent || !isElement(box.parent)) return false;
    box = box.parent;
  }
  return box.name === 'table' && text.length <= maxCaptionChars && saysOnly(box, text) && holdsPicture(box);
}

/** Is this all the text of a box? Of a large one it is told without reading all of it: each line within may ask. */
function saysOnly(box: Element, text: string): boolean {
  let letters = 0;
  walk(box, (node) => {
    if (isText(node)) letters += node.data.replace(/\s+/g, '').length;
    return letters <= text.length && !(isElement(node) && isUnseen(node));
  });
  return letters <= text.length && textOf(box) === text;
}

const holdsPicture = (box: Element): boolean =>
  box.name === 'img' || box.children.some((child) => isElement(child) && holdsPicture(child));

/** Lines of the body between the title, which may itself stand in it, and the line; no more are counted than matter. */
function textAbove({ index }: PageLine, context: PartContext): number {
  const { lines, title, bodyStart = index } = context;
  const from = Math.max(bodyStart, (title?.index ?? -1) + 1);
  let above = 0;
  for (let at = from; at < index && above <= maxTextAbove; at++)
    if (lines[at]?.inBody && !(isVietnamese(context) && isBeside(lines[at]!))) above += 1;
  return above;
}

/** Does the text that follows fill a box that the line is not in? Then the line has a slot of its own. */
function standsApart(line: PageLine, lines: readonly PageLine[], bodyEnd: number | undefined): boolean {
  const after = lines.slice(line.index + 1, bodyEnd).filter(({ inBody, text }) => inBody && text.length > 60);
  const [next] = after;
  if (after.length < 2 || !next) return false;
  let box: Element = next.element;
  for (const { element } of after)
    while (!contains(box, element)) {
      if (!box.parent || !isElement(box.parent)) return false;
      box = box.parent;
    }
  // A paragraph with breaks after a paragraph is the next one of the same text.
  const isNext =
    box.parent === line.element.parent &&
    box.name === line.element.name &&
    box.attribs.class === line.element.attribs.class &&
    after.every(({ element }) => element === box);
  return !contains(box, line.element) && !isNext;
}

/** What a journal prints over the paper. */
const abstract = /^(?:tóm (?:tắt|lược)|abstract|summary)\s?[:.–-]\s/iu;

/** What a citizen asks is the text itself. */
const question = /^(?:câu )?hỏi\s?[:：]/iu;

/** A speech or a letter begins with whom it speaks to, in bold type. */
const salutation = /^(?:kính (?:thưa|gửi|chào|trình)|thưa|thân gửi|mến gửi)(?!\p{L}).{2,200}[!,:]$/iu;

function fromLine(line: PageLine, context: PartContext): Candidate | undefined {
  const { lines, title, titleText, bodyStart, bodyEnd, marked, metadata } = context;
  const hint = hinted(line.hints, 'sapo', 3);
  const length = line.text.length;
  if (length < (hint > 0 || marked.has(line) ? 20 : minLetters) || length > maxLetters || line.linkShare > 0.5)
    return undefined;
  if (line === title || question.test(line.text) || salutation.test(line.text)) return undefined;
  // What a box says of the author is called a description too.
  if (hint > 0 && hinted(line.hints, 'byline', 3) > 0 && !marked.has(line)) return undefined;
  if (title && (line.index < title.index || (line.index > title.index + 14 && !marked.has(line)))) return undefined;
  if (line.zone !== 'content' || hinted(line.hints, 'related') > 0) return undefined;
  const above = textAbove(line, context);
  if (bodyStart !== undefined && above > maxTextAbove) return undefined;
  // Where an attachment is the whole article, the slot's copy of the title is all the text there is.
  if (titleText !== undefined && loose(line.text) === loose(titleText) && !(hint > 0 && isThin(lines, titleText)))
    return undefined;
  // A slot filled with the title of another article is a link elsewhere on the page.
  if (lines.some((other) => other.linkShare > 0.7 && other.text === line.text)) return undefined;
  const next = lines
    .slice(line.index + 1, bodyEnd ?? line.index + 4)
    .filter(({ text }) => text.length > 60)
    .slice(0, 3);
  const alone =
    next.length > 0 &&
    // An interview prints its questions in bold as well.
    next.every((other) => !other.bold || !line.bold || other.text.endsWith('?')) &&
    next.every((other) => !other.italic || !line.italic);
  let sum = 0;
  if (hint > 0) sum += 1.5 + hint;
  if (abstract.test(line.text)) sum += 2.5;
  if (marked.has(line)) sum += 2;
  const first = bodyStart === undefined || above === 0;
  if (line.bold && first && alone && length > 60) sum += 2;
  // A caption is in italics too, but hardly a sentence of this length.
  if (line.italic && first && alone && length > 60)
    sum += isVietnamese(context) && length > minItalicSentence && /[.!?…]$/u.test(line.text) ? 1.7 : 1.2;
  if (line.heading > 0 && length > 60 && first) sum += 1;
  if (bodyStart !== undefined && line.index < bodyStart) sum += 0.7;
  // Some slots hold a headline instead: short, and no sentence.
  if (length < 90 && !/[.!?…:"”]$/u.test(line.text) && line.text !== titleText) sum -= 2;
  if (described(line, metadata)) sum += 0.8;
  if (hint === 0 && first && (line.inBody || (isVietnamese(context) && title)) && standsApart(line, lines, bodyEnd))
    sum += 1.6;
  return {
    value: line.text,
    line,
    rule: marked.has(line) ? 'sapo/template' : hint > 0 ? 'sapo/hint' : 'sapo/first-paragraph',
    score: sum,
  };
}

/** All candidates for the sapo. */
export function findSapos(context: PartContext): Candidate[] {
  return context.lines.flatMap((line) => fromLine(line, context) ?? []);
}
