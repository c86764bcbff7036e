/** From counts to the n-grams that go into the package. */
import { half, levelOf, order, unseenSteps, wordCounts } from '../../src/correct/ngrams.ts';
import { canonical, unknownId, type Vocabulary } from '../../src/correct/vocabulary.ts';
import type { Counts, CountTable } from './count.ts';
import type { Lexicon } from './lexicon.ts';
import type { Entries } from './pack.ts';

/** Rarer n-grams are left out: what fits in 8 MB beside the context net. */
export const minCounts = { two: 3, three: 4, four: 10, skip: 10 } as const;

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
export function selectEntries({ vocabulary, tables }: Counts, lexicon: Lexicon): Entries {
  const pairs = new Map<number, number>();
  const addPairs = (texts: readonly string[], count: number): void => {
    for (const text of texts) {
      const ids = idsOf(text, vocabulary);
      for (let i = 0; i + 1 < ids.length; i++)
        if (ids[i] !== unknownId && ids[i + 1] !== unknownId)
          pairs.set((ids[i] as number) * 2 ** 14 + (ids[i + 1] as number), count);
    }
  };
  addPairs(lexicon.rareCompounds, wordCounts.two);
  addPairs([...lexicon.compounds, ...lexicon.terms.map((term) => term.text)], wordCounts.several);
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
  for (const [pair, count] of pairs) add(order.compound, Math.floor(pair / 2 ** 14), pair % 2 ** 14, count);
  return entries;
}

/** The words' own counts, as levels. */
export const unigramLevels = ({ unigrams }: Counts): Uint8Array =>
  Uint8Array.from(unigrams, (count) => (count === 0 ? 0 : levelOf(count)));

/**
 * How surprising it is of each word to stand in a pair that is not stored: -log2 of the share of its uses that do, each
 * use judged by what the others leave of its pair's count.
 */
export function unseenLevels({ vocabulary, tables }: Counts): { unseenLeft: Uint8Array; unseenRight: Uint8Array } {
  const size = vocabulary.words.length;
  const sides = {
    all: [new Float64Array(size), new Float64Array(size)],
    rare: [new Float64Array(size), new Float64Array(size)],
  };
  const { counts, high, low } = tables[2];
  const add = (to: Float64Array | undefined, id: number, count: number): void => {
    if (to !== undefined) to[id] = (to[id] as number) + count;
  };
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] as number;
    [low[slot] as number, high[slot] as number].forEach((id, side) => {
      add(sides.all[side], id, count);
      if (count <= minCounts.two) add(sides.rare[side], id, count);
    });
  }
  const levels = (side: 0 | 1): Uint8Array =>
    Uint8Array.from(sides.all[side] as Float64Array, (all, id) => {
      const share = ((sides.rare[side]?.[id] ?? 0) + 0.5) / (all + 1);
      return Math.min(255, Math.max(0, Math.round(-unseenSteps * Math.log2(share))));
    });
  return { unseenLeft: levels(0), unseenRight: levels(1) };
}

const idsOf = (text: string, { ids }: Vocabulary): number[] =>
  text.split(' ').map((word) => ids.get(canonical(word)) ?? unknownId);
