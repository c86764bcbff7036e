/**
 * Counts of n-grams in two bytes each. A static function: three cells of the table, found by hashing the n-gram,
 * are xor-ed together; ten bits of the result must match the n-gram's fingerprint, the other six are the count on a
 * logarithmic scale. An n-gram that is not in the table looks as if it were once in a thousand times.
 * (Graf and Lemire, “Binary fuse filters”, 2022, holding values beside the fingerprints.)
 */

/**
 * Kinds of n-gram that share the table: `skip` is a pair with any one word between, `compound` a pair inside a dictionary
 * word.
 */
export const order = { skip: 1, two: 2, three: 3, four: 4, compound: 5 } as const;

/** Pairs inside dictionary words are stored as if counted so often, by how many dictionaries have the word. */
export const wordCounts = { several: 1, two: 2 } as const;

/** Six bits: 1 + 3 log2(count). 0 is never stored: it means “not in the table”. */
export const levelOf = (count: number): number => Math.min(63, 1 + Math.round(3 * Math.log2(count)));

/** log2 of the count that a level stands for, plus one; 0 for what is not in the table. */
export const bitsOf = Float32Array.from({ length: 64 }, (_, level) => (level === 0 ? 0 : 1 + (level - 1) / 3));

/** Resolution of `unseenLeft` and `unseenRight`: steps per bit of surprise. */
export const unseenSteps = 16;

export interface NgramTable {
  readonly cells: Uint16Array;
  readonly segments: number;
  readonly segmentBits: number;
}

/** Ids have 14 bits; two of them are one half of a key. */
export const half = (a: number, b: number): number => (a << 14) | b;

/** Where a key lies: filled in by `locate`, read at once. One object for all, because this runs a million times a page. */
export const place = { a: 0, b: 0, c: 0, print: 0 };

/** Hash an n-gram to its three cells and its fingerprint, written into `place`. */
export function locate(segments: number, segmentBits: number, kind: number, high: number, low: number): void {
  let h = Math.imul(high ^ Math.imul(kind, 0x3c6ef372), 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15) ^ low, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  let g = Math.imul(low ^ Math.imul(high, 0x27d4eb2f), 0x165667b1) ^ h;
  g = Math.imul(g ^ (g >>> 15), 0x2c1b3c6d);
  g ^= g >>> 12;
  const mask = (1 << segmentBits) - 1;
  const base = Math.floor(((h >>> 0) * segments) / 0x100000000) << segmentBits;
  const mixed = Math.imul(h ^ (g >>> 7), 0x9e3779b1);
  place.a = base + (g & mask);
  place.b = base + (1 << segmentBits) + ((g >>> segmentBits) & mask);
  place.c = base + (2 << segmentBits) + ((mixed >>> 12) & mask);
  place.print = Math.imul(mixed ^ g, 0x297a2d39) >>> 22;
}

/** Level of an n-gram, 0 when it is not in the table. */
export function lookUp(table: NgramTable, kind: number, high: number, low: number): number {
  locate(table.segments, table.segmentBits, kind, high, low);
  const { cells } = table;
  const value = (cells[place.a] as number) ^ (cells[place.b] as number) ^ (cells[place.c] as number);
  return value >>> 6 === place.print ? value & 63 : 0;
}
