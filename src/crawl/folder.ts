import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExportOptions, exportArchive } from './archive/export.ts';
import type { CrawlReport } from './archive/report.ts';
import { cleaningMark } from './archive/sites.ts';
import { trimCapture } from './capture/segments.ts';
import { packWacz } from './capture/wacz.ts';
import { type CrawlOptions, crawlEmbedded } from './crawl.ts';
import { claimState, type Sql } from './state/sql.ts';

export interface FolderOptions
  extends Omit<CrawlOptions, 'cleanedBy'>,
    Omit<ExportOptions, 'folder' | 'capture' | 'clean'> {
  readonly folder: string;
  /** A file, or `postgres://…` to share the work among machines that share the folder. Default `state.db` in the folder. */
  readonly state?: string;
  /** Also pack the capture into `capture/archive.wacz`. */
  readonly wacz?: boolean;
}

export interface Crawled {
  /** False when it was stopped; the same call goes on from there. */
  readonly isFinished: boolean;
  /** When it is finished. */
  readonly report?: CrawlReport;
  /** Addresses that this run asked for; not told where others share the work. */
  readonly asked?: number;
}

/**
 * Crawl into a folder, or go on with the crawl that is in it; when nothing is left, write the archive.
 * Throws SachError `crawl-busy`, `crawl-state`, `crawl-version`, `crawl-capture`, `crawl-outside`.
 */
export async function crawlFolder(options: FolderOptions): Promise<Crawled> {
  await mkdir(options.folder, { recursive: true });
  if (/^postgres(?:ql)?:\/\//.test(options.state ?? '')) return crawlTogether(options);
  let asked = 0;
  const counting: FolderOptions = {
    ...options,
    onOutcome: (claim, outcome) => {
      if (outcome.state !== 'skipped') asked += 1;
      options.onOutcome?.(claim, outcome);
    },
  };
  return { ...(await crawlAlone(counting)), asked };
}

async function crawlAlone(options: FolderOptions): Promise<Crawled> {
  const { openSqlite } = await import('./state/sqlite.ts');
  const path = options.state ?? join(options.folder, 'state.db');
  const sql = openSqlite(path);
  try {
    await claimState(sql, path);
    if (!(await crawlEmbedded(sql, join(options.folder, 'capture'), marked(options)))) return { isFinished: false };
    return await writeArchive(sql, options);
  } finally {
    await sql.close();
  }
}

async function crawlTogether(options: FolderOptions): Promise<Crawled> {
  const url = options.state ?? '';
  const captureFolder = join(options.folder, 'capture');
  const [{ openPostgres, withoutPassword }, { crawlDistributed }] = await Promise.all([
    import('./state/postgres.ts'),
    import('./distributed.ts'),
  ]);
  const sql = await openPostgres(url);
  try {
    await claimState(sql, withoutPassword(url));
    if (!(await crawlDistributed(sql, { url, captureFolder }, marked(options)))) return { isFinished: false };
    // Every worker that sees the end writes the archive, one after the other: the same bytes, so nothing is written twice.
    return await sql.exclusively(async () => {
      await trimCapture(sql, captureFolder);
      return writeArchive(sql, options);
    });
  } finally {
    await sql.close();
  }
}

const marked = (options: FolderOptions): CrawlOptions => ({
  ...options,
  cleanedBy: cleaningMark(options.profile ?? [], options.settings),
});

async function writeArchive(sql: Sql, options: FolderOptions): Promise<Crawled> {
  const capture = join(options.folder, 'capture');
  const report = await exportArchive(sql, { ...options, capture });
  if (options.wacz) await packWacz(sql, capture, join(capture, 'archive.wacz'));
  return { isFinished: true, report };
}
