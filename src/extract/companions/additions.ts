/** Lines that belong to chosen ones beside them, whatever they say. */
import { headingLevel } from '../../dom/index.ts';
import { isLinked, makeOf, type Region, type Segment, type Survey } from '../classify/survey.ts';
import { minParagraphLetters } from './letters.ts';

/** A line with fewer letters is a label; a sentence that ends in a colon announces the list, table or quotation below it. */
const minAnnouncingLetters = 40;

/** The choice, with the sentences that announce what was chosen. */
export function withAnnouncements({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  return segments.map(
    ({ index, text, linkChars, hidden }) =>
      kept[index] ||
      (kept[index + 1] === true &&
        !hidden &&
        linkChars === 0 &&
        text.length >= minAnnouncingLetters &&
        /[:：]$/u.test(text)),
  );
}

/**
 * The choice, with the paragraphs before one that was chosen that are of the same make: a first stanza, a short second
 * reason.
 */
export function withParagraphsAlike({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const all = [...kept];
  for (const segment of [...segments].reverse()) {
    const next = segments[segment.index + 1];
    if (all[segment.index] || next === undefined || !all[next.index] || segment.hidden) continue;
    all[segment.index] =
      segment.linkChars === 0 && segment.text.length >= minParagraphLetters && areAlike(segment, next);
  }
  return all;
}

const questionLabel = /^(?:nội dung )?(?:câu )?hỏi\s?:?$/iu;
const answerLabel = /^(?:nội dung )?(?:câu )?(?:trả lời|đáp)\s?:?$/iu;
/** Longest question of a reader, in segments, with its label and the name of who asks. */
const maxQuestionSegments = 12;

/** The choice, with the question whose answer was chosen, and the labels of both. */
export function withQuestions({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const all = [...kept];
  for (const { index: answer, text } of segments) {
    if (!answerLabel.test(text) || !(kept[answer + 1] || kept[answer + 2])) continue;
    const from = Math.max(0, answer - maxQuestionSegments);
    const before = segments.slice(from, answer).findLastIndex((segment) => questionLabel.test(segment.text));
    const asked = before < 0 ? [] : segments.slice(from + before, answer + 1);
    if (asked.some(isLinked)) continue;
    for (const { index, hidden } of asked) all[index] = !hidden;
  }
  return all;
}

/** More lines in a row are a table, a menu or a form. */
const maxLinesBetween = 3;

/**
 * The choice, with the lines between chosen ones of the same make: a short sentence or a caption amid the text, which breaks
 * or plain paragraphs part from the rest.
 */
export function withLinesBetween({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const all = [...kept];
  let before: Segment | undefined;
  for (const segment of segments) {
    if (!kept[segment.index]) continue;
    const between = before ? segments.slice(before.index + 1, segment.index) : [];
    const isOneText = (line: Segment): boolean =>
      line.linkChars === 0 && !line.hidden && isBeside(line, segment) && before !== undefined && isBeside(before, line);
    if (between.length <= maxLinesBetween && between.every(isOneText))
      for (const { index } of between) all[index] = true;
    before = segment;
  }
  return all;
}

/**
 * The choice, with the headings between chosen lines: they say too little to be judged by. One word labels an advertisement.
 */
export function withHeadings({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const makes = new Set(
    segments.flatMap((segment) => (kept[segment.index] && isHeading(segment) ? makeIn(segment.region) : [])),
  );
  // The first has no line before it that was chosen, but others like it.
  const follows = ({ index, region }: Segment): boolean => kept[index - 1] === true || makes.has(makeIn(region));
  return segments.map(
    (segment) => kept[segment.index] || (kept[segment.index + 1] === true && isHeading(segment) && follows(segment)),
  );
}

const isHeading = ({ text, linkChars, boldChars, hidden, region: { element, parent } }: Segment): boolean =>
  !hidden &&
  linkChars === 0 &&
  text.includes(' ') &&
  (headingLevel(element.name) > 0 ||
    (parent !== undefined && headingLevel(parent.element.name) > 0) ||
    (boldChars === text.length && text.length <= maxHeadingLetters));
const maxHeadingLetters = 100;

/** A shorter line at the end of the text signs it, counts its readers or leads elsewhere. */
const minSentenceLetters = 25;
/** Fewer words are an address, a name, a button. */
const minLineWords = 4;

/**
 * The choice, with the sentences and points right under its last line, behind breaks or in a paragraph like others that were
 * chosen.
 */
export function withLastSentences({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const all = [...kept];
  const known = new Set<string>();
  for (const { index, region, text, linkChars, hidden } of segments) {
    const before = segments[index - 1];
    const isPlainLine = !hidden && linkChars === 0 && text.length >= minSentenceLetters;
    const hasWords = text.split(' ').length >= minLineWords;
    const isSentence = isPlainLine && /[.!?…;]["”’)]?$/u.test(text);
    if (!all[index] && isSentence && before && all[before.index])
      all[index] = before.region === region || known.has(makeIn(region));
    // The last of its box, of the same make as what was chosen, whatever it ends in: “Tổng kinh phí: 12 tỷ đồng”.
    if (!all[index] && isPlainLine && hasWords && before && all[before.index] && region.parent?.last === index + 1)
      all[index] = known.has(makeIn(region));
    if (all[index] && isPlain(region)) known.add(makeIn(region));
  }
  return all;
}

const makeIn = (region: Region): string => `${region.parent?.index} ${makeOf(region)}`;

/**
 * The choice, with the paragraphs that follow a kept table as another led to it: what came of the results in it. A heading may
 * stand between that one and the table.
 */
export function withParagraphsBehindTables(
  { segments, regions }: Survey,
  kept: readonly boolean[],
): readonly boolean[] {
  const all = [...kept];
  for (const { element, first, last } of regions) {
    if (element.name !== 'table' || !all[first] || !all[last - 1] || all[last]) continue;
    const before = [first - 1, first - 2].flatMap((at) => (all[at] ? (segments[at] ?? []) : [])).at(0);
    for (let at = last; before; at++) {
      const behind = segments[at];
      if (!behind || behind.hidden || behind.linkChars > 0 || behind.text.length < minParagraphLetters) break;
      if (!isBeside(before, behind)) break;
      all[at] = true;
    }
  }
  return all;
}

/** Do two lines stand in one element, or in two of one make beside each other? */
const isBeside = (a: Segment, b: Segment): boolean => a.region === b.region || areAlike(a, b);

const isPlain = ({ element: { name } }: Region): boolean => name === 'p' || name === 'div';

const areAlike = ({ region: a }: Segment, { region: b }: Segment): boolean =>
  a.parent === b.parent &&
  a !== b &&
  isPlain(a) &&
  a.element.name === b.element.name &&
  a.element.attribs.class === b.element.attribs.class;
