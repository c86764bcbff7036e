/** Classifiers that have not seen a site: one a fold, fitted to the other four and kept until what they are made of changes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadForest } from '../src/extract/classify/index.ts';
import { type Example, foldOf, loadExamples, train } from './block-training.ts';
import type { Forest } from './gbdt.ts';

/** What a forest depends on beside the pages. */
const sources = [
  'bench/align.ts',
  'bench/block-training.ts',
  'bench/eval-set.ts',
  'bench/gbdt.ts',
  'src/extract/blocks/context.ts',
  ...['boxes', 'candidates', 'features', 'lexicon', 'page-hints', 'survey'].map(
    (name) => `src/extract/classify/${name}.ts`,
  ),
];
const root = new URL('..', import.meta.url);
const key = createHash('sha256')
  .update(sources.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n'))
  .digest('hex')
  .slice(0, 12);
const folder = new URL('node_modules/.cache/sach-bench/', root);

let examples: readonly Example[] | undefined;

/** The forest of all pages but those of this fold. */
export function forestWithout(fold: number): Forest {
  const file = new URL(`${key}-without-${fold}.json`, folder);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Forest;
  examples ??= loadExamples();
  const forest = train(examples.filter(({ page }) => foldOf(page.site) !== fold));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(forest));
  return forest;
}

/** Let the classifier that has not seen this site judge from now on. */
export function useForestWithout(site: string): void {
  Object.assign(loadForest(), forestWithout(foldOf(site)));
}
