/** Boxes beside the one that holds a day: a notice is often shorter than what a portal always says. */
import { lowestCommon, type Region, type Survey } from '../classify/survey.ts';
import { findDates } from '../fields/date-text.ts';
import { isVietnamese } from '../fields/language.ts';
import { keptLetters, minParagraphLetters, type Span } from './letters.ts';
import { boxedRuns, isApart, maxDayLetters, without } from './other-boxes.ts';

/** More text tells of itself which box it is. Elsewhere than on Vietnamese portals a day and a lead stand apart from the text. */
const maxNoticeLetters = 800;
/** Between a day and the text that it dates stand a title and buttons. */
const byDistance = [1, -1, 2, -2, 3, -3] as const;

/**
 * The choice, without what is told beside the one box that holds a day and text: a column about safety, the words of a poet, under a
 * heading of its own or a link to more. A notice is often shorter than these.
 */
export function withoutBoxesBesideDay(surveyed: Survey, kept: readonly boolean[]): readonly boolean[] {
  const { segments } = surveyed;
  const main = datedBox(surveyed, kept);
  if (main === undefined || keptLetters(segments, kept)(main) > maxNoticeLetters) return kept;
  const notice = segments.slice(main.first, main.last).filter(({ index }) => kept[index]);
  if (!isVietnamese(notice.map(({ text }) => text).join(' '))) return kept;
  return without(kept, [...boxedRuns(surveyed, kept, main), ...teased(surveyed, kept, main)]);
}

/** Beside the day stand its label, a name, the time: in more words it is a sentence of the text. */
const maxLettersBesideDay = 40;

function isDay(text: string): boolean {
  if (text.length > maxDayLetters) return false;
  const [day] = findDates(text);
  return day !== undefined && text.length - (day.end - day.start) <= maxLettersBesideDay;
}

/** The box around a day and the text next to it, where the page has one such box. */
function datedBox({ segments }: Survey, kept: readonly boolean[]): Region | undefined {
  let found: Region | undefined;
  for (const { index, text, linkChars, hidden, region } of segments) {
    if (hidden || linkChars > 0 || !isDay(text)) continue;
    // Of two as near the day belongs to the one behind it.
    const next = byDistance
      .map((distance) => segments[index + distance])
      .find((other) => other && kept[other.index] && other.linkChars === 0 && other.text.length >= minParagraphLetters);
    const box = next && lowestCommon(region, next.region);
    if (box === undefined) continue;
    if (found !== undefined && isApart(box, found)) return undefined;
    if (found === undefined || box.depth < found.depth) found = box;
  }
  return found;
}

/** Chosen paragraphs apart from a box, each under a headline that leads to the rest of it. */
function teased({ segments }: Survey, kept: readonly boolean[], main: Region): Span[] {
  return segments.flatMap(({ index, text, region, linkChars }) => {
    const headline = segments[index - 1];
    if (!kept[index] || linkChars > 0 || text.length < minParagraphLetters || headline === undefined) return [];
    const box = lowestCommon(headline.region, region);
    if (headline.linkChars < 0.8 * headline.text.length || box === undefined || !isApart(box, main)) return [];
    return [{ first: kept[headline.index] ? headline.index : index, last: index + 1 }];
  });
}
