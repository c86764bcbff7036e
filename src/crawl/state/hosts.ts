/** Whose turn it is: hosts that have something to fetch, and the workers that stay with them. */
import type { Sql } from './sql.ts';

/** What may be taken from the queue; the rest stays in it. */
export interface Wanted {
  readonly maxDepth: number;
  /** Only the pictures and attachments of pages already there: the limit on pages is reached. */
  readonly filesOnly: boolean;
}

/** The same as a condition on table `url`. */
export const isWanted = (wanted: Wanted): string => `${isWithin(wanted)} AND state = 0`;

/** What this run may ask for, whether it is in the queue or not. */
export const isWithin = ({ maxDepth, filesOnly }: Wanted): string =>
  [
    ...(Number.isFinite(maxDepth) ? [`depth <= ${Math.trunc(maxDepth)}`] : []),
    filesOnly ? "kind = 'file'" : 'TRUE',
  ].join(' AND ');

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

/** Let go of a host, if the slice that ends at `until` is still ours. */
export function endSlice(sql: Sql, host: string, until: number): Promise<number> {
  return sql.run('UPDATE host SET slice_until = 0 WHERE name = $1 AND slice_until = $2', host, until);
}

/**
 * Whether nothing is left and no worker, alive or lost a moment ago, is still at something. Asked in one statement: between
 * two, a worker may let go of a host that has more to fetch, and the capture would be tidied while others write to it.
 */
export async function isOver(sql: Sql, now: number, wanted: Wanted): Promise<boolean> {
  const rows = await sql.all(
    `SELECT 1 FROM (SELECT 1) AS one WHERE EXISTS (SELECT 1 FROM url WHERE ${isWanted(wanted)})
     OR EXISTS (SELECT 1 FROM host WHERE lease_until > $1 OR slice_until > $1)`,
    now,
  );
  return rows.length === 0;
}
