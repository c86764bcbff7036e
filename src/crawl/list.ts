import { type CrawlOptions, openRun, visitAll } from './crawl.ts';
import { type RobotsRules, robotsRules } from './robots.ts';
import { storedRobots } from './state/known.ts';
import type { Sql } from './state/sql.ts';
import { openSqlite } from './state/sqlite.ts';

/** An address that was found, and why it would not be fetched. */
export interface Listed {
  readonly url: string;
  readonly reason?: string;
}

/**
 * Find out what a crawl would begin with, writing nothing: robots.txt, sitemaps and the seeds themselves are fetched, no
 * more.
 */
export async function listCrawl(options: CrawlOptions): Promise<readonly Listed[]> {
  const sql = openSqlite(':memory:');
  const nowhere = { file: '', offset: 0, length: 0, end: 0, recordId: '' };
  const { clean: _clean, ...rest } = options;
  const run = await openRun(sql, { append: async () => nowhere }, { ...rest, depth: 0 });
  try {
    await visitAll(sql, run, options);
    const rows = await sql.all<{ url: string; state: number; reason: string | null }>(
      "SELECT url, state, reason FROM url WHERE kind = 'page' ORDER BY url",
    );
    const rules = await knownRules(
      sql,
      rows.map(({ url }) => url),
    );
    return rows.map(({ url, state, reason }) => {
      const isForbidden = state === 0 && rules.get(new URL(url).origin)?.allows(url) === false;
      const why = isForbidden ? 'robots' : state > 1 ? reason : null;
      return { url, ...(why !== null && { reason: why }) };
    });
  } finally {
    await run.close();
    await sql.close();
  }
}

/** Of the origins whose robots.txt was read: what is only queued was not held against it. */
async function knownRules(sql: Sql, urls: readonly string[]): Promise<Map<string, RobotsRules | undefined>> {
  const rules = new Map<string, RobotsRules | undefined>();
  for (const origin of new Set(urls.map((url) => new URL(url).origin)))
    rules.set(origin, robotsRules(origin, await storedRobots(sql, origin, 0)));
  return rules;
}
