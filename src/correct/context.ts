/** How well a word fits between its neighbours, by n-gram counts on both sides. */
import type { LanguageModel } from './language-model.ts';
import { bitsOf, half, levelOf, lookUp, order, unseenSteps, wordCounts } from './ngrams.ts';
import { edgeId, firstWord, unknownId } from './vocabulary.ts';

/**
 * Evidence for one word in one place, as log2(count) + 1, 0 for never seen; of pairs that were never seen also how
 * surprising that is of the two words, in bits.
 */
export const terms = {
  left: 0,
  right: 1,
  left3: 2,
  middle3: 3,
  right3: 4,
  left4: 5,
  leftMiddle4: 6,
  rightMiddle4: 7,
  right4: 8,
  leftSkip: 9,
  rightSkip: 10,
  own: 11,
  leftCompound: 12,
  rightCompound: 13,
  leftUnseen: 14,
  rightUnseen: 15,
} as const;
export const termCount = 16;

/** The ids around a place, nearest first; `edgeId` beyond the ends. */
export interface Neighbours {
  l1: number;
  l2: number;
  l3: number;
  r1: number;
  r2: number;
  r3: number;
}

/** Fill in the ids around index `at` of a sequence; returns `into`. */
export function neighboursOf(ids: readonly number[], at: number, into: Neighbours): Neighbours {
  into.l1 = ids[at - 1] ?? edgeId;
  into.l2 = ids[at - 2] ?? edgeId;
  into.l3 = ids[at - 3] ?? edgeId;
  into.r1 = ids[at + 1] ?? edgeId;
  into.r2 = ids[at + 2] ?? edgeId;
  into.r3 = ids[at + 3] ?? edgeId;
  return into;
}

/** Level of a pair, 0 when never seen. */
export const pairLevel = ({ table }: LanguageModel, a: number, b: number): number =>
  a === unknownId || b === unknownId ? 0 : lookUp(table, order.two, a, b);

const pair = (model: LanguageModel, a: number, b: number): number => bitsOf[pairLevel(model, a, b)] as number;

/** log2(count) + 1 of a pair, 0 when never seen. */
export { pair as pairBits };

/** Surprise, in bits, that two known words never occurred side by side; 0 beside an unknown word. */
const unseen = ({ unseenLeft, unseenRight }: LanguageModel, a: number, b: number): number =>
  a === unknownId || b === unknownId ? 0 : ((unseenRight[a] as number) + (unseenLeft[b] as number)) / unseenSteps;

/**
 * The two levels stored for pairs inside dictionary words (of several dictionaries, of two); any other level is a hash
 * collision.
 */
const wordLevels = { several: levelOf(wordCounts.several), two: levelOf(wordCounts.two) } as const;

/** 1 for two words that stand side by side in a word of several dictionaries, a half for one of only two. */
function compound({ table }: LanguageModel, a: number, b: number): number {
  if (a < firstWord || b < firstWord) return 0;
  const level = lookUp(table, order.compound, a, b);
  return level === wordLevels.several ? 1 : level === wordLevels.two ? 0.5 : 0;
}

/** Whether several dictionaries have a word in which the two stand side by side. */
export const inCompound = (model: LanguageModel, a: number, b: number): boolean => compound(model, a, b) === 1;

const skip = ({ table }: LanguageModel, a: number, b: number): number =>
  a < firstWord || b < firstWord ? 0 : (bitsOf[lookUp(table, order.skip, a, b)] as number);

function three({ table }: LanguageModel, a: number, b: number, c: number): number {
  if (a === unknownId || b === unknownId || c === unknownId || b === edgeId) return 0;
  return bitsOf[lookUp(table, order.three, half(a, b), c)] as number;
}

function four({ table }: LanguageModel, a: number, b: number, c: number, d: number): number {
  if (a === unknownId || d === unknownId) return 0;
  return bitsOf[lookUp(table, order.four, half(a, b), half(c, d))] as number;
}

/** Fill in the evidence for word `w`. Longer runs are only asked for when the shorter ones within are known. */
export function fillTerms(model: LanguageModel, n: Neighbours, w: number, out: Float32Array): void {
  out.fill(0);
  if (w === unknownId) return;
  out[terms.own] = bitsOf[model.unigrams[w] as number] as number;
  const left = pair(model, n.l1, w);
  const right = pair(model, w, n.r1);
  out[terms.left] = left;
  out[terms.right] = right;
  if (left === 0) out[terms.leftUnseen] = unseen(model, n.l1, w);
  if (right === 0) out[terms.rightUnseen] = unseen(model, w, n.r1);
  const left3 = left > 0 ? three(model, n.l2, n.l1, w) : 0;
  const middle3 = left > 0 && right > 0 ? three(model, n.l1, w, n.r1) : 0;
  const right3 = right > 0 ? three(model, w, n.r1, n.r2) : 0;
  out[terms.left3] = left3;
  out[terms.middle3] = middle3;
  out[terms.right3] = right3;
  if (left3 > 0) out[terms.left4] = n.l2 === edgeId ? 0 : four(model, n.l3, n.l2, n.l1, w);
  if (left3 > 0 && middle3 > 0) out[terms.leftMiddle4] = four(model, n.l2, n.l1, w, n.r1);
  if (right3 > 0 && middle3 > 0) out[terms.rightMiddle4] = four(model, n.l1, w, n.r1, n.r2);
  if (right3 > 0) out[terms.right4] = n.r2 === edgeId ? 0 : four(model, w, n.r1, n.r2, n.r3);
  out[terms.leftCompound] = compound(model, n.l1, w);
  out[terms.rightCompound] = compound(model, w, n.r1);
  if (n.l1 !== edgeId) out[terms.leftSkip] = skip(model, n.l2, w);
  if (n.r1 !== edgeId) out[terms.rightSkip] = skip(model, w, n.r2);
}

const logTotal = 25.5;
/** Relative frequency of a run in its context, from the log2 counts of both. */
const share = (bits: number, context: number): number => (bits === 0 ? 0 : context <= bits ? 1 : 2 ** (bits - context));

/**
 * log2 of P(w | l2 l1) · P(r1 | l1 w) · P(r2 | w r1), each mixed from three orders; places beside unknown words drop out.
 */
export function logFit(n: Neighbours, around: Around, t: Float32Array): number {
  const left = t[terms.left] as number;
  const right = t[terms.right] as number;
  const own = t[terms.own] as number;
  const factors = factorsOf(n);
  let product = step(t[terms.left3] as number, around.left, left, around.l1, own);
  if (factors > 1) product *= step(t[terms.middle3] as number, left, right, own, around.r1);
  if (factors > 2) product *= step(t[terms.right3] as number, right, around.right, around.r1, around.r2);
  return Math.log2(product);
}

/** How many probabilities `logFit` multiplies. */
export const factorsOf = (n: Neighbours): number =>
  n.r1 === unknownId ? 1 : n.r1 === edgeId || n.r2 === unknownId ? 2 : 3;

/** Counts of the neighbours without the word between them, in bits: the same for every candidate. */
export interface Around {
  readonly left: number;
  readonly right: number;
  readonly l1: number;
  readonly r1: number;
  readonly r2: number;
}

/** Look up the counts of the neighbours, once for all candidates of a place. */
export function aroundOf(model: LanguageModel, n: Neighbours): Around {
  const own = (id: number): number => bitsOf[model.unigrams[id] as number] as number;
  return { left: pair(model, n.l2, n.l1), right: pair(model, n.r1, n.r2), l1: own(n.l1), r1: own(n.r1), r2: own(n.r2) };
}

/** P(c | a b) from bits of abc, ab, bc, b, c. */
const step = (abc: number, ab: number, bc: number, b: number, c: number): number =>
  0.55 * share(abc, ab) + 0.35 * share(bc, b) + 0.1 * 2 ** (Math.max(0, c - 1) - logTotal);
