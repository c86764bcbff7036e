/** Where on the page a segment stands: from its headline, from the box that most likely holds the article, from its ends. */
import type { Region, Segment } from '../survey.ts';
import { farAway } from './boxes.ts';
import { lettersAndDigits, type PageFacts } from './page-facts.ts';
import { log, type Put, share } from './row.ts';

export const placeNames = [
  'repeats',
  'inTitle',
  'afterHeadline',
  'charsSinceHeadline',
  'place',
  'charPlace',
  'depth',
  'inCandidate',
  'stepsToCandidate',
  'witness',
  'description',
  'cjk',
  'symbols',
] as const;

/** Write where on the page a segment stands. */
export function putPlace(segment: Segment, page: PageFacts, put: Put): void {
  const { index, text, region } = segment;
  const start = page.starts[index]!;
  put(Math.min(page.repeats.get(text) ?? 1, 10));
  put(text !== '' && page.title.includes(text.toLowerCase()) ? 1 : 0);
  put(index > page.headline ? 1 : index === page.headline ? 0.5 : 0);
  const since = start - (page.headline >= 0 ? page.starts[page.headline]! : 0);
  put(since >= 0 ? log(since) : -log(-since));
  put(share(index, page.count));
  put(share(start, page.chars));
  put(region.depth);
  const steps = stepsTo(region, page.candidate);
  put(steps === 0 ? 1 : 0);
  put(Math.min(steps, farAway));
  put(page.articleBody === '' ? -1 : text.length >= 15 && page.articleBody.includes(lettersAndDigits(text)) ? 1 : 0);
  put(
    page.description !== '' &&
      text.length >= 15 &&
      (page.description.includes(lettersAndDigits(text)) || lettersAndDigits(text).includes(page.description))
      ? 1
      : 0,
  );
  put(/[\u3040-\u9fff]/.test(text) ? 1 : 0);
  put(log(text.match(/[|»›©→•·/]/g)?.length ?? 0));
}

export const coverNames = ['inCover70', 'stepsToCover70', 'inCover90', 'placeInCover'] as const;

/** The smallest boxes that hold most of the page's sentences. */
export function putCover(segment: Segment, { cover70, cover90 }: PageFacts, put: Put): void {
  const steps = stepsTo(segment.region, cover70);
  put(steps === 0 ? 1 : 0);
  put(Math.min(steps, farAway));
  put(stepsTo(segment.region, cover90) === 0 ? 1 : 0);
  put(cover90 ? share(segment.index - cover90.first, cover90.last - cover90.first) : 0);
}

/** Steps up from a region until the candidate is above it (0: inside the candidate). */
function stepsTo(region: Region, candidate: Region | undefined): number {
  if (!candidate) return farAway;
  let steps = 0;
  for (let at: Region | undefined = region; at; at = at.parent) {
    if (at.first <= candidate.first && at.last >= candidate.last && at.index <= candidate.index)
      return at === candidate ? 0 : steps;
    if (candidate.first <= at.first && candidate.last >= at.last && at.index >= candidate.index) return 0;
    steps += 1;
  }
  return farAway;
}
