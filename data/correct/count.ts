/** Counting words and n-grams over the corpus. Pure counts: no line of text can be had back from them. */
import { half } from '../../src/correct/ngrams.ts';
import { kind, scan } from '../../src/correct/scan.ts';
import { toSequence } from '../../src/correct/sequence.ts';
import {
  canonical,
  edgeId,
  firstWord,
  toVocabulary,
  unknownId,
  type Vocabulary,
} from '../../src/correct/vocabulary.ts';
import { parseSyllable } from '../../src/text/index.ts';
import { readCorpus } from './corpus.ts';
import type { Lexicon } from './lexicon.ts';

/** Open-addressing table: key of two 28-bit halves → count. */
export class CountTable {
  private size = 0;
  private mask: number;
  high: Uint32Array;
  low: Uint32Array;
  counts: Uint32Array;

  constructor(bits: number) {
    this.mask = 2 ** bits - 1;
    this.high = new Uint32Array(2 ** bits);
    this.low = new Uint32Array(2 ** bits);
    this.counts = new Uint32Array(2 ** bits);
  }

  add(high: number, low: number, count = 1): void {
    let slot = this.slotOf(high, low);
    while (this.counts[slot] !== 0) {
      if (this.high[slot] === high && this.low[slot] === low) {
        this.counts[slot] = (this.counts[slot] as number) + count;
        return;
      }
      slot = (slot + 1) & this.mask;
    }
    this.high[slot] = high;
    this.low[slot] = low;
    this.counts[slot] = count;
    if (++this.size > this.mask * 0.75) this.grow();
  }

  private slotOf(high: number, low: number): number {
    let h = Math.imul(high, 0x9e3779b1) ^ Math.imul(low ^ (low >>> 15), 0x85ebca6b);
    h ^= h >>> 13;
    h = Math.imul(h, 0xc2b2ae35);
    return (h ^ (h >>> 16)) & this.mask;
  }

  private grow(): void {
    const { high, low, counts } = this;
    const slots = counts.length * 2;
    this.mask = slots - 1;
    this.high = new Uint32Array(slots);
    this.low = new Uint32Array(slots);
    this.counts = new Uint32Array(slots);
    this.size = 0;
    for (let slot = 0; slot < counts.length; slot++)
      if (counts[slot] !== 0) this.add(high[slot] as number, low[slot] as number, counts[slot]);
  }
}

export interface Counts {
  readonly vocabulary: Vocabulary;
  readonly unigrams: Uint32Array;
  readonly tables: {
    readonly 2: CountTable;
    readonly 3: CountTable;
    readonly 4: CountTable;
    readonly skip: CountTable;
  };
}

/** Rarer words are not told apart from unknown ones. */
const minSyllableCount = 3;
const minForeignCount = 60;
const maxForeignWords = 5000;

/** Words of the corpus: attested syllables and all established ones, then names and foreign words that are common enough. */
export async function countVocabulary(
  shards: readonly string[],
  { syllables: attested, established }: Lexicon,
): Promise<Vocabulary> {
  const counts = new Map<string, { all: number; capital: number }>();
  for await (const { text, heldOut } of readCorpus(shards)) {
    if (heldOut) continue;
    const { kinds, starts, ends } = scan(text);
    for (let i = 0; i < kinds.length; i++) {
      if (kinds[i] !== kind.word) continue;
      const word = text.slice(starts[i], ends[i]);
      const lower = word.toLowerCase();
      let entry = counts.get(lower);
      if (entry === undefined) {
        entry = { all: 0, capital: 0 };
        counts.set(lower, entry);
      }
      entry.all++;
      if (word !== lower) entry.capital++;
    }
  }
  const merged = new Map<string, { all: number; capital: number }>();
  for (const [lower, { all, capital }] of counts) {
    const word = canonical(lower);
    const entry = merged.get(word);
    if (entry === undefined) merged.set(word, { all, capital });
    else {
      entry.all += all;
      entry.capital += capital;
    }
  }
  for (const word of established) if (!merged.has(word)) merged.set(word, { all: 0, capital: 0 });
  const byCount = [...merged].sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1));
  const syllables = byCount.filter(
    ([word, { all }]) => established.has(word) || (attested.has(word) && all >= minSyllableCount),
  );
  const foreign = byCount
    .filter(([word, entry]) => !attested.has(word) && entry.all >= minForeignCount && isForeign(word, entry, attested))
    .slice(0, maxForeignWords);
  const none = Array.from({ length: firstWord }, () => '');
  const words = [...none, ...[...syllables, ...foreign].map(([word]) => word)];
  return toVocabulary(words, firstWord + syllables.length);
}

/**
 * With Vietnamese marks and mostly in lower case it is a misspelling, however common (“đưọc”), unless it is a loan
 * written as one word (“vắcxin”, “bêtông”), which comes apart into syllables.
 */
const isForeign = (
  word: string,
  { all, capital }: { all: number; capital: number },
  attested: ReadonlySet<string>,
): boolean =>
  word.length <= 20 &&
  (/^[a-z]+$/.test(word) ||
    capital > all * 0.8 ||
    (!isPossible(word) && all >= minLoanCount && comesApart(word, attested)));

const minLoanCount = 150;
const isPossible = (word: string): boolean => parseSyllable(word) !== undefined;

function comesApart(word: string, attested: ReadonlySet<string>): boolean {
  for (let size = 1; size < word.length; size++) {
    const rest = word.slice(size);
    if (attested.has(word.slice(0, size)) && (attested.has(rest) || comesApart(rest, attested))) return true;
  }
  return false;
}

/** Word → id with a cache over the forms seen. */
export function idFinder(vocabulary: Vocabulary): (word: string) => number {
  const seen = new Map<string, number>();
  return (word) => {
    let id = seen.get(word);
    if (id === undefined) {
      id = vocabulary.ids.get(canonical(word.toLowerCase())) ?? unknownId;
      if (seen.size < 1_000_000) seen.set(word, id);
    }
    return id;
  };
}

/** The ids of each line of the corpus that is not held out. */
async function* idsOfLines(shards: readonly string[], vocabulary: Vocabulary): AsyncGenerator<readonly number[]> {
  const idOf = idFinder(vocabulary);
  for await (const { text, heldOut } of readCorpus(shards)) {
    if (heldOut) continue;
    const tokens = scan(text);
    yield toSequence(tokens, (i) => idOf(text.slice(tokens.starts[i], tokens.ends[i]))).ids;
  }
}

/** The ids of the whole corpus in one row, `edges` of them after each line. */
export async function readIds(
  shards: readonly string[],
  vocabulary: Vocabulary,
  edges: number,
): Promise<Uint16Array<ArrayBuffer>> {
  let all = new Uint16Array(2 ** 22);
  let size = 0;
  for await (const ids of idsOfLines(shards, vocabulary)) {
    const end = size + ids.length + edges;
    if (end > all.length) {
      const larger = new Uint16Array(2 * end);
      larger.set(all);
      all = larger;
    }
    all.set(ids, size);
    all.fill(edgeId, size + ids.length, end);
    size = end;
  }
  return all.slice(0, size);
}

/** Count words, runs of two to four, and pairs one apart. Nothing is counted across an unknown word. */
export async function countNgrams(shards: readonly string[], vocabulary: Vocabulary): Promise<Counts> {
  const unigrams = new Uint32Array(vocabulary.words.length);
  const tables = { 2: new CountTable(20), 3: new CountTable(22), 4: new CountTable(22), skip: new CountTable(20) };
  for await (const ids of idsOfLines(shards, vocabulary))
    for (let i = 0; i < ids.length; i++) countFrom(ids, i, unigrams, tables);
  return { vocabulary, unigrams, tables };
}

function countFrom(ids: readonly number[], i: number, unigrams: Uint32Array, tables: Counts['tables']): void {
  const a = ids[i] as number;
  unigrams[a] = (unigrams[a] as number) + 1;
  const b = ids[i + 1];
  const c = ids[i + 2];
  const d = ids[i + 3];
  if (a === unknownId || b === undefined) return;
  if (c !== undefined && a >= firstWord && c >= firstWord && b !== edgeId) tables.skip.add(a, c);
  if (b === unknownId) return;
  tables[2].add(a, b);
  if (c === undefined || c === unknownId || b === edgeId) return;
  tables[3].add(half(a, b), c);
  if (d === undefined || d === unknownId || c === edgeId) return;
  tables[4].add(half(a, b), half(c, d));
}
