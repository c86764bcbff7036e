/** From counts to the n-grams that go into the package. */
import { half, levelOf, order } from '../../src/correct/ngrams.ts';
import { canonical, unknownId, type Vocabulary } from '../../src/correct/vocabulary.ts';
import type { Counts, CountTable } from './count.ts';
import type { Lexicon } from './lexicon.ts';
import type { Entries } from './pack.ts';

/** Rarer n-grams are left out: what fits in 8 MB beside the context net. */
export const minCounts = { two: 3, three: 4, four: 9, skip: 9 } as const;

/** Count the terms of the lexicon as if they had stood in the corpus. */
export function addTerms({ vocabulary, tables }: Counts, { terms }: Lexicon): void {
  for (const { text, count } of terms) {
    const ids = idsOf(text, vocabulary);
    for (let i = 0; i < ids.length; i++) {
      const [a = 0, b = 0, c = 0, d = 0] = ids.slice(i, i + 4);
      if (a === unknownId || b === unknownId) continue;
      tables[2].add(a, b, count);
      if (c === unknownId) continue;
      tables[3].add(half(a, b), c, count);
      if (d !== unknownId) tables[4].add(half(a, b), half(c, d), count);
    }
  }
}

/** Choose the n-grams that are common enough, and the pairs inside dictionary words and terms. */
export function selectEntries({ vocabulary, tables }: Counts, { compounds, terms }: Lexicon): Entries {
  const pairs = new Set<number>();
  for (const text of [...compounds, ...terms.map((term) => term.text)]) {
    const ids = idsOf(text, vocabulary);
    for (let i = 0; i + 1 < ids.length; i++)
      if (ids[i] !== unknownId && ids[i + 1] !== unknownId)
        pairs.add((ids[i] as number) * 2 ** 14 + (ids[i + 1] as number));
  }
  const kinds = ['two', 'three', 'four', 'skip'] as const;
  const tableOf: Record<(typeof kinds)[number], CountTable> = {
    two: tables[2],
    three: tables[3],
    four: tables[4],
    skip: tables.skip,
  };
  const sizes = kinds.map((kind) =>
    tableOf[kind].counts.reduce((n, count) => n + (count >= minCounts[kind] ? 1 : 0), 0),
  );
  const size = sizes.reduce((a, b) => a + b, pairs.size);
  const entries = {
    size,
    kinds: new Uint8Array(size),
    high: new Uint32Array(size),
    low: new Uint32Array(size),
    counts: new Uint32Array(size),
  };
  let at = 0;
  const add = (kind: number, high: number, low: number, count: number): void => {
    entries.kinds[at] = kind;
    entries.high[at] = high;
    entries.low[at] = low;
    entries.counts[at++] = count;
  };
  for (const kind of kinds) {
    const { counts, high, low } = tableOf[kind];
    for (let slot = 0; slot < counts.length; slot++)
      if ((counts[slot] as number) >= minCounts[kind])
        add(order[kind], high[slot] as number, low[slot] as number, counts[slot] as number);
  }
  for (const pair of pairs) add(order.compound, Math.floor(pair / 2 ** 14), pair % 2 ** 14, 1);
  return entries;
}

/** The words' own counts, as levels. */
export const unigramLevels = ({ unigrams }: Counts): Uint8Array =>
  Uint8Array.from(unigrams, (count) => (count === 0 ? 0 : levelOf(count)));

const idsOf = (text: string, { ids }: Vocabulary): number[] =>
  text.split(' ').map((word) => ids.get(canonical(word)) ?? unknownId);
