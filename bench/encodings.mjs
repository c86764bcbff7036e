// How well legacy and damaged encodings are read, whether right text stays as it is, and what looking costs.
//
//   node bench/encodings.mjs [--eval DIR] [--corpus DIR]
//
// Build first (`npm run build`). Without the labelled pages beside the project only the cost is measured, on fixtures/.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeHTML } from 'entities';
import { clean, decode, render } from '../dist/index.js';
import { readPages } from './pages.mjs';
import { cpuTime, table, writeSection } from './results.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values } = parseArgs({
  options: {
    eval: { type: 'string', default: here('../../shared/eval') },
    corpus: { type: 'string', default: here('../../shared/corpus') },
  },
});

/** Word F1 of each `<id>.gold.txt` of the folder, by the scorer that lies beside it. */
function scores(folder, texts) {
  const out = mkdtempSync(join(tmpdir(), 'sach-encodings-'));
  for (const [id, text] of texts) writeFileSync(join(out, `${id}.txt`), text);
  const run = spawnSync(process.execPath, [join(values.eval, 'score-text.mjs'), folder, out], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([id]) => id !== 'mean')
    .map(([id, f1]) => ({ id, f1: Number(f1) }));
}

const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

function encodedPages() {
  const folder = join(values.eval, 'encoded-pages');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const found = scores(
    folder,
    pages.map((name) => [
      name.replace(/\.html$/, ''),
      JSON.parse(render(clean(readFileSync(join(folder, name)), { fix: false }), 'json')).text,
    ]),
  );
  const kindOf = ({ id }) => id.replace(/^[^.]*\./, '');
  const kinds = new Map(found.map((row) => [kindOf(row), found.filter((other) => kindOf(other) === kindOf(row))]));
  return [
    ...[...kinds].map(([kind, rows]) => [
      kind,
      rows.length,
      mean(rows.map(({ f1 }) => f1)).toFixed(4),
      Math.min(...rows.map(({ f1 }) => f1)).toFixed(4),
    ]),
    [
      'all',
      found.length,
      mean(found.map(({ f1 }) => f1)).toFixed(4),
      Math.min(...found.map(({ f1 }) => f1)).toFixed(4),
    ],
  ];
}

function samples() {
  const folder = join(values.eval, 'encodings');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.endsWith('.gold.txt'));
  const found = scores(
    folder,
    files.map((name) => {
      const bytes = readFileSync(join(folder, name));
      const kind = /<\w/.test(bytes.toString('latin1')) ? 'html' : 'text';
      return [name.replace(/\.txt$/, ''), decode({ source: name, bytes, kind }).value.text];
    }),
  );
  return [...found.map(({ id, f1 }) => [id, f1.toFixed(4)]), ['mean', mean(found.map(({ f1 }) => f1)).toFixed(4)]];
}

/** Right UTF-8 pages and sentences: what came through otherwise than in normal form, by the repair that did it. */
function untouched() {
  const pages = ['pages', 'bench/wcxb/html', 'bench/aeb/html', 'bench/traf/html', 'bench/cn/html', 'bench/vi/html'];
  const rows = pages.map((set) => {
    const all = readPages([join(values.eval, set)]).filter(({ bytes }) => isUtf8(bytes));
    return [set, all.length, changesOf(all.map(({ path, bytes }) => ({ source: path, bytes, kind: 'html' })))];
  });
  const lines = ['laws', 'viwiki', 'uts_news', 'debian_docs'].flatMap((shard) => sentences(shard, 1250));
  const texts = lines.map((line) => ({ source: 'sentence', bytes: new TextEncoder().encode(line), kind: 'text' }));
  return [...rows, ['sentences of the corpus', lines.length, changesOf(texts)]];
}

function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function changesOf(inputs) {
  const counts = new Map();
  for (const input of inputs) {
    const { text, encoding } = decode(input).value;
    const right = new TextDecoder().decode(input.bytes).normalize('NFC');
    // Letters written as entities are read in any case.
    const same = decodeHTML(text).normalize('NFC') === decodeHTML(right).normalize('NFC');
    const what = [...new Set([...(encoding.name === 'utf-8' ? [] : [encoding.name]), ...encoding.repairs])];
    if (!same && what.length === 0) what.push('unnamed');
    for (const name of what) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ') || 'nothing';
}

/** Every so-manieth line of a shard, so that they come from all over it. */
function sentences(shard, count) {
  const file = join(values.corpus, `${shard}.txt.zst`);
  if (!existsSync(file)) return [];
  const { stdout } = spawnSync('zstd', ['-dc', '--long=27', file], { maxBuffer: 1 << 30, encoding: 'utf8' });
  const lines = stdout.split('\n').filter(Boolean);
  const step = Math.max(1, Math.floor(lines.length / count));
  return lines.filter((_, i) => i % step === 0).slice(0, count);
}

/** Milliseconds of a page in decoding, beside all of `clean`; the least of the rounds, alternating. */
function cost() {
  const labelled = join(values.eval, 'pages');
  const pages = readPages(existsSync(labelled) ? [labelled] : []).filter(({ bytes }) => isUtf8(bytes));
  const runs = {
    'reading as UTF-8, nothing looked for': ({ bytes }) => new TextDecoder().decode(bytes).normalize('NFC'),
    decode: ({ path, bytes }) => decode({ source: path, bytes, kind: 'html' }),
    'clean, without correction': ({ bytes }) => render(clean(bytes, { fix: false }), 'md'),
    clean: ({ bytes }) => render(clean(bytes), 'md'),
  };
  const least = Object.fromEntries(Object.keys(runs).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < 5; round++)
    for (const [name, run] of Object.entries(runs)) {
      const started = cpuTime();
      for (const page of pages) run(page);
      least[name] = Math.min(least[name], cpuTime() - started);
    }
  const detection = least.decode - least['reading as UTF-8, nothing looked for'];
  const share = (name) => `${((100 * detection) / (least[name] - detection)).toFixed(1)} %`;
  return {
    pages: pages.length,
    rows: Object.entries(least).map(([name, ms]) => [
      name,
      (ms / pages.length).toFixed(2),
      name.startsWith('clean') ? share(name) : '',
    ]),
  };
}

const parts = [];
if (existsSync(values.eval)) {
  parts.push(
    `Word F1 of labelled pages, by what was done to them:\n\n${table([['kind', 'pages', 'mean', 'worst'], ...encodedPages()])}`,
    `Real samples:\n\n${table([['sample', 'word F1'], ...samples()])}`,
    `Right text in UTF-8: how many came through otherwise than in normal form, by what was done.\n\n${table([['set', 'read', 'changed'], ...untouched()])}`,
  );
}
const { pages, rows } = cost();
parts.push(
  `What looking adds, on ${pages} pages in UTF-8 (the least of 5 rounds, alternating):\n\n${table([['', 'ms a page', 'added by looking'], ...rows])}`,
);
writeSection('encodings', 'Encodings', 'npm run bench -- encodings', parts.join('\n\n'));
