import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type CleanResult, imagesOf, layoutText, maxPageBytes, type RawPage, SachError } from '../model/index.ts';
import type { StepContext } from './context.ts';
import { nameIn } from './disposition.ts';
import { yieldOf } from './families.ts';
import { redirectTarget } from './fetch.ts';
import { fileType } from './file-type.ts';
import { type Exchange, header } from './http.ts';
import { findLinks, type PageLinks } from './links.ts';
import { simhash } from './simhash.ts';
import { readSitemap } from './sitemap.ts';
import { shapeOf } from './soft-404.ts';
import type { Avoided, Claim, Facts, Found, Outcome, SeenVisit, Visit } from './state/outcome.ts';
import { trapOf } from './traps.ts';
import { asBrowserAsks, canonicalUrl, resolveLink } from './url.ts';

type Result = Pick<Outcome, 'state' | 'reason' | 'visit' | 'found' | 'avoided' | 'yield' | 'seeds'>;

/** What an answer is, what of it is remembered, and where it leads. */
export async function read(context: StepContext, claim: Claim, exchange: Exchange, seen: SeenVisit): Promise<Result> {
  if (claim.kind === 'probe') return readProbe(context, claim, exchange, seen);
  const target = redirectTarget(exchange);
  if (target !== undefined) return readRedirect(context, claim, canonicalUrl(target), seen);
  const type = header(exchange, 'content-type');
  if (exchange.status === 404) {
    const other = asBrowserAsks(claim.url, await context.declaredThere(claim.url));
    if (other !== undefined) return readRedirect(context, claim, other, seen);
  }
  if (exchange.status < 200 || exchange.status > 299) {
    const visit: Visit = { ...seen, kind: 'failure', ...(type && { type }) };
    return { state: 'fetched', reason: `status-${exchange.status}`, visit };
  }
  const name = nameIn(header(exchange, 'content-disposition'));
  const extension = fileType(exchange.body, claim.url, type, name);
  if (claim.kind === 'sitemap' || extension === 'xml') {
    const listed = readListing(context, claim, exchange);
    if (listed) return { state: 'fetched', visit: { ...seen, kind: 'sitemap', type: 'xml' }, ...listed };
  }
  if (extension !== 'html')
    return { state: 'fetched', visit: { ...seen, kind: 'file', type: extension, ...(name && { name }) } };
  // It was called a file, and let in as one.
  if (exchange.body.length > maxPageBytes) return { state: 'failed', reason: 'fetch-too-large' };
  return readPage(context, claim, exchange, seen);
}

/** Only the answer is wanted, whatever it is; nothing is followed from it. */
async function readProbe(context: StepContext, claim: Claim, exchange: Exchange, seen: SeenVisit): Promise<Result> {
  const target = redirectTarget(exchange);
  const isPage =
    exchange.status === 200 && fileType(exchange.body, claim.url, header(exchange, 'content-type')) === 'html';
  const page = isPage ? (await readPage(context, claim, exchange, seen)).visit : undefined;
  return {
    state: 'fetched',
    visit: { ...seen, ...page, kind: 'probe', ...(target !== undefined && { location: canonicalUrl(target) }) },
  };
}

function readRedirect(context: StepContext, claim: Claim, target: string, seen: SeenVisit): Result {
  const visit: Visit = { ...seen, kind: 'redirect', location: target };
  const found = [{ url: target, kind: claim.kind, depth: claim.depth }];
  // Where a seed leads is what was meant by it, and may be another host.
  if (context.isSeed(claim.url)) return { state: 'fetched', visit, found, seeds: [target] };
  return { state: 'fetched', visit, ...sift(context, found) };
}

function readListing(
  context: StepContext,
  claim: Claim,
  exchange: Exchange,
): Pick<Result, 'found' | 'avoided' | 'reason'> | undefined {
  const urls: string[] = [];
  const { kind, broken } = readSitemap(exchange.body, (url) => urls.push(url));
  if (kind === 'unknown' && claim.kind !== 'sitemap') return undefined;
  const found = urls.flatMap((url): Found[] => {
    const target = resolveLink(url, exchange.url);
    if (target === undefined) return [];
    const address = canonicalUrl(target);
    if (kind === 'index') return [{ url: address, kind: 'sitemap', depth: claim.depth }];
    return [{ url: address, kind: 'page', depth: claim.depth + 1 }];
  });
  return { ...sift(context, found), ...(broken && { reason: `sitemap-${broken}` }) };
}

async function readPage(context: StepContext, claim: Claim, exchange: Exchange, seen: SeenVisit): Promise<Result> {
  const type = header(exchange, 'content-type');
  const links = findLinks(exchange.body, exchange.url);
  // A page that was only asked for as a picture elsewhere leads nowhere.
  const isOurs = context.inScope(claim.url) === undefined;
  const { found, avoided } = sift(context, isOurs ? linksToFound(links, claim) : []);
  const page: RawPage = {
    source: claim.url,
    url: exchange.url,
    bytes: exchange.body,
    status: exchange.status,
    fetchedAt: seen.fetchedAt,
    warcRecordId: seen.captured.recordId,
    ...(type && { contentType: type }),
    ...(exchange.damage && { damage: exchange.damage }),
  };
  const canonical = links.canonical && canonicalUrl(links.canonical);
  const visit: Visit = {
    ...seen,
    kind: 'page',
    type: 'html',
    postbacks: links.postbacks,
    ...(canonical !== undefined && { canonical }),
  };
  if (!context.clean) return { state: 'fetched', visit, found, avoided };
  let result: CleanResult;
  try {
    result = await context.clean(page);
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    // An attachment of a kind that we do not know, sent as a page like all the rest: its name tells, or the article.
    const name = nameIn(header(exchange, 'content-disposition'));
    const named = fileType(exchange.body, claim.url, '', name);
    const isFile = claim.kind === 'file' || (named !== 'bin' && named !== 'html');
    if (error.code === 'binary-file' && isFile)
      return { state: 'fetched', visit: { ...seen, kind: 'file', type: named, ...(name && { name }) } };
    return { state: 'fetched', reason: error.code, visit, found, avoided };
  }
  const facts = factsOf(result);
  const files = sift(context, isOurs ? filesOf(result) : []);
  const all = { found: [...found, ...files.found], avoided: [...avoided, ...files.avoided] };
  const given = claim.kind === 'page' ? yieldOf(claim.url, all.found, facts) : undefined;
  return { state: 'fetched', visit: { ...visit, ...facts }, ...all, ...(given && { yield: given }) };
}

function linksToFound({ pages, feeds, canonical }: PageLinks, { depth }: Claim): Found[] {
  return [
    ...pages.map((url): Found => ({ url: canonicalUrl(url), kind: 'page', depth: depth + 1 })),
    ...(canonical === undefined ? [] : [{ url: canonicalUrl(canonical), kind: 'page', depth } as const]),
    ...feeds.map((url): Found => ({ url: canonicalUrl(url), kind: 'sitemap', depth })),
  ];
}

/** Part what is to be fetched from traps and excluded addresses; what is out of scope is dropped. */
export function sift(context: StepContext, candidates: readonly Found[]): Required<Pick<Result, 'found' | 'avoided'>> {
  const found: Found[] = [];
  const avoided: Avoided[] = [];
  for (const candidate of candidates) {
    const reason = reasonAgainst(context, candidate);
    if (reason === undefined) found.push(candidate);
    else if (reason !== 'scope') avoided.push({ url: candidate.url, kind: candidate.kind, reason });
  }
  return { found, avoided };
}

function reasonAgainst(context: StepContext, { url, kind }: Found): string | undefined {
  switch (kind) {
    case 'sitemap':
    case 'probe':
      return context.readsListing(url) ? undefined : 'scope';
    case 'file':
      return context.inScope(url, 'file');
    case 'page':
      return context.inScope(url) ?? trapOf(url)?.id;
  }
}

/** Pictures and attachments of an article: wanted wherever they lie, but for what is excluded. */
function filesOf({ article }: CleanResult): Found[] {
  if (article.pageType !== 'article') return [];
  const addresses = [...imagesOf(article.body).map(({ src }) => src), ...article.attachments.map(({ href }) => href)];
  return addresses.filter(isWeb).map((url) => ({ url: canonicalUrl(url), kind: 'file', depth: 0 }));
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/** What is remembered of a cleaned page. */
export function factsOf(result: CleanResult): Facts {
  const { title, pageType, confidence, body } = result.article;
  // Error pages repeat the address that was asked for; two of them shall look alike.
  const text = layoutText(body).text.replaceAll(pathOf(result.article.url), '');
  const shape = shapeOf(result.article, text);
  return {
    pageType,
    confidence,
    ...(title !== undefined && { title }),
    textLength: text.length,
    textHash: hashOf(text.replace(/\s+/g, ' ').trim()),
    simhash: simhash(text),
    ...(shape !== undefined && { shapeHash: hashOf(shape) }),
    result: gzipSync(JSON.stringify(result)),
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Long enough to be found by chance nowhere else; never empty. */
function pathOf(url: string | undefined): string {
  const path = url === undefined ? '' : new URL(url).pathname;
  return path.length > 4 ? path : '\0';
}
