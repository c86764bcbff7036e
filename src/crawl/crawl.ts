import type { CleanResult, RawPage, SiteProfile } from '../model/index.ts';
import { resumeCapture } from './capture/segments.ts';
import type { StepContext } from './context.ts';
import { familyOf } from './families.ts';
import { createHttp, defaultTimeoutMs, type Http, type HttpOptions } from './http.ts';
import { type RobotsRules, robotsRules } from './robots.ts';
import { type ScopeOptions, scopeOf } from './scope.ts';
import { askAgain } from './state/again.ts';
import { isGivenUp } from './state/families.ts';
import { claim, commit, renew } from './state/frontier.ts';
import { type Wanted, waitingHosts } from './state/hosts.ts';
import { allSeeds, countPages, declaredThere, plant, plantProbes, resift, storedRobots } from './state/known.ts';
import type { Claim, Outcome } from './state/outcome.ts';
import type { Sql } from './state/sql.ts';
import { step } from './step.ts';
import { trapOf } from './traps.ts';
import { canonicalUrl } from './url.ts';

export interface CrawlOptions extends ScopeOptions, HttpOptions {
  /** Absolute addresses. */
  readonly seeds: readonly string[];
  /** Clicks from a seed. Default: no limit. */
  readonly depth?: number;
  /** Pages. Default: no limit. */
  readonly limit?: number;
  /** Between two requests to one host. Default 1. */
  readonly delaySeconds?: number;
  /** Hosts asked side by side. Default 8. */
  readonly hosts?: number;
  /** Find the article of a page; `learned` tells what its site prints on every page. */
  readonly clean?: (page: RawPage, learned?: readonly SiteProfile[]) => Promise<CleanResult>;
  /** What `clean` goes by where nothing is learnt, as a mark: what was cleaned by it is not cleaned by it again. */
  readonly cleanedBy?: string;
  /** The date that is written down. Default: the clock. */
  readonly date?: () => Date;
  /** Finish the pages at hand and stop. */
  readonly signal?: AbortSignal;
  /** The clock that waiting goes by. Default: this machine's. */
  readonly clock?: () => number;
  readonly onOutcome?: (claim: Claim, outcome: Outcome) => void;
}

const defaultDelaySeconds = 1;
export const defaultHosts = 8;
const capturePrefix = 'sach';

/** All that a run holds open; one page after the other is fetched through it, whoever decides which. */
export interface Run {
  /** Claim, fetch, read and commit one address of a host. False when the host has none or may not be asked yet. */
  visit(host: string): Promise<boolean>;
  wanted(): Wanted;
  /** Now that nothing is left: whether that gave rise to something new. */
  isMoreWanted(): Promise<boolean>;
  /** Learn what other workers have done: pages, and where seeds led. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Open what fetching needs. `capture` stays the caller's. */
export async function openRun(sql: Sql, capture: StepContext['capture'], options: CrawlOptions): Promise<Run> {
  const { delaySeconds = defaultDelaySeconds, timeoutMs = defaultTimeoutMs, clock: now = Date.now } = options;
  const http: Http = createHttp(options);
  const delayMs = Math.round(delaySeconds * 1000);
  let seeds = await plant(sql, options.seeds.map(canonicalUrl));
  let scope = knowledgeOf(seeds, options);
  await resift(sql, (url, kind) => {
    if (scope.isSeed(url)) return undefined;
    return scope.inScope(url, kind) ?? (kind === 'page' ? trapOf(url)?.id : undefined);
  });
  const rules = new Map<string, { readonly rules: RobotsRules; readonly expires: number }>();
  /** Origins that gave no robots.txt, and why: what is found of them later need not wait for that again. */
  const silent = new Map<string, string>();
  /** Pages fetched, or being fetched now. */
  let pages = await countPages(sql);

  const context: StepContext = {
    http,
    capture,
    ...(options.clean && { clean: options.clean }),
    robots: async (origin) => {
      const known = rules.get(origin);
      if (known && known.expires > now()) return known.rules;
      const stored = await storedRobots(sql, origin, now());
      const read = stored && robotsRules(origin, stored);
      if (read) rules.set(origin, { rules: read, expires: stored.expires });
      return read;
    },
    givenUp: (origin) => silent.get(origin),
    declaredThere: (url) => declaredThere(sql, url),
    isSeed: (url) => scope.isSeed(url),
    inScope: (url, as) => scope.inScope(url, as),
    readsListing: (url) => scope.readsListing(url),
    isEndless: async (url) => {
      const family = familyOf(url);
      return family !== undefined && !scope.isSeed(url) && isGivenUp(sql, family);
    },
    delayMs,
    now,
    date: options.date ?? (() => new Date()),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  const wanted = (): Wanted => wantedBy(options, pages);
  const learnSeeds = async (): Promise<void> => {
    const known = await allSeeds(sql);
    if (known.length === seeds.length) return;
    seeds = known;
    scope = knowledgeOf(seeds, options);
  };
  return {
    wanted,
    isMoreWanted: async () => options.clean !== undefined && !wanted().filesOnly && (await plantProbes(sql)) > 0,
    async visit(host) {
      // A request and its redirects, then a margin for cleaning.
      const leaseMs = timeoutMs * 2 + 5000;
      const allowed = wanted();
      // Reserved before it is known what the host's next address is: visits to other hosts run meanwhile.
      pages += 1;
      const taken = await claim(sql, host, { now: now(), leaseMs, delayMs, wanted: allowed });
      if (taken?.kind !== 'page') pages -= 1;
      if (!taken) return false;
      // A large file takes longer than that: who is still at it says so.
      const renewal = setInterval(() => renew(sql, taken, now() + leaseMs).catch(() => {}), leaseMs / 3);
      const outcome = await step(context, taken).finally(() => clearInterval(renewal));
      if (taken.kind === 'page' && outcome.visit?.kind !== 'page') pages -= 1;
      if (await commit(sql, taken, outcome, options.cleanedBy)) options.onOutcome?.(taken, outcome);
      if (outcome.abandon?.origin !== undefined) silent.set(outcome.abandon.origin, outcome.abandon.reason);
      if (outcome.seeds) await learnSeeds();
      return true;
    },
    async refresh() {
      pages = await countPages(sql);
      await learnSeeds();
    },
    close: () => http.close(),
  };
}

/** What may be asked for when so many pages are there. */
function wantedBy({ depth, limit }: CrawlOptions, pages: number): Wanted {
  const { POSITIVE_INFINITY: noLimit } = Number;
  return { maxDepth: depth ?? noLimit, filesOnly: pages >= (limit ?? noLimit) };
}

function knowledgeOf(seeds: readonly string[], options: ScopeOptions) {
  const inScope = scopeOf(seeds, options);
  const seedSet = new Set(seeds);
  const hosts = new Set(seeds.map((seed) => new URL(seed).host));
  return {
    inScope,
    isSeed: (url: string) => seedSet.has(url),
    readsListing: (url: string) => {
      const { host, origin } = new URL(url);
      return options.scope !== 'page' && (hosts.has(host) || inScope(`${origin}/`) === undefined);
    },
  };
}

/** Crawl with this one process until nothing is left or `signal` fires. Returns whether nothing is left. */
export async function crawlEmbedded(sql: Sql, captureFolder: string, options: CrawlOptions): Promise<boolean> {
  const capture = await resumeCapture(sql, captureFolder, capturePrefix);
  // The state's lock is ours alone, so whoever held a lease is gone.
  await sql.run('UPDATE host SET lease_until = 0, slice_until = 0');
  const named = options.seeds.map(canonicalUrl);
  await askAgain(sql, { ...options, named, wanted: wantedBy(options, await countPages(sql)) });
  const run = await openRun(sql, capture, options);
  try {
    for (;;) {
      if (!(await visitAll(sql, run, options))) return false;
      if (!(await run.isMoreWanted())) return true;
    }
  } finally {
    await run.close();
    await capture.close();
  }
}

/** Visit until nothing is left (true) or `signal` fires (false). */
export async function visitAll(
  sql: Sql,
  run: Run,
  { hosts: width = defaultHosts, signal }: CrawlOptions,
): Promise<boolean> {
  const running = new Map<string, Promise<unknown>>();
  let failed: { readonly error: unknown } | undefined;
  const start = (host: string): void => {
    const work = run
      .visit(host)
      .catch((error: unknown) => {
        failed ??= { error };
      })
      .finally(() => running.delete(host));
    running.set(host, work);
  };
  let isDone = false;
  while (!isDone && !failed && !signal?.aborted) {
    const now = Date.now();
    const limit = width + running.size;
    const waiting = (await waitingHosts(sql, { now, wanted: run.wanted(), limit })).filter(
      ({ name }) => !running.has(name),
    );
    const due = waiting.filter(({ next_due }) => next_due <= now).slice(0, width - running.size);
    for (const { name } of due) start(name);
    isDone = running.size === 0 && waiting.length === 0;
    const next = running.size < width ? waiting[due.length] : undefined;
    if (!isDone) await untilAny([...running.values()], next && next.next_due - now, signal);
  }
  await Promise.all(running.values());
  if (failed) throw failed.error;
  return isDone;
}

/** Until one of the visits is over, the time has come, or we are asked to stop. */
async function untilAny(
  visits: readonly Promise<unknown>[],
  ms: number | undefined,
  signal?: AbortSignal,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  signal?.addEventListener('abort', wake, { once: true });
  if (ms !== undefined) timer = setTimeout(wake, Math.max(1, ms));
  await Promise.race([woken, ...visits]);
  clearTimeout(timer);
  signal?.removeEventListener('abort', wake);
}
