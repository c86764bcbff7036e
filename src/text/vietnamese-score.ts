/**
 * How Vietnamese a text is, to choose between readings of the same bytes. Every word with a letter beyond ASCII is weighed:
 *
 *     Giới thiệu về Tổng công ty      all syllables, common ones      → high
 *     Giíi thiÖu vÒ Tæng c«ng ty      none is a syllable              → low: one minus for each
 *
 * ASCII words read the same in every encoding and weigh nothing.
 */
import { isSyllable, parseSyllable, writeSyllable } from './syllable.ts';
import { syllableWeights } from './syllable-weights.ts';

let weights: Map<string, number> | undefined;

const openRime = /[òóỏõọ][ae]$|[ùúủũụ]y$/;

function loadWeights(): Map<string, number> {
  const table = new Map<string, number>();
  for (const [weight, syllables] of syllableWeights)
    for (const syllable of syllables.split(' ')) {
      table.set(syllable, weight);
      if (!openRime.test(syllable)) continue;
      const parts = parseSyllable(syllable);
      if (parts !== undefined) table.set(writeSyllable(parts, 'new'), weight);
    }
  return table;
}

/** Log2 of how often a corpus has the syllable (lower case, NFC); 0 for one it does not have or that is pure ASCII. */
export function syllableWeight(syllable: string): number {
  weights ??= loadWeights();
  return weights.get(syllable) ?? 0;
}

/**
 * Latin letters, and the signs beyond ASCII that wrong readings put in their place: a word broken by such a sign is one
 * chunk still. Greek, Cyrillic, Chinese and the like are not weighed, but for the few signs that MacRoman has.
 */
const chunk = /[A-Za-z\u0080-\u036fΩπ\u1e00-\u1eff\u2000-\u25ff\ue000-\uf8ff\ufb01\ufb02\ufffd]+/gu;
/** Signs that stand around words in right text. */
const edgeSigns = /^[\s\u00a0\p{P}©®°™]+|[\s\u00a0\p{P}©®°º²³™]+$/gu;
const ascii = /^[\x00-\x7f]*$/;
const lettersOnly = /^[\p{L}\p{M}]+$/u;
const signsOnly = /^[^\p{L}\p{M}\ufffd\u0080-\u009f\ue000-\uf8ff]+$/u;

/** A word is at most this long; longer chunks are data. */
const maxChunk = 24;

/** “You’ll”, “d’État”: the apostrophe is no strange sign. */
const elided = /^[A-Za-z]+(?:[’‘][A-Za-z]+)+$/;

/** Weigh one word that is not pure ASCII: > 0 Vietnamese, < 0 not. */
function weigh(word: string): number {
  // One letter is often a sign that another encoding shows as a letter: “’” alone is “ở” to VISCII.
  if (word.length === 1) return 0;
  if (elided.test(word)) return 0;
  if (word.length > maxChunk) return -3;
  const lower = word.toLowerCase();
  const weight = syllableWeight(lower);
  const cased = mixedCase.test(word) ? -1.5 : 0;
  if (weight > 0) return 0.5 + weight / 7 + cased;
  // Possible, but in 45 million syllables never written: a wrong reading gives these as easily as words.
  if (isSyllable(lower)) return -0.3 + cased;
  if (!lettersOnly.test(lower)) return signsOnly.test(word) ? 0 : -2.5;
  return splitsIntoSyllables(lower) ? 0.3 + cased : -2;
}

/** “nHà”: a capital after a small letter is rare in right text, and common where a wrong table was taken. */
const mixedCase = /\p{Ll}\p{Lu}/u;

/** Two words written as one: “kinhtế”. */
function splitsIntoSyllables(word: string): boolean {
  for (let i = 2; i <= word.length - 2; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    if (
      (ascii.test(head) ? isSyllable(head) : syllableWeight(head) > 6) &&
      (ascii.test(tail) ? isSyllable(tail) : syllableWeight(tail) > 6)
    )
      return true;
  }
  return false;
}

export interface VietnameseScore {
  /** Sum over the words: about +2 a common syllable, −2 a word that is none. */
  readonly score: number;
  /** Words with letters beyond ASCII, and how many of them are Vietnamese. */
  readonly words: number;
  readonly valid: number;
}

/** A scorer that remembers the words it has weighed; make one for each page. */
export function vietnameseScorer(): (text: string) => VietnameseScore {
  const known = new Map<string, number>();
  return (text) => {
    let score = 0;
    let words = 0;
    let valid = 0;
    for (const [found] of text.matchAll(chunk)) {
      if (ascii.test(found)) continue;
      let weight = known.get(found);
      if (weight === undefined) {
        const word = found.replace(edgeSigns, '');
        weight = ascii.test(word) ? 0 : weigh(word);
        known.set(found, weight);
      }
      if (weight === 0) continue;
      score += weight;
      words++;
      if (weight > 0) valid++;
    }
    return { score, words, valid };
  };
}

/** Share of the words that are Vietnamese syllables, 0–1; 1 when there are no words. */
export function syllableShare(text: string): number {
  let words = 0;
  let valid = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    words++;
    if (isSyllable(word.toLowerCase())) valid++;
  }
  return words === 0 ? 1 : valid / words;
}
