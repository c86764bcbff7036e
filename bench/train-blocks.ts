/**
 * Train the block classifier on the evaluation pages beside the project and write `data/block-model.json`.
 *
 *   npx tsx bench/train-blocks.ts            fit on all pages, write the table
 *   npx tsx bench/train-blocks.ts --folds    first report what five folds, parted by site, say of it
 */
import { writeFileSync } from 'node:fs';
import { featureNames, featuresOf } from '../src/extract/classify/features.ts';
import { probabilities } from '../src/extract/classify/forest.ts';
import { bestThreshold } from '../src/extract/classify/index.ts';
import { tokens } from './align.ts';
import { type EvalPage, loadPages } from './eval-set.ts';
import { boost, type Forest, type Settings } from './gbdt.ts';

const settings: Partial<Settings> = { trees: 120, depth: 6, rate: 0.12, rows: 0.4, features: 0.3, minWeight: 0.5 };
const folds = 5;

interface Example {
  readonly page: EvalPage;
  readonly rows: Float32Array;
  readonly words: readonly number[];
}

/** What each set counts for: the synthetic frames repeat themselves, the snippets of `traf` label few segments. */
const setWeight = { pages: 1.5, aeb: 1, wcxb: 1, traf: 0.4, cn: 1, vi: 0.3 } as const;

/** A segment counts by its share of the page's article, so that every page counts alike. */
function weightsOf({ page, words }: Example): Float32Array {
  return Float32Array.from(page.labels, (label, i) => {
    if (label < 0 || (page.survey.segments[i]!.hidden && label === 0)) return 0;
    if (page.set === 'traf') return setWeight.traf;
    return setWeight[page.set] * Math.min(3, (8 * (words[i]! + 2)) / (page.goldWords + 30));
  });
}

function train(examples: readonly Example[]): Forest {
  const width = featureNames.length;
  const parts = examples.map((example) => {
    const weights = weightsOf(example);
    return { example, weights, used: [...weights.keys()].filter((i) => weights[i]! > 0) };
  });
  const count = parts.reduce((sum, { used }) => sum + used.length, 0);
  const rows = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float32Array(count);
  let at = 0;
  for (const part of parts)
    for (const i of part.used) {
      rows.set(part.example.rows.subarray(i * width, (i + 1) * width), at * width);
      labels[at] = part.example.page.labels[i] === 1 ? 1 : 0;
      weights[at] = part.weights[i]!;
      at += 1;
    }
  return boost(rows, width, labels, weights, settings);
}

/** Same site, same fold. */
function foldOf(site: string): number {
  let hash = 7;
  for (const c of site) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  return (Math.imul(hash, 2654435761) >>> 0) % folds;
}

function wordF1(example: Example, forest: Forest): number | undefined {
  const { page, rows, words } = example;
  const gold = page.gold.text ?? (page.gold.body && `${page.gold.summary ?? ''} ${page.gold.body}`);
  if (!gold) return undefined;
  const p = probabilities(forest, rows, featureNames.length);
  const weights = words.map((n, i) => (page.survey.segments[i]!.hidden ? 0 : n));
  const { threshold } = bestThreshold(p, weights);
  const got = tokens(
    page.survey.segments
      .filter((_, i) => weights[i]! > 0 && p[i]! >= threshold)
      .map(({ text }) => text)
      .join('\n'),
  );
  const left = new Map<string, number>();
  const want = tokens(gold);
  for (const w of want) left.set(w, (left.get(w) ?? 0) + 1);
  let hit = 0;
  for (const w of got) {
    const n = left.get(w) ?? 0;
    if (n > 0) {
      hit += 1;
      left.set(w, n - 1);
    }
  }
  return want.length + got.length > 0 ? (2 * hit) / (want.length + got.length) : 1;
}

function reportFolds(examples: readonly Example[]): void {
  const scores = new Map<string, number[]>();
  for (let k = 0; k < folds; k += 1) {
    const forest = train(examples.filter(({ page }) => foldOf(page.site) !== k));
    for (const example of examples.filter(({ page }) => foldOf(page.site) === k)) {
      const f1 = wordF1(example, forest);
      const { set, gold } = example.page;
      if (f1 !== undefined)
        for (const key of [set, ...(set === 'wcxb' ? [`wcxb ${gold.type}`] : [])])
          scores.set(key, [...(scores.get(key) ?? []), f1]);
    }
  }
  for (const [key, list] of [...scores].sort())
    console.log(
      `${key.padEnd(24)} n=${String(list.length).padEnd(4)} word F1 in folds ${(list.reduce((a, b) => a + b, 0) / list.length).toFixed(3)}`,
    );
}

const round = (values: readonly number[]): number[] => values.map((x) => Number(x.toPrecision(6)));

const examples = loadPages().map(
  (page): Example => ({
    page,
    rows: featuresOf(page.dom, page.survey).rows,
    words: page.survey.segments.map(({ text }) => tokens(text).length),
  }),
);
if (process.argv.includes('--folds')) reportFolds(examples);
const { bias, roots, feature, threshold, left, right } = train(examples);
const table = {
  features: featureNames.length,
  bias: Number(bias.toPrecision(6)),
  roots,
  feature,
  threshold: round(threshold),
  left,
  right,
};
writeFileSync(new URL('../data/block-model.json', import.meta.url), `${JSON.stringify(table)}\n`);
console.log(`data/block-model.json: ${roots.length} trees, ${feature.length} nodes, ${featureNames.length} features`);
