/** Boxes before, beside and behind the article that read as it does, and what readers wrote. */
import { headingLevel } from '../../dom/index.ts';
import { lowestCommon, makeOf, type Region, type Segment, type Survey } from '../classify/survey.ts';
import { findDates } from '../fields/date-text.ts';
import { isVietnamese } from '../fields/language.ts';
import { loose } from '../fields/rank.ts';
import { isWay } from '../fields/section.ts';
import { keptLetters, minParagraphLetters, type Span } from './letters.ts';

/** A day has a line of its own, and so has the headline over it, in so many words. */
export const maxDayLetters = 80;
const headlineOver = /^(?=.{20,180}$)\p{Lu}(?:\S* ){4}.*[^.;:,…]$/u;
/** A longer article is not mistaken for a column, so the step leaves it alone. */
const maxShortLetters = 1500;

/**
 * The choice, without what stands over the headline, day and text of a short article in another box: a column about the
 * office.
 */
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

/** The choice, without the way to the page at its head: “Trang đầu > Thủ tục hành chính > Tài nguyên nước”. */
export function withoutWay({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const first = kept.indexOf(true);
  return isWay(segments[first]?.text ?? '') ? kept.map((isKept, i) => isKept && i !== first) : kept;
}

/** Between the page's name and its text stand a day, names and buttons. */
const maxSegmentsUnderName = 8;
/** Fewer words name a section. */
const minNameWords = 4;

/** The box of the headline that the page's window names, with the text under it. */
function namedBox({ segments }: Survey, kept: readonly boolean[], names: readonly string[]): Region | undefined {
  if (names.length === 0) return undefined;
  for (const headline of segments) {
    if (headline.hidden || headline.text.length > 200 || headline.text.split(' ').length < minNameWords) continue;
    if (!names.includes(loose(headline.text))) continue;
    const below = segments.slice(headline.index + 1, headline.index + 1 + maxSegmentsUnderName);
    const text = below.find(({ index, text }) => kept[index] && text.length >= minParagraphLetters);
    if (text) return lowestCommon(headline.region, text.region);
  }
  return undefined;
}

/**
 * The choice, without paragraphs of boxes beside the one of the page's name, of the same make and under a heading of their
 * own that was not chosen: a portal puts its news and what it always shows into frames alike, and a short notice is less
 * than these.
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
/** A box with a larger share of the main text may be the second part of the article. */
const maxShareOfSide = 0.5;
/** A longer line over a paragraph is no heading of a box. */
export const maxLabelLetters = 40;

/**
 * The choice, without paragraphs of boxes behind the article, or in a column before it, whose own heading was not chosen:
 * “Thông tin cần biết” over the hours of an office. Straight above the article such a box may be its lead.
 */
export function withoutBoxesBehind(surveyed: Survey, kept: readonly boolean[]): readonly boolean[] {
  const { segments, regions } = surveyed;
  const keptIn = keptLetters(segments, kept);
  const letters = keptIn({ first: 0, last: segments.length });
  // A box comes after the boxes around it, so the last one that is large enough is the smallest.
  const main = regions.findLast((region) => keptIn(region) >= minShareOfMain * letters);
  if (main === undefined) return kept;
  const most = maxShareOfSide * keptIn(main);
  const others = boxedRuns(surveyed, kept, main).filter(
    (run) => (run.box.first >= main.last || isOtherColumn(run.box, main)) && keptIn(run) <= most,
  );
  return without(kept, others);
}

/** Do the boxes stand in two cells of one row? */
const isOtherColumn = (box: Region, main: Region): boolean => lowestCommon(box, main)?.element.name === 'tr';

/** Chosen segments in a row, with the box that holds them and their heading. */
export interface BoxedRun extends Span {
  readonly box: Region;
}

/** The runs under a heading that was not chosen, in a box that holds nothing of the main one. */
export function boxedRuns({ segments }: Survey, kept: readonly boolean[], main: Region): BoxedRun[] {
  const found: BoxedRun[] = [];
  for (const { index: first, region } of segments) {
    const label = segments[first - 1];
    if (!kept[first] || label === undefined || kept[label.index] || !isLabel(label)) continue;
    const box = lowestCommon(label.region, region);
    if (box === undefined || !isApart(box, main)) continue;
    let last = first + 1;
    while (kept[last] && last !== main.first) last += 1;
    found.push({ first, last, box });
  }
  return found;
}

/** Do two regions have no segment in common? */
export const isApart = (box: Region, main: Region): boolean => box.first >= main.last || box.last <= main.first;

/** A box and all around it, from the inside. */
function boxesAround(box: Region): Region[] {
  const all: Region[] = [];
  for (let around: Region | undefined = box; around; around = around.parent) all.push(around);
  return all;
}

/** The choice without the segments of some runs. */
export function without(kept: readonly boolean[], runs: readonly Span[]): readonly boolean[] {
  const all = [...kept];
  for (const { first, last } of runs) all.fill(false, first, last);
  return all;
}

/** Fewer cards alike may be parts of the text. */
const minCards = 2;
const maxCardSegments = 4;

/**
 * The choice, without the teasers of other articles behind the text: cards alike, each a paragraph under a headline that
 * leads elsewhere. Where there is not more text besides, the cards are what the page is about; on the general web they often
 * are.
 */
export function withoutTeasers({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const cards = new Map<string, number[]>();
  for (const { index, text, region, linkChars } of segments) {
    const headline = segments[index - 1];
    if (!kept[index] || headline === undefined || text.length < minParagraphLetters || linkChars * 5 > text.length)
      continue;
    if (kept[headline.index] || headline.linkChars < 0.8 * headline.text.length || headline.text === '') continue;
    const card = lowestCommon(headline.region, region);
    if (card === undefined || card.last - card.first > maxCardSegments) continue;
    const key = `${card.parent?.index} ${makeOf(card)}`;
    cards.set(key, [...(cards.get(key) ?? []), index]);
  }
  const teasers = [...cards.values()].filter(({ length }) => length >= minCards).flat();
  const letters = (indexes: readonly number[]): number =>
    indexes.reduce((sum, index) => sum + segments[index]!.text.length, 0);
  const teased = letters(teasers);
  const all = keptLetters(segments, kept)({ first: 0, last: segments.length });
  const said = teasers.map((index) => segments[index]!.text).join(' ');
  return teased * 2 > all || !isVietnamese(said)
    ? kept
    : without(
        kept,
        teasers.map((first) => ({ first, last: first + 1 })),
      );
}

/** Over what readers say of the article, which may be longer than it. */
export const readersSay =
  /^(?:các )?(?:ý kiến|bình luận|phản hồi|góp ý|cảm nhận|nhận xét|thảo luận)(?: (?:của |từ )?(?:bạn đọc|độc giả|người đọc|bạn)(?: ?\(\d{1,5}\))?| (?:chia sẻ|đóng góp|phản hồi|trao đổi)| mới nhất| ?\(\d{1,5}\))\s?:?$/iu;

const readersBox = /(?:^|[\s_-])(?:comments?|binh-?luan|phan-?hoi|y-?kien)(?:[\s_-]|$)/iu;

/** Does a line stand in a box that is called one of comments? */
export function isOfReaders({ region }: Segment): boolean {
  for (let box: Region | undefined = region; box; box = box.parent) {
    const { id = '', class: classes = '' } = box.element.attribs;
    if (readersBox.test(id) || readersBox.test(classes)) return true;
  }
  return false;
}

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
