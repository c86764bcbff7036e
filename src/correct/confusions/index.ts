/** The table of words that people confuse, by what is confused in them. */
import { cT } from './c-t.ts';
import { chTr } from './ch-tr.ts';
import type { Confusion } from './confusion.ts';
import { dGiR } from './d-gi-r.ts';
import { hoiNga } from './hoi-nga.ts';
import { lN } from './l-n.ts';
import { nNg } from './n-ng.ts';
import { sX } from './s-x.ts';
import { vowels } from './vowels.ts';

export const confusions: readonly Confusion[] = [sX, chTr, dGiR, lN, hoiNga, cT, nNg, vowels];

/** Its pairs: the run that is wrong, and the one that is meant. */
export const pairsOf = ({ pairs }: Confusion): (readonly [wrong: string, right: string])[] =>
  pairs
    .trim()
    .split(/,\s+/)
    .map((pair) => pair.split(' → ') as [string, string]);
