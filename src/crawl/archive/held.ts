import { allHeld, giveBack, type Held } from '../state/held.ts';
import type { Sql } from '../state/sql.ts';
import { allVisits, findSoft404s, follow, isFrontPage, type VisitRow } from './plan.ts';

/**
 * Portals that are shut down answer for an article that is gone with the login, the front page, a list, or nothing at all,
 * and call it well. So an article that was asked for again is let go only for an article, and a file for a file, be it
 * behind a redirect; else what was held is put back. It takes all that was fetched to see that. Returns whether anything was
 * put back.
 */
export async function keepHeld(sql: Sql): Promise<boolean> {
  const held = await allHeld(sql);
  if (held.length === 0) return false;
  const visits = await allVisits(sql);
  const byUrl = new Map(visits.map((visit) => [visit.url, visit]));
  const soft404s = await findSoft404s(sql, visits, new Set());
  const wrong = held.flatMap((one): [string, string][] => {
    const came = byUrl.get(one.url);
    const end = byUrl.get(follow(byUrl, one.url) ?? '');
    const isMissing = [came, end].some((visit) => visit && soft404s.has(visit.url));
    if (came === undefined || (!isMissing && end && isAsGood(one, end))) return [];
    return [[one.url, `back-${isMissing ? 'missing' : nameOf(one, came)}`]];
  });
  await giveBack(sql, new Map(wrong));
  return wrong.length > 0;
}

function isAsGood({ url, kind }: Held, end: VisitRow): boolean {
  if (end.kind !== kind) return false;
  if (kind === 'file') return end.length > 0;
  // A front page may pass for an article, but never for the one that led there.
  return end.page_type === 'article' && (end.url === url || !isFrontPage(end.url));
}

/** What came, as the reason is called. */
function nameOf(held: Held, { kind, page_type }: VisitRow): string {
  if (kind !== 'page') return kind === 'redirect' ? 'redirect' : 'file';
  return held.kind === 'file' ? 'page' : (page_type ?? 'empty');
}
