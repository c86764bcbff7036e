import type { Captured } from '../capture/warc.ts';
import type { RobotsAnswer } from '../robots.ts';
import type { Sql, SqlValue } from './sql.ts';

/** `page`: followed where it is in scope · `file`: a picture or attachment of an article, wherever it is · `sitemap`: sitemap or feed. */
export type UrlKind = 'page' | 'file' | 'sitemap';

export interface Found {
  readonly url: string;
  readonly kind: UrlKind;
  readonly depth: number;
}

/** The right to ask one host for one address; nobody else asks that host until it is committed or its lease ends. */
export interface Claim {
  readonly host: string;
  readonly fence: number;
  readonly url: string;
  readonly kind: UrlKind;
  readonly depth: number;
  /** Times this address was asked for before. */
  readonly attempts: number;
  /** Failures of the host in a row. */
  readonly strikes: number;
  /** What the host's robots.txt asks for; 0 when nothing. */
  readonly crawlDelayMs: number;
}

/** What cleaning a page gave. */
export interface Facts {
  readonly pageType?: string;
  readonly title?: string;
  readonly confidence?: number;
  readonly simhash?: string;
  readonly textHash?: string;
  readonly textLength?: number;
  /** What cleaning gave, compressed. */
  readonly result?: Uint8Array;
}

/** What became of one request. */
export interface Visit extends Facts {
  readonly kind: 'page' | 'file' | 'sitemap' | 'redirect' | 'failure';
  readonly status: number;
  readonly location?: string;
  readonly type?: string;
  readonly fetchedAt: string;
  readonly sha256: string;
  readonly length: number;
  readonly captured: Captured;
  readonly canonical?: string;
  readonly postbacks?: number;
}

export interface Outcome {
  /** `fetched`, `failed` for good, `skipped` without a request, `again` later; `untouched`: the request was not for the address itself. */
  readonly state: 'fetched' | 'failed' | 'skipped' | 'again' | 'untouched';
  readonly reason?: string;
  readonly visit?: Visit;
  readonly found?: readonly Found[];
  /** Addresses found that are not to be fetched, with the reason. */
  readonly avoided?: readonly { readonly url: string; readonly reason: string }[];
  /** Canonical addresses that count as seeds from now on: where a seed's redirect led. */
  readonly seeds?: readonly string[];
  readonly robots?: RobotsAnswer & { readonly origin: string; readonly expires: number; readonly crawlDelayMs: number };
  /** No request to the host before. */
  readonly nextDue: number;
  readonly strikes: number;
  /** Give up all that is still queued of this host, for this reason. */
  readonly abandonHost?: string;
  readonly segment?: Pick<Captured, 'file' | 'end'>;
}

const states = { again: 0, fetched: 1, failed: 2, skipped: 3 } as const;

export interface ClaimOptions {
  readonly now: number;
  /** How long the request and its cleaning may take. */
  readonly leaseMs: number;
  readonly delayMs: number;
  readonly wanted: Wanted;
}

/** What may be taken from the queue; the rest stays in it. */
export interface Wanted {
  readonly maxDepth: number;
  /** Only the pictures and attachments of pages already there: the limit on pages is reached. */
  readonly filesOnly: boolean;
}

/**
 * Take a host's next address. The next request is put off before this one is sent: a process that dies in between has
 * left the word behind, twice the delay, as nobody knows when the request arrived. (A power cut may lose that word; it
 * lasts longer than a delay.)
 */
export function claim(sql: Sql, host: string, options: ClaimOptions): Promise<Claim | undefined> {
  const { now, leaseMs, delayMs, wanted } = options;
  return sql.transaction(async (tx) => {
    const [held] = await tx.all<{ fence: number; strikes: number; crawl_delay: number }>(
      `UPDATE host SET fence = fence + 1, lease_until = $2,
         next_due = $3 + 2 * CASE WHEN crawl_delay > $4 THEN crawl_delay ELSE $4 END
       WHERE name = $1 AND lease_until <= $3 AND next_due <= $3 RETURNING fence, strikes, crawl_delay`,
      host,
      now + leaseMs,
      now,
      delayMs,
    );
    if (!held) return undefined;
    const [next] = await tx.all<{ url: string; kind: UrlKind; depth: number; attempts: number }>(
      `SELECT url, kind, depth, attempts FROM url WHERE host = $1 AND ${isWanted(wanted)}
       ORDER BY attempts, depth, seq LIMIT 1`,
      host,
    );
    if (!next) {
      await tx.run('UPDATE host SET lease_until = 0, next_due = $2 WHERE name = $1', host, now);
      return undefined;
    }
    return { host, fence: held.fence, strikes: held.strikes, crawlDelayMs: held.crawl_delay, ...next };
  }, 'brief');
}

const isWanted = ({ maxDepth, filesOnly }: Wanted): string =>
  [
    ...(Number.isFinite(maxDepth) ? [`depth <= ${Math.trunc(maxDepth)}`] : []),
    ...(filesOnly ? ["kind = 'file'"] : []),
    'state = 0',
  ].join(' AND ');

/** Write down what became of a claim, all in one transaction. False when the claim was taken over in the meantime: nothing is written then. */
export function commit(sql: Sql, { host, fence, url }: Claim, outcome: Outcome): Promise<boolean> {
  const { state, visit, segment, robots } = outcome;
  return sql.transaction(async (tx) => {
    const held = await tx.run(
      'UPDATE host SET lease_until = 0, next_due = $3, strikes = $4 WHERE name = $1 AND fence = $2',
      host,
      fence,
      outcome.nextDue,
      outcome.strikes,
    );
    if (held === 0) return false;
    if (robots) {
      await tx.run(
        `INSERT INTO robots (origin, status, body, expires) VALUES ($1, $2, $3, $4)
         ON CONFLICT (origin) DO UPDATE SET status = excluded.status, body = excluded.body, expires = excluded.expires`,
        robots.origin,
        robots.status,
        robots.body,
        robots.expires,
      );
      await tx.run('UPDATE host SET crawl_delay = $2 WHERE name = $1', host, robots.crawlDelayMs);
    }
    if (state !== 'untouched') {
      await tx.run(
        'UPDATE url SET state = $2, reason = $3, attempts = attempts + $4 WHERE url = $1',
        url,
        states[state],
        outcome.reason ?? null,
        state === 'skipped' ? 0 : 1,
      );
    }
    if (visit) await insertVisit(tx, url, visit);
    for (const seed of outcome.seeds ?? []) {
      await tx.run('INSERT INTO seed (url) VALUES ($1) ON CONFLICT (url) DO NOTHING', seed);
    }
    await enqueue(tx, outcome.found ?? [], url);
    for (const avoided of outcome.avoided ?? []) await skip(tx, avoided.url, avoided.reason, url);
    if (segment) {
      await tx.run(
        `INSERT INTO segment (name, length) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET length = CASE WHEN segment.length > excluded.length THEN segment.length ELSE excluded.length END`,
        segment.file,
        segment.end,
      );
    }
    if (outcome.abandonHost !== undefined) {
      await tx.run('UPDATE url SET state = 2, reason = $2 WHERE host = $1 AND state = 0', host, outcome.abandonHost);
    }
    return true;
  });
}

function insertVisit(tx: Sql, address: string, v: Visit): Promise<number> {
  const columns: Readonly<Record<string, SqlValue | undefined>> = {
    url: address,
    kind: v.kind,
    status: v.status,
    location: v.location,
    type: v.type,
    fetched_at: v.fetchedAt,
    sha256: v.sha256,
    length: v.length,
    warc: v.captured.file,
    warc_offset: v.captured.offset,
    warc_length: v.captured.length,
    record_id: v.captured.recordId,
    canonical: v.canonical,
    page_type: v.pageType,
    title: v.title,
    confidence: v.confidence,
    simhash: v.simhash,
    text_hash: v.textHash,
    text_length: v.textLength,
    postbacks: v.postbacks ?? 0,
    result: v.result,
  };
  const names = Object.keys(columns);
  return tx.run(
    `INSERT INTO visit (${names}) VALUES (${names.map((_, i) => `$${i + 1}`)})
     ON CONFLICT (url) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`)}`,
    ...Object.values(columns).map((value) => value ?? null),
  );
}

/** Put addresses in the queue; one that is known stays as it is, but for a shorter way to it. */
export async function enqueue(sql: Sql, found: readonly Found[], via?: string): Promise<void> {
  const hosts = new Set<string>();
  // PostgreSQL locks rows in the order of writing: the same order everywhere, or two workers wait for each other.
  for (const { url, kind, depth } of [...found].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const { host } = new URL(url);
    hosts.add(host);
    // The report tells one page that links here: the first by alphabet, whoever found it first.
    await sql.run(
      `INSERT INTO url (url, host, kind, depth, via) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (url) DO UPDATE SET
         depth = CASE WHEN url.depth > excluded.depth THEN excluded.depth ELSE url.depth END,
         via = CASE WHEN url.via > excluded.via THEN excluded.via ELSE url.via END
       WHERE url.depth > excluded.depth OR url.via > excluded.via`,
      url,
      host,
      kind,
      depth,
      via ?? null,
    );
    // What leads into a trap as a page may still be a picture.
    if (kind === 'file') {
      await sql.run(
        "UPDATE url SET state = 0, kind = 'file', reason = NULL WHERE url = $1 AND state = 3 AND reason <> 'robots'",
        url,
      );
    }
  }
  for (const host of [...hosts].sort()) {
    await sql.run('INSERT INTO host (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', host);
  }
}

/** Remember an address that is not to be fetched, with the reason, for the report. */
export function skip(sql: Sql, url: string, reason: string, via: string): Promise<number> {
  return sql.run(
    `INSERT INTO url (url, host, kind, depth, state, reason, via) VALUES ($1, $2, 'page', 0, 3, $3, $4)
     ON CONFLICT (url) DO UPDATE SET via = excluded.via WHERE url.via > excluded.via`,
    url,
    new URL(url).host,
    reason,
    via,
  );
}

/** Hosts that have something to fetch and are nobody's at the moment, the one that may be asked first in front. */
export function waitingHosts(
  sql: Sql,
  {
    now,
    wanted,
    limit,
    host,
  }: { readonly now: number; readonly wanted: Wanted; readonly limit: number; readonly host?: string },
): Promise<{ name: string; next_due: number }[]> {
  return sql.all(
    `SELECT name, next_due FROM host WHERE lease_until <= $1 AND ${host === undefined ? 'slice_until <= $1' : 'name = $3'}
     AND EXISTS (SELECT 1 FROM url WHERE url.host = host.name AND ${isWanted(wanted)})
     ORDER BY next_due, name LIMIT $2`,
    now,
    limit,
    ...(host === undefined ? [] : [host]),
  );
}

/** Stay with a host till `until`. False when another worker does. */
export async function beginSlice(sql: Sql, host: string, now: number, until: number): Promise<boolean> {
  return (
    (await sql.run('UPDATE host SET slice_until = $3 WHERE name = $1 AND slice_until <= $2', host, now, until)) > 0
  );
}

export function endSlice(sql: Sql, host: string, until: number): Promise<number> {
  return sql.run('UPDATE host SET slice_until = 0 WHERE name = $1 AND slice_until = $2', host, until);
}

/** Whether any worker, alive or lost a moment ago, is still at something. */
export async function hasLeases(sql: Sql, now: number): Promise<boolean> {
  const rows = await sql.all('SELECT name FROM host WHERE lease_until > $1 OR slice_until > $1 LIMIT 1', now);
  return rows.length > 0;
}

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

/** Add seeds; they are fetched even where they lead into traps. Returns all seeds of the crawl, those of earlier runs too. */
export function plant(sql: Sql, seeds: readonly string[]): Promise<string[]> {
  return sql.transaction(async (tx) => {
    for (const seed of seeds) await tx.run('INSERT INTO seed (url) VALUES ($1) ON CONFLICT (url) DO NOTHING', seed);
    await enqueue(
      tx,
      seeds.map((url) => ({ url, kind: 'page', depth: 0 })),
    );
    return allSeeds(tx);
  });
}

export async function allSeeds(sql: Sql): Promise<string[]> {
  return (await sql.all<{ url: string }>('SELECT url FROM seed')).map(({ url }) => url).sort();
}

/** A crawl that was over is taken up again with what could not be had; one that was broken off just goes on. Returns how many. */
export function requeueFailed(sql: Sql): Promise<number> {
  return sql.run(
    `UPDATE url SET state = 0, attempts = 0, reason = NULL WHERE state = 2
     AND reason NOT IN ('fetch-private', 'fetch-too-large') AND NOT EXISTS (SELECT 1 FROM url WHERE state = 0)`,
  );
}

/** Put what a second cleaning gave in the place of the first. */
export function updateFacts(sql: Sql, url: string, facts: Facts): Promise<number> {
  return sql.run(
    `UPDATE visit SET page_type = $2, title = $3, confidence = $4, simhash = $5, text_hash = $6, text_length = $7, result = $8
     WHERE url = $1`,
    url,
    facts.pageType ?? null,
    facts.title ?? null,
    facts.confidence ?? null,
    facts.simhash ?? null,
    facts.textHash ?? null,
    facts.textLength ?? null,
    facts.result ?? null,
  );
}
