/**
 * What an address gave before it was asked for again: it stands aside until it is known whether what came back is as good.
 */
import { type Sql, siteKey, unknownMark } from './sql.ts';

export interface Held {
  readonly url: string;
  readonly kind: 'page' | 'file';
}

/** An article or a file; nothing else that an address gives is missed. */
const isOfValue = "(kind = 'page' AND page_type = 'article' OR kind = 'file' AND length > 0)";

/** Keep what is held of an address, now that another answer takes its place. */
export function setAside(tx: Sql, url: string): Promise<number> {
  return tx.run(
    `INSERT INTO held SELECT * FROM visit WHERE url = $1 AND ${isOfValue} ON CONFLICT (url) DO NOTHING`,
    url,
  );
}

export async function allHeld(sql: Sql): Promise<Held[]> {
  const rows = await sql.all<Held>('SELECT url, kind FROM held');
  return rows.sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Put back what is held of these addresses, with the reason why; what came in the place of the others stays there. */
export function giveBack(sql: Sql, wrong: ReadonlyMap<string, string>): Promise<void> {
  return sql.transaction(async (tx) => {
    for (const [url, reason] of wrong) {
      await tx.run('DELETE FROM visit WHERE url = $1', url);
      await tx.run('INSERT INTO visit SELECT * FROM held WHERE url = $1', url);
      await tx.run('UPDATE url SET reason = $2 WHERE url = $1', url, reason);
      // Its site may have been learnt anew meanwhile.
      await tx.run('UPDATE meta SET value = $2 WHERE key = $1', siteKey(new URL(url).host), unknownMark);
    }
    await tx.run('DELETE FROM held');
  });
}
