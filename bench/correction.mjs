// Words per second of correction, beside nspell with dictionary-vi, which only looks words up; and what the model costs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dictionary from 'dictionary-vi';
import nspell from 'nspell';
import { clean, correct, toRecord } from '../dist/index.js';
import { readPages } from './pages.mjs';
import { cpuTime, table, writeSection } from './results.mjs';

const texts = readPages(process.argv.slice(2))
  .slice(0, 60)
  .map(({ bytes }) => {
    try {
      return toRecord(clean(bytes, { fix: false })).text;
    } catch {
      return '';
    }
  })
  .filter(Boolean);
const words = texts.map((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []);
const count = words.reduce((sum, list) => sum + list.length, 0);
const speller = nspell(dictionary);

const tools = {
  'sach: correct, context read': () => {
    for (const text of texts) correct(text);
  },
  'nspell + dictionary-vi: look up': () => {
    for (const list of words) for (const word of list) speller.correct(word);
  },
};
const spent = {};
for (let round = 0; round <= 3; round++)
  for (const [name, run] of Object.entries(tools)) {
    const started = cpuTime();
    run();
    if (round > 0) spent[name] = (spent[name] ?? 0) + cpuTime() - started;
  }

/** The least of some processes of their own: the rest is what the machine did besides. */
const rounds = 5;
const folder = mkdtempSync(join(tmpdir(), 'sach-bench-'));
const file = join(folder, 'texts.json');
writeFileSync(file, JSON.stringify(texts));
const print = (...args) => JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout);
const costs = Array.from({ length: rounds }, () =>
  print(new URL('correction-cost.mjs', import.meta.url).pathname, file),
);
const node = print('-p', 'process.memoryUsage().rss / 1e6');
rmSync(folder, { recursive: true });
const least = (of) => Math.min(...costs.map(of));
const whole = (number) => String(Math.round(number));

writeSection(
  'correction',
  'Speed of correction',
  'npm run bench -- correction',
  `${count} words in ${texts.length} articles, 3 rounds after one to warm up, alternating; the costs are the least of ${rounds} processes.\n\n${table(
    [
      ['', 'words per CPU second'],
      ...Object.entries(spent).map(([name, ms]) => [name, Math.round((count * 3 * 1000) / ms).toLocaleString('en')]),
    ],
  )}\n\n${table([
    ['cost of the model', ''],
    [
      'read, with the first text corrected',
      `${whole(least(({ ms }) => ms))} ms (${whole(least(({ cpu }) => cpu))} ms of CPU)`,
    ],
    ['memory when read, above the library without it', `${whole(least(({ loaded, before }) => loaded - before))} MB`],
    [
      'memory after the articles, above the library without it',
      `${whole(least(({ after, before }) => after - before))} MB`,
    ],
    ['the same, above `node -e 0`', `${whole(least(({ after }) => after) - node)} MB`],
  ])}`,
);
