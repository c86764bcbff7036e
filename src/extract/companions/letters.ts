/** Letters of parts of a page, all or chosen. */
import type { Region, Segment } from '../classify/survey.ts';

/** Shorter than this a paragraph over the text is a day, a name, a button. */
export const minParagraphLetters = 60;

/** Letters in some segments, UTF-16 units. */
export const lettersOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { text }) => sum + text.length, 0);

export type Span = Pick<Region, 'first' | 'last'>;

/** Letters that were chosen in a part of the page. A page has thousands of boxes: each is asked about in two look-ups. */
export function keptLetters(segments: readonly Segment[], kept: readonly boolean[]): (part: Span) => number {
  const upTo = new Float64Array(segments.length + 1);
  for (const { index, text } of segments) upTo[index + 1] = upTo[index]! + (kept[index] ? text.length : 0);
  return ({ first, last }) => upTo[last]! - upTo[first]!;
}
