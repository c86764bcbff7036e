/** How far the language of a document is from what was counted: lists of herbs, songs, a trade's own words. */
import { pairLevel } from './context.ts';
import type { PairCounts } from './evidence.ts';
import type { LanguageModel } from './language-model.ts';
import type { Sequence } from './sequence.ts';
import { isLikely, type OpenSpot } from './spots.ts';
import { firstWord } from './vocabulary.ts';

/** Count the pairs of a text. Those of likely slips say nothing of its language. */
export function countPairs({ ids }: Sequence, spots: readonly OpenSpot[], model: LanguageModel): PairCounts {
  const slips = new Set(spots.filter(isLikely).map(({ at }) => at));
  let pairs = 0;
  let unseen = 0;
  for (let at = 1; at < ids.length; at++) {
    const [a, b] = [ids[at - 1] as number, ids[at] as number];
    if (a < firstWord || b < firstWord || slips.has(at - 1) || slips.has(at)) continue;
    pairs++;
    if (pairLevel(model, a, b) === 0) unseen++;
  }
  return { pairs, unseen };
}

/** Prior counts, added to those of the document. */
const before: PairCounts = { pairs: 10, unseen: 0.6 };
/**
 * Share of unseen word pairs: only 2 % of news, laws, Wikipedia and portal texts exceed this, but 90 % of the specialised
 * texts (crafts, rites, dialects, herbs) written to test the corrector do; those in which it changed a right word had twice
 * this share.
 */
const usual = 0.1;
const steepness = 5;

/** Factor on the odds of a real-word slip: an unusual vocabulary makes unseen pairs weak evidence. */
export function registerOdds({ pairs, unseen }: PairCounts): number {
  const share = (unseen + before.unseen) / (pairs + before.pairs);
  return share <= usual ? 1 : (usual / share) ** steepness;
}
