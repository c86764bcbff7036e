import { fnv1a } from '../text/index.ts';

/** Words in a row that are compared; five keep apart texts that only share their formulas. */
const shingleWords = 5;
const sketchSize = 64;
/** Below this the shared part is a formula, not a copy. Measured as the share of equal smallest hashes. */
export const minSimilarity = 0.8;
/** A text of fewer words says too little to be called a copy. */
const minWords = 40;

/** The smallest hashes of a text's word runs: texts that share most of them share most of their text. */
export function sketchOf(text: string): readonly number[] | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < minWords) return undefined;
  const hashes = new Set<number>();
  for (let i = 0; i + shingleWords <= words.length; i++) hashes.add(fnv1a(words.slice(i, i + shingleWords).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
}

/** Drafts stored per shingle; a shingle shared by more is a site formula. */
const maxDraftsPerHash = 16;
/** Drafts compared in full, those first that share most. */
const maxCompared = 8;

interface Sketched {
  readonly source: string;
  readonly sketch: readonly number[];
}

/**
 * Finds, for one draft after another, an earlier draft that is nearly the same. Memory and time grow with the number of
 * drafts, not with its square, also where all of them are made of the same formulas; the price is that a near copy with
 * no run of words of its own, only formulas that many drafts share, is not seen.
 */
export class DuplicateFinder {
  readonly #byHash = new Map<number, Sketched[]>();
  readonly #byWhole = new Map<string, Sketched>();

  /** The earlier draft that this one repeats, with the share of text in common. */
  add(
    source: string,
    sketch: readonly number[] | undefined,
  ): { readonly source: string; readonly share: number } | undefined {
    if (!sketch) return undefined;
    const own = { source, sketch };
    const key = sketch.join();
    const same = this.#byWhole.get(key);
    if (same) return { source: same.source, share: 1 };
    this.#byWhole.set(key, own);
    const best = this.#closest(own);
    for (const value of sketch) {
      const others = this.#byHash.get(value);
      if (!others) this.#byHash.set(value, [own]);
      else if (others.length < maxDraftsPerHash) others.push(own);
    }
    return best;
  }

  #closest({ sketch }: Sketched): { source: string; share: number } | undefined {
    const shared = new Map<Sketched, number>();
    for (const value of sketch)
      for (const other of this.#byHash.get(value) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .sort((a, b) => b[1] - a[1])
      .slice(0, maxCompared)
      .map(([other]) => ({ source: other.source, share: similarity(sketch, other.sketch) }))
      .filter(({ share }) => share >= minSimilarity)
      .sort((a, b) => b.share - a.share)[0];
  }
}

/** Of the smallest hashes of both together, the share that both have. Both are sorted. */
function similarity(a: readonly number[], b: readonly number[]): number {
  let both = 0;
  let all = 0;
  for (let i = 0, j = 0; all < sketchSize && (i < a.length || j < b.length); all++) {
    const x = a[i] ?? Number.POSITIVE_INFINITY;
    const y = b[j] ?? Number.POSITIVE_INFINITY;
    if (x === y) both += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return both / all;
}
