import { syllableParts } from '../text/index.ts';
import { costsAgainst, impossible, maxCost, type Part, type PartCosts } from './channel.ts';
import { costValues, ownCosts } from './own-costs.ts';

/** Costs of a written part, and which meant parts are within reach. */
export interface NearCosts extends PartCosts {
  /** Indices in `syllableParts` of what costs at most `maxCost` to have meant. */
  readonly near: Uint8Array;
}

const known = new Map<string, NearCosts>();
const maxKnown = 5000;

/** Costs of a written onset, nucleus or coda, even one that no syllable has, against all that may be meant. */
export function partCosts(part: Part, written: string): NearCosts {
  const key = `${part} ${written}`;
  let costs = known.get(key);
  if (costs === undefined) {
    const own = ownCosts[part][written];
    costs = own ? spread(own, syllableParts[part].length) : withNear(costsAgainst(part, written));
    if (known.size > maxKnown) known.clear();
    known.set(key, costs);
  }
  return costs;
}

/** A row of `ownCosts`; what is too far to be in it is impossible. */
function spread(row: readonly number[], parts: number): NearCosts {
  const near = new Uint8Array(row.length / 3);
  const typed = new Float32Array(parts).fill(impossible);
  const scanned = new Float32Array(parts).fill(impossible);
  for (let i = 0; i < near.length; i++) {
    const meant = row[3 * i] as number;
    near[i] = meant;
    typed[meant] = costValues[row[3 * i + 1] as number] as number;
    scanned[meant] = costValues[row[3 * i + 2] as number] as number;
  }
  return { near, typed, scanned };
}

function withNear({ typed, scanned }: PartCosts): NearCosts {
  const near: number[] = [];
  for (let meant = 0; meant < typed.length; meant++)
    if (Math.min(typed[meant] as number, scanned[meant] as number) <= maxCost) near.push(meant);
  return { near: Uint8Array.from(near), typed, scanned };
}
