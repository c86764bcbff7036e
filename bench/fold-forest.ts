/** Classifiers that have not seen a site: one a fold, fitted to the other four and kept until what they are made of changes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ForestTable } from '../src/extract/classify/forest.ts';
import { type BlockModel, loadModel } from '../src/extract/classify/index.ts';
import { type Example, foldOf, folds, loadExamples, trainFirst, trainSecond } from './block-training.ts';

const fitting = ['align', 'block-training', 'eval-set', 'gbdt'].map((name) => `bench/${name}.ts`);
const again = ['index', 'second-look'].map((name) => `src/extract/classify/${name}.ts`);

const root = new URL('..', import.meta.url);
const featureFolder = 'src/extract/classify/features/';
const features = [
  'src/extract/blocks/context.ts',
  'src/extract/classify/survey.ts',
  ...readdirSync(new URL(featureFolder, root))
    .sort()
    .map((name) => featureFolder + name),
];
const folder = new URL('node_modules/.cache/sach-bench/', root);

/** What a forest depends on beside the pages. */
const keyOf = (sources: readonly string[]): string =>
  createHash('sha256')
    .update(sources.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n'))
    .digest('hex')
    .slice(0, 12);
const firstKey = keyOf([...fitting, ...features]);
const secondKey = keyOf([...fitting, ...features, ...again]);

function kept(name: string, make: () => ForestTable): ForestTable {
  const file = new URL(`${name}.json`, folder);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ForestTable;
  const forest = make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(forest));
  return forest;
}

let loaded: readonly Example[] | undefined;

/** The pages of all folds but these. */
function examplesWithout(out: readonly number[]): readonly Example[] {
  loaded ??= loadExamples();
  return loaded.filter(({ page }) => !out.includes(foldOf(page.site)));
}

const firstWithout = (out: readonly number[]): ForestTable =>
  kept(`${firstKey}-first-without-${[...out].sort().join('-')}`, () => trainFirst(examplesWithout(out)));

/**
 * The forest of the second look learns from what first forests say of pages they have not seen: of each page one that is fitted
 * without its fold, and without the folds that the whole model is not to see.
 */
function secondWithout(out: readonly number[]): ForestTable {
  return kept(`${secondKey}-second-without-${out.join('-')}`, () => {
    const firsts = Array.from({ length: folds }, (_, k) => k)
      .filter((k) => !out.includes(k))
      .map((k) => [k, firstWithout([...out, k])] as const);
    const byFold = new Map(firsts);
    return trainSecond(examplesWithout(out), ({ page }) => byFold.get(foldOf(page.site))!);
  });
}

/** The model of all pages but those of some folds. */
export const modelWithout = (out: readonly number[]): BlockModel => ({
  first: firstWithout(out),
  second: secondWithout(out),
});

/** Let the classifier that has not seen this site judge from now on. */
export function useModelWithout(site: string): void {
  Object.assign(loadModel(), modelWithout([foldOf(site)]));
}
