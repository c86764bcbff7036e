/** What the document itself tells: which forms and pairs it uses elsewhere, and how many slips it seems to hold. */
import { half } from './ngrams.ts';
import { firstWord, unknownId } from './vocabulary.ts';

/** Pairs of known words, and how many of them were never counted. */
export interface PairCounts {
  readonly pairs: number;
  readonly unseen: number;
}

/**
 * Words of the longest documents that the networks learned from: a longer one is judged as one of these, with as many slips
 * in a thousand words.
 */
const longest = 2000;
/** Prior: words added to the size of every document. */
const wordsBefore = 100;

/** Counts of words and pairs over all texts of one document. */
export class DocumentEvidence {
  private readonly words = new Map<number, number>();
  private readonly pairs = new Map<number, number>();
  private readonly strangers = new Map<string, number>();
  /** Words in the document. */
  size = 0;
  /** Lower-case words with Vietnamese letters that are no known word. */
  misspelt = 0;
  /** Words that only the keys of VNI spell: “tie61ng”, not “đông2”. */
  keyed = 0;
  /** Pairs of known words in the document, and how many of them the corpus never had. */
  readonly known = { pairs: 0, unseen: 0 };

  addWord(id: number, lower: string): void {
    this.size++;
    if (id === unknownId) this.strangers.set(lower, (this.strangers.get(lower) ?? 0) + 1);
    else this.words.set(id, (this.words.get(id) ?? 0) + 1);
  }

  /** Size of the document as the networks see it, at most `longest`. */
  get sizeJudged(): number {
    return Math.min(this.size, longest);
  }

  /** Share of `count` in the words of the document, smoothed by the prior count `before`. */
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
