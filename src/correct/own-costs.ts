/**
 * What the parts that syllables have cost against each other: nearly all that a text asks for. Working them out took a
 * twentieth of a first run, so the build works this module out once and ships the numbers.
 */
import { syllableParts } from '../text/index.ts';
import { costsAgainst, type Part } from './channel.ts';

/** The costs there are; the rows hold places in it. */
export const costValues: number[] = [];

const places = new Map<number, number>();

function placeOf(cost: number): number {
  let place = places.get(cost);
  if (place === undefined) {
    place = costValues.push(cost) - 1;
    places.set(cost, place);
  }
  return place;
}

const rowsOf = (part: Part): [typed: number[], scanned: number[]][] =>
  syllableParts[part].map((written) => {
    const { typed, scanned } = costsAgainst(part, written);
    return [Array.from(typed, placeOf), Array.from(scanned, placeOf)];
  });

/** By part, in the order of `syllableParts`. */
export const ownCosts: Readonly<Record<Part, readonly (readonly [typed: number[], scanned: number[]])[]>> = {
  onsets: rowsOf('onsets'),
  nuclei: rowsOf('nuclei'),
  codas: rowsOf('codas'),
};
