// Run every extraction scorer over the evaluation pages beside the project and print one table.
//
//   node bench/score.mjs [--eval DIR] [--keep DIR] [--folds | --nameless] [set …]      sets: pages aeb wcxb traf cn vi (all by default)
//
// Build first (`npm run build`): the pages go through the command line, as a user's would. With --folds they go through the
// sources instead, each judged by a classifier that was trained without its site: what a page from elsewhere will meet. With --nameless
// every class and id of the pages is another word: what is left where no template and no list of names helps.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nameless } from './nameless.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    eval: { type: 'string', default: here('../../shared/eval') },
    keep: { type: 'string' },
    folds: { type: 'boolean', default: false },
    nameless: { type: 'boolean', default: false },
  },
});
if (!existsSync(values.eval)) {
  console.error(
    `The evaluation pages are not there: ${values.eval}. Put them beside the project or name their folder with --eval.`,
  );
  process.exit(2);
}
// A scorer that is reached through a link does not know itself for the program to run.
values.eval = realpathSync(values.eval);
const out = values.keep ?? mkdtempSync(join(tmpdir(), 'sach-score-'));
mkdirSync(out, { recursive: true });

/** What is to be reached, by figure. */
const goals = {
  'pages bodyF1': 0.99,
  'pages pagesAt95': 0.95,
  'pages title': 0.98,
  'pages date': 0.97,
  'pages byline': 0.93,
  'pages sapo': 0.93,
  'pages captionRecall': 0.9,
  'pages captionPrecision': 0.93,
  'pages pagesWithJunk': 0,
  'pages pageType': 0.97,
  'pages nonArticlesRight': 7,
  'aeb shingle': 0.978,
  'wcxb word': 0.89,
  'wcxb title': 0.8,
  'wcxb author': 0.78,
  'wcxb date': 0.88,
  'traf segment': 0.945,
  'cn shingle': 0.88,
  'vi shingle': 0.985,
  'vi title': 0.95,
  'vi author': 0.9,
  'vi date': 0.95,
};

function clean(set) {
  const given = set === 'pages' ? join(values.eval, 'pages') : join(values.eval, 'bench', set, 'html');
  const folder = values.nameless ? nameless(given, join(out, set)) : given;
  const file = join(out, `${set}.jsonl`);
  const command = values.folds
    ? ['--import', 'tsx', here('clean-folds.ts'), set]
    : [here('../bin/sach.js'), 'clean', folder, '-f', 'jsonl', '--no-fix', '-q', '--fail-on', 'never'];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 30, cwd: here('..') });
  if (run.status !== 0) throw new Error(`sach clean ${folder}: exit ${run.status}\n${run.stderr}`);
  writeFileSync(file, run.stdout);
  return file;
}

function figures(set, file) {
  const json = join(out, `${set}.json`);
  const args =
    set === 'pages'
      ? [join(values.eval, 'score-pages.mjs'), join(values.eval, 'pages'), file, '--json', json]
      : [
          join(values.eval, 'score-bench.mjs'),
          '--data',
          join(values.eval, 'bench', set),
          '--pred',
          file,
          '--json',
          json,
          '--boot',
          '2',
          '--by',
          'type',
        ];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const result = JSON.parse(readFileSync(json, 'utf8'));
  if (set === 'pages') return Object.entries(result).filter(([key]) => key !== 'rows');
  const s = result[set];
  return [
    ['shingle', s.shingle?.f1],
    ['word', s.word?.f1],
    ['segment', s.segment?.f1],
    ...['title', 'author', 'date'].map((key) => [key, s[key]?.acc]),
    // Kinds of page, where the set tells them.
    ...Object.entries(s.by ?? {}).map(([kind, { pages, word }]) => [`word, ${pages} × ${kind}`, word?.f1]),
  ].filter(([, value]) => value !== undefined);
}

const names = positionals.length > 0 ? positionals : ['pages', 'aeb', 'wcxb', 'traf', 'cn', 'vi'];
console.log('| figure | measured | to reach | |\n|---|---|---|---|');
for (const set of names) {
  const file = clean(set);
  for (const [key, value] of figures(set, file)) {
    const name = `${set} ${key}`;
    const goal = goals[name];
    const reached =
      goal === undefined ? '' : (name === 'pages pagesWithJunk' ? value <= goal : value >= goal) ? 'yes' : 'no';
    console.log(`| ${name} | ${Number.isInteger(value) ? value : value.toFixed(4)} | ${goal ?? ''} | ${reached} |`);
  }
}
