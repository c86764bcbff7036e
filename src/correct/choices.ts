/** Which candidates of a word are worth a decision. */
import { type Candidates, maxCandidates } from './candidates.ts';
import { type Around, fillTerms, logFit, type Neighbours, pairLevel, termCount, terms } from './context.ts';
import type { Choice } from './features.ts';
import type { Form } from './forms.ts';
import type { LanguageModel } from './language-model.ts';
import { bitsOf } from './ngrams.ts';
import { firstWord, unknownId } from './vocabulary.ts';

export const maxChoices = 6;
/** Candidates that gain less than this over the word as written are not looked at closer, in bits. */
const minGain = -2;
/** The same limit for the cheaper estimate from pairs alone (`quickFit`). */
const minQuick = -5;
/** Highest cost of a slip that turned one real word into another, in bits; the candidates come cheapest first. */
const maxCostOfKnown = 14.5;
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
  const { form, n, around, ownFit } = place;
  const found: Choice[] = [];
  for (const i of form.id === unknownId ? candidates.ids.keys() : promising(candidates, model, place)) {
    const id = candidates.ids[i] as number;
    const typed = candidates.typed[i] as number;
    const scanned = candidates.scanned[i] as number;
    const cost = Math.min(typed, scanned) * bitsPerNat;
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

/** Levels of the candidates' pairs with the word before. */
const leftLevels = new Uint8Array(maxCandidates);

/**
 * Indices of the candidates of a known word whose pairs reach what the word as written has, less what the slip costs.
 * Thousands a page, and nearly every look-up misses the cache: those of the first pairs are done in a row in which none
 * waits for another. The second pair is asked for only when it can matter. Fractions handed to a function that the engine
 * does not unfold would each become an object.
 */
function promising({ ids, typed, scanned }: Candidates, model: LanguageModel, { n, around, own }: Place): number[] {
  const { l1, r1 } = n;
  const ownQuick = quickFit(n, around, own[terms.left] as number, own[terms.right] as number, own[terms.own] as number);
  const isBlind = l1 < firstWord && r1 < firstWord;
  const costOf = (i: number): number => Math.min(typed[i] as number, scanned[i] as number) * bitsPerNat;
  let count = 0;
  for (; count < ids.length && costOf(count) <= maxCostOfKnown; count++)
    leftLevels[count] = pairLevel(model, l1, ids[count] as number);
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    if (!isBlind) {
      const wanted = ownQuick + minQuick + costOf(i);
      const common = bitsOf[model.unigrams[ids[i] as number] as number] as number;
      const rareLeft = byChance(l1, around.l1, common);
      const rareRight = byChance(r1, around.r1, common);
      const mostLeft = Math.min(common, around.l1) || rareLeft;
      const mostRight = Math.min(common, around.r1) || rareRight;
      const left = leftLevels[i] as number;
      const before = left === 0 ? rareLeft : (bitsOf[left] as number);
      if (mostLeft + mostRight - common < wanted || before + mostRight - common < wanted) continue;
      const right = pairLevel(model, ids[i] as number, r1);
      const after = right === 0 ? rareRight : (bitsOf[right] as number);
      if (left + right === 0 || before + after - common < wanted) continue;
    }
    found.push(i);
  }
  return found;
}

/** log2 of the count that a word would have between its neighbours, from its two pairs. */
const quickFit = (n: Neighbours, around: Around, left: number, right: number, own: number): number =>
  (left || byChance(n.l1, around.l1, own)) + (right || byChance(n.r1, around.r1, own)) - own;

/** Expected log2 count of an unseen pair if its two words met by chance; 0 beside an unknown word. */
const byChance = (neighbour: number, bits: number, own: number): number =>
  neighbour === unknownId ? 0 : Math.min(1, own + bits - chanceBits);

/** log2 of the size of the corpus, plus two bits because unseen pairs are rarer than chance. */
const chanceBits = 27.5;
