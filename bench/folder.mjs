// A folder of many pages through the command line: time and memory by number of pages and of worker threads. Beside the
// threads stand two processes apart, a half each: they share nothing, so their gain is all that the machine can give.
// Then the most pages as one WARC, which is read in a stream. Usage: node bench/folder.mjs [most pages, default 10000]
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeText } from './made-text.mjs';
import { logPlot } from './plot.mjs';
import { table, writeSection } from './results.mjs';

const most = Number(process.argv[2] ?? 10_000);
/** A 50 KB page; each differs, as pages do. */
function page(n) {
  const { sentence, place } = madeText(n);
  const menu = Array.from({ length: 120 }, (_, i) => `<li><a href="/muc/${i}">Mục ${i} ${place()}</a></li>`).join('');
  const paragraph = () => `<p>${Array.from({ length: 8 }, sentence).join(' ')}</p>`;
  const body = Array.from({ length: 40 }, paragraph).join('\n');
  return `<!doctype html><meta charset="utf-8"><title>Tin số ${n}</title><ul>${menu}</ul><h1>Tin số ${n}</h1><div class="content">${body}</div><ul>${menu}</ul>`;
}
const root = mkdtempSync(join(tmpdir(), 'sach-bench-'));

/** Seconds of one process over `input`, and its peak memory in MB, read while it runs: of all, and of the second half. */
function run(input, jobs) {
  return new Promise((resolve) => {
    const out = `${input}.jsonl`;
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ['bin/sach.js', 'clean', input, '-f', 'jsonl', '-o', out, '-j', String(jobs), '-q', '--fail-on', 'never'],
      { stdio: 'ignore' },
    );
    const memory = [];
    const clock = setInterval(() => {
      try {
        memory.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
      } catch {
        // The process has ended, or the system has no /proc.
      }
    }, 250);
    child.on('close', (code) => {
      clearInterval(clock);
      const half = memory.slice(Math.floor(memory.length / 2));
      resolve({
        seconds: (performance.now() - started) / 1000,
        code,
        peak: Math.max(0, ...memory),
        late: Math.max(0, ...half),
      });
    });
  });
}

/** One page as a record of a WARC. */
function warcRecord(n) {
  const html = page(n);
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(html)}\r\n\r\n${html}`;
  const id = `<urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}>`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: ${id}\r\nWARC-Date: 2024-09-26T08:00:00Z\r\nWARC-Target-URI: https://xa.example/tin/${n}.html\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n`;
  return `${head}${http}\r\n\r\n`;
}

const rows = [];
const series = [1, 2].map((jobs) => ({ name: `-j ${jobs}`, points: [] }));
const seconds = ({ seconds }) => seconds.toFixed(1);
const memory = ({ peak, late }) => `${peak.toFixed(0)}, ${late.toFixed(0)}`;
for (const count of [10, 100, 1000, 10_000].filter((n) => n <= most)) {
  const folders = ['all', 'odd', 'even'].map((name) => join(root, `${count}-${name}`));
  for (const folder of folders) mkdirSync(folder);
  const [all, ...halves] = folders;
  for (let n = 0; n < count; n++)
    for (const folder of [all, halves[n % 2]])
      writeFileSync(join(folder, `${String(n).padStart(5, '0')}.html`), page(n));
  const one = await run(all, 1);
  const two = await run(all, 2);
  const apart = Math.max(...(await Promise.all(halves.map((half) => run(half, 1)))).map(({ seconds }) => seconds));
  series[0].points.push([count, one.seconds]);
  series[1].points.push([count, two.seconds]);
  rows.push([
    count.toLocaleString('en'),
    seconds(one),
    seconds(two),
    `${(one.seconds / two.seconds).toFixed(2)} ×`,
    `${(one.seconds / apart).toFixed(2)} ×`,
    (count / one.seconds).toFixed(0),
    memory(one),
    memory(two),
    `${one.code} ${two.code}`,
  ]);
  for (const folder of folders) rmSync(folder, { recursive: true });
}
const warc = join(root, 'pages.warc');
for (let n = 0; n < most; n++) appendFileSync(warc, warcRecord(n));
const streamed = await run(warc, 2);
rmSync(root, { recursive: true });
writeFileSync(
  new URL('folder.svg', import.meta.url),
  logPlot({ title: 'A folder of 50 KB pages', xLabel: 'pages', yLabel: 'seconds', series }),
);
writeSection(
  'folder',
  'A folder of many pages',
  'npm run bench -- folder',
  `Pages of 50 KB, all stages, written as JSONL; wall-clock seconds; peak resident memory in MB, of the whole run and of its
second half. Two processes apart share nothing: their gain is what the machine gives at most.\n\n${table([
    ['pages', '-j 1, s', '-j 2, s', 'gain', 'two apart', 'pages a second, -j 1', 'MB, -j 1', 'MB, -j 2', 'exit codes'],
    ...rows,
  ])}\n\nThe same ${most.toLocaleString('en')} pages as one WARC, with -j 2: ${seconds(streamed)} s, ${memory(streamed)} MB, exit code ${streamed.code}.\n\n![A folder of 50 KB pages](folder.svg)`,
);
