/**
 * Train the block classifier on the evaluation pages beside the project and those written for it, and write
 * `data/block-model*.json`.
 *
 *   npx tsx bench/train-blocks.ts [MODEL]    fit on all pages, write the table (of one: `vietnamese` or `other`; both by default)
 *   npx tsx bench/train-blocks.ts --folds    only report what five folds, parted by site, say of the classifier by itself
 *
 * What folds say of everything together, templates, junk rules and fields included: `node bench/score.mjs --folds`.
 */
import { writeFileSync } from 'node:fs';
import type { ForestTable } from '../src/extract/classify/forest.ts';
import {
  type BlockModel,
  drawLine,
  type ModelName,
  modelFiles,
  modelNameOf,
  modelNames,
} from '../src/extract/classify/index.ts';
import { tokens } from './align.ts';
import { type Example, foldOf, folds, judge, loadExamples } from './block-training.ts';
import { modelWithout } from './fold-forest.ts';

function wordF1(example: Example, model: BlockModel): number | undefined {
  const { page, words } = example;
  const gold = page.gold.text ?? (page.gold.body && `${page.gold.summary ?? ''} ${page.gold.body}`);
  if (!gold) return undefined;
  const p = judge(example, model);
  const { sure } = drawLine(p, words);
  const got = tokens(
    page.survey.segments
      .filter((_, i) => words[i]! > 0 && p[i]! >= sure)
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
    const models = { vietnamese: modelWithout('vietnamese', [k]), other: modelWithout('other', [k]) };
    for (const example of examples.filter(({ page }) => foldOf(page.site) === k)) {
      const f1 = wordF1(example, models[modelNameOf(example.page.survey)]);
      const { set, gold } = example.page;
      if (f1 !== undefined)
        for (const key of [set, ...(gold.type && set !== 'pages' ? [`${set} ${gold.type}`] : [])])
          scores.set(key, [...(scores.get(key) ?? []), f1]);
    }
  }
  for (const [key, list] of [...scores].sort())
    console.log(
      `${key.padEnd(24)} n=${String(list.length).padEnd(4)} word F1 in folds ${(list.reduce((a, b) => a + b, 0) / list.length).toFixed(3)}`,
    );
}

const round = (values: readonly number[]): number[] => values.map((x) => Number(x.toPrecision(6)));

const rounded = ({ bias, threshold, ...forest }: ForestTable): ForestTable => ({
  ...forest,
  bias: Number(bias.toPrecision(6)),
  threshold: round(threshold),
});

function writeTable(name: ModelName): void {
  const { first, second } = modelWithout(name, []);
  const model: BlockModel = { first: rounded(first), second: rounded(second) };
  const file = modelFiles[name];
  writeFileSync(new URL(`../data/${file}`, import.meta.url), `${JSON.stringify(model)}\n`);
  for (const [look, { roots, feature, features }] of Object.entries(model) as [string, ForestTable][])
    console.log(`data/${file}, ${look}: ${roots.length} trees, ${feature.length} nodes, ${features} features`);
}

if (process.argv.includes('--folds')) reportFolds(loadExamples());
else modelNames.filter((name) => !process.argv[2] || process.argv[2] === name).forEach(writeTable);
