/** What a crawl knows so far, and what it starts from. */
import { gunzipSync } from 'node:zlib';
import type { CleanResult } from '../../model/index.ts';
import { probesFor } from '../soft-404.ts';
import { enqueue } from './frontier.ts';
import type { Facts, Found } from './outcome.ts';
import type { Sql } from './sql.ts';

/** How many pages were fetched so far. */
export async function countPages(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ pages: number }>("SELECT COUNT(*) AS pages FROM visit WHERE kind = 'page'");
  return row?.pages ?? 0;
}

/** Robots.txt of an origin, when it was fetched and is not too old. */
export async function storedRobots(sql: Sql, origin: string, now: number) {
  const [row] = await sql.all<{ status: number; body: Uint8Array; expires: number }>(
    'SELECT status, body, expires FROM robots WHERE origin = $1 AND expires > $2',
    origin,
    now,
  );
  return row && { ...row, body: new Uint8Array(row.body) };
}

/**
 * Add seeds; they are fetched even where they lead into traps, or an earlier run left them out. Returns all seeds of the
 * crawl, those of earlier runs too.
 */
export function plant(sql: Sql, seeds: readonly string[]): Promise<string[]> {
  return sql.transaction(async (tx) => {
    for (const seed of seeds) await tx.run('INSERT INTO seed (url) VALUES ($1) ON CONFLICT (url) DO NOTHING', seed);
    await enqueueAfterAll(
      tx,
      seeds.map((url) => ({ url, kind: 'page', depth: 0 })),
    );
    return allSeeds(tx);
  });
}

/**
 * Re-filter the queue by this run's options: drop what is now excluded, re-queue what only the last run excluded.
 * `reasonOf` returns why an address is excluded.
 */
export function resift(sql: Sql, reasonOf: (url: string, kind: 'page' | 'file') => string | undefined): Promise<void> {
  return sql.transaction(async (tx) => {
    const rows = await tx.all<{
      url: string;
      kind: 'page' | 'file';
      depth: number;
      state: number;
      reason: string | null;
    }>(
      `SELECT url, kind, depth, state, reason FROM url
       WHERE kind IN ('page', 'file') AND (state = 0 OR state = 3 AND reason IN ('excluded', 'scope'))`,
    );
    const back: Found[] = [];
    for (const { url, kind, depth, state, reason } of rows) {
      const next = reasonOf(url, kind);
      if (next === undefined && state === 3) back.push({ url, kind, depth });
      else if (next !== undefined && next !== reason)
        await tx.run('UPDATE url SET state = 3, reason = $2 WHERE url = $1', url, next);
    }
    await enqueueAfterAll(tx, back);
  });
}

/** Put addresses in the queue, those too that were not to be fetched. */
async function enqueueAfterAll(tx: Sql, found: readonly Found[]): Promise<void> {
  await enqueue(tx, found);
  for (const { url, kind } of found)
    await tx.run('UPDATE url SET state = 0, kind = $2, reason = NULL WHERE url = $1 AND state = 3', url, kind);
}

/** The addresses that the crawl began with, sorted. */
export async function allSeeds(sql: Sql): Promise<string[]> {
  return (await sql.all<{ url: string }>('SELECT url FROM seed')).map(({ url }) => url).sort();
}

/** Addresses that nobody answered for, however often they were tried. */
export async function allGivenUp(sql: Sql): Promise<ReadonlySet<string>> {
  return new Set((await sql.all<{ url: string }>('SELECT url FROM url WHERE state = 2')).map(({ url }) => url));
}

/**
 * Ask each host what it says to addresses like its own that do not exist. A function of the pages alone, so it does not
 * matter who does it, or how often. Returns how many questions are new.
 */
export function plantProbes(sql: Sql): Promise<number> {
  return sql.transaction(async (tx) => {
    const pages = await tx.all<{ url: string }>("SELECT url FROM visit WHERE kind = 'page'");
    const known = new Set(
      (await tx.all<{ url: string }>("SELECT url FROM url WHERE kind = 'probe'")).map(({ url }) => url),
    );
    const probes = probesFor(pages.map(({ url }) => url)).filter((url) => !known.has(url));
    await enqueue(
      tx,
      probes.map((url) => ({ url, kind: 'probe', depth: 0 })),
    );
    return probes.length;
  });
}

/** What cleaning a page gave. */
export async function storedResult(sql: Sql, url: string): Promise<CleanResult> {
  const [row] = await sql.all<{ result: Uint8Array }>('SELECT result FROM visit WHERE url = $1', url);
  return JSON.parse(gunzipSync(new Uint8Array(row?.result ?? [])).toString());
}

/** What the page that leads to an address says its encoding is. */
export async function declaredThere(sql: Sql, url: string): Promise<string | undefined> {
  const [row] = await sql.all<{ via: string }>(
    'SELECT url.via AS via FROM url JOIN visit ON visit.url = url.via WHERE url.url = $1 AND visit.result IS NOT NULL',
    url,
  );
  return row && (await storedResult(sql, row.via)).encoding.declared;
}

/** What servers call their files: address → name. */
export async function fileNames(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.all<{ url: string; name: string }>('SELECT url, name FROM file_name');
  return new Map(rows.map(({ url, name }) => [url, name]));
}

/** Put what a second cleaning gave in the place of the first. */
export function updateFacts(sql: Sql, url: string, facts: Facts): Promise<number> {
  return sql.run(
    `UPDATE visit SET page_type = $2, title = $3, confidence = $4, simhash = $5, text_hash = $6, shape_hash = $7, text_length = $8, result = $9
     WHERE url = $1`,
    url,
    facts.pageType ?? null,
    facts.title ?? null,
    facts.confidence ?? null,
    facts.simhash ?? null,
    facts.textHash ?? null,
    facts.shapeHash ?? null,
    facts.textLength ?? null,
    facts.result ?? null,
  );
}
