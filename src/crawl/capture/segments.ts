import { readdirSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SachError } from '../../model/index.ts';
import type { Sql } from '../state/sql.ts';
import { segmentName, trimSegment, WarcWriter } from './warc.ts';

/** Of names in an error. */
const maxNamed = 3;

/**
 * A writer for this crawl's capture. A segment is written down before its file is made, so that a file nobody wrote down
 * is another crawl's: never ours to change.
 */
export function openCapture(sql: Sql, folder: string, prefix: string, first = 1): WarcWriter {
  const onSegment = (name: string): Promise<unknown> =>
    sql.transaction((tx) =>
      tx.run('INSERT INTO segment (name, length) VALUES ($1, 0) ON CONFLICT (name) DO NOTHING', name),
    );
  return new WarcWriter(folder, prefix, { first, onSegment });
}

/**
 * Open the capture where the last run left it, now that nobody else writes. To a segment that lost something nothing is
 * added: what is written down of it would then be looked for in the wrong place. Throws SachError `crawl-capture`.
 */
export async function resumeCapture(sql: Sql, folder: string, prefix: string): Promise<WarcWriter> {
  const known = await trimCapture(sql, folder);
  let first = 1;
  while (known.has(segmentName(prefix, first + 1))) first += 1;
  const last = segmentName(prefix, first);
  if (sizeOf(join(folder, last)) < (known.get(last) ?? 0)) first += 1;
  return openCapture(sql, folder, prefix, first);
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Cut off what was written and never committed, now that nobody writes. Returns the segments and their committed length.
 * Throws SachError `crawl-capture`.
 */
export async function trimCapture(sql: Sql, folder: string): Promise<ReadonlyMap<string, number>> {
  const ours = await ownSegments(sql, folder);
  for (const [name, length] of ours) {
    if (length === 0) await rm(join(folder, name));
    else await trimSegment(folder, name, length);
  }
  await sql.run('DELETE FROM segment WHERE length = 0');
  const left = await sql.all<{ name: string; length: number }>('SELECT name, length FROM segment');
  return new Map(left.map(({ name, length }) => [name, length]));
}

/**
 * The segments in a folder, all this crawl's, with their committed length: 0 where nothing was committed.
 * Throws SachError `crawl-capture` when there are others too, as after the state was lost.
 */
export async function ownSegments(sql: Sql, folder: string): Promise<ReadonlyMap<string, number>> {
  await mkdir(folder, { recursive: true });
  // Listed first: what another worker opens meanwhile is then written down.
  const files = readdirSync(folder).filter((name) => /^sach-[\da-f-]+\.warc\.gz$/.test(name));
  const rows = await sql.all<{ name: string; length: number }>('SELECT name, length FROM segment');
  const lengths = new Map(rows.map(({ name, length }) => [name, length]));
  const foreign = files.filter((name) => !lengths.has(name));
  if (foreign.length > 0) {
    const names = foreign.slice(0, maxNamed).join(', ') + (foreign.length > maxNamed ? ', …' : '');
    throw new SachError('crawl-capture', { path: folder, names });
  }
  return new Map(files.map((name) => [name, lengths.get(name) ?? 0]));
}
