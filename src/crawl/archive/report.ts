import { lowConfidence } from '../../model/index.ts';
import type { Sql } from '../state/sql.ts';
import type { DamagedRecord } from './damage.ts';
import type { Plan, VisitRow } from './plan.ts';

interface Place {
  readonly url: string;
  readonly reason: string;
  /** A page that links there. */
  readonly via?: string;
}

/** What came of a crawl and what needs a human; `report.json` as it is written. */
export interface CrawlReport {
  readonly tool: string;
  readonly seeds: readonly string[];
  readonly counts: Readonly<Record<CountName, number>>;
  readonly hosts: readonly { readonly host: string; readonly pages: number; readonly articles: number }[];
  /**
   * Error pages: those answered with 200 (`counts.errors`) or with an error status (`counts.failures`), redirects to what
   * the host says to everything, and pages that are held and came back as an error.
   */
  readonly errorPages: readonly Place[];
  /** What was named, or what it redirects to, and gave nothing: neither was it saved nor did it lead anywhere. */
  readonly lostSeeds: readonly Place[];
  /** Pages that could not be read: nothing of them is in the archive but the capture. */
  readonly unreadablePages: readonly Place[];
  /** Sitemaps and feeds with mistakes: not all that they list may have been found. */
  readonly brokenSitemaps: readonly Place[];
  /** Pages on which no text was found. */
  readonly emptyPages: readonly string[];
  readonly lowConfidence: readonly { readonly url: string; readonly file: string; readonly confidence: number }[];
  /** Front pages that redirects/ leaves out, as what was saved of them is hardly an article. */
  readonly frontPages: readonly string[];
  readonly duplicates: readonly { readonly url: string; readonly of: string }[];
  /** What articles show, or hang on themselves, and the server does not give. */
  readonly missingImages: readonly Place[];
  readonly missingDocuments: readonly Place[];
  readonly redirectLoops: readonly string[];
  /** Pages with links that only a script can follow: something may lie behind them. */
  readonly scriptLinks: readonly { readonly url: string; readonly links: number }[];
  readonly unfetched: readonly Place[];
  /** Records of the capture that cannot be read any more. */
  readonly damagedCapture: readonly DamagedRecord[];
  /** The profiles that were given. */
  readonly profiles?: readonly FittedProfile[];
}

/** How many of a site's articles are of the make that its profile knows. */
export interface FittedProfile {
  readonly site: string;
  readonly matched: number;
  readonly pages: number;
  /** False when they are few: the site was redesigned. */
  readonly fits: boolean;
}

/** What a page is counted as: each as one, so that they add up to all pages. */
const pageClasses = ['articles', 'duplicates', 'listings', 'empty', 'errors', 'unreadable'] as const;
type PageClass = (typeof pageClasses)[number];

export const countNames = [
  'pages',
  ...pageClasses,
  // These are no pages.
  'failures',
  'redirects',
  'unfetched',
  'images',
  'attachments',
] as const;
type CountName = (typeof countNames)[number];

/** Fewer of the articles than this found by the profile: it no longer fits. */
const minProfileShare = 0.5;

/** Tell whether a site profile still fits the pages that it was used for. */
export function fitted(profile: Omit<FittedProfile, 'fits'>): FittedProfile {
  return { ...profile, fits: profile.matched >= minProfileShare * profile.pages };
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

interface UrlRow {
  readonly url: string;
  readonly state: number;
  readonly reason: string | null;
  readonly via: string | null;
  readonly kind: string;
}

interface Given extends Pick<CrawlReport, 'tool' | 'seeds' | 'profiles' | 'damagedCapture'> {
  /** Seeds without a text or a link. */
  readonly deadEnds: readonly string[];
}

/** Build the report from the state alone: lists are sorted by address. */
export async function reportOf(
  sql: Sql,
  plan: Plan,
  missing: MissingFiles,
  { tool, seeds, profiles, deadEnds, damagedCapture }: Given,
): Promise<CrawlReport> {
  const rows = await sql.all<UrlRow>(
    "SELECT url, state, reason, via, kind FROM url WHERE state <> 1 OR reason IS NOT NULL OR kind IN ('page', 'probe')",
  );
  const urls = new Map(rows.map((row) => [row.url, row]));
  const isProbe = (url: string): boolean => urls.get(url)?.kind === 'probe';
  const place = (url: string, reason: string): Place => {
    const via = urls.get(url)?.via;
    return { url, reason, ...(via && { via }) };
  };
  const visited = new Map(plan.visits.map((visit) => [visit.url, visit]));
  const left = rows
    .filter(({ state, kind }) => state !== 1 && kind !== 'probe')
    .map(({ url, reason }) => place(url, reason ?? 'left'));
  // Links that lead outside are countless; what a page of ours has become is worth a look.
  const outside = plan.visits.flatMap(({ kind, url, location }): Place[] => {
    const isOutside = location !== null && !visited.has(location) && !urls.has(location);
    return kind === 'redirect' && isOutside && urls.get(url)?.kind === 'page' && !plan.soft404s.has(url)
      ? [{ url: location, reason: 'redirect-outside', via: url }]
      : [];
  });
  const unfetched = [...left, ...outside].sort((a, b) => (a.url < b.url ? -1 : 1));
  // What the user excluded is not missed: it is told among what was not fetched.
  const isMissed = ({ url }: MissingFile): boolean => urls.get(url)?.reason !== 'excluded';
  const byUrl = (files: readonly MissingFile[]) =>
    new Map(files.filter(isMissed).map(({ url, article }) => [url, article]));
  const images = byUrl(missing.images);
  const documents = byUrl(missing.documents.filter(({ url }) => !images.has(url)));
  const isMissingFile = (url: string): boolean => images.has(url) || documents.has(url);
  // What came in the place of a picture or a document is told with those, and is no page of the site.
  const pages = plan.visits.filter(({ kind, url }) => kind === 'page' && !isMissingFile(url));
  const errorPages = plan.visits.flatMap((visit): Place[] => {
    if (isProbe(visit.url)) return [];
    const reason = plan.soft404s.has(visit.url) ? 'soft-404' : errorReason(visit, urls.get(visit.url)?.reason);
    // Most sites have no sitemap where we look for one.
    const isNoSitemap = urls.get(visit.url)?.kind === 'sitemap' && visit.status === 404;
    return reason === undefined || isNoSitemap || isMissingFile(visit.url) ? [] : [place(visit.url, reason)];
  });
  const damaged = new Map(damagedCapture.map(({ url, reason }) => [url, reason]));
  // One that is held may have come back unreadable.
  const unreadablePages = pages.flatMap(({ url }) => {
    const { state, reason } = urls.get(url) ?? {};
    return state === 1 && reason && !isErrorReason(reason) ? [place(url, reason)] : [];
  });
  const reasonFor = (url: string) => {
    const visit = visited.get(url);
    const unread = damaged.get(url);
    if (unread !== undefined) return unread;
    if (visit?.kind === 'page') return 'no-file';
    if (visit?.kind === 'file' && visit.length === 0) return 'empty-file';
    return urls.get(url)?.reason ?? (visit ? `status-${visit.status}` : 'left');
  };
  const lacked = (files: ReadonlyMap<string, string>): Place[] =>
    [...files].map(([url, via]) => ({ url, reason: reasonFor(url), via }));
  const classes = new Map(pages.map((visit) => [visit.url, classOf(visit, plan)]));
  const ofClass = (name: PageClass): string[] => [...classes].flatMap(([url, own]) => (own === name ? [url] : []));
  const paths = [...new Set(plan.files.values())];
  const missingImages = lacked(images);
  const missingDocuments = lacked(documents);
  const loops = new Set(plan.loops);
  const lost: readonly Place[] = [
    // What lies beyond the limit was left on purpose.
    ...unfetched.filter(({ reason }) => reason !== 'left' && reason !== 'redirect-outside'),
    ...errorPages,
    ...unreadablePages,
    ...missingImages,
    ...missingDocuments,
    ...deadEnds.map((url) => place(url, 'page/empty')),
    // Where a circle is entered: the rest of it was never named.
    ...plan.loops.flatMap((url) => (loops.has(urls.get(url)?.via ?? '') ? [] : [place(url, 'fetch-redirects')])),
  ];
  const lostByUrl = new Map(lost.map((one) => [one.url, one]));
  return {
    tool,
    seeds,
    counts: {
      pages: pages.length,
      articles: ofClass('articles').length,
      duplicates: ofClass('duplicates').length,
      listings: ofClass('listings').length,
      empty: ofClass('empty').length,
      errors: ofClass('errors').length,
      unreadable: ofClass('unreadable').length,
      failures: errorPages.filter(({ url }) => visited.get(url)?.kind === 'failure').length,
      redirects: plan.visits.filter(({ kind }) => kind === 'redirect').length,
      unfetched: unfetched.length,
      images: paths.filter((path) => path.startsWith('images/')).length,
      attachments: paths.filter((path) => path.startsWith('attachments/')).length,
    },
    hosts: countByHost(pages, plan),
    errorPages,
    lostSeeds: seeds.flatMap((url) => lostByUrl.get(url) ?? []),
    unreadablePages,
    brokenSitemaps: plan.visits.flatMap(({ url, kind }) => {
      const reason = urls.get(url)?.reason;
      return kind === 'sitemap' && reason?.startsWith('sitemap-') ? [place(url, reason)] : [];
    }),
    emptyPages: ofClass('empty'),
    lowConfidence: pages.flatMap(({ url, confidence }) => {
      const file = plan.articles.get(url);
      return file === undefined || confidence === null || confidence >= lowConfidence
        ? []
        : [{ url, file: `${file}.md`, confidence }];
    }),
    frontPages: [...plan.frontPages],
    duplicates: [...plan.duplicates].map(([url, of]) => ({ url, of })),
    missingImages,
    missingDocuments,
    redirectLoops: plan.loops,
    scriptLinks: pages
      .filter(({ postbacks }) => postbacks > 0)
      .map(({ url, postbacks }) => ({ url, links: postbacks })),
    unfetched,
    damagedCapture,
    ...(profiles && { profiles }),
  };
}

function classOf({ url, page_type }: VisitRow, { articles, duplicates, soft404s }: Plan): PageClass {
  if (articles.has(url)) return 'articles';
  if (duplicates.has(url)) return 'duplicates';
  if (soft404s.has(url) || page_type === 'error') return 'errors';
  if (page_type === 'listing') return 'listings';
  return page_type === 'empty' ? 'empty' : 'unreadable';
}

/** `last`: what was wrong with the last answer, which did not take the place of a better one. */
function errorReason({ kind, status, page_type }: VisitRow, last: string | null | undefined): string | undefined {
  if (kind === 'failure') return `status-${status}`;
  if (last && isErrorReason(last)) return last;
  return kind === 'page' && page_type === 'error' ? 'soft-error' : undefined;
}

/** An error status, or what came back in the place of a kept page; else reading failed. */
const isErrorReason = (reason: string): boolean => /^(?:status|back)-/.test(reason);

function countByHost(pages: readonly VisitRow[], plan: Plan): CrawlReport['hosts'] {
  const hosts = new Map<string, { pages: number; articles: number }>();
  for (const { url } of pages) {
    const { host } = new URL(url);
    const counts = hosts.get(host) ?? { pages: 0, articles: 0 };
    hosts.set(host, counts);
    counts.pages += 1;
    if (plan.articles.has(url)) counts.articles += 1;
  }
  return [...hosts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([host, counts]) => ({ host, ...counts }));
}
