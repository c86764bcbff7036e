/** What is too short to be judged by itself: the cells of a table of data, and the line that announces what follows. */
import { isDataTable } from './blocks/index.ts';
import { lowestCommon, type Region, type Segment, type Survey } from './classify/survey.ts';
import { findDates } from './fields/date-text.ts';

/** A table with more of its text in links is a list of pages. */
const maxLinkShare = 0.3;

/** The choice, with the whole of each table of data of which a part was chosen and that stands in kept text, or is mostly chosen. */
export function wholeTables({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  for (const region of regions) {
    if (region.element.name !== 'table' || !isPartlyKept(region, kept) || !isDataTable(region.element)) continue;
    const inside = segments.slice(region.first, region.last);
    const letters = lettersOf(inside);
    const chosen = lettersOf(inside.filter(({ index }) => kept[index]));
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
  if (first < 0 || lettersOf(segments.filter(({ index }) => kept[index])) > maxShortLetters) return kept;
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

const areAlike = ({ region: a }: Segment, { region: b }: Segment): boolean =>
  a.parent === b.parent &&
  a !== b &&
  (a.element.name === 'p' || a.element.name === 'div') &&
  a.element.name === b.element.name &&
  a.element.attribs.class === b.element.attribs.class;
