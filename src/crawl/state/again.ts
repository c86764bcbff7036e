/** What a later run asks for again: what could not be had, and what is named. */
import { maxHops } from '../context.ts';
import { isOver, isWithin, type Wanted } from './hosts.ts';
import { allSeeds } from './known.ts';
import type { Sql } from './sql.ts';

export interface AgainOptions {
  /** Canonical addresses that this run was given. */
  readonly named: readonly string[];
  readonly wanted: Wanted;
  readonly allowPrivate?: boolean;
}

/** Nobody answered, or the server said that it was in trouble: it may be well by now. */
const isTemporary = "(state = 2 OR state = 1 AND (reason LIKE 'status-5%' OR reason = 'status-429'))";
/** Whatever stood in the way of an address. */
const isWrong = '(state = 2 OR state = 1 AND reason IS NOT NULL)';
const isDone = '(state = 1 OR state = 2)';

/**
 * Put back into the queue what a later run asks for again. A crawl that was over is taken up with what could not be had; one
 * that was broken off just goes on. What would fail again is left: private addresses only as long as they are not allowed.
 *
 * An address that is named is asked for again whatever it gave. The one that the crawl began with, named again, only means
 * to go on with that crawl: it is asked for when something was wrong with it.
 */
export async function askAgain(sql: Sql, { named, wanted, allowPrivate = false }: AgainOptions): Promise<void> {
  const began = await beganWith(sql, named);
  const isTakenUp = await isOver(sql, 0, wanted);
  const back = 'UPDATE url SET state = 0, attempts = 0, reason = NULL WHERE';
  const hopeless = ['fetch-too-large', ...(allowPrivate ? [] : ['fetch-private'])].map((reason) => `'${reason}'`);
  await sql.transaction(async (tx) => {
    if (isTakenUp) {
      await tx.run(`${back} ${isTemporary} AND reason NOT IN (${hopeless.join(', ')}) AND ${isWithin(wanted)}`);
      // Hosts that were given up get all of their patience again; with none left, one more failure would be the last.
      await tx.run('UPDATE host SET strikes = 0');
    }
    for (const url of named) {
      // Of what was named in a run that was broken off, what is done is done.
      const condition = !isTakenUp || began.has(url) ? isWrong : isDone;
      for (const at of await chainOf(tx, url))
        await tx.run(`${back} url = $1 AND ${condition} AND ${isWithin({ ...wanted, maxDepth: Infinity })}`, at);
    }
  });
}

/** The addresses of the first run. */
async function beganWith(sql: Sql, named: readonly string[]): Promise<ReadonlySet<string>> {
  const earlier = await allSeeds(sql);
  const first = earlier.length > 0 ? earlier : named;
  await sql.run(
    "INSERT INTO meta (key, value) VALUES ('began', $1) ON CONFLICT (key) DO NOTHING",
    JSON.stringify([...first].sort()),
  );
  const [row] = await sql.all<{ value: string }>("SELECT value FROM meta WHERE key = 'began'");
  return new Set(JSON.parse(row?.value ?? '[]'));
}

/** An address, and where its redirects led: whoever names the one means the other. */
async function chainOf(sql: Sql, url: string): Promise<readonly string[]> {
  const chain = [url];
  for (let hop = 0; hop < maxHops; hop += 1) {
    const [next] = await sql.all<{ location: string }>(
      "SELECT location FROM visit WHERE url = $1 AND kind = 'redirect' AND location IS NOT NULL",
      chain.at(-1) ?? url,
    );
    if (!next || chain.includes(next.location)) break;
    chain.push(next.location);
  }
  return chain;
}
