import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawlFolder } from '../../src/crawl/index.ts';
import { renderers } from '../../src/render/index.ts';
import { bundle } from './bundle.ts';
import { freePort } from './free-port.ts';
import { loopback, type Portal, startPortal } from './portal.ts';
import { cleanPortal } from './portal-clean.ts';
import { treeOf } from './tree.ts';

/** Newest of the versions that Debian puts side by side. */
const bin = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
      .filter((path) => existsSync(join(path, 'initdb')))
      .sort()
      .at(-1)
  : undefined;

/**
 * Nobody is killed in the ordinary run, as a dead worker's lease takes its time; 12 for the full one: 12 hosts of 84
 * articles and 6 kills.
 */
const fuzz = Number(process.env.SACH_FUZZ ?? 0);
const hosts = Math.min(12, 2 + fuzz);
const articles = Math.min(84, 4 + 8 * fuzz);
const kills = Math.min(6, fuzz);
const delaySeconds = 0.02;

const root = mkdtempSync(join(tmpdir(), 'sach-pg-'));

/** The server refuses to run as root; then it runs as Debian's user for it. */
const asServer = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0
    ? {
        uid: Number(execFileSync('id', ['-u', 'postgres'])),
        gid: Number(execFileSync('id', ['-g', 'postgres'])),
      }
    : {};

async function startPostgres(folder: string): Promise<{ url: string; server: ChildProcess }> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'sach-pgdata-'));
  const { uid, gid } = asServer();
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  execFileSync(join(folder, 'initdb'), ['-D', join(data, 'db'), '-U', 'sach', '-A', 'trust', '--no-sync'], {
    ...asServer(),
    cwd: data,
    stdio: 'ignore',
  });
  const server = spawn(
    join(folder, 'postgres'),
    ['-D', join(data, 'db'), '-p', String(port), '-k', data, '-c', 'fsync=off'],
    {
      ...asServer(),
      cwd: data,
      stdio: 'ignore',
    },
  );
  server.once('exit', () => rmSync(data, { recursive: true, force: true }));
  for (let i = 0; i < 100; i += 1) {
    try {
      execFileSync(join(folder, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
      break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return { url: `postgres://sach@127.0.0.1:${port}/postgres`, server };
}

describe.skipIf(bin === undefined)('a crawl shared by three workers over PostgreSQL', () => {
  let portal: Portal;
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    [portal, postgres] = await Promise.all([startPortal({ hosts, articles }), startPostgres(bin ?? '')]);
  }, 60_000);
  afterAll(async () => {
    postgres.server.kill('SIGINT');
    await portal.close();
    rmSync(root, { recursive: true });
  }, 120_000);

  it(`gives the same bytes as a crawl alone, through ${kills} kills`, async () => {
    const script = await bundle('run-crawl.mts');
    const folder = join(root, 'together');
    const options = { seeds: portal.seeds, folder, delaySeconds, hosts: 4, timeoutMs: 1000, state: postgres.url };
    const start = () =>
      spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = (worker: ChildProcess) =>
      new Promise<number | null>((resolve) =>
        worker.exitCode === null ? worker.once('exit', resolve) : resolve(worker.exitCode),
      );
    const workers = [start(), start(), start()];
    const requests = () => [...portal.log.values()].reduce((sum, log) => sum + log.requests, 0);
    for (let i = 0; i < kills; i += 1) {
      const before = requests();
      for (let wait = 0; wait < 200 && requests() < before + 10; wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      workers.shift()?.kill('SIGKILL');
      workers.push(start());
    }
    expect(await Promise.all(workers.map(ended))).toEqual([0, 0, 0]);

    for (const { maxInFlight, minGap } of portal.log.values()) {
      expect(maxInFlight).toBe(1);
      expect(minGap).toBeGreaterThanOrEqual(delaySeconds * 1000 - 1);
    }
    const refetched = portal.articles.reduce((sum, url) => sum + Math.max(0, portal.hits(url) - 1), 0);
    expect(refetched).toBeLessThanOrEqual(kills * hosts);
    console.log(`3 workers, ${kills} kills, ${portal.articles.length} articles: ${refetched} fetched again`);

    await crawlFolder({
      seeds: portal.seeds,
      folder: join(root, 'alone'),
      delaySeconds: 0,
      allowPrivate: true,
      lookup: loopback,
      date: () => new Date('2026-01-02T03:04:05Z'),
      clean: cleanPortal,
      render: (result, format) => renderers[format](result),
    });
    expect(treeOf(folder)).toEqual(treeOf(join(root, 'alone')));
  }, 600_000);
});
