/** Tables, lists and code stand or go whole: most of their lines say too little to be judged by. */

import { headingLevel } from '../../dom/index.ts';
import { isDataTable } from '../blocks/index.ts';
import { lowestCommon, type Region, type Segment, type Survey } from '../classify/survey.ts';
import { keptLetters, lettersOf } from './letters.ts';

/** A table with more of its text in links is a list of pages. */
const maxLinkShare = 0.3;

/**
 * The choice, with the whole of each table of data of which a part was chosen and that stands in kept text, or is mostly
 * chosen.
 */
export function wholeTables({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  const keptIn = keptLetters(segments, kept);
  for (const region of regions) {
    if (region.element.name !== 'table') continue;
    const isAmidText =
      (kept[region.first - 1] === true && kept[region.last] === true) ||
      isOfFacts(region, textUnder(region.last, segments, kept), segments);
    if (!(isAmidText || isPartlyKept(region, kept)) || !isDataTable(region.element)) continue;
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

/** The chosen text at a place, or under the heading there. */
function textUnder(at: number, segments: readonly Segment[], kept: readonly boolean[]): Segment | undefined {
  if (kept[at]) return segments[at];
  const heading = segments[at];
  return heading && headingLevel(heading.region.element.name) > 0 && kept[at + 1] ? segments[at + 1] : undefined;
}

/** So many boxes lie between a table and the one that it shares with the text. */
const maxBoxesApart = 6;

/** Fewer labels may be a row of tools. */
const minLabels = 2;

/**
 * “Thời gian:”, “Địa điểm:”, “Vé:”, or heads of rows, beside what they name, in the box of the text under them: what the
 * notice is about.
 */
function isOfFacts(table: Region, text: Segment | undefined, segments: readonly Segment[]): boolean {
  const inside = segments.slice(table.first, table.last);
  const box = text && lowestCommon(table, text.region);
  const labels = inside.filter(
    ({ text, region }, i) => i % 2 === 0 && (text.endsWith(':') || region.element.name === 'th'),
  ).length;
  return (
    labels >= minLabels &&
    labels * 2 === inside.length &&
    inside.every(({ linkChars }) => linkChars === 0) &&
    box !== undefined &&
    table.depth - box.depth <= maxBoxesApart
  );
}

function isPartlyKept({ first, last }: Region, kept: readonly boolean[]): boolean {
  const chosen = kept.slice(first, last);
  return chosen.includes(true) && chosen.includes(false);
}

const lists = new Set(['ul', 'ol']);

/** A comment has several lines, an entry of a menu is a link. */
const isPoint = ({ index, region: { element, first, last }, linkChars }: Segment): boolean =>
  element.name === 'li' && linkChars === 0 && (last - first === 1 || index === first);

/** “Có bốn giá trị:”, then short points, then more of the text. */
const isAnnounced = ({ first, last }: Region, segments: readonly Segment[], kept: readonly boolean[]): boolean =>
  kept[first - 1] === true && kept[last] === true && segments[first - 1]!.text.endsWith(':');

/** The choice, with the whole of each list of which most was chosen, or which the text announces: its short points too. */
export function wholeLists({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  const keptIn = keptLetters(segments, kept);
  for (const region of regions) {
    if (!lists.has(region.element.name)) continue;
    const inside = segments.slice(region.first, region.last);
    const isMostlyKept = isPartlyKept(region, kept) && keptIn(region) > lettersOf(inside) / 2;
    if (!(isMostlyKept || isAnnounced(region, segments, kept)) || !inside.every(isPoint)) continue;
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

/** Fewer lines in one box are no text of their own. */
const minLinesOfRun = 4;
/** Of a run of lines all is kept where so much was. */
const minShareOfRun = 0.7;

/**
 * The choice, with all lines of a box that only breaks part, where most was chosen and none leads elsewhere: a heading at
 * the beginning, a short point at the end.
 */
export function wholeRuns({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  const keptIn = keptLetters(segments, kept);
  for (const region of regions) {
    const { first, last } = region;
    if (last - first < minLinesOfRun || !isPartlyKept(region, kept)) continue;
    const inside = segments.slice(first, last);
    const isRun = inside.every((line) => line.region === region && line.linkChars === 0 && !line.hidden);
    if (!isRun || keptIn(region) < minShareOfRun * lettersOf(inside)) continue;
    for (const { index } of inside) whole[index] = true;
  }
  return whole;
}
