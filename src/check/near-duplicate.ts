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
  for (let i = 0; i + shingleWords <= words.length; i++) hashes.add(hash(words.slice(i, i + shingleWords).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

/** Finds, for one draft after another, an earlier draft that is nearly the same. Memory: one sketch a draft. */
export class DuplicateFinder {
  readonly #sketches = new Map<string, readonly number[]>();
  readonly #byHash = new Map<number, string[]>();

  /** The earlier draft that this one repeats, with the share of text in common. */
  add(
    source: string,
    sketch: readonly number[] | undefined,
  ): { readonly source: string; readonly share: number } | undefined {
    if (!sketch) return undefined;
    const shared = new Map<string, number>();
    for (const value of sketch)
      for (const other of this.#byHash.get(value) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    let best: { source: string; share: number } | undefined;
    for (const other of shared.keys()) {
      const share = similarity(sketch, this.#sketches.get(other) ?? []);
      if (share >= minSimilarity && share > (best?.share ?? 0)) best = { source: other, share };
    }
    this.#sketches.set(source, sketch);
    for (const value of sketch) {
      const others = this.#byHash.get(value);
      if (others) others.push(source);
      else this.#byHash.set(value, [source]);
    }
    return best;
  }
}

/** Of the smallest hashes of both together, the share that both have. */
function similarity(a: readonly number[], b: readonly number[]): number {
  const inA = new Set(a);
  const inB = new Set(b);
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, sketchSize);
  return smallest.filter((value) => inA.has(value) && inB.has(value)).length / smallest.length;
}
