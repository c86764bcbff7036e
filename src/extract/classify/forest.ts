/** Evaluate boosted trees that `bench/train-blocks.ts` fitted and wrote as a plain table. */
export interface ForestTable {
  /** How many columns a row had in training. */
  readonly features: number;
  readonly bias: number;
  /** Index of the first node of each tree. */
  readonly roots: readonly number[];
  /** Column asked at a node; -1 at a leaf. */
  readonly feature: readonly number[];
  /** Go left when the value is not above it; the score at a leaf. */
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Probabilities of rows laid end to end. */
export function probabilities(forest: Omit<ForestTable, 'features'>, rows: Float32Array, width: number): Float64Array {
  const { bias, roots, feature, threshold, left, right } = forest;
  const count = width > 0 ? rows.length / width : 0;
  const out = new Float64Array(count);
  for (let r = 0; r < count; r += 1) {
    const base = r * width;
    let score = bias;
    for (const root of roots) {
      let at = root;
      let column = feature[at]!;
      while (column >= 0) {
        at = rows[base + column]! <= threshold[at]! ? left[at]! : right[at]!;
        column = feature[at]!;
      }
      score += threshold[at]!;
    }
    out[r] = 1 / (1 + Math.exp(-score));
  }
  return out;
}
