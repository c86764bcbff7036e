/** What a crawl did not get, or got in a state that a person should look at: each address with why. */
import type { Plan, VisitRow } from './plan.ts';

export interface Place {
  readonly url: string;
  readonly reason: string;
  /** A page that links there. */
  readonly via?: string;
}

/** A picture or an attachment that is not in the archive. */
export interface MissingFile {
  readonly url: string;
  readonly article: string;
}

/** What articles lack, by what it is to them. */
export interface MissingFiles {
  readonly images: readonly MissingFile[];
  readonly documents: readonly MissingFile[];
}

export interface UrlRow {
  readonly url: string;
  readonly state: number;
  readonly reason: string | null;
  readonly via: string | null;
  readonly kind: string;
}

/** What the state and the capture tell of addresses. */
export interface Known {
  readonly plan: Plan;
  readonly urls: ReadonlyMap<string, UrlRow>;
  readonly visited: ReadonlyMap<string, VisitRow>;
  /** Records that cannot be read any more: why. */
  readonly damaged: ReadonlyMap<string, string>;
}

export function toldOf(url: string, reason: string, { urls }: Known): Place {
  const via = urls.get(url)?.via;
  return { url, reason, ...(via && { via }) };
}

/** What is known of and was not asked for, and where redirects leave the site. */
export function unfetchedOf(known: Known): readonly Place[] {
  const { plan, urls, visited } = known;
  const left = [...urls.values()]
    .filter(({ state, kind }) => state !== 1 && kind !== 'probe')
    .map(({ url, reason }) => toldOf(url, reason ?? 'left', known));
  // Links that lead outside are countless; what a page of ours has become is worth a look.
  const outside = plan.visits.flatMap(({ kind, url, location }): Place[] => {
    const isOutside = location !== null && !visited.has(location) && !urls.has(location);
    return kind === 'redirect' && isOutside && urls.get(url)?.kind === 'page' && !plan.soft404s.has(url)
      ? [{ url: location, reason: 'redirect-outside', via: url }]
      : [];
  });
  return [...left, ...outside].sort((a, b) => (a.url < b.url ? -1 : 1));
}

interface Missed {
  /** Address → the article that shows it. */
  readonly images: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, string>;
}

export function missedOf({ images, documents }: MissingFiles, { urls }: Known): Missed {
  // What the user excluded is not missed: it is told among what was not fetched.
  const isMissed = ({ url }: MissingFile): boolean => urls.get(url)?.reason !== 'excluded';
  const byUrl = (files: readonly MissingFile[]) =>
    new Map(files.filter(isMissed).map(({ url, article }) => [url, article]));
  const missed = byUrl(images);
  return { images: missed, documents: byUrl(documents.filter(({ url }) => !missed.has(url))) };
}

export const lackedOf = (files: ReadonlyMap<string, string>, known: Known): Place[] =>
  [...files].map(([url, via]) => ({ url, reason: whyMissing(url, known), via }));

function whyMissing(url: string, { urls, visited, damaged }: Known): string {
  const visit = visited.get(url);
  const unread = damaged.get(url);
  if (unread !== undefined) return unread;
  if (visit?.kind === 'page') return 'no-file';
  if (visit?.kind === 'file' && visit.length === 0) return 'empty-file';
  return urls.get(url)?.reason ?? (visit ? `status-${visit.status}` : 'left');
}

export function errorPagesOf(known: Known): readonly Place[] {
  const { plan, urls } = known;
  return plan.visits.flatMap((visit): Place[] => {
    const row = urls.get(visit.url);
    if (row?.kind === 'probe') return [];
    const reason = plan.soft404s.has(visit.url) ? 'soft-404' : errorReason(visit, row?.reason);
    // Most sites have no sitemap where we look for one.
    const isNoSitemap = row?.kind === 'sitemap' && visit.status === 404;
    return reason === undefined || isNoSitemap ? [] : [toldOf(visit.url, reason, known)];
  });
}

/** One that is held may have come back unreadable. */
export const unreadableOf = (pages: readonly VisitRow[], known: Known): readonly Place[] =>
  pages.flatMap(({ url }) => {
    const { state, reason } = known.urls.get(url) ?? {};
    return state === 1 && reason && !isErrorReason(reason) ? [toldOf(url, reason, known)] : [];
  });

/** Where circles of redirects are entered: the rest of them was never named. */
export function loopEntries(known: Known): readonly Place[] {
  const loops = new Set(known.plan.loops);
  return known.plan.loops.flatMap((url) =>
    loops.has(known.urls.get(url)?.via ?? '') ? [] : [toldOf(url, 'fetch-redirects', known)],
  );
}

export const brokenSitemapsOf = (known: Known): readonly Place[] =>
  known.plan.visits.flatMap(({ url, kind }) => {
    const reason = known.urls.get(url)?.reason;
    return kind === 'sitemap' && reason?.startsWith('sitemap-') ? [toldOf(url, reason, known)] : [];
  });

/** `last`: what was wrong with the last answer, which did not take the place of a better one. */
function errorReason({ kind, status, page_type }: VisitRow, last: string | null | undefined): string | undefined {
  if (kind === 'failure') return `status-${status}`;
  if (last && isErrorReason(last)) return last;
  return kind === 'page' && page_type === 'error' ? 'soft-error' : undefined;
}

/** An error status, or what came back in the place of a kept page; else reading failed. */
const isErrorReason = (reason: string): boolean => /^(?:status|back)-/.test(reason);
