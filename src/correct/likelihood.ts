/**
 * How likely it is that a candidate was meant. What the networks are certain of stays so; what they doubt is weighed again,
 * by a logistic regression over their number and what they make too little of. They learned from slips made in clean text:
 * in real texts, of the places to which they give odds of 1 : 100 every fourth is a slip where a page holds many, and hardly
 * any where it holds none.
 */
import { certainFrom } from '../model/index.ts';
import { under } from './careful.ts';
import type { DocumentEvidence } from './evidence.ts';
import type { Choice, Spot } from './features.ts';
import { unknownId } from './vocabulary.ts';

/** Prior for the rate of slips in a document: one in a thousand words. */
const before = { slips: 0.3, words: 300 };

/** What a likelihood is read from, in the order of `weights`. */
export const evidenceNames = ['surer', 'doubtful', 'rate', 'context', 'gain', 'unknown', 'ownPairs', 'pairs'] as const;
export type OddsEvidence = Readonly<Record<(typeof evidenceNames)[number], number>>;

/**
 * Gather what speaks for and against a choice to which the networks give these odds, as a logarithm, beside `others` slips
 * known in its document.
 */
export function evidenceFor(
  odds: number,
  spot: Spot,
  choice: Choice,
  others: number,
  doc: DocumentEvidence,
): OddsEvidence {
  const { form, neighbours: n } = spot;
  const uses = (id: number, own: number): number =>
    Math.log2(1 + Math.max(0, doc.pairCount(n.l1, id) - own)) +
    Math.log2(1 + Math.max(0, doc.pairCount(id, n.r1) - own));
  return {
    surer: Math.max(0, odds),
    doubtful: Math.min(0, odds),
    rate: Math.log((others + before.slips) / (doc.size + before.words)),
    context: choice.context - spot.ownContext,
    gain: choice.gain,
    unknown: form.id === unknownId ? 1 : 0,
    ownPairs: uses(form.id, 1),
    pairs: uses(choice.id, 0),
  };
}

/** Fitted by `npx tsx data/correct/fit-likelihood.ts <folder of labelled texts>`. */
const bias = 3.537;
const weights: OddsEvidence = {
  surer: 0.206,
  doubtful: 0.323,
  rate: 0.662,
  context: 0.142,
  gain: 0.097,
  unknown: -1.288,
  ownPairs: -0.788,
  pairs: 0.285,
};

/**
 * Choices scored .93 were right 48 times in 50 (development texts, five folds), so .93 maps to the “certain” threshold.
 * The regression scores too low because some slips in those texts are not labelled.
 */
const certainFromLikelihood = 0.93;

/**
 * What the network and the guards give .9 was right 96 times in a hundred on the development texts, read one by one:
 * their odds are to be raised by this exponent.
 */
const sharpness = 4 / 3;
const sharpened = (share: number): number => share ** sharpness / (share ** sharpness + (1 - share) ** sharpness);

/**
 * Probability that a choice was meant, from the `share` of networks and guards together; `guarded` is the factor of the
 * guards alone.
 */
export function likelihoodOf(share: number, evidence: OddsEvidence, guarded: number): number {
  const sure = sharpened(share);
  if (sure >= certainFrom) return sure;
  const odds = evidenceNames.reduce((sum, name) => sum + weights[name] * evidence[name], bias);
  const likely = under(1 / (1 + Math.exp(-odds)), Math.sqrt(guarded));
  return likely < certainFromLikelihood
    ? likely
    : certainFrom + ((likely - certainFromLikelihood) * (1 - certainFrom)) / (1 - certainFromLikelihood);
}
