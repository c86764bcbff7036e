import { lowConfidence } from '../../model/index.ts';
import type { Sql } from '../state/sql.ts';
import type { DamagedRecord } from './damage.ts';
import {
  brokenSitemapsOf,
  errorPagesOf,
  type Known,
  lackedOf,
  loopEntries,
  type MissingFiles,
  missedOf,
  type Place,
  toldOf,
  type UrlRow,
  unfetchedOf,
  unreadableOf,
} from './lost.ts';
import type { Plan, VisitRow } from './plan.ts';

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
  const known: Known = {
    plan,
    urls: new Map(rows.map((row) => [row.url, row])),
    visited: new Map(plan.visits.map((visit) => [visit.url, visit])),
    damaged: new Map(damagedCapture.map(({ url, reason }) => [url, reason])),
  };
  const unfetched = unfetchedOf(known);
  const { images, documents } = missedOf(missing, known);
  const isMissingFile = (url: string): boolean => images.has(url) || documents.has(url);
  // What came in the place of a picture or a document is told with those, and is no page of the site.
  const pages = plan.visits.filter(({ kind, url }) => kind === 'page' && !isMissingFile(url));
  const errorPages = errorPagesOf(known).filter(({ url }) => !isMissingFile(url));
  const unreadablePages = unreadableOf(pages, known);
  const missingImages = lackedOf(images, known);
  const missingDocuments = lackedOf(documents, known);
  const lost: readonly Place[] = [
    // What lies beyond the limit was left on purpose.
    ...unfetched.filter(({ reason }) => reason !== 'left' && reason !== 'redirect-outside'),
    ...errorPages,
    ...unreadablePages,
    ...missingImages,
    ...missingDocuments,
    ...deadEnds.map((url) => toldOf(url, 'page/empty', known)),
    ...loopEntries(known),
  ];
  const lostByUrl = new Map(lost.map((one) => [one.url, one]));
  const classes = classed(pages, plan);
  return {
    tool,
    seeds,
    counts: {
      pages: pages.length,
      articles: classes.articles.length,
      duplicates: classes.duplicates.length,
      listings: classes.listings.length,
      empty: classes.empty.length,
      errors: classes.errors.length,
      unreadable: classes.unreadable.length,
      failures: errorPages.filter(({ url }) => known.visited.get(url)?.kind === 'failure').length,
      redirects: plan.visits.filter(({ kind }) => kind === 'redirect').length,
      unfetched: unfetched.length,
      ...countFiles(plan),
    },
    hosts: countByHost(pages, plan),
    errorPages,
    lostSeeds: seeds.flatMap((url) => lostByUrl.get(url) ?? []),
    unreadablePages,
    brokenSitemaps: brokenSitemapsOf(known),
    emptyPages: classes.empty,
    lowConfidence: doubtfulOf(pages, plan),
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

const doubtfulOf = (pages: readonly VisitRow[], plan: Plan): CrawlReport['lowConfidence'] =>
  pages.flatMap(({ url, confidence }) => {
    const file = plan.articles.get(url);
    return file === undefined || confidence === null || confidence >= lowConfidence
      ? []
      : [{ url, file: `${file}.md`, confidence }];
  });

/** The addresses of each class. */
function classed(pages: readonly VisitRow[], plan: Plan): Readonly<Record<PageClass, readonly string[]>> {
  const all: Record<PageClass, string[]> = {
    articles: [],
    duplicates: [],
    listings: [],
    empty: [],
    errors: [],
    unreadable: [],
  };
  for (const page of pages) all[classOf(page, plan)].push(page.url);
  return all;
}

function countFiles({ files }: Plan): { readonly images: number; readonly attachments: number } {
  const paths = [...new Set(files.values())];
  const within = (folder: string): number => paths.filter((path) => path.startsWith(folder)).length;
  return { images: within('images/'), attachments: within('attachments/') };
}

function classOf({ url, page_type }: VisitRow, { articles, duplicates, soft404s }: Plan): PageClass {
  if (articles.has(url)) return 'articles';
  if (duplicates.has(url)) return 'duplicates';
  if (soft404s.has(url) || page_type === 'error') return 'errors';
  if (page_type === 'listing') return 'listings';
  return page_type === 'empty' ? 'empty' : 'unreadable';
}

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
