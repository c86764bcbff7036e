/**
 * What the parts that syllables have cost against each other, and those that a word may be taken apart into: nearly all that a
 * text asks for. Working them out took a twentieth of a first run, so the build works this module out once and ships the
 * numbers.
 */
import { syllableParts } from '../text/index.ts';
import { costsAgainst, maxCost, type Part } from './channel.ts';
import { glides } from './readings.ts';

/** The costs there are; the rows hold places in it. */
export const costValues: number[] = [];

const places = new Map<number, number>();

function indexOfCost(cost: number): number {
  let place = places.get(cost);
  if (place === undefined) {
    place = costValues.push(cost) - 1;
    places.set(cost, place);
  }
  return place;
}

/** Three numbers for each part that may be meant: its index in `syllableParts`, and the places of its costs. */
function rowOf(part: Part, written: string): number[] {
  const { typed, scanned } = costsAgainst(part, written);
  const row: number[] = [];
  typed.forEach((cost, meant) => {
    const other = scanned[meant] as number;
    if (Math.min(cost, other) <= maxCost) row.push(meant, indexOfCost(cost), indexOfCost(other));
  });
  return row;
}

const rowsOf = (part: Part, written: Iterable<string>): Record<string, number[]> =>
  Object.fromEntries(Array.from(written, (one) => [one, rowOf(part, one)]));

const { onsets, nuclei, codas } = syllableParts;
/** See `readings`. */
const takenApart = nuclei.flatMap((nucleus) => [
  nucleus,
  `u${nucleus}`,
  nucleus.slice(1),
  nucleus.slice(0, -1),
  ...glides.map((glide) => nucleus + glide),
]);

/** By part and by what is written. */
export const ownCosts: Readonly<Record<Part, Readonly<Record<string, readonly number[]>>>> = {
  onsets: rowsOf('onsets', onsets),
  nuclei: rowsOf('nuclei', new Set(takenApart)),
  codas: rowsOf('codas', codas),
};
