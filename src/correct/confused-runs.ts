/**
 * The table of confused words by their first word, as one text; worked out by the build, since parting thousands of pairs
 * costs a tenth of a cold start.
 */
import { confusions, pairsOf } from './confusions/index.ts';

/** First word → its runs: “xung → bổ sung” under “bổ”. */
const byFirst: Record<string, string[]> = {};
for (const [wrong, right] of confusions.flatMap(pairsOf)) {
  const [first = '', ...rest] = wrong.split(' ');
  byFirst[first] = [...(byFirst[first] ?? []), `${rest.join(' ')} → ${right}`];
}

/** JSON of first words, each with the rest of its runs and what is meant. */
export const confusedRuns: string = JSON.stringify(byFirst);
