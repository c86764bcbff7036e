/** What families of addresses have given so far. */
import { type BarrenRun, isEndless } from '../families.ts';
import type { Yield } from './outcome.ts';
import type { Sql } from './sql.ts';

/** So many rows a statement: a few forms of it are kept ready, not one for every length. */
const rowsAtOnce = 50;

/** Remember what a page gave. */
export async function noteYield(tx: Sql, { family, marks }: Yield, depth: number): Promise<void> {
  let fresh = 0;
  for (let at = 0; at < marks.length; at += rowsAtOnce) {
    const rows = marks.slice(at, at + rowsAtOnce);
    fresh += await tx.run(
      `INSERT INTO yield (mark) VALUES ${rows.map((_, i) => `($${i + 1})`)} ON CONFLICT (mark) DO NOTHING`,
      ...rows,
    );
  }
  if (fresh > 0) await tx.run('DELETE FROM barren WHERE family = $1', family);
  else
    await tx.run(
      `INSERT INTO barren (family, pages, from_depth, to_depth) VALUES ($1, 1, $2, $2)
       ON CONFLICT (family) DO UPDATE SET pages = barren.pages + 1,
         to_depth = CASE WHEN barren.to_depth > excluded.to_depth THEN barren.to_depth ELSE excluded.to_depth END`,
      family,
      depth,
    );
}

/** Whether a family is given up. */
export async function isGivenUp(sql: Sql, family: string): Promise<boolean> {
  const [run] = await sql.all<BarrenRun>(
    'SELECT pages, from_depth AS "from", to_depth AS "to" FROM barren WHERE family = $1',
    family,
  );
  return run !== undefined && isEndless(family, run);
}
