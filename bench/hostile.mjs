// Pages made to hurt: what each costs and what is told about it. Usage: node bench/hostile.mjs
import { clean, extract, render } from '../dist/index.js';
import { cpuTime, table, writeSection } from './results.mjs';

const times = (count, text) => Array.from({ length: count }, (_, i) => text(i)).join('');
const words = 'Mùa nước nổi năm nay về sớm hơn mọi năm, bà con ven kênh đã kịp gặt xong lúa hè thu. ';
const article = `<h1>Tin của xã</h1><p>${words.repeat(3)}</p>`;
const pages = {
  '50,000 nested tags': () => '<div>'.repeat(50_000) + words,
  '50,000 nested tables': () => '<table><tr><td>'.repeat(50_000) + words,
  '200,000 attributes of one tag': () => `<div ${times(200_000, (i) => `a${i}=1 `)}>${article}</div>`,
  '600,000 paragraphs': () => `<p>${words}`.repeat(600_000),
  '60,000 paragraphs': () => `<p>${words}`.repeat(60_000),
  '20,000 unclosed <b id=…>': () => article + times(20_000, (i) => `<p><b id=${i}>Tin số ${i}`),
  '20,000 unclosed <font>, <i>, <u>, <s>': () =>
    article + times(20_000, (i) => `<div><${['font', 'i', 'u', 's'][i % 4]} c${i}>${i}</div>`),
  '20,000 misnested <b><i></b></i>': () => article + times(20_000, (i) => `<b><i><p>${i}</b></i>`),
  '20,000 misnested <a><b><div></a>': () => article + times(20_000, (i) => `<a href=${i}><b><div>${i}</a>`),
  '10 MB of text without a tag': () => words.repeat(Math.ceil(10_485_760 / words.length)),
  '10 MB without a space': () => 'a'.repeat(10_485_760),
  '10 MB page of paragraphs': () => article + `<p>${words.repeat(12)}</p>`.repeat(9_500),
  '2 MB of “<”': () => '<'.repeat(2_000_000),
  '1 MB of unclosed comments': () => '<!-- '.repeat(200_000),
  '100,000 entities': () => article + '&amp;&#7879;&nbsp'.repeat(33_000),
  '30,000 list items in one list of links': () =>
    `<ul>${times(30_000, (i) => `<li><a href="/${i}">Tin số ${i}</a>`)}</ul>`,
};
const named = process.argv.slice(2);
extract('<p>a</p>');
const rows = [];
for (const [name, make] of Object.entries(pages)) {
  if (named.length > 0 && !named.some((part) => name.includes(part))) continue;
  const html = make();
  const started = cpuTime();
  const result = clean(html, { fix: false });
  const { findings } = result;
  const spent = cpuTime() - started;
  const told = findings.filter(({ level }) => level !== 'info').map(({ rule }) => `\`${rule}\``);
  rows.push([
    name,
    (html.length / 1e6).toFixed(1),
    (spent / 1000).toFixed(2),
    render(result, 'txt').length,
    told.join(', '),
  ]);
  if (named.length > 0) process.stderr.write(`${rows.at(-1).join(' | ')}\n`);
}
if (named.length === 0)
  writeSection(
    'hostile',
    'Pages made to hurt',
    'npm run bench -- hostile',
    table([['page', 'million letters', 's of CPU, no correction', 'letters of text', 'told'], ...rows]),
  );
