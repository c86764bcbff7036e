import { fnv1a } from '../text/index.ts';

const bits = 64;
/** Syllables in a row that are hashed together: word order counts, one changed word changes three of them. */
const shingle = 3;

/**
 * Fingerprint of a text in 16 hexadecimal digits; texts that differ in a few words differ in a few bits (Charikar's
 * SimHash).
 */
export function simhash(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const weights = new Int32Array(bits);
  for (let i = 0; i < Math.max(1, words.length - shingle + 1); i += 1) {
    const part = words.slice(i, i + shingle).join(' ');
    const halves = [hash(part, 0x811c9dc5), hash(part, 0x9747b28c)];
    for (let bit = 0; bit < bits; bit += 1) {
      weights[bit] = (weights[bit] ?? 0) + (((halves[bit >> 5] ?? 0) >>> (bit & 31)) & 1 ? 1 : -1);
    }
  }
  let hex = '';
  for (let nibble = 0; nibble < bits; nibble += 4) {
    let value = 0;
    for (let bit = 0; bit < 4; bit += 1) if ((weights[nibble + bit] ?? 0) > 0) value |= 1 << bit;
    hex += value.toString(16);
  }
  return hex;
}

/** FNV-1a with a finisher: the plain one leaves its high bits weak on short strings. */
function hash(text: string, seed: number): number {
  let h = fnv1a(text, seed);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A fingerprint as four numbers of 16 bits. Of two that differ in at most three bits, one number is the same. */
export const bandsOf = (fingerprint: string): readonly number[] =>
  (fingerprint.match(/.{4}/g) ?? []).map((band) => Number.parseInt(band, 16));

/** In how many bits two fingerprints differ, 0–64. */
export const hammingDistance = (a: string, b: string): number => bandDistance(bandsOf(a), bandsOf(b));

/** The same of fingerprints that are split already. */
export function bandDistance(a: readonly number[], b: readonly number[]): number {
  let distance = 0;
  for (let i = 0; i < a.length; i += 1) for (let x = (a[i] ?? 0) ^ (b[i] ?? 0); x; x &= x - 1) distance += 1;
  return distance;
}
