/** What is too short to be judged by itself: the cells of a table of data, and the line that announces what follows. */
import { isDataTable } from './blocks/index.ts';
import type { Region, Segment, Survey } from './classify/survey.ts';

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

const areAlike = ({ region: a }: Segment, { region: b }: Segment): boolean =>
  a.parent === b.parent &&
  a !== b &&
  (a.element.name === 'p' || a.element.name === 'div') &&
  a.element.name === b.element.name &&
  a.element.attribs.class === b.element.attribs.class;
