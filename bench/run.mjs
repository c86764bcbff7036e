// `npm run bench` measures everything, `npm run bench -- speed cold-start` what is named. Folders of pages to measure
// on stand in SACH_BENCH_PAGES, parted by colons; without it, the pages of fixtures/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = (process.env.SACH_BENCH_PAGES ?? '').split(':').filter(Boolean);
const benches = {
  speed: folders,
  correction: folders,
  'cold-start': [],
  growth: [],
  hostile: [],
  folder: [],
  drafts: [],
  encodings: [],
};
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
const run = (command, args) => {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
  });
  if (status !== 0) process.exit(status ?? 2);
};
if (!existsSync(new URL('node_modules', import.meta.url)))
  run('npm', ['install', '--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund']);
for (const [name, args] of Object.entries(benches))
  if (named.length === 0 || named.includes(name)) run(process.execPath, [`${here}${name}.mjs`, ...args]);
