import type { TextRange } from './text-range.ts';

/** Stands for what is no text: a picture, code. It ends the word that it touches, as a comma does. */
export const objectMark = '\ufffc';

/**
 * Stands for what is raised above the line, a note's number or an exponent: the word before it ends there and reads as if it
 * were not.
 */
export const raisedMark = '²';

/** Longer than a note's number, an exponent or the end of an ordinal: some editors raise whole lines. */
const maxRaised = 8;

/** Is raised text so short that it belongs to no word beside it, and is none itself? */
export const isRaisedMark = (text: string): boolean => text.length > 0 && text.length <= maxRaised;

/** What is of no word, whatever it touches, and the mark to read for each of its units. */
export interface ApartRange extends TextRange {
  readonly mark: typeof objectMark | typeof raisedMark;
}

/** The text as words are looked for in it: with marks for what is of none. */
export function withMarks(text: string, apart: readonly ApartRange[]): string {
  let out = '';
  for (const { start, end, mark } of [...apart].sort((a, b) => a.start - b.start)) {
    out += text.slice(out.length, Math.max(start, out.length));
    out += mark.repeat(Math.max(0, end - out.length));
  }
  return out + text.slice(out.length);
}
