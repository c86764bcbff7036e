// A million addresses in the queue of a crawl: how long to put them there, how long a page takes then, how much memory.
// npx tsx bench/frontier.ts [addresses]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim, commit, enqueue } from '../src/crawl/state/frontier.ts';
import { waitingHosts } from '../src/crawl/state/hosts.ts';
import { plant } from '../src/crawl/state/known.ts';
import { openSqlite } from '../src/crawl/state/sqlite.ts';

const total = Number(process.argv[2] ?? 1_000_000);
const hosts = 20;
const batch = 5000;
const measured = 200;
const folder = mkdtempSync(join(tmpdir(), 'sach-bench-'));
const path = join(folder, 'state.db');
const sql = openSqlite(path);
const wanted = { maxDepth: Number.POSITIVE_INFINITY, filesOnly: false };
// Scattered, as addresses on real sites are: the index is not filled from one end.
const address = (i: number) =>
  `http://xa-${i % hosts}.tinh.example/tin-tuc/${(i * 2_654_435_761) % 4_294_967_296}/bai-viet-ve-chuyen-trong-xa-${i}.html`;
const found = (i: number, depth: number) => ({ url: address(i), kind: 'page' as const, depth });
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
let peak = 0;
const watch = () => {
  peak = Math.max(peak, process.memoryUsage().rss);
};

interface Cost {
  readonly known: number;
  /** Of the middle page of all: the disk's worst moments are not ours. */
  readonly ms: number;
  readonly cpuMs: number;
}

/** What a page costs, each with forty links of which two are new. */
async function pages(known: number): Promise<Cost> {
  const times: number[] = [];
  const startedCpu = process.cpuUsage();
  for (let i = 0; i < measured; i += 1) {
    const started = performance.now();
    const now = Date.now();
    const [host] = await waitingHosts(sql, { now, wanted, limit: 8 });
    const taken = host && (await claim(sql, host.name, { now, leaseMs: 0, delayMs: 0, wanted }));
    if (!taken) throw new Error('nothing to claim');
    const links = Array.from({ length: 40 }, (_, link) =>
      found(link < 2 ? known + i * 2 + link : (i * 7919 + link * 104_729) % known, 2),
    );
    await commit(sql, taken, { state: 'fetched', nextDue: 0, strikes: 0, found: links });
    times.push(performance.now() - started);
    watch();
  }
  const { user, system } = process.cpuUsage(startedCpu);
  times.sort((x, y) => x - y);
  return { known, ms: times[measured >> 1] ?? 0, cpuMs: (user + system) / 1000 / measured };
}

async function fill(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += batch) {
    const some = Array.from({ length: Math.min(batch, to - at) }, (_, i) => found(at + i, 1));
    await sql.transaction((tx) => enqueue(tx, some));
    watch();
  }
}

await plant(sql, ['http://xa-0.tinh.example/']);
const costs: Cost[] = [];
const started = performance.now();
let filled = 0;
for (const known of [total / 100, total / 10, total]) {
  await fill(filled, known);
  filled = known;
  costs.push(await pages(known));
}
const seconds = (performance.now() - started) / 1000;
console.log('| addresses known | ms a page, the middle one of 200 | ms of CPU a page |\n|---|---|---|');
for (const { known, ms, cpuMs } of costs) console.log(`| ${known} | ${ms.toFixed(1)} | ${cpuMs.toFixed(1)} |`);
console.log(
  `\nIn all ${seconds.toFixed(0)} s; memory at most ${megabytes(peak)} MB, state ${megabytes(statSync(path).size)} MB.`,
);
await sql.close();
rmSync(folder, { recursive: true });
