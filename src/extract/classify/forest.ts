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

/** Rows that go through one tree after the other: a tree's nodes, and the rows, stay in the nearest cache. */
const rowsTogether = 128;

/** Probabilities of rows laid end to end. */
export function probabilities(forest: Omit<ForestTable, 'features'>, rows: Float32Array, width: number): Float64Array {
  const { bias, roots, feature, threshold, left, right } = forest;
  const count = width > 0 ? rows.length / width : 0;
  const out = new Float64Array(count).fill(bias);
  for (let start = 0; start < count; start += rowsTogether) {
    const end = Math.min(count, start + rowsTogether);
    for (const root of roots)
      for (let r = start; r < end; r += 1) {
        const base = r * width;
        let at = root;
        let column = feature[at]!;
        while (column >= 0) {
          at = rows[base + column]! <= threshold[at]! ? left[at]! : right[at]!;
          column = feature[at]!;
        }
        out[r]! += threshold[at]!;
      }
  }
  return out.map((score) => 1 / (1 + Math.exp(-score)));
}
