/**
 * Which code units below U+2000 are letters, digits, spaces or ends of a sentence. Asked letter by letter this took a
 * fiftieth of a first run, so the build works this module out once and ships the runs.
 */

export const letterClass = { letter: 1, digit: 2, space: 3, stop: 4, newline: 5 } as const;

/** The code units told by class; the later of two runs that overlap holds. */
export const classified = 0x2000;
const units = String.fromCharCode(...Array(classified).keys());

const runsOf = (what: number, pattern: RegExp): [what: number, start: number, end: number][] =>
  Array.from(units.matchAll(pattern), ({ 0: found, index }) => [what, index, index + found.length]);

export const classRuns: readonly (readonly [what: number, start: number, end: number])[] = [
  ...runsOf(letterClass.letter, /[\p{L}\p{M}]+/gu),
  ...runsOf(letterClass.digit, /\p{N}+/gu),
  ...runsOf(letterClass.space, /[\s\u00ad]+/gu),
  // A raised figure is a note's number or an exponent: the word before it ends there, and reads as if it were not.
  ...runsOf(letterClass.space, /[¹²³]/g),
  ...runsOf(letterClass.newline, /[\n\r]/g),
  ...runsOf(letterClass.stop, /[.!?]/g),
];
