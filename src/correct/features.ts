/** The numbers that the decision layer sees of one candidate in one place. */
import { slips } from './candidates.ts';
import { type Around, type Neighbours, termCount } from './context.ts';
import type { DocumentEvidence } from './evidence.ts';
import { type Form, shape } from './forms.ts';
import { edgeId, firstWord, unknownId } from './vocabulary.ts';

/** One place that may hold a slip, with what is the same for all its candidates. */
export interface Spot {
  readonly form: Form;
  readonly neighbours: Neighbours;
  /** Evidence for the word as written. */
  readonly own: Float32Array;
  readonly ownFit: number;
  readonly sentenceStart: boolean;
  readonly capitalBefore: boolean;
  readonly capitalAfter: boolean;
  /** No sentence begins there: a capital is a name’s. */
  readonly afterComma: boolean;
  /**
   * Counts of the neighbours and of their pairs; `boundLeft` and `boundRight`: a neighbour makes a dictionary word with the
   * word beyond it.
   */
  readonly around: Around;
  readonly boundLeft: boolean;
  readonly boundRight: boolean;
  /** Unknown words among the four before and after. */
  readonly strangers: number;
  /** No word nearby has a letter that only Vietnamese has. */
  readonly inUnmarked: boolean;
  /** The word is half of a doubled one. */
  readonly isReduplicated: boolean;
  /** Other places of the document that look wrong, as log2 of their share. */
  slipRate: number;
  /** Score of the word as written by the context net; 0 for an unknown word. */
  readonly ownContext: number;
}

/** One candidate of a spot. */
export interface Choice {
  readonly id: number;
  readonly typed: number;
  readonly scanned: number;
  readonly slip: number;
  readonly terms: Float32Array;
  readonly fit: number;
  /** Gain in fit less the cost of the slip, in bits: what candidates are ranked by. */
  readonly gain: number;
  /** How much better than the best other candidate. */
  lead: number;
  /** How well it fits by the context net, and how much better than the best other candidate. */
  context: number;
  contextLead: number;
}

const log = (count: number): number => Math.log2(1 + Math.max(0, count));

/** Write the features of a choice into `out` from `start`; returns how many. */
export function describe(spot: Spot, choice: Choice, doc: DocumentEvidence, out: Float32Array, start = 0): number {
  let at = start;
  const { form, neighbours: n, own } = spot;
  for (let i = 0; i < termCount; i++) {
    out[at++] = choice.terms[i] as number;
    out[at++] = own[i] as number;
  }
  out[at++] = choice.fit - spot.ownFit;
  out[at++] = choice.fit;
  out[at++] = choice.gain;
  out[at++] = Math.min(20, choice.lead);
  out[at++] = Math.min(15, choice.typed);
  out[at++] = Math.min(15, choice.scanned);
  for (let i = 0; i < slips.length; i++) out[at++] = choice.slip === i ? 1 : 0;
  out[at++] = form.id === unknownId ? 1 : 0;
  out[at++] = form.possible ? 1 : 0;
  out[at++] = form.lower.length;
  out[at++] = form.shape === shape.upper ? 1 : 0;
  out[at++] = form.shape === shape.capital && spot.sentenceStart ? 1 : 0;
  out[at++] = form.shape === shape.capital && !spot.sentenceStart ? 1 : 0;
  out[at++] = spot.capitalBefore ? 1 : 0;
  out[at++] = spot.capitalAfter ? 1 : 0;
  for (const id of [n.l1, n.r1]) {
    out[at++] = id === unknownId ? 1 : 0;
    out[at++] = id === edgeId ? 1 : 0;
    out[at++] = id > edgeId && id < firstWord ? 1 : 0;
  }
  out[at++] = n.l2 === unknownId ? 1 : 0;
  out[at++] = n.r2 === unknownId ? 1 : 0;
  const { around } = spot;
  out[at++] = around.left;
  out[at++] = around.right;
  out[at++] = around.l1;
  out[at++] = around.r1;
  out[at++] = spot.boundLeft ? 1 : 0;
  out[at++] = spot.boundRight ? 1 : 0;
  out[at++] = spot.strangers;
  out[at++] = log(doc.wordCount(form.id, form.lower) - 1);
  out[at++] = log(doc.wordCount(choice.id, ''));
  out[at++] = log(doc.pairCount(n.l1, form.id) - 1);
  out[at++] = log(doc.pairCount(form.id, n.r1) - 1);
  out[at++] = log(doc.pairCount(n.l1, choice.id));
  out[at++] = log(doc.pairCount(choice.id, n.r1));
  out[at++] = log(doc.sizeJudged);
  out[at++] = Math.log2(doc.shareOf(doc.misspelt - (form.id === unknownId ? 1 : 0), 0.5));
  out[at++] = spot.slipRate;
  out[at++] = form.id === unknownId ? 0 : choice.context - spot.ownContext;
  out[at++] = choice.context;
  out[at++] = choice.contextLead;
  return at - start;
}

export const featureCount = 2 * termCount + 6 + slips.length + 8 + 6 + 2 + 7 + 6 + 3 + 3;
/** Where `gain` stands among them. */
export const gainFeature = 2 * termCount + 2;
