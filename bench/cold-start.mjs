// What a first command costs: the least of many cold starts, alternating with `node -e 0` and with scripts that only parse
// the page. The second and later starts of `clean`: the first, which keeps its compiled code, stands for itself.
import { spawnSync } from 'node:child_process';
import { table, writeSection } from './results.mjs';

const page = 'fixtures/dong-nai/chuyen-doi-so/input.html';
const parseOnly = (code) => ['--input-type=module', '-e', `import { readFileSync } from 'node:fs'; ${code}`];
const text = `readFileSync('${page}', 'utf8')`;
const commands = {
  'node -e 0': ['-e', '0'],
  'parse5: parse(page.html)': parseOnly(`import { parse } from 'parse5'; parse(${text});`),
  'cheerio: load(page.html)': parseOnly(
    `import { load } from './bench/node_modules/cheerio/dist/esm/index.js'; load(${text});`,
  ),
  'sach --version': ['bin/sach.js', '--version'],
  'sach --help': ['bin/sach.js', '--help'],
  'sach clean page.html --no-fix': ['bin/sach.js', 'clean', page, '--no-fix'],
  'sach clean page.html': ['bin/sach.js', 'clean', page],
};
const rounds = Number(process.env.BENCH_ROUNDS ?? 15);
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const [name, args] of Object.entries(commands)) {
    const started = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    times[name].push(performance.now() - started);
  }
/** The least time is what the command costs; the rest is what the machine did besides. */
const least = (list) => Math.min(...list);
const base = least(times['node -e 0']);
writeSection(
  'cold-start',
  'Cold start',
  'npm run bench -- cold-start',
  `Least of ${rounds} starts each, alternating; wall-clock milliseconds.\n\n${table([
    ['', 'ms', 'of `node -e 0`'],
    ...Object.entries(times).map(([name, list]) => [
      `\`${name}\``,
      least(list).toFixed(0),
      `${(least(list) / base).toFixed(2)} ×`,
    ]),
  ])}`,
);
