import { type Article, imagesOf, lowConfidence } from '../../model/index.ts';
import { decodePart } from '../../text/index.ts';
import { documentTypes, imageTypes, machineryTypes } from '../file-type.ts';
import { isSoft404 } from '../soft-404.ts';
import { allGivenUp, allSeeds, fileNames, storedResult } from '../state/known.ts';
import type { Sql } from '../state/sql.ts';
import { canonicalUrl } from '../url.ts';
import { embedsIn, linksIn, withDocuments } from './attached.ts';
import { type Candidate, findDuplicates, type Marks } from './duplicates.ts';
import { articleName, fileName, hostFolder, NameTable } from './names.ts';

/** What is known of one fetched address, without its content. */
export interface VisitRow {
  readonly url: string;
  readonly kind: 'page' | 'file' | 'sitemap' | 'redirect' | 'failure' | 'probe';
  readonly status: number;
  readonly location: string | null;
  readonly type: string | null;
  readonly sha256: string;
  readonly fetched_at: string;
  readonly warc: string;
  readonly warc_offset: number;
  readonly warc_length: number;
  readonly record_id: string;
  /** Bytes. */
  readonly length: number;
  readonly canonical: string | null;
  readonly page_type: string | null;
  readonly title: string | null;
  readonly confidence: number | null;
  readonly simhash: string | null;
  readonly text_hash: string | null;
  readonly shape_hash: string | null;
  readonly text_length: number | null;
  readonly postbacks: number;
}

/** What the archive will hold, and under which names; a function of what was fetched, not of when or by whom. */
export interface Plan {
  readonly visits: readonly VisitRow[];
  /** Articles that are kept: address → path without extension. */
  readonly articles: ReadonlyMap<string, string>;
  /** Pictures and attachments: address → path. Equal bytes share one path. */
  readonly files: ReadonlyMap<string, string>;
  /** Duplicate → the article that is kept. */
  readonly duplicates: ReadonlyMap<string, string>;
  /** Pages and redirects that are what their host answers to an address that does not exist. */
  readonly soft404s: ReadonlySet<string>;
  /** Addresses whose redirects lead in a circle or are too long. */
  readonly loops: readonly string[];
  /** Front pages that were saved as an article and hardly are one. */
  readonly frontPages: ReadonlySet<string>;
  /** What kind of document an address gave, as its extension; undefined where it gave none. */
  documentType(url: string): string | undefined;
  /** The kept file behind an address, through redirects and duplicates; undefined when it is not in the archive. */
  resolve(url: string): string | undefined;
}

const maxRedirects = 10;
const columns =
  'url, kind, status, location, type, sha256, fetched_at, warc, warc_offset, warc_length, record_id, length, canonical, page_type, title, confidence, simhash, text_hash, shape_hash, text_length, postbacks';

/** Decide from the visits of a crawl what the archive holds, and under which names. */
export async function planArchive(sql: Sql): Promise<Plan> {
  const visits = await allVisits(sql);
  const byUrl = new Map(visits.map((visit) => [visit.url, visit]));
  const soft404s = await findSoft404s(sql, visits, new Set(await allSeeds(sql)));
  const found = visits.filter(
    ({ page_type, kind, url }) => kind === 'page' && page_type === 'article' && !soft404s.has(url),
  );
  const names = new NameTable();
  const files = nameFiles(visits, await fileNames(sql), names);
  const endOf = (url: string) => (URL.canParse(url) ? follow(byUrl, canonicalUrl(url)) : undefined);
  const documentType = (url: string): string | undefined => {
    const end = endOf(url);
    const type = end === undefined || !files.has(end) ? undefined : byUrl.get(end)?.type;
    return type && documentTypes.has(type) ? type : undefined;
  };
  const givenUp = await allGivenUp(sql);
  const candidates: Candidate[] = [];
  for (const visit of found) {
    const { article } = await storedResult(sql, visit.url);
    candidates.push(toCandidate(visit, marksOf(withDocuments(article, documentType), byUrl, givenUp)));
  }
  const duplicates = findDuplicates(candidates);
  const articles = new Map<string, string>();
  for (const { url, title } of found) {
    if (duplicates.has(url)) continue;
    articles.set(
      url,
      names.take(`articles/${hostFolder(new URL(url).host)}`, articleName(url, title ?? undefined), url),
    );
  }
  const loops = visits.filter(({ kind, url }) => kind === 'redirect' && follow(byUrl, url) === undefined);
  /** The kept article behind an address. */
  const articleAt = (url: string): string | undefined => {
    const end = endOf(url);
    const kept = end === undefined ? undefined : (duplicates.get(end) ?? end);
    return kept !== undefined && articles.has(kept) ? kept : undefined;
  };
  const isDoubtful = (url: string | undefined): boolean =>
    url !== undefined && (byUrl.get(url)?.confidence ?? 1) < lowConfidence;
  const frontPages = visits.filter(({ url }) => isFrontPage(url) && isDoubtful(articleAt(url)));
  return {
    visits,
    articles,
    frontPages: new Set(frontPages.map(({ url }) => url)),
    files,
    duplicates,
    soft404s,
    loops: loops.map(({ url }) => url),
    documentType,
    resolve(url) {
      const article = articleAt(url);
      if (article !== undefined) return `${articles.get(article)}.md`;
      const end = endOf(url);
      return end === undefined ? undefined : files.get(end);
    },
  };
}

export async function allVisits(sql: Sql): Promise<readonly VisitRow[]> {
  const rows = await sql.all<VisitRow>(`SELECT ${columns} FROM visit`);
  // Sorted here: the two databases order text differently.
  return rows.sort((a, b) => (a.url < b.url ? -1 : 1));
}

export function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '';
}

/**
 * Pages and redirects that are what their host says to an address that does not exist. The front page is never one, though
 * some hosts answer with it to everything; nor is a redirect that leads to an article or a file of its own.
 */
export async function findSoft404s(
  sql: Sql,
  visits: readonly VisitRow[],
  seeds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const probes = new Map<string, VisitRow[]>();
  for (const visit of visits) {
    if (visit.kind !== 'probe' || (await isArticle(sql, visit))) continue;
    const { host } = new URL(visit.url);
    const others = probes.get(host);
    if (others) others.push(visit);
    else probes.set(host, [visit]);
  }
  const like = (visit: VisitRow): readonly VisitRow[] => {
    const { host, pathname } = new URL(visit.url);
    const isAsked = visit.kind !== 'probe' && pathname !== '/' && !seeds.has(visit.url);
    return isAsked ? (probes.get(host) ?? []).filter((probe) => isSoft404(visit, probe)) : [];
  };
  const alike = new Map(visits.map((visit) => [visit.url, like(visit)]));
  const byUrl = new Map(visits.map((visit) => [visit.url, visit]));
  const isGiven = (visit: VisitRow | undefined): boolean =>
    visit !== undefined &&
    (visit.kind === 'file' || (visit.page_type === 'article' && alike.get(visit.url)?.length === 0));
  const soft = visits.filter(({ url, location }) => {
    const said = alike.get(url) ?? [];
    if (said.length === 0) return false;
    // The very place that everybody is sent to, whatever is there.
    return said.some((probe) => probe.location === location) || !isGiven(byUrl.get(follow(byUrl, url) ?? ''));
  });
  return new Set(soft.map(({ url }) => url));
}

/**
 * Some portals show their newest article for want of the one that was asked for. That article is real: it is kept, once. A
 * day tells it from a word of regret, unless it is the day of asking, as a clock on the page would show it.
 */
async function isArticle(sql: Sql, { url, page_type, title, fetched_at }: VisitRow): Promise<boolean> {
  if (page_type !== 'article' || title === null) return false;
  const { publishedAt } = (await storedResult(sql, url)).article;
  const asked = new Date(Date.parse(fetched_at) + vietnamMs).toISOString();
  return publishedAt !== undefined && dayOf(publishedAt) !== dayOf(asked);
}

/** Ahead of Greenwich. */
const vietnamMs = 7 * 3_600_000;
const dayOf = (time: string): string => time.slice(0, 'yyyy-mm-dd'.length);

function toCandidate(visit: VisitRow, marks: Marks): Candidate {
  return {
    url: visit.url,
    marks,
    textHash: visit.text_hash ?? '',
    simhash: visit.simhash ?? '',
    textLength: visit.text_length ?? 0,
    ...(visit.title !== null && { title: visit.title }),
    ...(visit.canonical !== null && { canonical: visit.canonical }),
  };
}

/**
 * Attachments are compared by their bytes if fetched, since two portals may use one file name; pictures by address, since a
 * copy may be resized.
 */
function marksOf(article: Article, visits: ReadonlyMap<string, VisitRow>, givenUp: ReadonlySet<string>): Marks {
  const known = (link: string) => {
    if (!URL.canParse(link)) return { bytes: [], address: link === '' ? [] : [link], isDead: false };
    const url = canonicalUrl(link);
    const end = follow(visits, url) ?? url;
    const visit = visits.get(end);
    const { pathname, search } = new URL(url);
    return {
      // All empty files are the same, and none is what it is called.
      bytes: visit?.kind === 'file' && visit.length > 0 ? [visit.sha256] : [],
      address: [decodePart(pathname + search)],
      isDead: visit?.kind === 'failure' || givenUp.has(end),
    };
  };
  return {
    day: article.publishedAt === undefined ? [] : [dayOf(article.publishedAt)],
    attachments: article.attachments.map(({ href }) => {
      const { bytes, address } = known(href);
      return bytes.length > 0 ? bytes : address;
    }),
    pictures: imagesOf(article.body).map(({ src }) => {
      const { bytes, address } = known(src);
      return [...bytes, ...address];
    }),
    films: embedsIn(article.body).map((href) => known(href).address),
    deadLinks: linksIn(article.body).flatMap(({ href }) => {
      const { address, isDead } = known(href);
      return isDead ? [address] : [];
    }),
  };
}

function nameFiles(
  visits: readonly VisitRow[],
  given: ReadonlyMap<string, string>,
  names: NameTable,
): Map<string, string> {
  const files = new Map<string, string>();
  const byBytes = new Map<string, string>();
  for (const { url, kind, type, sha256, length } of visits) {
    if (kind !== 'file' || length === 0 || type === null || machineryTypes.has(type)) continue;
    const folder = imageTypes.has(type) ? 'images' : 'attachments';
    const path =
      byBytes.get(sha256) ??
      names.take(`${folder}/${hostFolder(new URL(url).host)}`, fileName(url, type, given.get(url)), url);
    byBytes.set(sha256, path);
    files.set(url, path);
  }
  return files;
}

/** The end of a chain of redirects; undefined when it goes in a circle. */
export function follow(visits: ReadonlyMap<string, VisitRow>, url: string): string | undefined {
  let at = url;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const visit = visits.get(at);
    if (visit?.kind !== 'redirect' || visit.location === null) return at;
    at = visit.location;
  }
  return undefined;
}
