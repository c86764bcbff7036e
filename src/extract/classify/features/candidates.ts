/** The node that most likely holds the article, by how much running text lies in it. */
import { isLinked, type Region, type Survey } from '../survey.ts';

/** Shorter runs are captions, menus and labels as often as sentences. */
const minSentenceChars = 40;

/** Score regions: each run of sentences speaks for the boxes around it, the nearer the more. */
export function findCandidate({ segments, regions }: Survey): Region | undefined {
  const scores = new Float64Array(regions.length);
  for (const segment of segments) {
    const { text, region, hidden } = segment;
    if (hidden || text.length < minSentenceChars || isLinked(segment)) continue;
    const worth = 1 + (text.match(/[,.;:!?，。；：！？、]/gu)?.length ?? 0) + Math.min(text.length / 100, 3);
    let share = 1;
    let at: Region | undefined = region.parent;
    for (let level = 1; at && level <= 4; level += 1) {
      scores[at.index]! += worth * share;
      share = level === 1 ? 0.5 : 1 / (level * 1.5);
      at = at.parent;
    }
  }
  let best: Region | undefined;
  let top = 0;
  for (const region of regions) {
    const score = scores[region.index]! * (1 - (region.chars > 0 ? region.linkChars / region.chars : 0));
    if (score > top) {
      top = score;
      best = region;
    }
  }
  return best;
}
