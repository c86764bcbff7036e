import { roomForUnits, textOf, unitsOf } from './units.ts';

/**
 * Which of some sets of characters a text holds. Nearly every page holds none of those that repairs look for, and a search for
 * each of them would cost more than the rest of decoding. So all sets of all repairs are looked for in one pass, and who asks
 * about the same text next gets the answer of before.
 */
interface SignSet {
  /** Is the character, a single UTF-16 unit, in the set? Like the method of a pattern. */
  readonly test: (sign: string) => boolean;
}

const allSets: SignSet[] = [];
/** One bit of a number each, and one for the number's own use. */
const maxSets = 31;
const isKnown = 1 << 31;

/** The sets of each UTF-16 unit; a page has a few hundred different ones, so they are looked up when first seen. */
const known = new Int32Array(0x10000);

/** What is known of the text asked about last. */
const last = { text: '', found: 0 };

/** Questions about some sets of characters. The sets hold only characters beyond ASCII, and NUL. */
export interface Signs {
  /** A bit for each set that has a character in the text, the first set's the lowest. */
  readonly foundIn: (text: string) => number;
  /** The same of signs that were gathered one by one, see `signsOf`. */
  readonly among: (signs: number) => number;
  /** How many characters of one of the sets a text has. */
  readonly count: (text: string, set: number) => number;
}

/** Put some sets among those that are looked for. */
export function signSets(sets: readonly SignSet[]): Signs {
  const shift = allSets.length;
  if (shift + sets.length > maxSets) throw new RangeError(`no more than ${maxSets} sets can be looked for`);
  allSets.push(...sets);
  known.fill(0);
  last.text = '';
  last.found = 0;
  const mask = (1 << sets.length) - 1;
  const among = (signs: number): number => (signs >>> shift) & mask;
  return {
    among,
    foundIn: (text) => among(census(text)),
    count: (text, set) => {
      const letters = unitsOf(text);
      const bit = 1 << (shift + set);
      let count = 0;
      for (let i = 0; i < text.length; i++) if ((signsOf(letters[i] as number) & bit) !== 0) count++;
      return count;
    },
  };
}

/** The census of a text that was made letter by letter: the signs of all of its letters. */
export function rememberCensus(text: string, found: number): void {
  last.text = text;
  last.found = found;
}

function census(text: string): number {
  if (text === last.text) return last.found;
  const letters = unitsOf(text);
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = letters[i] as number;
    if (unit >= 0x80 || unit === 0) found |= signsOf(unit);
  }
  rememberCensus(text, found);
  return found;
}

/** The text without some runs of one sort of character: all of them, but for those that `stays` speaks for. */
export function withoutRuns(
  text: string,
  isOut: (unit: number) => boolean,
  stays: (start: number, end: number) => boolean,
): string {
  const letters = unitsOf(text);
  const rest = roomForUnits(text.length);
  let count = 0;
  let found = 0;
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    if (isOut(letters[at] as number)) {
      while (end < text.length && isOut(letters[end] as number)) end++;
      if (!stays(at, end)) {
        at = end;
        continue;
      }
    }
    for (; at < end; at++) {
      const unit = letters[at] as number;
      if (unit >= 0x80 || unit === 0) found |= signsOf(unit);
      rest[count++] = unit;
    }
  }
  if (count === text.length) return text;
  const left = textOf(rest, count);
  rememberCensus(left, found);
  return left;
}

/** A bit for each set that holds the UTF-16 unit. */
export const signsOf = (unit: number): number => known[unit] || lookUp(unit);

function lookUp(unit: number): number {
  const sign = String.fromCharCode(unit);
  const bits = allSets.reduce((sum, set, i) => sum | (set.test(sign) ? 1 << i : 0), isKnown);
  known[unit] = bits;
  return bits;
}

/** Marks and Hangul vowels join what stands before them; what lies beyond the first plane is rare. */
const joins = /[\p{M}\u1160-\u11ff\ud800-\udfff]/u;
const composing = signSets([{ test: (sign) => joins.test(sign) || sign.normalize('NFC') !== sign }]);

/** The text in NFC. `normalize` takes its time also with what is composed already, as nearly every page is. */
export const toNfc = (text: string): string => (composing.foundIn(text) === 0 ? text : text.normalize('NFC'));
