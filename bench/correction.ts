/**
 * Scores of the corrector on spelling test sets: `npx tsx bench/correction.ts <folder with *.jsonl> <scorer.mjs> [name…]`.
 * Corrects every text at both levels, hands the results to the scorer and prints one table.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { correct } from '../src/correct/index.ts';

const [folder, scorer, ...only] = process.argv.slice(2);
if (folder === undefined || scorer === undefined) throw new Error('usage: correction.ts <folder> <scorer.mjs> [set…]');

interface Score {
  readonly detection: { readonly P: number; readonly R: number; readonly F1: number };
  readonly correction: { readonly P: number; readonly R: number; readonly F1: number };
  readonly falseAlarmsPer10k: number;
  readonly falseAlarms: number;
}

const out = mkdtempSync(join(tmpdir(), 'sach-correction-'));
const number = (value: number | null): string => (value ?? 0).toFixed(3);
console.log(
  '| set | level | det P | det R | det F1 | cor P | cor R | cor F1 | FA/10k |\n|---|---|---|---|---|---|---|---|---|',
);
for (const file of readdirSync(folder).sort()) {
  const name = basename(file, '.jsonl');
  if (!file.endsWith('.jsonl') || (only.length > 0 && !only.includes(name))) continue;
  const items = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly id: string; readonly text: string } => JSON.parse(line));
  for (const level of ['safe', 'all'] as const) {
    const lines = items.map(({ id, text }) => JSON.stringify({ id, corrected: correct(text, { level }).text }));
    const path = join(out, `${name}.${level}.jsonl`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const run = spawnSync('node', [scorer, '--gold', join(folder, file), '--hyp', path, '--json'], {
      encoding: 'utf8',
    });
    const { ALL: score }: { readonly ALL: Score } = JSON.parse(run.stdout);
    const { detection: d, correction: c } = score;
    const cells = [d.P, d.R, d.F1, c.P, c.R, c.F1].map(number);
    console.log(
      `| ${[name, level, ...cells, `${score.falseAlarmsPer10k.toFixed(2)} (${score.falseAlarms})`].join(' | ')} |`,
    );
  }
}
console.log(`\nCorrected texts: ${out}`);
