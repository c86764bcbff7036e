// A folder of many pages through the command line: time and memory by number of pages and of worker threads.
// Usage: node bench/folder.mjs [most pages, default 10000]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logPlot } from './plot.mjs';
import { table, writeSection } from './results.mjs';

const most = Number(process.argv[2] ?? 10_000);
const words =
  'xã cầu suối nhân dân khởi công hoàn thành đường làng trường học trạm y tế nước sạch ruộng lúa mùa vụ hội nghị tổng kết kế hoạch'.split(
    ' ',
  );
/** A 50 KB page; each differs, as pages do. */
function page(n) {
  let state = n + 1;
  const pick = () => {
    state = (state * 48271) % 2147483647;
    return words[state % words.length];
  };
  const sentence = () => `Ngày ${1 + (n % 28)}/9, ${Array.from({ length: 30 }, pick).join(' ')}.`;
  const body = Array.from({ length: 60 }, () => `<p>${sentence()} ${sentence()}</p>`).join('\n');
  const menu = Array.from({ length: 120 }, (_, i) => `<li><a href="/muc/${i}">Mục ${i} ${pick()}</a></li>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>Tin số ${n}</title><ul>${menu}</ul><h1>Tin số ${n}</h1><div class="content">${body}</div><ul>${menu}</ul>`;
}
const root = mkdtempSync(join(tmpdir(), 'sach-bench-'));

/** Peak memory of a process in MB, read while it runs. */
function run(folder, jobs) {
  return new Promise((resolve) => {
    const out = join(root, 'out.jsonl');
    const started = performance.now();
    const child = spawn(
      process.execPath,
      ['bin/sach.js', 'clean', folder, '-f', 'jsonl', '-o', out, '-j', String(jobs), '-q', '--fail-on', 'never'],
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

const rows = [];
const series = [1, 2].map((jobs) => ({ name: `-j ${jobs}`, points: [] }));
for (const count of [10, 100, 1000, 10_000].filter((n) => n <= most)) {
  const folder = join(root, String(count));
  mkdirSync(folder);
  for (let n = 0; n < count; n++) writeFileSync(join(folder, `${String(n).padStart(5, '0')}.html`), page(n));
  const results = [];
  for (const [i, jobs] of [1, 2].entries()) {
    const result = await run(folder, jobs);
    results.push(result);
    series[i].points.push([count, result.seconds]);
  }
  const [one, two] = results;
  rows.push([
    count.toLocaleString('en'),
    one.seconds.toFixed(1),
    two.seconds.toFixed(1),
    `${(one.seconds / two.seconds).toFixed(2)} ×`,
    (count / one.seconds).toFixed(0),
    one.peak.toFixed(0),
    two.peak.toFixed(0),
    `${one.code} ${two.code}`,
  ]);
  rmSync(folder, { recursive: true });
}
rmSync(root, { recursive: true });
writeFileSync(
  new URL('folder.svg', import.meta.url),
  logPlot({ title: 'A folder of 50 KB pages', xLabel: 'pages', yLabel: 'seconds', series }),
);
writeSection(
  'folder',
  'A folder of many pages',
  'npm run bench -- folder',
  `Pages of 50 KB, all stages, written as JSONL; wall-clock seconds, peak resident memory in MB.\n\n${table([
    ['pages', '-j 1, s', '-j 2, s', 'gain', 'pages a second, -j 1', 'MB, -j 1', 'MB, -j 2', 'exit codes'],
    ...rows,
  ])}\n\n![A folder of 50 KB pages](folder.svg)`,
);
