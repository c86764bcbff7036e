import { noteYield } from './families.ts';
import { setAside } from './held.ts';
import { isWanted, type Wanted } from './hosts.ts';
import type { Avoided, Claim, Found, Outcome, UrlKind, Visit } from './outcome.ts';
import { notedKey, type Sql, type SqlValue, siteKey, unknownMark } from './sql.ts';

const states = { again: 0, fetched: 1, failed: 2, skipped: 3 } as const;

export interface ClaimOptions {
  readonly now: number;
  /** How long the request and its cleaning may take. */
  readonly leaseMs: number;
  readonly delayMs: number;
  readonly wanted: Wanted;
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

/** Hold a claim till `until`; one that is committed or was taken over stays as it is. */
export function renew(sql: Sql, { host, fence }: Claim, until: number): Promise<number> {
  return sql.run(
    'UPDATE host SET lease_until = $3 WHERE name = $1 AND fence = $2 AND lease_until > 0',
    host,
    fence,
    until,
  );
}

/**
 * Write down what became of a claim, all in one transaction. False when the claim was taken over in the meantime: nothing is
 * written then.
 */
export function commit(
  sql: Sql,
  { host, fence, url, depth }: Claim,
  outcome: Outcome,
  cleanedBy?: string,
): Promise<boolean> {
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
    // What came back wrong does not take the place of what is held. Of the rest the end of the crawl knows whether it is
    // wrong.
    if (visit && !(outcome.reason !== undefined && (await isHeld(tx, url)))) {
      await setAside(tx, url);
      await insertVisit(tx, url, visit);
      if (visit.kind === 'file') await nameFile(tx, url, visit.name);
      if (visit.result) await noteCleaning(tx, host, cleanedBy);
    }
    for (const seed of outcome.seeds ?? []) {
      await tx.run('INSERT INTO seed (url) VALUES ($1) ON CONFLICT (url) DO NOTHING', seed);
    }
    await enqueue(tx, outcome.found ?? [], url);
    for (const avoided of outcome.avoided ?? []) await skip(tx, { ...avoided, depth: depth + 1 }, url);
    if (outcome.yield) await noteYield(tx, outcome.yield, depth);
    if (segment) {
      await tx.run(
        `INSERT INTO segment (name, length) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET length = CASE WHEN segment.length > excluded.length THEN segment.length ELSE excluded.length END`,
        segment.file,
        segment.end,
      );
    }
    if (outcome.abandon) {
      const { reason, origin } = outcome.abandon;
      const below = origin === undefined ? '' : `${origin}/`;
      await tx.run(
        `UPDATE url SET state = 2, reason = $2 WHERE host = $1 AND state = 0 AND substr(url, 1, ${below.length}) = $3`,
        host,
        reason,
        below,
      );
    }
    return true;
  });
}

/**
 * Note what the pages of a host are cleaned by, now that there is one more. Where the others were cleaned by something
 * else, as by what their site taught, nobody knows it of all: the site is to be cleaned once more.
 */
async function noteCleaning(tx: Sql, host: string, cleanedBy: string | undefined): Promise<void> {
  const key = siteKey(host);
  const rows = await tx.all<{ key: string; value: string }>(
    'SELECT key, value FROM meta WHERE key IN ($1, $2)',
    key,
    notedKey,
  );
  const noted = rows.find((row) => row.key === key)?.value ?? (rows.length > 0 ? cleanedBy : undefined);
  await tx.run(
    'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    noted === cleanedBy && cleanedBy !== undefined ? cleanedBy : unknownMark,
  );
}

/** Whether an address once gave something. */
async function isHeld(tx: Sql, url: string): Promise<boolean> {
  const [visit] = await tx.all<{ kind: Visit['kind'] }>('SELECT kind FROM visit WHERE url = $1', url);
  return visit !== undefined && visit.kind !== 'failure';
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
    shape_hash: v.shapeHash,
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

async function nameFile(tx: Sql, url: string, name: string | undefined): Promise<void> {
  await tx.run('DELETE FROM file_name WHERE url = $1', url);
  if (name !== undefined) await tx.run('INSERT INTO file_name (url, name) VALUES ($1, $2)', url, name);
}

/**
 * What stays of two findings of one address. The report tells one page that links there: the first by alphabet, whoever
 * found it first.
 */
const shorterWay = `
  depth = CASE WHEN url.depth > excluded.depth THEN excluded.depth ELSE url.depth END,
  via = CASE WHEN url.via > excluded.via THEN excluded.via ELSE url.via END
  WHERE url.depth > excluded.depth OR url.via > excluded.via`;

/** Put addresses in the queue; one that is known stays as it is, but for a shorter way to it. */
export async function enqueue(sql: Sql, found: readonly Found[], via?: string): Promise<void> {
  const hosts = new Set<string>();
  // PostgreSQL locks rows in the order of writing: the same order everywhere, or two workers wait for each other.
  for (const { url, kind, depth } of [...found].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const { host } = new URL(url);
    hosts.add(host);
    await sql.run(
      `INSERT INTO url (url, host, kind, depth, via) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (url) DO UPDATE SET ${shorterWay}`,
      url,
      host,
      kind,
      depth,
      via ?? null,
    );
    // What leads into a trap as a page may still be a picture; and a document that is linked to is queued as a page, which
    // the limit on pages shuts out.
    if (kind === 'file') {
      await sql.run(
        `UPDATE url SET state = 0, kind = 'file', reason = NULL
         WHERE url = $1 AND (state = 3 AND reason <> 'robots' OR state = 0 AND kind = 'page')`,
        url,
      );
    }
  }
  for (const host of [...hosts].sort()) {
    await sql.run('INSERT INTO host (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', host);
  }
}

/** Remember an address that is not to be fetched, with the reason, for the report. */
export function skip(
  sql: Sql,
  { url, kind, reason, depth }: Avoided & { readonly depth: number },
  via: string,
): Promise<number> {
  return sql.run(
    `INSERT INTO url (url, host, kind, depth, state, reason, via) VALUES ($1, $2, $3, $4, 3, $5, $6)
     ON CONFLICT (url) DO UPDATE SET ${shorterWay}`,
    url,
    new URL(url).host,
    kind,
    depth,
    reason,
    via,
  );
}
