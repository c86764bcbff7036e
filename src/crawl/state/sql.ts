import { SachError } from '../../model/index.ts';

export type SqlValue = string | number | null | Uint8Array;

/** Four calls that SQLite and PostgreSQL both answer; parameters are `$1`, `$2`, … in both. */
export interface Sql {
  /** How many rows were changed. */
  run(statement: string, ...values: SqlValue[]): Promise<number>;
  all<Row>(statement: string, ...values: SqlValue[]): Promise<Row[]>;
  /**
   * All or nothing; what throws is rolled back. Not to be nested. `brief`: need not outlive a power cut, only the process.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>, brief?: 'brief'): Promise<T>;
  close(): Promise<void>;
}

const visitColumns = `
  url TEXT PRIMARY KEY, kind TEXT NOT NULL, status INTEGER NOT NULL, location TEXT, type TEXT, fetched_at TEXT NOT NULL,
  sha256 TEXT NOT NULL, length BIGINT NOT NULL, warc TEXT NOT NULL, warc_offset BIGINT NOT NULL,
  warc_length BIGINT NOT NULL, record_id TEXT NOT NULL, canonical TEXT, page_type TEXT, title TEXT, confidence DOUBLE PRECISION,
  simhash TEXT, text_hash TEXT, shape_hash TEXT, text_length INTEGER, postbacks INTEGER NOT NULL DEFAULT 0, result BYTEA`;

/** The state of a crawl. Times are milliseconds since 1970. */
export function schema(dialect: 'sqlite' | 'postgres'): readonly string[] {
  // Text is compared by its bytes in both.
  const text = dialect === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"';
  const serial = dialect === 'sqlite' ? 'INTEGER PRIMARY KEY' : 'BIGSERIAL PRIMARY KEY';
  return [
    'CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
    'CREATE TABLE IF NOT EXISTS seed (url TEXT PRIMARY KEY)',
    // slice_until: a worker stays with this host till then. next_due: no request before; it outlives the process. fence:
    // grows with every claim, so that a claim that was taken over cannot commit any more.
    `CREATE TABLE IF NOT EXISTS host (
      name TEXT PRIMARY KEY, fence BIGINT NOT NULL DEFAULT 0, lease_until BIGINT NOT NULL DEFAULT 0,
      next_due BIGINT NOT NULL DEFAULT 0, strikes INTEGER NOT NULL DEFAULT 0,
      crawl_delay BIGINT NOT NULL DEFAULT 0, slice_until BIGINT NOT NULL DEFAULT 0)`,
    'CREATE TABLE IF NOT EXISTS robots (origin TEXT PRIMARY KEY, status INTEGER NOT NULL, body BYTEA NOT NULL, expires BIGINT NOT NULL)',
    // state: 0 queued, 1 fetched, 2 given up, 3 not to be fetched.
    `CREATE TABLE IF NOT EXISTS url (
      seq ${serial}, url TEXT NOT NULL UNIQUE, host TEXT NOT NULL, kind TEXT NOT NULL, depth INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0, reason TEXT, via ${text})`,
    // The queue of a host: what failed comes last, then by depth, then in order of finding.
    'CREATE INDEX IF NOT EXISTS url_queue ON url (host, attempts, depth, seq) WHERE state = 0',
    `CREATE TABLE IF NOT EXISTS visit (${visitColumns})`,
    // What an address gave before it was asked for again, until it is known whether what came back is as good.
    `CREATE TABLE IF NOT EXISTS held (${visitColumns})`,
    // What pages of a family led to, and the families whose last pages led to nothing.
    'CREATE TABLE IF NOT EXISTS yield (mark TEXT PRIMARY KEY)',
    'CREATE TABLE IF NOT EXISTS barren (family TEXT PRIMARY KEY, pages INTEGER NOT NULL, from_depth INTEGER NOT NULL, to_depth INTEGER NOT NULL)',
    // What the server calls a file.
    'CREATE TABLE IF NOT EXISTS file_name (url TEXT PRIMARY KEY, name TEXT NOT NULL)',
    'CREATE TABLE IF NOT EXISTS segment (name TEXT PRIMARY KEY, length BIGINT NOT NULL)',
    'CREATE TABLE IF NOT EXISTS output (path TEXT PRIMARY KEY)',
  ];
}

/** Where table `meta` says what a host's pages were last cleaned by. */
export const siteKey = (host: string): string => `site:${host}`;
/** What it says of a host whose pages were cleaned by one thing and another. */
export const unknownMark = '';
/** Where it says that every page of this state was noted so: a state of an earlier sach says nothing of hosts that are to be cleaned. */
export const notedKey = 'cleaning-noted';

/** Raised with every change of the tables above; a table more is simply made. */
const stateVersion = '1';

/**
 * Say that the state is of this version, or learn that it is of another: its tables lack what this one asks for.
 * One statement, because several workers may begin at once. Throws SachError `crawl-version`.
 */
export async function claimState(sql: Sql, path: string): Promise<void> {
  for (const [key, value] of [
    ['version', stateVersion],
    [notedKey, '1'],
  ] as const)
    await sql.run(
      'INSERT INTO meta (key, value) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM seed) ON CONFLICT (key) DO NOTHING',
      key,
      value,
    );
  const [row] = await sql.all<{ value: string }>("SELECT value FROM meta WHERE key = 'version'");
  if (row?.value !== stateVersion) throw new SachError('crawl-version', { path });
}
