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
const known = new Uint32Array(0x10000);
let last = { text: '', found: 0 };

/**
 * A function: text → a bit for each set that has a character in it, the first set's the lowest. The sets hold only
 * characters beyond ASCII, and NUL.
 */
export function censusOf(sets: readonly SignSet[]): (text: string) => number {
  const shift = allSets.length;
  if (shift + sets.length > maxSets) throw new RangeError(`no more than ${maxSets} sets can be looked for`);
  allSets.push(...sets);
  known.fill(0);
  last = { text: '', found: 0 };
  const mask = (1 << sets.length) - 1;
  return (text) => (foundIn(text) >>> shift) & mask;
}

/** Letters are copied here in pieces: to step through numbers takes half the time of asking a string for each of its letters. */
const piece = Buffer.alloc(1 << 16);
const units = new Uint16Array(piece.buffer, piece.byteOffset, piece.length / 2);

function foundIn(text: string): number {
  if (text === last.text) return last.found;
  let found = 0;
  for (let start = 0; start < text.length; start += units.length) {
    const count = piece.write(text.slice(start, start + units.length), 'utf16le') / 2;
    for (let i = 0; i < count; i++) {
      const unit = units[i] as number;
      if (unit >= 0x80 || unit === 0) found |= known[unit] || lookUp(unit);
    }
  }
  last = { text, found };
  return found;
}

function lookUp(unit: number): number {
  const sign = String.fromCharCode(unit);
  const bits = allSets.reduce((sum, set, i) => sum | (set.test(sign) ? 1 << i : 0), isKnown);
  known[unit] = bits;
  return bits;
}

/** Marks and Hangul vowels join what stands before them; what lies beyond the first plane is rare. */
const joins = /[\p{M}\u1160-\u11ff\ud800-\udfff]/u;
const mayCompose = censusOf([{ test: (sign) => joins.test(sign) || sign.normalize('NFC') !== sign }]);

/** The text in NFC. `normalize` takes its time also with what is composed already, as nearly every page is. */
export const toNfc = (text: string): string => (mayCompose(text) === 0 ? text : text.normalize('NFC'));
