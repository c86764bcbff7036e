import { randomBytes } from 'node:crypto';
import PgBoss from 'pg-boss';
import { SachError } from '../model/index.ts';
import { openCapture, ownSegments } from './capture/segments.ts';
import { type CrawlOptions, defaultHosts, openRun, type Run } from './crawl.ts';
import { beginSlice, endSlice, isOver, waitingHosts } from './state/hosts.ts';
import type { PostgresSql } from './state/postgres.ts';

/** One job: crawl this host for a while. */
interface Slice {
  readonly host: string;
}

const queue = 'host-slice';
/** Long enough that handing over costs nothing, short enough that a dead worker's hosts are soon another's. */
const sliceMs = 10_000;
const pollSeconds = 0.5;

const deadlockDetected = '40P01';
const maxTries = 10;

/**
 * Make the queue, unless it is there. Workers that begin at the same time may lock each other out; PostgreSQL then lets one
 * go on and refuses the other, which finds the queue made when it asks again.
 */
async function createQueue(boss: PgBoss, tries = 1): Promise<void> {
  try {
    // `short`: one waiting job per host. Two active ones may meet after a crash; the frontier lets only one of them ask.
    await boss.createQueue(queue, { name: queue, policy: 'short', expireInSeconds: sliceMs / 1000 + 60 });
  } catch (error) {
    if ((error as { readonly code?: string }).code !== deadlockDetected || tries >= maxTries) throw error;
    await createQueue(boss, tries + 1);
  }
}

/**
 * Crawl with any number of workers, each of which calls this with the same database. A job is a slice of one host, so
 * the queue stays as small as the number of hosts; which address is next, and who may ask, the frontier decides.
 * Returns whether nothing is left for anyone.
 */
export async function crawlDistributed(
  sql: PostgresSql,
  connection: { readonly url: string; readonly captureFolder: string },
  options: CrawlOptions,
): Promise<boolean> {
  const { hosts: width = defaultHosts, signal } = options;
  const now = () => Date.now() + sql.clockOffset;
  await ownSegments(sql, connection.captureFolder);
  const capture = openCapture(sql, connection.captureFolder, `sach-${randomBytes(4).toString('hex')}`);
  const run = await openRun(sql, capture, { ...options, clock: now });
  const boss = new PgBoss({ connectionString: connection.url, schema: 'sach_jobs', schedule: false });
  let failed: { readonly error: unknown } | undefined;
  boss.on('error', (error) => {
    failed ??= { error: new SachError('crawl-state', { path: queue, reason: error.message }, { cause: error }) };
  });
  try {
    await boss.start();
    await createQueue(boss);
    for (let i = 0; i < width; i += 1) {
      await boss.work<Slice>(queue, { pollingIntervalSeconds: pollSeconds, batchSize: 1 }, async ([job]) => {
        if (!job || signal?.aborted || failed) return;
        await crawlSlice(sql, run, job.data.host, { now, ...(signal && { signal }) }).catch((error: unknown) => {
          failed ??= { error };
        });
      });
    }
    for (;;) {
      if (failed) throw failed.error;
      if (signal?.aborted) return false;
      const isDone = () => isOver(sql, now(), run.wanted());
      // Asked again afterwards: what another worker has just added is not new.
      if ((await isDone()) && !(await run.isMoreWanted()) && (await isDone())) return true;
      const waiting = await waitingHosts(sql, { now: now(), wanted: run.wanted(), limit: 10_000 });
      for (const { name } of waiting) await boss.send(queue, { host: name }, { singletonKey: name });
      await new Promise((resolve) => setTimeout(resolve, pollSeconds * 1000));
    }
  } finally {
    await boss.stop({ graceful: true, wait: true, timeout: 60_000 });
    await run.close();
    await capture.close();
  }
}

/** Crawl one host until the slice is over or the host has nothing for us. */
async function crawlSlice(
  sql: PostgresSql,
  run: Run,
  host: string,
  { now, signal }: { readonly now: () => number; readonly signal?: AbortSignal },
): Promise<void> {
  const end = now() + sliceMs;
  if (!(await beginSlice(sql, host, now(), end))) return;
  await run.refresh();
  try {
    while (!signal?.aborted) {
      if (await run.visit(host)) continue;
      const wanted = run.wanted();
      const waiting = (await waitingHosts(sql, { now: now(), wanted, limit: 1, host })).at(0);
      if (!waiting || waiting.next_due >= end) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, waiting.next_due - now())));
      if (now() >= end) return;
    }
  } finally {
    await endSlice(sql, host, end);
  }
}
