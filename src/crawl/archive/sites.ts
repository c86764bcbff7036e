import { createHash } from 'node:crypto';
import { type CleanResult, type RawPage, SachError, type SiteProfile } from '../../model/index.ts';
import { maxPagesToLearnFrom } from '../../options.ts';
import { version } from '../../version.ts';
import { readCaptured } from '../capture/warc.ts';
import { header } from '../http.ts';
import { factsOf } from '../read.ts';
import { updateFacts } from '../state/known.ts';
import { type Sql, siteKey } from '../state/sql.ts';
import { type DamagedRecord, isDamaged, unlessDamaged } from './damage.ts';

export interface SiteOptions {
  /** Where the WARC files are. */
  readonly capture: string;
  readonly clean: (page: RawPage, learned: readonly SiteProfile[]) => Promise<CleanResult>;
  /** What repeats over pages of one site: the extractor's business. Not done where a profile was given. */
  readonly learn?: (pages: readonly RawPage[]) => readonly SiteProfile[];
  /** Profiles that a person gave, which `clean` goes by. */
  readonly given?: SiteProfile | readonly SiteProfile[];
  /** What else `clean` goes by, as JSON. */
  readonly settings?: unknown;
  /** Whether `clean` tells what it does: wanted of every page then, whatever was done before. */
  readonly isExplained?: boolean;
}

/** Pages under way at once; the threads that clean them decide how many really are. */
const width = 8;
/** As much as was taken in by the crawl may be read back. */
const maxReadBytes = 2 ** 30;

interface PageRow {
  readonly url: string;
  readonly kind: 'page' | 'probe';
  readonly fetched_at: string;
  readonly warc: string;
  readonly warc_offset: number;
  readonly warc_length: number;
  readonly record_id: string;
}

export interface SettledSites {
  /** What was learnt. */
  readonly profiles: readonly SiteProfile[];
  /** Pages that could not be read again. They keep what was read of them when they were fetched. */
  readonly damaged: readonly DamagedRecord[];
}

/**
 * Now that all pages of a host are there, learn from some what its template prints, and clean every page again from the
 * capture with that in mind. What was learnt from is chosen by address, so the result is the same whoever fetched what
 * when. Where nothing was learnt, what fetching gave stands. Done once: a later run that finds or is given the same profile
 * changes nothing, one with another cleans again, and so does one with other settings or one that shall explain what
 * cleaning does.
 */
export async function settleSites(sql: Sql, options: SiteOptions): Promise<SettledSites> {
  const rows = await sql.all<PageRow>(
    "SELECT url, kind, fetched_at, warc, warc_offset, warc_length, record_id FROM visit WHERE kind IN ('page', 'probe') AND result IS NOT NULL",
  );
  rows.sort((a, b) => (a.url < b.url ? -1 : 1));
  const hosts = groupByHost(rows);
  const all: SiteProfile[] = [];
  const damaged: DamagedRecord[] = [];
  for (const [host, pages] of hosts) {
    const { profiles, damaged: unlearnt } = await learnFrom(
      pages.filter(({ kind }) => kind === 'page'),
      options,
    );
    all.push(...profiles);
    damaged.push(...unlearnt);
    // A profile that names nothing that repeats is shown by no page.
    const known = options.given ?? profiles.filter(({ repeated = [] }) => repeated.length > 0);
    const before = await markOf(sql, host);
    const mark = cleaningMark(known, options.settings);
    // Fetching has noted it where all pages were cleaned by the same; where nothing was learnt since, that is enough.
    if (mark === before && !options.isExplained) continue;
    const unread: DamagedRecord[] = [];
    for (let at = 0; at < pages.length; at += width) {
      const done = await Promise.all(pages.slice(at, at + width).map((row) => cleanAgain(sql, row, profiles, options)));
      unread.push(...done.flatMap((one) => one ?? []));
    }
    damaged.push(...unread);
    // Once the capture is whole again, the site is to be cleaned once more.
    if (unread.length > 0) continue;
    await sql.run(
      'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      siteKey(host),
      mark,
    );
  }
  return { profiles: all, damaged };
}

/** What pages are cleaned by, as a mark. */
export function cleaningMark(profiles: SiteProfile | readonly SiteProfile[], settings: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([version, profiles, settings]))
    .digest('hex');
}

async function cleanAgain(
  sql: Sql,
  row: PageRow,
  profiles: readonly SiteProfile[],
  options: SiteOptions,
): Promise<DamagedRecord | undefined> {
  const page = await toRawPage(row, options.capture);
  if (isDamaged(page)) return page;
  try {
    const result = await options.clean(page, profiles);
    await updateFacts(sql, row.url, factsOf(result));
  } catch (error) {
    // A page that takes too long the second time keeps what the first gave.
    if (!(error instanceof SachError)) throw error;
  }
  return undefined;
}

async function toRawPage(row: PageRow, capture: string): Promise<RawPage | DamagedRecord> {
  const place = { file: row.warc, offset: row.warc_offset, length: row.warc_length };
  const captured = await unlessDamaged(row, () => readCaptured(capture, place, maxReadBytes));
  if (isDamaged(captured)) return captured;
  const { url, status, headers, body, damage } = captured;
  const contentType = header({ headers }, 'content-type');
  return {
    source: row.url,
    url,
    bytes: body,
    status,
    fetchedAt: row.fetched_at,
    warcRecordId: row.record_id,
    ...(contentType && { contentType }),
    ...(damage && { damage }),
  };
}

async function learnFrom(pages: readonly PageRow[], { learn, capture }: SiteOptions): Promise<SettledSites> {
  if (!learn) return { profiles: [], damaged: [] };
  const read = await Promise.all(spread(pages).map((row) => toRawPage(row, capture)));
  const whole = read.filter((page): page is RawPage => !isDamaged(page));
  return { profiles: learn(whole), damaged: read.filter(isDamaged) };
}

/** What a host's pages were last cleaned by. */
async function markOf(sql: Sql, host: string): Promise<string | undefined> {
  const [row] = await sql.all<{ value: string }>('SELECT value FROM meta WHERE key = $1', siteKey(host));
  return row?.value;
}

/** Some of the pages, from all over the site. */
function spread<T>(pages: readonly T[]): T[] {
  const step = Math.max(1, pages.length / maxPagesToLearnFrom);
  return Array.from(
    { length: Math.min(pages.length, maxPagesToLearnFrom) },
    (_, i) => pages[Math.floor(i * step)],
  ).flatMap((page) => (page === undefined ? [] : [page]));
}

function groupByHost(rows: readonly PageRow[]): Map<string, PageRow[]> {
  const hosts = new Map<string, PageRow[]>();
  for (const row of rows) {
    const { host } = new URL(row.url);
    const pages = hosts.get(host);
    if (pages) pages.push(row);
    else hosts.set(host, [row]);
  }
  return hosts;
}
