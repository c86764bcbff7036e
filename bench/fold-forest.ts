/**
 * Classifiers that have not seen a site: one a fold, fitted to the other four and kept until what they are made of changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ForestTable } from '../src/extract/classify/forest.ts';
import { type BlockModel, loadModel, type ModelName, modelNames } from '../src/extract/classify/index.ts';
import { type Example, foldOf, folds, learnsFrom, loadExamples, trainFirst, trainSecond } from './block-training.ts';
import { writtenFiles } from './written-pages.ts';

const fitting = ['align', 'block-training', 'eval-set', 'gbdt', 'written-pages'].map((name) => `bench/${name}.ts`);
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

/** What a forest depends on beside the evaluation pages. */
const keyOf = (sources: readonly string[]): string =>
  createHash('sha256')
    .update(sources.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n'))
    .digest('hex')
    .slice(0, 12);
const written = writtenFiles().map((file) => `data/block-pages/${file}`);
const keysOf = (name: ModelName): { readonly first: string; readonly second: string } => {
  const pages = learnsFrom(name, 'written') ? written : [];
  return {
    first: `${keyOf([...fitting, ...features, ...pages])}-${name}-first`,
    second: `${keyOf([...fitting, ...features, ...again, ...pages])}-${name}-second`,
  };
};
const keys = { vietnamese: keysOf('vietnamese'), other: keysOf('other') };

function kept(name: string, make: () => ForestTable): ForestTable {
  const file = new URL(`${name}.json`, folder);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ForestTable;
  const forest = make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(forest));
  return forest;
}

let loaded: readonly Example[] | undefined;

/** The pages that a model learns from, of all folds but these. */
function examplesWithout(name: ModelName, out: readonly number[]): readonly Example[] {
  loaded ??= loadExamples();
  return loaded.filter(({ page }) => learnsFrom(name, page.set) && !out.includes(foldOf(page.site)));
}

const firstWithout = (name: ModelName, out: readonly number[]): ForestTable =>
  kept(`${keys[name].first}-without-${[...out].sort().join('-')}`, () => trainFirst(name, examplesWithout(name, out)));

/**
 * The forest of the second look learns from what first forests say of pages that they have not seen: of each page one that
 * is fitted without its fold, and without the folds that the whole model is not to see.
 */
function secondWithout(name: ModelName, out: readonly number[]): ForestTable {
  return kept(`${keys[name].second}-without-${out.join('-')}`, () => {
    const firsts = Array.from({ length: folds }, (_, k) => k)
      .filter((k) => !out.includes(k))
      .map((k) => [k, firstWithout(name, [...out, k])] as const);
    const byFold = new Map(firsts);
    return trainSecond(name, examplesWithout(name, out), ({ page }) => byFold.get(foldOf(page.site))!);
  });
}

/** A model of all pages but those of some folds. */
export const modelWithout = (name: ModelName, out: readonly number[]): BlockModel => ({
  first: firstWithout(name, out),
  second: secondWithout(name, out),
});

/** Let the classifiers that have not seen this site judge from now on. */
export function useModelsWithout(site: string): void {
  for (const name of modelNames) Object.assign(loadModel(name), modelWithout(name, [foldOf(site)]));
}
