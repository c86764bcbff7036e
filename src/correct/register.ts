/** How far the language of a document is from what was counted: lists of herbs, songs, a trade's own words. */
import { pairLevel } from './context.ts';
import type { PairCounts } from './evidence.ts';
import type { LanguageModel } from './model.ts';
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

/** What is thought of a document before a word is read. */
const before: PairCounts = { pairs: 10, unseen: 0.6 };
/**
 * Of news, laws, Wikipedia and portals hardly one document in fifty has more unseen pairs than this; of right texts dense with words of crafts,
 * rites, dialects and herbs, written to try the corrector, nine in ten have, and all in which a word was changed had twice as many.
 */
const usual = 0.1;
const steepness = 5;

/**
 * By how much the odds of a slip in a word that exists are lowered in a document with so many unseen pairs: that the word was never met
 * beside its neighbours is what speaks against it, and here it speaks of the counts.
 */
export function registerOdds({ pairs, unseen }: PairCounts): number {
  const share = (unseen + before.unseen) / (pairs + before.pairs);
  return share <= usual ? 1 : (usual / share) ** steepness;
}
