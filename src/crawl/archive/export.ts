import type { Lang } from '../../messages/index.ts';
import { type CleanResult, imagesOf, rewriteLinks, type SiteProfile } from '../../model/index.ts';
import type { Format } from '../../options.ts';
import { version } from '../../version.ts';
import { captureIndex } from '../capture/cdxj.ts';
import { readCaptured } from '../capture/warc.ts';
import type { CrawlOptions } from '../crawl.ts';
import { findLinks } from '../links.ts';
import { allSeeds, storedResult } from '../state/known.ts';
import type { Sql } from '../state/sql.ts';
import { canonicalUrl } from '../url.ts';
import { withDocuments } from './attached.ts';
import { type DamagedRecord, isDamaged, unlessDamaged } from './damage.ts';
import { ArchiveFolder } from './folder.ts';
import { keepHeld } from './held.ts';
import type { MissingFile } from './lost.ts';
import { type Plan, planArchive, type VisitRow } from './plan.ts';
import { countFit, fitsOf, profileFile, profileYaml } from './profiles.ts';
import type { Redirect } from './redirect.ts';
import { csvCell, redirectFiles } from './redirects.ts';
import { type CrawlReport, fitted, reportOf } from './report.ts';
import { reportHtml } from './report-html.ts';
import { type SiteOptions, settleSites } from './sites.ts';

export interface ExportOptions extends Pick<SiteOptions, 'learn' | 'settings' | 'isExplained'> {
  readonly folder: string;
  /** Where the WARC files are. */
  readonly capture: string;
  readonly render: (result: CleanResult, format: Format) => string;
  readonly lang?: Lang;
  readonly clean?: NonNullable<CrawlOptions['clean']>;
  /** The profiles that pages were cleaned with. */
  readonly profile?: SiteProfile | readonly SiteProfile[];
}

/** As much as was taken in by the crawl may be read back. */
const maxFileBytes = 2 ** 30;

/**
 * Write the archive's files from the state and the capture: the same state gives the same bytes, however often it is done.
 */
export async function exportArchive(sql: Sql, options: ExportOptions): Promise<CrawlReport> {
  const { learn, clean, capture, profile, settings, isExplained = false } = options;
  const settling = clean && {
    ...{ capture, clean, settings, isExplained },
    ...(learn && !profile && { learn }),
    ...(profile && { given: profile }),
  };
  const settle = async () => (settling ? settleSites(sql, settling) : { profiles: [], damaged: [] });
  let settled = await settle();
  if (await keepHeld(sql)) settled = await settle();
  const folder = new ArchiveFolder(options.folder);
  const planned = await planArchive(sql);
  const unwritten = await writeFiles(planned, folder, options);
  const plan = withoutFiles(planned, unwritten);
  const damaged = byAddress([...settled.damaged, ...unwritten.values()]);
  const rows: IndexRow[] = [];
  const missing = { images: [] as MissingFile[], documents: [] as MissingFile[] };
  const copies = copiesOf(plan);
  const fits = fitsOf(profile);
  for (const visit of plan.visits) {
    const path = plan.articles.get(visit.url);
    if (path === undefined) continue;
    const stored = await storedResult(sql, visit.url);
    const result = { ...stored, article: withDocuments(stored.article, plan.documentType) };
    for (const fit of fits) countFit(fit, result);
    const lacking = (addresses: readonly string[]): MissingFile[] =>
      addresses
        .filter((address) => /^https?:/i.test(address) && plan.resolve(address) === undefined)
        .map((address) => ({ url: canonicalUrl(address), article: visit.url }));
    missing.images.push(...lacking(imagesOf(result.article.body).map(({ src }) => src)));
    missing.documents.push(...lacking(result.article.attachments.map(({ href }) => href)));
    const rewritten = rewriteLinks(result, path, plan.resolve);
    await folder.write(`${path}.md`, options.render(rewritten, 'md'));
    await folder.write(`${path}.json`, options.render(rewritten, 'json'));
    rows.push(indexRow(visit, path, result, copies.get(visit.url) ?? []));
  }
  await folder.write('index.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await folder.write('index.csv', indexCsv(rows));
  for (const [name, text] of Object.entries(redirectFiles(redirectsOf(plan))))
    await folder.write(`redirects/${name}`, text);
  if (settled.profiles.length > 0) await folder.write(profileFile, profileYaml(settled.profiles));
  else if (profile || damaged.length > 0) folder.keep(profileFile);
  const seeds = await allSeeds(sql);
  const report = await reportOf(sql, plan, missing, {
    tool: `sach/${version}`,
    seeds,
    deadEnds: await deadEndsOf(plan, seeds, capture),
    damagedCapture: damaged,
    ...(fits.length > 0 && { profiles: fits.map(fitted) }),
  });
  await folder.write('report.json', `${JSON.stringify(report, undefined, 2)}\n`);
  await folder.write('report.html', reportHtml(report, options.lang ?? 'en'));
  await folder.write('capture/index.cdxj', await captureIndex(sql));
  await folder.finish(sql);
  return report;
}

/**
 * Pictures and attachments come out of the capture: equal bytes once. Returns the paths that could not be written, each with
 * a record that it should come from.
 */
async function writeFiles(
  plan: Plan,
  folder: ArchiveFolder,
  { capture }: ExportOptions,
): Promise<ReadonlyMap<string, DamagedRecord>> {
  const done = new Set<string>();
  const unwritten = new Map<string, DamagedRecord>();
  for (const visit of plan.visits) {
    const path = plan.files.get(visit.url);
    if (path === undefined || done.has(path)) continue;
    const read = await unlessDamaged(visit, () => readVisit(visit, capture));
    if (!isDamaged(read)) await folder.write(path, read.body);
    // An earlier run wrote it, when the capture was whole.
    else if (folder.holds(path, visit.sha256)) folder.keep(path);
    else {
      unwritten.set(path, read);
      continue;
    }
    done.add(path);
    unwritten.delete(path);
  }
  return unwritten;
}

/** Nothing shall link to a file that is not there. */
function withoutFiles(plan: Plan, unwritten: ReadonlyMap<string, unknown>): Plan {
  return {
    ...plan,
    files: new Map([...plan.files].filter(([, path]) => !unwritten.has(path))),
    resolve(url) {
      const path = plan.resolve(url);
      return path !== undefined && unwritten.has(path) ? undefined : path;
    },
  };
}

/** Each once, sorted by address. */
function byAddress(records: readonly DamagedRecord[]): DamagedRecord[] {
  return [...new Map(records.map((record) => [record.url, record])).values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** The front page of many a portal is nothing but a picture and links: it leads on. */
async function deadEndsOf(plan: Plan, seeds: readonly string[], capture: string): Promise<string[]> {
  const ends: string[] = [];
  for (const visit of plan.visits) {
    if (visit.page_type !== 'empty' || !seeds.includes(visit.url)) continue;
    const read = await unlessDamaged(visit, () => readVisit(visit, capture));
    if (!isDamaged(read) && findLinks(read.body, read.url).pages.length === 0) ends.push(visit.url);
  }
  return ends;
}

function readVisit({ warc, warc_offset, warc_length }: VisitRow, capture: string) {
  return readCaptured(capture, { file: warc, offset: warc_offset, length: warc_length }, maxFileBytes);
}

/** One article in `index.jsonl` and `index.csv`. */
interface IndexRow {
  readonly url: string;
  readonly file: string;
  readonly title?: string;
  readonly publishedAt?: string;
  readonly byline?: string;
  readonly section?: string;
  readonly confidence: number;
  readonly images: number;
  readonly attachments: number;
  readonly fetchedAt: string;
  readonly sha256: string;
  /** Other addresses of the same article. */
  readonly alsoAt?: readonly string[];
}

function indexRow(visit: VisitRow, path: string, result: CleanResult, alsoAt: readonly string[]): IndexRow {
  const { title, publishedAt, byline, section, confidence, attachments } = result.article;
  return {
    url: visit.url,
    file: `${path}.md`,
    ...(title !== undefined && { title }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(byline !== undefined && { byline }),
    ...(section !== undefined && { section }),
    confidence,
    images: imagesOf(result.article.body).length,
    attachments: attachments.length,
    fetchedAt: visit.fetched_at,
    sha256: visit.sha256,
    ...(alsoAt.length > 0 && { alsoAt }),
  };
}

function indexCsv(rows: readonly IndexRow[]): string {
  const columns = [
    'url',
    'file',
    'title',
    'publishedAt',
    'byline',
    'section',
    'confidence',
    'images',
    'attachments',
    'fetchedAt',
    'sha256',
    'alsoAt',
  ] as const;
  const cell = (value: unknown): string => csvCell(Array.isArray(value) ? value.join(' ') : String(value ?? ''));
  const lines = [columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))];
  // The mark tells Excel that this is UTF-8.
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function copiesOf(plan: Plan): Map<string, string[]> {
  const copies = new Map<string, string[]>();
  for (const [url, of] of plan.duplicates) {
    const others = copies.get(of);
    if (others) others.push(url);
    else copies.set(of, [url]);
  }
  return copies;
}

/**
 * Every old address that leads to something in the archive, straight to where it is now. But for front pages: who asks for
 * a site shall not be sent to a list of old headlines for good.
 */
function redirectsOf(plan: Plan): Redirect[] {
  return plan.visits.flatMap(({ url }) => {
    const to = plan.resolve(url);
    return to === undefined || plan.frontPages.has(url) ? [] : [{ from: url, to: `/${to}` }];
  });
}
