/**
 * Train the block classifier on the evaluation pages beside the project and write `data/block-model.json`.
 *
 *   npx tsx bench/train-blocks.ts            fit on all pages, write the table
 *   npx tsx bench/train-blocks.ts --folds    only report what five folds, parted by site, say of the classifier by itself
 *
 * What folds say of everything together, templates, junk rules and fields included: `node bench/score.mjs --folds`.
 */
import { writeFileSync } from 'node:fs';
import { featureNames } from '../src/extract/classify/features.ts';
import { probabilities } from '../src/extract/classify/forest.ts';
import { bestThreshold } from '../src/extract/classify/index.ts';
import { tokens } from './align.ts';
import { type Example, foldOf, folds, loadExamples, train } from './block-training.ts';
import { forestWithout } from './fold-forest.ts';
import type { Forest } from './gbdt.ts';

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
    const forest = forestWithout(k);
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

function writeTable(examples: readonly Example[]): void {
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
}

const examples = loadExamples();
if (process.argv.includes('--folds')) reportFolds(examples);
else writeTable(examples);
