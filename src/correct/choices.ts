/** Which candidates of a word are worth a decision. */
import type { Candidates } from './candidates.ts';
import { type Around, fillTerms, logFit, type Neighbours, pairBits, termCount, terms } from './context.ts';
import type { Choice } from './features.ts';
import type { Form } from './forms.ts';
import type { LanguageModel } from './model.ts';
import { bitsOf } from './ngrams.ts';
import { firstWord, unknownId } from './vocabulary.ts';

export const maxChoices = 6;
/** Candidates that gain less than this over the word as written are not looked at closer, in bits. */
const minGain = -3;
/** The same with pairs alone: a cheaper look. */
const minQuick = -6;
/** A word that exists is not taken for a rarer slip than this, in bits; the candidates come cheapest first. */
const maxCostOfKnown = 13;
const bitsPerNat = 1 / Math.LN2;

const trial = new Float32Array(termCount);

/** The word as written, and what stands around it. */
interface Place {
  readonly form: Form;
  readonly n: Neighbours;
  readonly around: Around;
  readonly own: Float32Array;
  readonly ownFit: number;
}

/** The candidates that fit best for what they cost, best first. */
export function chooseFrom(candidates: Candidates, model: LanguageModel, place: Place): Choice[] {
  const { form, n, around, own, ownFit } = place;
  const ownQuick = quickFit(n, around, own[terms.left] as number, own[terms.right] as number, own[terms.own] as number);
  const blind = n.l1 < firstWord && n.r1 < firstWord;
  const found: Choice[] = [];
  for (let i = 0; i < candidates.ids.length; i++) {
    const id = candidates.ids[i] as number;
    const typed = candidates.typed[i] as number;
    const scanned = candidates.scanned[i] as number;
    const cost = Math.min(typed, scanned) * bitsPerNat;
    if (form.id !== unknownId && cost > maxCostOfKnown) break;
    if (!blind && form.id !== unknownId && !isPromising(model, n, around, id, ownQuick + minQuick + cost)) continue;
    fillTerms(model, n, id, trial);
    const fit = logFit(n, around, trial);
    const gain = fit - ownFit - cost;
    if (gain < minGain && form.id !== unknownId) continue;
    found.push({
      id,
      typed,
      scanned,
      slip: candidates.slips[i] as number,
      terms: trial.slice(),
      fit,
      gain,
      lead: 0,
      context: 0,
      contextLead: 0,
    });
  }
  found.sort((a, b) => b.gain - a.gain || a.id - b.id);
  const best = found.slice(0, maxChoices);
  best.forEach((choice, i) => {
    const rival = best[i === 0 ? 1 : 0];
    choice.lead = rival === undefined ? 20 : choice.gain - rival.gain;
  });
  return best;
}

/**
 * Whether the pairs of a candidate reach `wanted` bits; the second pair is asked for only when it can matter. This runs
 * thousands of times a page: fractions handed to a function that the engine does not unfold would each become an object.
 */
function isPromising(model: LanguageModel, n: Neighbours, around: Around, id: number, wanted: number): boolean {
  const common = bitsOf[model.unigrams[id] as number] as number;
  const rareLeft = byChance(n.l1, around.l1, common);
  const rareRight = byChance(n.r1, around.r1, common);
  const mostLeft = Math.min(common, around.l1) || rareLeft;
  const mostRight = Math.min(common, around.r1) || rareRight;
  if (mostLeft + mostRight - common < wanted) return false;
  const left = pairBits(model, n.l1, id);
  const before = left || rareLeft;
  if (before + mostRight - common < wanted) return false;
  const right = pairBits(model, id, n.r1);
  return left + right > 0 && before + (right || rareRight) - common >= wanted;
}

/** log2 of the count that a word would have between its neighbours, from its two pairs. */
const quickFit = (n: Neighbours, around: Around, left: number, right: number, own: number): number =>
  (left || byChance(n.l1, around.l1, own)) + (right || byChance(n.r1, around.r1, own)) - own;

/** What a pair that was never seen counts as, beside a neighbour of so many bits; one with an unknown word counts nothing. */
const byChance = (neighbour: number, bits: number, own: number): number =>
  neighbour === unknownId ? 0 : Math.min(1, own + bits - chanceBits);

/** log2 of the words counted, and two bits because what is rare by chance is rarer where it was not seen. */
const chanceBits = 27.5;
