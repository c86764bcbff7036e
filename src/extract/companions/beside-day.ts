/** A notice with its day among boxes that say more: it is often shorter than what a portal always tells. */
import { collapse, headingLevel, isText as isTextNode, parentElement } from '../../dom/index.ts';
import { isFileAddress } from '../blocks/index.ts';
import { isLinked, lowestCommon, type Region, type Segment, type Survey } from '../classify/survey.ts';
import { findDates, withoutDayBehind } from '../fields/date-text.ts';
import { isVietnamese } from '../fields/language.ts';
import { keptLetters, minParagraphLetters, type Span } from './letters.ts';
import { boxedRuns, isApart, isOfReaders, maxDayLetters, maxLabelLetters, readersSay, without } from './other-boxes.ts';

/**
 * A report tells of itself which box it is. Elsewhere than on Vietnamese portals a day and a lead stand apart from the text.
 */
const maxTextLetters = 8000;
/** Between a day and the text that it dates stand a title and buttons. */
const byDistance = [1, -1, 2, -2, 3, -3] as const;

/**
 * The choice, without what is told beside the one box that holds a day and text: a column about safety, the words of a poet,
 * under a heading of its own or a link to more. A notice is often shorter than these.
 */
export function withoutBoxesBesideDay(surveyed: Survey, kept: readonly boolean[]): readonly boolean[] {
  const { segments } = surveyed;
  const main = datedBox(surveyed, kept);
  if (main === undefined || keptLetters(segments, kept)(main) > maxTextLetters) return kept;
  const notice = segments.slice(main.first, main.last).filter(({ index }) => kept[index]);
  if (!isVietnamese(notice.map(({ text }) => text).join(' '))) return kept;
  const left = [
    ...without(kept, [
      ...boxedRuns(surveyed, kept, main),
      ...teased(surveyed, kept, main),
      ...columnsBeside(surveyed, main),
    ]),
  ];
  // What headed them goes as well.
  for (const { index, text } of [...segments].reverse())
    if (
      (index < main.first || index >= main.last) &&
      text.length <= maxLabelLetters &&
      kept[index + 1] &&
      !left[index + 1]
    )
      left[index] = false;
  return left;
}

/**
 * Beside the day stand its label, a name, the time: in more words it is a sentence of the text, but for a headline's own
 * day.
 */
const maxLettersBesideDay = 40;

function isDay(text: string): boolean {
  if (text.length > maxDayLetters) return false;
  const [day] = findDates(text);
  if (day === undefined) return false;
  const beside = (text.slice(0, day.start) + text.slice(day.end)).replace(views, '');
  return beside.length <= maxLettersBesideDay || withoutDayBehind(text) !== text;
}

/** A break, and no more, parts some headlines from their day: both are one segment. */
const maxHeadedDayLetters = 220;

/** The text nodes of a segment, where it is short enough to be a headline with its day. */
const partsOf = ({ text, nodes }: Segment): readonly string[] =>
  text.length > maxHeadedDayLetters
    ? []
    : nodes.flatMap((node) => (isTextNode(node) && node.data.trim() !== '' ? [collapse(node.data)] : []));

/** Does a segment tell a day, by itself or in a line of it? */
const tellsDay = (segment: Segment): boolean => isDay(segment.text) || partsOf(segment).some(isDay);

/** “(312 lượt đọc)”. */
const views = /\(\d[\d.]* lượt (?:xem|đọc|truy cập)\)/iu;

/** What the clock of a portal shows: the day of the week and no time. */
const clock = /^(?:hôm nay:? )?(?:thứ|chủ nhật)(?!.*\d ?[:hg] ?\d)/iu;

/**
 * The box around a day and the text next to it, where the page has one such box; of two, the first may be that of the
 * portal's clock.
 */
function datedBox({ segments }: Survey, kept: readonly boolean[]): Region | undefined {
  const first = segments.findIndex(tellsDay);
  return (
    boxOfDays(segments, kept) ??
    (clock.test(segments[first]?.text ?? '') ? boxOfDays(segments, kept, first + 1) : undefined)
  );
}

/** The box around the days from there on and the text next to them. */
function boxOfDays(segments: readonly Segment[], kept: readonly boolean[], from = 0): Region | undefined {
  let found: Region | undefined;
  for (const day of segments.slice(from)) {
    const { index, linkChars, hidden, region } = day;
    if (hidden || linkChars > 0 || !tellsDay(day) || isOfReaders(day)) continue;
    // The day belongs to the text that shares the smallest box with it; of two as near to the one behind it.
    const [box] = byDistance
      .map((distance) => segments[index + distance])
      .filter(
        (other) => other && kept[other.index] && other.linkChars === 0 && other.text.length >= minParagraphLetters,
      )
      .flatMap((other) => (other && lowestCommon(region, other.region)) ?? [])
      .sort((a, b) => b.depth - a.depth);
    if (box === undefined) continue;
    if (found !== undefined && isApart(box, found)) return undefined;
    if (found === undefined || box.depth < found.depth) found = box;
  }
  return found;
}

/** The other cells of the rows that a box stands in: columns of the page. */
function columnsBeside({ regions }: Survey, main: Region): Region[] {
  const cells = new Set<Region>();
  for (let around: Region | undefined = main; around; around = around.parent)
    if (around.element.name === 'td') cells.add(around);
  const rows = new Set([...cells].map(({ parent }) => parent));
  return regions.filter((other) => rows.has(other.parent) && !cells.has(other));
}

/** Chosen paragraphs apart from a box, each under a headline of its own that was chosen too or leads to the rest of it. */
function teased({ segments }: Survey, kept: readonly boolean[], main: Region): Span[] {
  return segments.flatMap(({ index, text, region, linkChars }) => {
    const headline = segments[index - 1];
    // “Xem tiếp” is a link at the end of the teaser.
    if (!kept[index] || linkChars * 5 > text.length || text.length < minParagraphLetters || !headline) return [];
    const box = lowestCommon(headline.region, region);
    const isHead = isHeadline(headline) || headline.linkChars >= 0.8 * headline.text.length;
    if (!isHead || box === undefined || !isApart(box, main)) return [];
    return [{ first: kept[headline.index] ? headline.index : index, last: index + 1 }];
  });
}

/** With more text chosen, the choice is trusted. */
const maxTeasedLetters = 4000;
/** Fewer words head a box, fewer letters are a label. */
const minHeadlineWords = 4;
const maxHeadlineLetters = 160;
const minTextLetters = 40;
/** A stanza has no mark at its end, and is longer than a headline. */
const minStanzaLetters = 100;

/**
 * The choice; or, where all of it stands apart from the page's one headline with its day and text, that text: of a notice
 * the classifier may doubt every line.
 */
export function orDatedNotice(surveyed: Survey, kept: readonly boolean[]): readonly boolean[] {
  const { segments } = surveyed;
  if (keptLetters(segments, kept)({ first: 0, last: segments.length }) > maxTeasedLetters) return kept;
  const readers = segments.findIndex(({ text }) => readersSay.test(text));
  const [notice, ...others] = segments
    .slice(0, readers < 0 ? undefined : readers)
    .flatMap((day) => noticeAt(day, segments) ?? []);
  if (notice === undefined || others.length > 0) return kept;
  const { box, first } = notice;
  if (kept.slice(box.first, box.last).includes(true)) return kept;
  let last = first;
  while (last < box.last && !isLinked(segments[last]!) && !(segments[last + 1] && isLinked(segments[last + 1]!)))
    last += 1;
  return last > first ? segments.map(({ index, hidden }) => index >= first && index < last && !hidden) : kept;
}

/** “Gửi qua thư”, “In ra”, “Lưu lại”: buttons between the day and the text; more are a menu. */
const maxButtons = 4;

/** A headline with its day beside it and text below both, all in one box. */
function noticeAt(
  day: Segment,
  segments: readonly Segment[],
): { readonly box: Region; readonly first: number } | undefined {
  if (day.hidden || day.linkChars > 0 || !tellsDay(day) || isOfReaders(day)) return undefined;
  const name = withoutDayBehind(day.text);
  const isBoth =
    (name !== day.text && name.split(' ').length >= minHeadlineWords) ||
    partsOf(day).some((part) => !isDay(part) && part.split(' ').length >= minHeadlineWords);
  const beside = [-1, 1, -2].map((step) => segments[day.index + step]);
  const headline = isBoth ? day : beside.find((line) => line && isHeadline(line));
  const under = Math.max(day.index, headline?.index ?? 0) + 1;
  const buttons = segments.slice(under, under + maxButtons).findIndex((line) => !isLinked(line));
  const from = under + Math.max(0, buttons);
  const text = segments.slice(from, from + 2).find((line) => isText(line));
  const box = headline && text && lowestCommon(headline.region, text.region);
  return box && isVietnamese(`${headline.text} ${text.text}`) ? { box, first: text.index } : undefined;
}

/** Labels, sizes and days stand about the files of a document. */
const maxSegmentsToFiles = 6;

/**
 * The choice; or nothing, where all of it stands apart from the one headline with its day that has files under it and no text:
 * the page is these files.
 */
export function orFilesAlone({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  if (keptLetters(segments, kept)({ first: 0, last: segments.length }) > maxTeasedLetters) return kept;
  const [files, ...others] = segments.flatMap((day) => boxOfFiles(day, segments) ?? []);
  if (files === undefined || others.length > 0 || kept.slice(files.first, files.last).includes(true)) return kept;
  return segments.map(() => false);
}

/** The box of a headline, the day under it and the files that follow, with nothing between them that says more than a label. */
function boxOfFiles(day: Segment, segments: readonly Segment[]): Region | undefined {
  const headline = segments[day.index - 1];
  if (!headline || day.hidden || day.linkChars > 0 || !tellsDay(day) || !isHeadline(headline)) return undefined;
  const below = segments.slice(day.index + 1, day.index + 1 + maxSegmentsToFiles);
  const file = below.find(isFile);
  if (!file || below.slice(0, below.indexOf(file)).some(({ text }) => text.length > maxLabelLetters)) return undefined;
  const box = lowestCommon(headline.region, file.region);
  return box && isVietnamese(headline.text) ? box : undefined;
}

const isFile = ({ nodes }: Segment): boolean =>
  nodes.some((node) => isFileAddress(parentElement(node)?.attribs.href ?? ''));

const isHeadline = ({ text, linkChars, hidden, region }: Segment): boolean =>
  !hidden &&
  (linkChars === 0 || headingLevel(region.element.name) > 0) &&
  text.length <= maxHeadlineLetters &&
  text.split(' ').length >= minHeadlineWords &&
  !/[.!?:;…]$/u.test(text) &&
  !isDay(text);

const isText = ({ text, linkChars, hidden }: Segment): boolean =>
  !hidden &&
  linkChars * 5 < text.length &&
  (text.length >= minStanzaLetters || (text.length >= minTextLetters && /[.!?:;…)]$/u.test(text)));
