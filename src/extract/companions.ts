/**
 * What cannot be judged by its own words. With the choice go the cells of a table of data and the line that announces what
 * follows; out of it go boxes before and behind the article, and what readers wrote.
 */
import { headingLevel } from '../dom/index.ts';
import { isDataTable } from './blocks/index.ts';
import { lowestCommon, makeOf, type Region, type Segment, type Survey } from './classify/survey.ts';
import { findDates } from './fields/date-text.ts';
import { loose } from './fields/rank.ts';

/** A table with more of its text in links is a list of pages. */
const maxLinkShare = 0.3;

/** The choice, with the whole of each table of data of which a part was chosen and that stands in kept text, or is mostly chosen. */
export function wholeTables({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  const keptIn = keptLetters(segments, kept);
  for (const region of regions) {
    if (region.element.name !== 'table' || !isPartlyKept(region, kept) || !isDataTable(region.element)) continue;
    const inside = segments.slice(region.first, region.last);
    const letters = lettersOf(inside);
    const chosen = keptIn(region);
    const links = inside.reduce((sum, { linkChars }) => sum + linkChars, 0);
    const isInText = kept[region.first - 1] === true || kept[region.last] === true;
    if (links > maxLinkShare * letters || !(isInText || chosen > letters / 2)) continue;
    for (const { index, hidden } of inside) whole[index] = !hidden;
  }
  return whole;
}

function isPartlyKept({ first, last }: Region, kept: readonly boolean[]): boolean {
  const chosen = kept.slice(first, last);
  return chosen.includes(true) && chosen.includes(false);
}

const lettersOf = (segments: readonly Segment[]): number => segments.reduce((sum, { text }) => sum + text.length, 0);

type Span = Pick<Region, 'first' | 'last'>;

/** Letters that were chosen in a part of the page. A page has thousands of boxes: each is asked about in two look-ups. */
function keptLetters(segments: readonly Segment[], kept: readonly boolean[]): (part: Span) => number {
  const upTo = new Float64Array(segments.length + 1);
  for (const { index, text } of segments) upTo[index + 1] = upTo[index]! + (kept[index] ? text.length : 0);
  return ({ first, last }) => upTo[last]! - upTo[first]!;
}

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

/** Shorter than this a paragraph over the text is a day, a name, a button. */
const minParagraphLetters = 60;

/** The choice, with the paragraphs before one that was chosen that are of the same make: a first stanza, a short second reason. */
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

/**
 * The choice, with the lines between chosen ones of the same make: a short sentence or a caption amid the text, which breaks or
 * plain paragraphs part from the rest.
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

/** A shorter line at the end of the text signs it, counts its readers or leads elsewhere. */
const minSentenceLetters = 25;

/** The choice, with the sentences and points right under its last line, behind breaks or in a paragraph like others that were chosen. */
export function withLastSentences({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const all = [...kept];
  const known = new Set<string>();
  for (const { index, region, text, linkChars, hidden } of segments) {
    const before = segments[index - 1];
    const make = `${region.parent?.index} ${makeOf(region)}`;
    if (!all[index] && before && all[before.index] && (before.region === region || known.has(make)))
      all[index] = !hidden && linkChars === 0 && text.length >= minSentenceLetters && /[.!?…;]["”’)]?$/u.test(text);
    if (all[index] && isPlain(region)) known.add(make);
  }
  return all;
}

/** The choice, with the whole of each list of which most was chosen: its short points too. */
export function wholeLists({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  const keptIn = keptLetters(segments, kept);
  for (const region of regions) {
    if (!lists.has(region.element.name) || !isPartlyKept(region, kept)) continue;
    const inside = segments.slice(region.first, region.last);
    if (keptIn(region) <= lettersOf(inside) / 2 || !inside.every(isPoint)) continue;
    for (const { index, hidden } of inside) whole[index] = !hidden;
  }
  return whole;
}

/** The name of a file and a button to copy it stand around a piece of code. */
const maxAroundCode = 2;

/** The choice, with the whole of each piece of code that stands between chosen lines. */
export function wholeCode({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  for (const { element, first, last } of regions) {
    if (element.name !== 'pre' || last === first) continue;
    const before = whole.slice(Math.max(0, first - 1 - maxAroundCode), first);
    const behind = kept.slice(last, last + 1 + maxAroundCode);
    if (!before.includes(true) || !behind.includes(true)) continue;
    for (const { index, hidden } of segments.slice(first, last)) whole[index] = !hidden;
  }
  return whole;
}

const lists = new Set(['ul', 'ol']);

/** A comment has several lines, an entry of a menu is a link. */
const isPoint = ({ index, region: { element, first, last }, linkChars }: Segment): boolean =>
  element.name === 'li' && linkChars === 0 && (last - first === 1 || index === first);

/** More lines in a row are a table, a menu or a form. */
const maxLinesBetween = 3;

/** Do two lines stand in one element, or in two of one make beside each other? */
const isBeside = (a: Segment, b: Segment): boolean => a.region === b.region || areAlike(a, b);

/** The choice, with the paragraph that follows a kept table as another led to it: what came of the results in it. */
export function withParagraphsBehindTables(
  { segments, regions }: Survey,
  kept: readonly boolean[],
): readonly boolean[] {
  const all = [...kept];
  for (const { element, first, last } of regions) {
    const before = segments[first - 1];
    const behind = segments[last];
    if (element.name !== 'table' || !all[first] || before === undefined || behind === undefined) continue;
    if (!all[before.index] || !all[last - 1] || all[last] || behind.hidden) continue;
    all[last] = behind.linkChars === 0 && behind.text.length >= minParagraphLetters && areAlike(before, behind);
  }
  return all;
}

/** A day has a line of its own, and so has the headline over it, in so many words. */
const maxDayLetters = 80;
const headlineOver = /^(?=.{20,180}$)\p{Lu}(?:\S* ){4}.*[^.;:,…]$/u;
/** A longer text is sure of itself. */
const maxShortLetters = 1500;

/** The choice, without what stands over the headline, day and text of a short article in another box: a column about the office. */
export function withoutColumnsBefore({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const first = kept.indexOf(true);
  if (first < 0 || keptLetters(segments, kept)({ first, last: segments.length }) > maxShortLetters) return kept;
  const day = segments.find(
    ({ index, text }) => kept[index + 1] === true && text.length <= maxDayLetters && findDates(text).length > 0,
  );
  const headline = day && segments[day.index - 1];
  const text = day && segments[day.index + 1];
  if (!headline || !text || day.index <= first || headline.linkChars > 0 || !headlineOver.test(headline.text))
    return kept;
  const box = lowestCommon(headline.region, text.region);
  const isColumn = box !== undefined && box.first > first && box.first >= headline.index - 1;
  return isColumn ? kept.map((isKept, i) => isKept && i >= box.first) : kept;
}

/** Between the page's name and its text stand a day, names and buttons. */
const maxSegmentsUnderName = 8;
/** Fewer words name a section. */
const minNameWords = 4;

/** The box of the headline that the page's window names, with the text under it. */
function namedBox({ segments }: Survey, kept: readonly boolean[], names: readonly string[]): Region | undefined {
  for (const headline of segments) {
    if (headline.hidden || headline.text.length > 200 || !names.includes(loose(headline.text))) continue;
    if (headline.text.split(' ').length < minNameWords) continue;
    const below = segments.slice(headline.index + 1, headline.index + 1 + maxSegmentsUnderName);
    const text = below.find(({ index, text }) => kept[index] && text.length >= minParagraphLetters);
    if (text) return lowestCommon(headline.region, text.region);
  }
  return undefined;
}

/**
 * The choice, without paragraphs of boxes beside the one of the page's name, of the same make and under a heading of their own
 * that was not chosen: a portal puts its news and what it always shows into frames alike, and a short notice is less than these.
 */
export const withoutBoxesAlike =
  (names: readonly string[]) =>
  (surveyed: Survey, kept: readonly boolean[]): readonly boolean[] => {
    const main = namedBox(surveyed, kept, names);
    if (main === undefined) return kept;
    const makes = new Set(boxesAround(main).map(makeOf));
    // The heading opens its frame: what stands amid a box, a name or a caption, heads nothing.
    const isFrame = (box: Region, first: number): boolean =>
      isApart(box, main) && box.first === first - 1 && makes.has(makeOf(box));
    const runs = boxedRuns(surveyed, kept, main);
    return without(
      kept,
      runs.filter(({ box, first }) => boxesAround(box).some((around) => isFrame(around, first))),
    );
  };

/** The article's main box holds this share of what was chosen. */
const minShareOfMain = 0.7;
/** A box with more of its own to say, in share of the main one, may be the article's second part. */
const maxShareOfSide = 0.5;
/** A longer line over a paragraph is no heading of a box. */
const maxLabelLetters = 40;

/**
 * The choice, without paragraphs of boxes behind the article whose own heading was not chosen: “Thông tin cần biết” over the
 * hours of an office.
 */
export function withoutBoxesBehind(surveyed: Survey, kept: readonly boolean[]): readonly boolean[] {
  const { segments, regions } = surveyed;
  const keptIn = keptLetters(segments, kept);
  const letters = keptIn({ first: 0, last: segments.length });
  // A box comes after the boxes around it, so the last one that is large enough is the smallest.
  const main = regions.findLast((region) => keptIn(region) >= minShareOfMain * letters);
  if (main === undefined) return kept;
  const most = maxShareOfSide * keptIn(main);
  const others = boxedRuns(surveyed, kept, main).filter((run) => run.box.first >= main.last && keptIn(run) <= most);
  return without(kept, others);
}

/** Chosen segments in a row, with the box that holds them and their heading. */
interface BoxedRun extends Span {
  readonly box: Region;
}

/** The runs under a heading that was not chosen, in a box that holds nothing of the main one. */
function boxedRuns({ segments }: Survey, kept: readonly boolean[], main: Region): BoxedRun[] {
  const found: BoxedRun[] = [];
  for (const { index: first, region } of segments) {
    const label = segments[first - 1];
    if (!kept[first] || label === undefined || kept[label.index] || !isLabel(label)) continue;
    const box = lowestCommon(label.region, region);
    if (box === undefined || !isApart(box, main)) continue;
    let last = first + 1;
    while (kept[last]) last += 1;
    found.push({ first, last, box });
  }
  return found;
}

const isApart = (box: Region, main: Region): boolean => box.first >= main.last || box.last <= main.first;

/** A box and all around it, from the inside. */
function boxesAround(box: Region): Region[] {
  const all: Region[] = [];
  for (let around: Region | undefined = box; around; around = around.parent) all.push(around);
  return all;
}

function without(kept: readonly boolean[], runs: readonly Span[]): readonly boolean[] {
  const all = [...kept];
  for (const { first, last } of runs) all.fill(false, first, last);
  return all;
}

/** Over what readers say of the article, which may be longer than it. */
const readersSay =
  /^(?:các )?(?:ý kiến|bình luận|phản hồi|góp ý|cảm nhận|nhận xét)(?: (?:của )?(?:bạn đọc|độc giả|bạn)(?: ?\(\d{1,5}\))?| mới nhất| ?\(\d{1,5}\))\s?:?$/iu;

/** The choice, without what readers wrote under the article. */
export function withoutReaders({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const all = [...kept];
  const keptIn = keptLetters(segments, kept);
  for (const { index, text, region } of segments) {
    if (!readersSay.test(text)) continue;
    let box: Region | undefined = region;
    while (box && box.last === index + 1) box = box.parent;
    if (!box || kept.indexOf(true) >= index) continue;
    // In a box that began before, the article's own, they are its tail.
    const isTail = keptIn({ first: box.first, last: index }) >= keptIn({ first: index, last: box.last });
    if (box.first === index || isTail) all.fill(false, index, box.last);
  }
  return all;
}

const isLabel = ({ text, linkChars, hidden, region }: Segment): boolean =>
  !hidden &&
  (linkChars === 0 || headingLevel(region.element.name) > 0) &&
  text !== '' &&
  text.length <= maxLabelLetters &&
  !/[.!?…]$/u.test(text);

const isPlain = ({ element: { name } }: Region): boolean => name === 'p' || name === 'div';

const areAlike = ({ region: a }: Segment, { region: b }: Segment): boolean =>
  a.parent === b.parent &&
  a !== b &&
  isPlain(a) &&
  a.element.name === b.element.name &&
  a.element.attribs.class === b.element.attribs.class;
