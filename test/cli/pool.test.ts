import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failed, type PageJob, type PageOutcome } from '../../src/cli/page-job.ts';
import { type Pool, startPool } from '../../src/cli/pool.ts';

/** A worker that does to itself what a hostile page would. */
const worker = `
export default function work({ source }) {
  if (source === 'loop') for (;;);
  if (source === 'memory') { const kept = []; for (;;) kept.push(new Array(100_000).fill(source)); }
  if (source === 'throw') throw new TypeError('not a page');
  return { source, output: source, findings: [], edits: 0, suggestions: 0, removed: 0 };
}`;

const folder = mkdtempSync(join(tmpdir(), 'sach-pool-'));
const file = join(folder, 'worker.mjs');
const settings = { format: 'md', options: {}, explain: false } as const;
let pool: Pool<PageJob, PageOutcome>;

beforeAll(async () => {
  writeFileSync(file, worker);
  pool = await startPool(settings, {
    jobs: 2,
    maxSeconds: 4,
    maxMegabytes: 32,
    worker: pathToFileURL(file),
    failed: (source, error) => failed(source, error, settings),
  });
});
afterAll(async () => {
  await pool.destroy();
  rmSync(folder, { recursive: true });
});

test('a page whose thread dies is a failed page, and the others are cleaned', async () => {
  const sources = ['a', 'loop', 'b', 'memory', 'c', 'throw', 'd'];
  const outcomes = await Promise.all(sources.map((source) => pool.run({ source, file: source }, source)));
  expect(outcomes.map(({ source, output, failure }) => [source, output ?? failure?.code])).toEqual([
    ['a', 'a'],
    ['loop', 'page-timeout'],
    ['b', 'b'],
    ['memory', 'page-memory'],
    ['c', 'c'],
    ['throw', 'page-crash'],
    ['d', 'd'],
  ]);
});
