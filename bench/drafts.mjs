// `sach check` over a folder of drafts: time with one and two threads, peak memory, and a second run over unchanged files.
// Usage: node bench/drafts.mjs [drafts, default 10000]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { madeText } from './made-text.mjs';
import { table, writeSection } from './results.mjs';

const count = Number(process.argv[2] ?? 10_000);
const bytesEach = 4096;

const slips = [
  ['được', 'đựơc'],
  ['người', 'ngừơi'],
  ['hoàn thành', 'hòan thành'],
  [', ', ' , '],
];

/** A draft of about 4 KB with two slips; a twentieth have a line that a server left. */
function draft(n) {
  const { pick, sentence, place } = madeText(n);
  let body = '';
  while (Buffer.byteLength(body) < bytesEach - 200)
    body += `${Array.from({ length: 4 }, sentence).join(' ')}\n\n${n % 3 === 0 ? '## Mục tiếp\n\n' : ''}`;
  for (const [right, wrong] of [pick(slips), pick(slips)]) body = body.replace(right, wrong);
  const left = n % 20 === 0 ? 'Specified argument was out of the range of valid values.\n' : '';
  return `---\ntitle: Tin số ${n} từ ${place()}\ndate: 2024-0${1 + (n % 9)}-1${n % 10}\n---\n\n${body}${left}`;
}

const root = mkdtempSync(join(tmpdir(), 'sach-bench-'));
const folder = join(root, 'drafts');
for (let n = 0; n < count; n++) {
  const part = join(folder, String(n % 100).padStart(2, '0'));
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, `${String(n).padStart(5, '0')}.md`), draft(n));
}

/** Run a check in a process of its own: seconds, and the most memory it held, threads included. */
function check(...args) {
  return new Promise((done) => {
    const started = performance.now();
    const child = spawn(process.execPath, [resolve('bin/sach.js'), 'check', 'drafts', '--fail-on', 'never', ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, XDG_CACHE_HOME: join(root, '.cache') },
    });
    let megabytes = 0;
    let told = '';
    child.stderr.on('data', (text) => {
      told += text;
    });
    const clock = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        // The process has ended, or the system has no /proc.
      }
    }, 50);
    child.on('close', (code) => {
      clearInterval(clock);
      if (code !== 0) throw new Error(`exit code ${code}: ${told}`);
      done({ seconds: (performance.now() - started) / 1000, megabytes, told: told.trim() });
    });
  });
}

const runs = {
  '-j 1 --no-cache': await check('-j', '1', '--no-cache'),
  '-j 2 --no-cache': await check('-j', '2', '--no-cache'),
  '-j 2 -f pretty -f sarif -o …, filling the cache': await check(
    ...['-j', '2', '-f', 'pretty', '-f', 'sarif', '-o', 'out.sarif'],
  ),
  '-j 2, from the cache': await check('-j', '2'),
};
rmSync(root, { recursive: true });
const seconds = (name) => runs[name].seconds;
writeSection(
  'drafts',
  'Checking a folder of drafts',
  'npm run bench -- drafts',
  `${count.toLocaleString('en')} drafts, ${((count * bytesEach) / 1e6).toFixed(0)} MB, two slips in each; wall-clock seconds, peak resident memory of the process, threads included.

${table([
  ['sach check', 's', 'drafts a second', 'MB'],
  ...Object.entries(runs).map(([name, run]) => [
    `\`${name}\``,
    run.seconds.toFixed(1),
    (count / run.seconds).toFixed(0),
    run.megabytes.toFixed(0),
  ]),
])}

-j 1 : -j 2 is ${(seconds('-j 1 --no-cache') / seconds('-j 2 --no-cache')).toFixed(2)} : 1; a second run over unchanged files is ${(
    seconds('-j 2 --no-cache') / seconds('-j 2, from the cache')
  ).toFixed(1)} times as fast. It told: ${runs['-j 2, from the cache'].told}`,
);
