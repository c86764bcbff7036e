// Clean the pages of a set as `sach clean FOLDER -f jsonl --no-fix` does, each by a classifier that has not seen its site.
//
//   npx tsx bench/clean-folds.ts SET > out.jsonl        `node bench/score.mjs --folds` runs it for every set and scores it
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type RawPage, toRecord } from '../src/index.ts';
import { cleanPage, learnPages } from '../src/pipeline.ts';
import { fileOf, type Gold, goldOf, type SetName, siteOf } from './eval-set.ts';
import { useModelsWithout } from './fold-forest.ts';

const set = process.argv[2] as SetName;
const sites = new Map<string, Gold[]>();
for (const gold of goldOf(set)) sites.set(siteOf(gold), [...(sites.get(siteOf(gold)) ?? []), gold]);
for (const [site, golds] of sites) {
  useModelsWithout(site);
  const pages = golds.map(({ id }): RawPage => {
    const file = fileOf(set, id);
    return { source: file, bytes: gunzipSync(readFileSync(file)) };
  });
  const learned = learnPages(pages);
  for (const page of pages)
    process.stdout.write(`${JSON.stringify(toRecord(cleanPage(page, { fix: false, learned })))}\n`);
}
