/**
 * Gradient boosted trees for two classes, on binned features: small enough to read, fast enough to train on a laptop.
 * Second-order boosting as in Friedman 2001 and Chen & Guestrin 2016; histograms and bagging as in LightGBM.
 */
import { random } from '../data/correct/random.ts';

/**
 * Nodes of all trees, laid end to end: a split goes left when `value <= threshold`; a leaf has `feature` -1 and its score in
 * `threshold`.
 */
export interface Forest {
  readonly bias: number;
  readonly roots: number[];
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
}

export interface Settings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of rows and of features that each tree sees. */
  readonly rows: number;
  readonly features: number;
  readonly minWeight: number;
  readonly lambda: number;
  readonly seed: number;
}

export const defaults: Settings = {
  trees: 150,
  depth: 6,
  rate: 0.1,
  rows: 0.5,
  features: 0.4,
  minWeight: 1,
  lambda: 2,
  seed: 1,
};

const maxBins = 64;

/** Upper edges of the bins of one column: at most 64, by quantile. */
function edgesOf(rows: Float32Array, width: number, column: number, count: number): Float32Array {
  const step = Math.max(1, Math.floor(count / 20_000));
  const sample: number[] = [];
  for (let r = 0; r < count; r += step) sample.push(rows[r * width + column]!);
  sample.sort((a, b) => a - b);
  const values = sample.filter((v, i) => i === 0 || v !== sample[i - 1]);
  if (values.length <= maxBins) return Float32Array.from(values);
  const edges = new Set<number>();
  for (let b = 1; b <= maxBins; b += 1)
    edges.add(sample[Math.min(sample.length - 1, Math.floor((b * sample.length) / maxBins))]!);
  return Float32Array.from([...edges].sort((a, b) => a - b));
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (value <= edges[mid]!) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** Fit a forest. `rows` is row-major with `width` columns; labels 0/1; weights per row. */
export function boost(
  rows: Float32Array,
  width: number,
  labels: Uint8Array,
  weights: Float32Array,
  given: Partial<Settings> = {},
): Forest {
  const s = { ...defaults, ...given };
  const count = labels.length;
  const edges = Array.from({ length: width }, (_, f) => edgesOf(rows, width, f, count));
  const bins = edges.map((column, f) => {
    const out = new Uint8Array(count);
    for (let r = 0; r < count; r += 1) out[r] = binOf(column, rows[r * width + f]!);
    return out;
  });
  let positive = 0;
  let total = 0;
  for (let r = 0; r < count; r += 1) {
    total += weights[r]!;
    positive += weights[r]! * labels[r]!;
  }
  const bias = Math.log(positive / (total - positive));
  const score = new Float64Array(count).fill(bias);
  const g = new Float64Array(count);
  const h = new Float64Array(count);
  const forest: Forest = { bias, roots: [], feature: [], threshold: [], left: [], right: [] };
  const next = random(s.seed);
  for (let t = 0; t < s.trees; t += 1) {
    for (let r = 0; r < count; r += 1) {
      const p = 1 / (1 + Math.exp(-score[r]!));
      g[r] = weights[r]! * (p - labels[r]!);
      h[r] = weights[r]! * p * (1 - p);
    }
    const bag: number[] = [];
    for (let r = 0; r < count; r += 1) if (weights[r]! > 0 && next() < s.rows) bag.push(r);
    const columns = Array.from({ length: width }, (_, f) => f).filter(
      (f) => edges[f]!.length > 1 && next() < s.features,
    );
    const root = grow(forest, Int32Array.from(bag), { bins, edges, g, h, columns, s });
    forest.roots.push(root);
    for (let r = 0; r < count; r += 1) score[r]! += leafOf(forest, root, bins, r, edges);
  }
  return forest;
}

interface Growth {
  readonly bins: readonly Uint8Array[];
  readonly edges: readonly Float32Array[];
  readonly g: Float64Array;
  readonly h: Float64Array;
  readonly columns: readonly number[];
  readonly s: Settings;
}

function addNode(forest: Forest, feature: number, threshold: number): number {
  forest.feature.push(feature);
  forest.threshold.push(threshold);
  forest.left.push(0);
  forest.right.push(0);
  return forest.feature.length - 1;
}

/** Gradient and curvature sums per bin of every column asked, for the rows of one node. */
interface Sums {
  readonly g: Float64Array;
  readonly h: Float64Array;
}

function sum({ bins, g, h, columns }: Growth, rows: Int32Array): Sums {
  const sums = { g: new Float64Array(columns.length * maxBins), h: new Float64Array(columns.length * maxBins) };
  columns.forEach((f, c) => {
    const column = bins[f]!;
    const base = c * maxBins;
    for (const r of rows) {
      const at = base + column[r]!;
      sums.g[at]! += g[r]!;
      sums.h[at]! += h[r]!;
    }
  });
  return sums;
}

const minus = (all: Sums, part: Sums): Sums => ({
  g: all.g.map((x, i) => x - part.g[i]!),
  h: all.h.map((x, i) => x - part.h[i]!),
});

function grow(forest: Forest, rows: Int32Array, growth: Growth, depth = 0, sums = sum(growth, rows)): number {
  const { bins, edges, g, h, columns, s } = growth;
  let G = 0;
  let H = 0;
  for (const r of rows) {
    G += g[r]!;
    H += h[r]!;
  }
  const leaf = (): number => addNode(forest, -1, (-G / (H + s.lambda)) * s.rate);
  if (depth >= s.depth || H < 2 * s.minWeight) return leaf();
  let best = { gain: 1e-6, feature: -1, bin: 0 };
  const own = (G * G) / (H + s.lambda);
  columns.forEach((f, c) => {
    let gl = 0;
    let hl = 0;
    for (let b = 0; b < edges[f]!.length - 1; b += 1) {
      gl += sums.g[c * maxBins + b]!;
      hl += sums.h[c * maxBins + b]!;
      const hr = H - hl;
      if (hl < s.minWeight) continue;
      if (hr < s.minWeight) break;
      const gr = G - gl;
      const gain = (gl * gl) / (hl + s.lambda) + (gr * gr) / (hr + s.lambda) - own;
      if (gain > best.gain) best = { gain, feature: f, bin: b };
    }
  });
  if (best.feature < 0) return leaf();
  const column = bins[best.feature]!;
  const left = rows.filter((r) => column[r]! <= best.bin);
  const right = rows.filter((r) => column[r]! > best.bin);
  // Half-way to the next edge, so that rounding in the written table moves no row to the other side.
  const at = addNode(forest, best.feature, (edges[best.feature]![best.bin]! + edges[best.feature]![best.bin + 1]!) / 2);
  // The larger child's sums are the parent's less the smaller's: half the counting.
  const small = sum(growth, left.length < right.length ? left : right);
  const large = minus(sums, small);
  forest.left[at] = grow(forest, left, growth, depth + 1, left.length < right.length ? small : large);
  forest.right[at] = grow(forest, right, growth, depth + 1, left.length < right.length ? large : small);
  return at;
}

function leafOf(
  forest: Forest,
  root: number,
  bins: readonly Uint8Array[],
  r: number,
  edges: readonly Float32Array[],
): number {
  let at = root;
  while (forest.feature[at]! >= 0) {
    const f = forest.feature[at]!;
    at = edges[f]![bins[f]![r]!]! <= forest.threshold[at]! ? forest.left[at]! : forest.right[at]!;
  }
  return forest.threshold[at]!;
}
