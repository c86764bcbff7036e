import { type CrawlOptions, openRun, visitAll } from './crawl.ts';
import { openSqlite } from './state/sqlite.ts';

/** An address that was found, and why it would not be fetched. */
export interface Listed {
  readonly url: string;
  readonly reason?: string;
}

/** Find out what a crawl would begin with, writing nothing: robots.txt, sitemaps and the seeds themselves are fetched, no more. */
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
    return rows.map(({ url, state, reason }) => ({ url, ...(state > 1 && reason !== null && { reason }) }));
  } finally {
    await run.close();
    await sql.close();
  }
}
