/** What the document itself tells: which forms and pairs it uses elsewhere, and how many slips it seems to hold. */
import { half } from './ngrams.ts';
import { firstWord, unknownId } from './vocabulary.ts';

/** Pairs of known words, and how many of them were never counted. */
export interface PairCounts {
  readonly pairs: number;
  readonly unseen: number;
}

/** Words of the longest documents that the networks learned from: a longer one is judged as one of these, with as many slips in a thousand words. */
const longest = 2000;
/** Words that are thought of before a document is read. */
const wordsBefore = 100;

export class DocumentEvidence {
  private readonly words = new Map<number, number>();
  private readonly pairs = new Map<number, number>();
  private readonly strangers = new Map<string, number>();
  /** Words in the document. */
  size = 0;
  /** Lower-case words with Vietnamese letters that are no known word. */
  misspelt = 0;
  /** How strange the language of the document is. */
  readonly known = { pairs: 0, unseen: 0 };

  addWord(id: number, lower: string): void {
    this.size++;
    if (id === unknownId) this.strangers.set(lower, (this.strangers.get(lower) ?? 0) + 1);
    else this.words.set(id, (this.words.get(id) ?? 0) + 1);
  }

  /** Words of the document as the networks are told. */
  get sizeJudged(): number {
    return Math.min(this.size, longest);
  }

  /** So many words among those of the document, with `before` more that are thought of before it is read. */
  shareOf(count: number, before: number): number {
    return (Math.max(0, count) * Math.min(1, longest / this.size) + before) / (this.sizeJudged + wordsBefore);
  }

  addKnown({ pairs, unseen }: PairCounts): void {
    this.known.pairs += pairs;
    this.known.unseen += unseen;
  }

  addPair(a: number, b: number): void {
    if (a < firstWord || b < firstWord) return;
    const key = half(a, b);
    this.pairs.set(key, (this.pairs.get(key) ?? 0) + 1);
  }

  wordCount(id: number, lower: string): number {
    return (id === unknownId ? this.strangers.get(lower) : this.words.get(id)) ?? 0;
  }

  pairCount(a: number, b: number): number {
    return this.pairs.get(half(a, b)) ?? 0;
  }
}
