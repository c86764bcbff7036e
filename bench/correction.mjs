// Words per second of correction, beside nspell with dictionary-vi, which only looks words up.
import dictionary from 'dictionary-vi';
import nspell from 'nspell';
import { clean, correct, layoutText } from '../dist/index.js';
import { readPages } from './pages.mjs';
import { cpuTime, table, writeSection } from './results.mjs';

const texts = readPages(process.argv.slice(2))
  .slice(0, 60)
  .map(({ bytes }) => {
    try {
      return layoutText(clean(bytes, { fix: false }).article.body).text;
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
writeSection(
  'correction',
  'Speed of correction',
  'npm run bench -- correction',
  `${count} words in ${texts.length} articles, 3 rounds after one to warm up, alternating.\n\n${table([
    ['', 'words a second'],
    ...Object.entries(spent).map(([name, ms]) => [name, Math.round((count * 3 * 1000) / ms).toLocaleString('en')]),
  ])}`,
);
