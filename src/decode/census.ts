import { roomForUnits, textOf, unitsOf } from './units.ts';

/**
 * Which of some sets of characters a text holds. Nearly every page holds none of those that repairs look for, and a search
 * for each of them would cost more than the rest of decoding. So all sets of all repairs are looked for in one pass, and who
 * asks about the same text next gets the answer of before.
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
  /**
   * Whether one of some sets, given as their bits, stands somewhere beside units that fit it; at the ends of a text those
   * are 0.
   */
  readonly stands: (text: string, sets: number, fits: Fits) => boolean;
}
/** `sets` are the bits of those that hold `unit`. */
type Fits = (sets: number, before: number, unit: number, after: number) => boolean;

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
    stands: (text, sets, fits) => {
      const letters = unitsOf(text);
      const bits = sets << shift;
      const { length } = text;
      for (let i = 0; i < length; i++) {
        const unit = letters[i] as number;
        if (unit < 0x80) continue;
        const signs = signsOf(unit);
        if ((signs & bits) === 0) continue;
        const before = i === 0 ? 0 : (letters[i - 1] as number);
        if (fits(among(signs), before, unit, i + 1 === length ? 0 : (letters[i + 1] as number))) return true;
      }
      return false;
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

/** Runs of one sort of character that are taken out. */
export interface Runs {
  readonly isOut: (unit: number) => boolean;
  /** Whether a run stays for what stands before it, up to the run before, and behind it. */
  readonly stays: (before: string, after: string) => boolean;
}
/** So many units on each side are looked at. */
const seen = 8;

/** The text without some runs. */
export function withoutRuns(text: string, runs: Runs): string {
  const letters = unitsOf(text);
  const rest = roomForUnits(text.length);
  const { count, found } = leaveOut(letters, text.length, rest, runs);
  if (count === text.length) return text;
  const left = textOf(rest, count);
  rememberCensus(left, found);
  return left;
}

/**
 * Write the first units of `from` without some runs into `into`, which may be the same. Returns how many are left, and their
 * signs.
 */
export function leaveOut(
  from: Uint16Array,
  length: number,
  into: Uint16Array,
  { isOut, stays }: Runs,
): { readonly count: number; readonly found: number } {
  let count = 0;
  let found = 0;
  let lastOut = 0;
  for (let at = 0; at < length; ) {
    const first = from[at] as number;
    if (first < 0x80 && first > 0) {
      into[count++] = first;
      at += 1;
      continue;
    }
    let end = at + 1;
    if (isOut(from[at] as number)) {
      while (end < length && isOut(from[end] as number)) end++;
      const before = String.fromCharCode(...into.subarray(Math.max(lastOut, count - seen), count));
      if (!stays(before, String.fromCharCode(...from.subarray(end, Math.min(length, end + seen))))) {
        at = end;
        lastOut = count;
        continue;
      }
    }
    for (; at < end; at++) {
      const unit = from[at] as number;
      if (unit >= 0x80 || unit === 0) found |= signsOf(unit);
      into[count++] = unit;
    }
  }
  return { count, found };
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

/** Whether signs that were gathered show a text to be in NFC. */
export const areComposed = (signs: number): boolean => composing.among(signs) === 0;

/** The text in NFC. `normalize` takes its time also with what is composed already, as nearly every page is. */
export const toNfc = (text: string): string => (composing.foundIn(text) === 0 ? text : text.normalize('NFC'));
