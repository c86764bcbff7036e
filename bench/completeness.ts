/**
 * Is every line of an article in what is extracted? Lines of news and laws in pages of six, in three plain frames, each
 * looked for in the text that comes out; those that are not there are counted by the rule that took them.
 *
 *   npx tsx bench/completeness.ts FOLDER [LINES]     FOLDER of `*.txt[.zst]`, a line a paragraph; LINES of each (6,000)
 */

import { readCorpus, shardsOf } from '../data/correct/corpus.ts';
import { parseHtml } from '../src/dom/index.ts';
import { extract } from '../src/extract/index.ts';
import { layoutText } from '../src/model/index.ts';

const [folder, wanted = '6000'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name a folder of texts: npx tsx bench/completeness.ts FOLDER [LINES]');
  process.exit(2);
}

const shards = new Set(['laws', 'vietnews']);
const linesOfPage = 6;
/** Shorter lines are headings, names, ends of sentences. */
const minLetters = 40;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
const menu =
  '<ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li><li><a href="/lh">Liên hệ</a></li></ul>';
const foot =
  '<div id="foot">Cổng thông tin điện tử huyện. Địa chỉ: số 1 đường Trung Tâm. Điện thoại: 0123 456 789</div>';
const page = (inside: string): string =>
  `<html lang="vi"><head><title>Cổng thông tin điện tử huyện</title></head><body>${menu}${inside}${foot}</body></html>`;

const title = 'Những việc đáng chú ý của huyện trong tuần qua';
const frames: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  paragraphs: (lines) => page(`<div class="main"><h1>${title}</h1>${paragraphs(lines)}</div>`),
  'breaks in a cell': (lines) =>
    page(`<table><tr><td><b>${title}</b></td></tr><tr><td>${lines.map(escaped).join('<br><br>')}</td></tr></table>`),
  'a known CMS': (lines) => page(`<div class="item-page"><h2>${title}</h2>${paragraphs(lines)}</div>`),
};

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What is extracted of a page, and what was left out, rule by rule. */
function read(html: string): { readonly text: string; readonly removed: readonly { rule: string; text: string }[] } {
  const encoding = { name: 'utf-8', confidence: 1, repairs: [] };
  const { value } = extract(parseHtml({ source: 'page.html', kind: 'html', text: html, encoding }).value);
  return { text: plain(layoutText(value.body).text), removed: value.removed };
}

const lines: string[] = [];
for (const shard of shards) {
  let count = 0;
  for await (const { text } of readCorpus(shardsOf(folder, false).filter((path) => path.includes(`/${shard}.`)))) {
    if (plain(text).length < minLetters) continue;
    lines.push(plain(text));
    count += 1;
    if (count >= Number(wanted)) break;
  }
}

const missing = new Map<string, number>();
let asked = 0;
for (let from = 0; from + linesOfPage <= lines.length; from += linesOfPage) {
  const six = lines.slice(from, from + linesOfPage);
  for (const [frame, toPage] of Object.entries(frames)) {
    const { text, removed } = read(toPage(six));
    for (const line of six) {
      asked += 1;
      if (text.includes(line)) continue;
      const rule =
        removed.find((other) => plain(other.text).includes(line.slice(0, minLetters)))?.rule ?? 'told nowhere';
      missing.set(`${frame}: ${rule}`, (missing.get(`${frame}: ${rule}`) ?? 0) + 1);
      if (process.argv.includes('--show')) console.log(`${frame}: ${rule} | ${line}`);
    }
  }
}
const all = [...missing.values()].reduce((sum, count) => sum + count, 0);
console.log(`${asked} lines asked for, ${all} missing (${((100 * all) / asked).toFixed(2)} %)`);
for (const [what, count] of [...missing].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(6)}  ${what}`);
