import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type CleanResult, imagesOf, layoutText, type RawPage, SachError } from '../model/index.ts';
import type { WarcWriter } from './capture/warc.ts';
import { redirectTarget } from './fetch.ts';
import { fileType } from './file-type.ts';
import { type Exchange, type Http, header } from './http.ts';
import { findLinks, type PageLinks } from './links.ts';
import { maxRobotsBytes, type RobotsAnswer, type RobotsRules, robotsLifetimeMs, robotsRules } from './robots.ts';
import type { InScope } from './scope.ts';
import { simhash } from './simhash.ts';
import { readSitemap } from './sitemap.ts';
import type { Claim, Facts, Found, Outcome, Visit } from './state/frontier.ts';
import { trapOf } from './traps.ts';
import { canonicalUrl, resolveLink } from './url.ts';

/** What one request needs to know and to use. */
export interface StepContext {
  readonly http: Http;
  readonly capture: Pick<WarcWriter, 'append'>;
  /** Absent: pages are looked at for their links only. */
  readonly clean?: (page: RawPage) => Promise<CleanResult>;
  /** Rules of an origin, when they were asked for within the last day. */
  readonly robots: (origin: string) => Promise<RobotsRules | undefined>;
  readonly isSeed: (url: string) => boolean;
  readonly inScope: InScope;
  /** Whether what this sitemap or feed lists may be of use. */
  readonly readsListing: (url: string) => boolean;
  readonly delayMs: number;
  /** The clock that waiting goes by, in milliseconds. */
  readonly now: () => number;
  /** The date that is written down. */
  readonly date: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/** An address that fails is tried this often in all. */
const maxAttempts = 3;
/** A host that fails this often in a row is left alone: patience is for those that have answered before. */
const maxStrikes = { known: 10, unknown: 4 } as const;
const maxBackOffMs = 10 * 60_000;
const maxRetryAfterMs = 3_600_000;
/** A site that asks for more is asked so rarely that the crawl never ends. */
const maxCrawlDelayMs = 60_000;
const maxHops = 5;

/** Do what a claim is for: at most one request and its follow-up, then say what became of it. */
export async function step(context: StepContext, claim: Claim): Promise<Outcome> {
  const { origin } = new URL(claim.url);
  const rules = await context.robots(origin);
  if (!rules) return askRobots(context, claim, origin);
  if (!rules.allows(claim.url)) {
    return { state: 'skipped', reason: 'robots', nextDue: context.now(), strikes: claim.strikes };
  }
  let exchange: Exchange;
  try {
    exchange = await askPage(context, claim);
  } catch (error) {
    return failure(context, claim, error);
  }
  const captured = await context.capture.append(exchange, context.date());
  const nextDue = context.now() + delayOf(context, claim);
  const segment = { file: captured.file, end: captured.end };
  const seen: SeenVisit = {
    status: exchange.status,
    fetchedAt: context.date().toISOString(),
    sha256: createHash('sha256').update(exchange.body).digest('hex'),
    length: exchange.body.length,
    captured,
  };
  if (exchange.status >= 500 || exchange.status === 429) {
    return { ...serverTrouble(context, claim, exchange, seen), segment };
  }
  return { nextDue, strikes: 0, segment, ...(await read(context, claim, exchange, seen)) };
}

type HostTrouble = 'robots-unreachable' | 'host-unreachable' | 'host-busy';
type SeenVisit = Pick<Visit, 'status' | 'fetchedAt' | 'sha256' | 'length' | 'captured'>;
type Result = Pick<Outcome, 'state' | 'reason' | 'visit' | 'found' | 'avoided' | 'seeds'>;

function delayOf({ delayMs }: StepContext, { crawlDelayMs }: Claim): number {
  return Math.max(delayMs, crawlDelayMs);
}

/** A redirect that only adds a session is followed here: to us both ends are one address. */
async function askPage(context: StepContext, claim: Claim): Promise<Exchange> {
  let exchange = await context.http.request(claim.url);
  for (let hop = 0; hop < maxHops; hop += 1) {
    const target = redirectTarget(exchange);
    if (target === undefined || target === exchange.url || canonicalUrl(target) !== claim.url) break;
    await context.sleep(delayOf(context, claim));
    exchange = await context.http.request(target);
  }
  return exchange;
}

async function read(context: StepContext, claim: Claim, exchange: Exchange, seen: SeenVisit): Promise<Result> {
  const target = redirectTarget(exchange);
  if (target !== undefined) return readRedirect(context, claim, canonicalUrl(target), seen);
  const type = header(exchange, 'content-type');
  if (exchange.status < 200 || exchange.status > 299) {
    const visit: Visit = { ...seen, kind: 'failure', ...(type && { type }) };
    return { state: 'fetched', reason: `status-${exchange.status}`, visit };
  }
  const extension = fileType(exchange.body, claim.url, type);
  if (claim.kind === 'sitemap' || extension === 'xml') {
    const listed = readListing(context, claim, exchange);
    if (listed) return { state: 'fetched', visit: { ...seen, kind: 'sitemap', type: 'xml' }, ...listed };
  }
  if (extension !== 'html') return { state: 'fetched', visit: { ...seen, kind: 'file', type: extension } };
  return readPage(context, claim, exchange, seen);
}

function readRedirect(context: StepContext, claim: Claim, target: string, seen: SeenVisit): Result {
  const visit: Visit = { ...seen, kind: 'redirect', location: target };
  const found = [{ url: target, kind: claim.kind, depth: claim.depth }];
  // Where a seed leads is what was meant by it, and may be another host.
  if (context.isSeed(claim.url)) return { state: 'fetched', visit, found, seeds: [target] };
  if (claim.kind === 'file') return { state: 'fetched', visit, found };
  return { state: 'fetched', visit, ...sift(context, found) };
}

function readListing(
  context: StepContext,
  claim: Claim,
  exchange: Exchange,
): Pick<Result, 'found' | 'avoided'> | undefined {
  const urls: string[] = [];
  const { kind } = readSitemap(exchange.body, (url) => urls.push(url));
  if (kind === 'unknown' && claim.kind !== 'sitemap') return undefined;
  const found = urls.flatMap((url): Found[] => {
    const target = resolveLink(url, exchange.url);
    if (target === undefined) return [];
    const address = canonicalUrl(target);
    if (kind === 'index') return [{ url: address, kind: 'sitemap', depth: claim.depth }];
    return [{ url: address, kind: 'page', depth: claim.depth + 1 }];
  });
  return sift(context, found);
}

async function readPage(context: StepContext, claim: Claim, exchange: Exchange, seen: SeenVisit): Promise<Result> {
  const type = header(exchange, 'content-type');
  const links = findLinks(exchange.body, exchange.url);
  // A page that was only asked for as a picture elsewhere leads nowhere.
  const isOurs = context.inScope(claim.url) === undefined;
  const { found = [], avoided = [] } = isOurs ? sift(context, linksToFound(links, claim)) : {};
  const page: RawPage = {
    source: claim.url,
    url: exchange.url,
    bytes: exchange.body,
    status: exchange.status,
    fetchedAt: seen.fetchedAt,
    warcRecordId: seen.captured.recordId,
    ...(type && { contentType: type }),
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
    return { state: 'fetched', reason: error.code, visit, found, avoided };
  }
  return {
    state: 'fetched',
    visit: { ...visit, ...factsOf(result) },
    found: isOurs ? [...found, ...filesOf(result)] : found,
    avoided,
  };
}

function linksToFound({ pages, feeds, canonical }: PageLinks, { depth }: Claim): Found[] {
  return [
    ...pages.map((url): Found => ({ url: canonicalUrl(url), kind: 'page', depth: depth + 1 })),
    ...(canonical === undefined ? [] : [{ url: canonicalUrl(canonical), kind: 'page', depth } as const]),
    ...feeds.map((url): Found => ({ url: canonicalUrl(url), kind: 'sitemap', depth })),
  ];
}

/** Part what is to be fetched from traps and excluded addresses; what is out of scope is dropped. */
function sift(context: StepContext, candidates: readonly Found[]): Required<Pick<Result, 'found' | 'avoided'>> {
  const found: Found[] = [];
  const avoided: { url: string; reason: string }[] = [];
  for (const candidate of candidates) {
    const isListing = candidate.kind === 'sitemap';
    const outside = isListing
      ? context.readsListing(candidate.url)
        ? undefined
        : 'scope'
      : context.inScope(candidate.url);
    const reason = outside ?? (candidate.kind === 'page' ? trapOf(candidate.url)?.id : undefined);
    if (reason === undefined) found.push(candidate);
    else if (reason !== 'scope') avoided.push({ url: candidate.url, reason });
  }
  return { found, avoided };
}

/** Pictures and attachments of an article: wanted wherever they lie. */
function filesOf({ article }: CleanResult): Found[] {
  if (article.pageType !== 'article') return [];
  const addresses = [
    ...imagesOf(article.body).map(({ src }) => src),
    ...(article.leadImages ?? []).map(({ src }) => src),
    ...article.attachments.map(({ href }) => href),
  ];
  return addresses.filter(isWeb).map((url) => ({ url: canonicalUrl(url), kind: 'file', depth: 0 }));
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/** What is remembered of a cleaned page. */
export function factsOf(result: CleanResult): Facts {
  const { title, pageType, confidence, body } = result.article;
  const { text } = layoutText(body);
  return {
    pageType,
    confidence,
    ...(title !== undefined && { title }),
    textLength: text.length,
    textHash: createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 32),
    simhash: simhash(text),
    result: gzipSync(JSON.stringify(result)),
  };
}

/** robots.txt, its redirects followed (RFC 9309, 2.3.1.2: five, other hosts included). */
async function askRobots(context: StepContext, claim: Claim, origin: string): Promise<Outcome> {
  let answer: RobotsAnswer | undefined;
  let segment: Outcome['segment'];
  try {
    let exchange = await context.http.request(`${origin}/robots.txt`);
    for (let hop = 0; hop < maxHops; hop += 1) {
      const target = redirectTarget(exchange);
      if (target === undefined) break;
      await context.sleep(delayOf(context, claim));
      exchange = await context.http.request(target);
    }
    const { file, end } = await context.capture.append(exchange, context.date());
    segment = { file, end };
    answer = { status: exchange.status, body: exchange.body.subarray(0, maxRobotsBytes) };
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    if (error.code === 'fetch-private') return failure(context, claim, error);
    // A file too large to be read is there, and forbids nothing we know of; all else is “no answer”.
    if (error.code === 'fetch-too-large') answer = { status: 404, body: Buffer.alloc(0) };
  }
  const rules = robotsRules(origin, answer);
  if (!answer || !rules) return { ...strike(context, claim, 'robots-unreachable'), ...(segment && { segment }) };
  const crawlDelayMs = Math.min((rules.crawlDelay ?? 0) * 1000, maxCrawlDelayMs);
  const expires = context.now() + robotsLifetimeMs;
  // Most portals that have a sitemap do not say so.
  const sitemaps = rules.sitemaps.length > 0 ? rules.sitemaps : ['/sitemap.xml'];
  const found = sitemaps.flatMap((url): Found[] => {
    const target = resolveLink(url, `${origin}/`);
    return target === undefined ? [] : [{ url: canonicalUrl(target), kind: 'sitemap', depth: 0 }];
  });
  return {
    state: 'untouched',
    robots: { origin, ...answer, expires, crawlDelayMs },
    ...sift(context, found),
    nextDue: context.now() + Math.max(context.delayMs, crawlDelayMs),
    strikes: claim.strikes,
    ...(segment && { segment }),
  };
}

/** Busy or broken: come back later, the more often it fails the later. */
function serverTrouble(context: StepContext, claim: Claim, exchange: Exchange, seen: SeenVisit): Outcome {
  const isBusy = exchange.status === 429 || exchange.status === 503;
  const isLast = claim.attempts + 1 >= maxAttempts;
  const pause = isBusy ? strike(context, claim, 'host-busy', retryAfterMs(exchange, context.now())) : undefined;
  const delay = delayOf(context, claim);
  return {
    nextDue: pause?.nextDue ?? context.now() + delay,
    strikes: pause?.strikes ?? 0,
    ...(pause?.abandonHost !== undefined && { abandonHost: pause.abandonHost }),
    ...(isLast
      ? { state: 'fetched', reason: `status-${exchange.status}`, visit: { ...seen, kind: 'failure' } }
      : { state: 'again', reason: `status-${exchange.status}` }),
  };
}

function retryAfterMs(exchange: Exchange, now: number): number {
  const value = header(exchange, 'retry-after') ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), maxRetryAfterMs) : 0;
}

/** No answer. What will be no better next time is given up at once. */
function failure(context: StepContext, claim: Claim, error: unknown): Outcome {
  if (!(error instanceof SachError)) throw error;
  const isFinal = error.code === 'fetch-too-large' || error.code === 'fetch-private';
  if (isFinal) {
    return {
      state: 'failed',
      reason: error.code,
      nextDue: context.now() + delayOf(context, claim),
      strikes: claim.strikes,
    };
  }
  const state = claim.attempts + 1 >= maxAttempts ? 'failed' : 'again';
  return { ...strike(context, claim, 'host-unreachable'), state, reason: error.code };
}

/** One more failure in a row: wait twice as long as after the last one, and give the host up in the end. */
function strike(context: StepContext, claim: Claim, reason: HostTrouble, atLeastMs = 0): Outcome {
  const strikes = claim.strikes + 1;
  const backOff = Math.min(Math.max(delayOf(context, claim), 1) * 2 ** strikes, maxBackOffMs);
  return {
    state: 'untouched',
    strikes,
    nextDue: context.now() + Math.max(backOff, atLeastMs),
    ...(strikes >= maxStrikes[reason === 'robots-unreachable' ? 'unknown' : 'known'] && { abandonHost: reason }),
  };
}
