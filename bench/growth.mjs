// How the cost of a page grows with its size: straight lines, or something is quadratic. Pages are made of sentences
// of our own, in the frame of a portal page. Usage: node bench/growth.mjs [largest page in KB, default 10000]
import { writeFileSync } from 'node:fs';
import { clean, extract, render } from '../dist/index.js';
import { logPlot } from './plot.mjs';
import { cpuTime, table, writeSection } from './results.mjs';

const sentence =
  'Sáng nay, xã Bình An khởi công cây cầu bắc qua suối Lam, dài 42 m, rộng 5 m, vốn do nhân dân đóng góp. ';
export function pageOf(kilobytes) {
  const paragraph = `<p style="text-align:justify">${sentence.repeat(4)}</p>\n`;
  const count = Math.max(1, Math.round((kilobytes * 1024) / Buffer.byteLength(paragraph)));
  return `<!doctype html><html><head><meta charset="utf-8"><title>Khởi công cầu Bình An</title></head><body><div id="menu"><a href="/">Trang chủ</a> <a href="/tin">Tin tức</a></div><h1>Khởi công cầu Bình An</h1><div class="date">26/09/2024</div><div class="content">${paragraph.repeat(count)}</div><div id="footer">Bản quyền xã Bình An</div></body></html>`;
}

const largest = Number(process.argv[2] ?? 10_000);
const sizes = [10, 30, 100, 300, 1000, 3000, 10_000].filter((size) => size <= largest);
const stages = {
  extract: (html) => extract(html),
  'no correction': (html) => render(clean(html, { fix: false }), 'md'),
  everything: (html) => render(clean(html), 'md'),
};
const series = Object.entries(stages).map(([name, run]) => {
  for (let i = 0; i < 10; i++) run(pageOf(30));
  return {
    name,
    points: sizes.map((size) => {
      const html = pageOf(size);
      const rounds = Math.max(2, Math.round(200 / size));
      const started = cpuTime();
      for (let i = 0; i < rounds; i++) run(html);
      return [size, (cpuTime() - started) / rounds];
    }),
  };
});
writeFileSync(
  new URL('growth.svg', import.meta.url),
  logPlot({ title: 'Cost of a page by its size', xLabel: 'KB of HTML', yLabel: 'ms of CPU', series }),
);
writeSection(
  'growth',
  'How cost grows with the size of a page',
  'npm run bench -- growth',
  `${table([
    ['KB', ...series.map(({ name }) => `${name}, ms`), 'ms a KB, everything'],
    ...sizes.map((size, i) => [
      size,
      ...series.map(({ points }) => points[i][1].toFixed(1)),
      (series.at(-1).points[i][1] / size).toFixed(3),
    ]),
  ])}\n\n![Cost of a page by its size](growth.svg)`,
);
