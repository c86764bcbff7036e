// Does `confidence` hold what it says? Of the pages at 0.9, nine in ten should have F1 ≥ 0.9.
//
//   node bench/score.mjs --folds --keep DIR aeb wcxb cn pages        first: by classifiers that have not seen the site
//   node bench/reliability.mjs DIR
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const edges = [0, 0.2, 0.4, 0.6, 0.8, 1.01];
const wanted = 0.9;

const nameOf = (source) => source.replace(/^.*\//, '').replace(/\.html(?:\.gz)?$/, '');
const points = ['aeb', 'wcxb', 'cn', 'pages'].flatMap((set) => {
  const scores = join(folder, `${set}.json`);
  if (!existsSync(scores)) return [];
  const said = new Map(
    readFileSync(join(folder, `${set}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map(({ source, confidence }) => [nameOf(source), confidence]),
  );
  const result = JSON.parse(readFileSync(scores, 'utf8'));
  return (set === 'pages' ? result : result[set]).rows.map(({ id, wf, f }) => ({
    said: said.get(id),
    isRight: (wf ?? f) >= wanted,
  }));
});

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
console.log('| confidence said | pages | mean said | share with F1 ≥ 0.9 |\n|---|---|---|---|');
for (const [i, from] of edges.slice(0, -1).entries()) {
  const inBin = points.filter(({ said }) => said >= from && said < edges[i + 1]);
  const cells = [mean(inBin.map(({ said }) => said)), mean(inBin.map(({ isRight }) => Number(isRight)))];
  console.log(
    `| ${from.toFixed(1)}–${Math.min(1, edges[i + 1]).toFixed(1)} | ${inBin.length} | ${cells.map((x) => x.toFixed(2)).join(' | ')} |`,
  );
}
