import { syllableParts } from '../text/index.ts';
import { costsAgainst, type Part, type PartCosts } from './channel.ts';
import { costValues, ownCosts } from './own-costs.ts';

const known = new Map<string, PartCosts>();
const maxKnown = 5000;

/** Costs of a written onset, nucleus or coda, even one that no syllable has, against all that may be meant. */
export function partCosts(part: Part, written: string): PartCosts {
  const key = `${part} ${written}`;
  let costs = known.get(key);
  if (costs === undefined) {
    const own = ownCosts[part][syllableParts[part].indexOf(written)];
    const row = (places: readonly number[]): Float32Array =>
      Float32Array.from(places, (place) => costValues[place] as number);
    costs = own ? { typed: row(own[0]), scanned: row(own[1]) } : costsAgainst(part, written);
    if (known.size > maxKnown) known.clear();
    known.set(key, costs);
  }
  return costs;
}
