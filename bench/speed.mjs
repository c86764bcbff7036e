// Speed of one page, side by side: every tool takes its turn on every page, in one process, so that all meet the same
// machine. Ratios are what counts. Usage: node bench/speed.mjs [folder…]
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import { clean, extract, render } from '../dist/index.js';
import { readPages } from './pages.mjs';
import { cpuTime, table, writeSection } from './results.mjs';

const silent = new VirtualConsole();
const url = 'https://example.vn/tin/1.html';

/** Tool → what it does with a page; a page that a tool cannot read counts with the time until it gave up. */
const tools = {
  'bare parse (cheerio)': ({ html }) => load(html),
  'sach: extract': ({ html }) => extract(html),
  'sach: extract and Markdown': ({ bytes }) => render(clean(bytes, { fix: false }), 'md'),
  'sach: everything': ({ bytes }) => render(clean(bytes), 'md'),
  'Readability (linkedom)': ({ html }) => new Readability(parseHTML(html).document).parse(),
  'Readability (jsdom)': ({ html }) =>
    new Readability(new JSDOM(html, { url, virtualConsole: silent }).window.document).parse(),
  'defuddle (linkedom)': ({ html }) => Defuddle(parseHTML(html).document, url),
  '@extractus/article-extractor': ({ html }) => extractFromHtml(html, url),
};

const maxPages = Number(process.env.BENCH_PAGES ?? 60);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const all = readPages(process.argv.slice(2)).map(({ bytes }) => ({ bytes, html: new TextDecoder().decode(bytes) }));
const step = Math.max(1, Math.floor(all.length / maxPages));
const pages = all.filter((_, i) => i % step === 0).slice(0, maxPages);
const kilobytes = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024;

const spent = Object.fromEntries(Object.keys(tools).map((name) => [name, 0]));
const failed = Object.fromEntries(Object.keys(tools).map((name) => [name, 0]));
const { log, warn, error } = console;
// Round 0 warms the compiler and is not counted.
for (let round = 0; round <= rounds; round++) {
  for (const page of pages) {
    for (const [name, run] of Object.entries(tools)) {
      Object.assign(console, { log() {}, warn() {}, error() {} });
      const started = cpuTime();
      try {
        await run(page);
      } catch {
        failed[name] += 1;
      }
      if (round > 0) spent[name] += cpuTime() - started;
      Object.assign(console, { log, warn, error });
    }
  }
}

const count = pages.length * rounds;
const floor = spent['bare parse (cheerio)'];
const readability = spent['Readability (linkedom)'];
const rows = Object.entries(spent).map(([name, ms]) => [
  name,
  (ms / count).toFixed(2),
  `${(ms / floor).toFixed(2)} ×`,
  `${(readability / ms).toFixed(2)} ×`,
  failed[name] === 0 ? '' : `${failed[name]} of ${pages.length * (rounds + 1)}`,
]);
writeSection(
  'speed',
  'Speed of one page, beside other tools',
  'npm run bench -- speed',
  `${pages.length} whole pages, ${(kilobytes / pages.length).toFixed(0)} KB on average, ${rounds} rounds after one to warm up, alternating in one process; milliseconds of CPU.\n\n${table(
    [['', 'ms a page', 'time of the bare parse', 'as fast as Readability (linkedom)', 'failed'], ...rows],
  )}`,
);
