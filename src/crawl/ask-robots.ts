import { probeUrl } from '../http/probe-address.ts';
import { SachError } from '../model/index.ts';
import { delayOf, maxHops, type StepContext } from './context.ts';
import { redirectTarget } from './fetch.ts';
import { failure, hostTrouble, strike } from './patience.ts';
import { sift } from './read.ts';
import { maxRobotsBytes, type RobotsAnswer, robotsLifetimeMs, robotsRules } from './robots.ts';
import type { Claim, Found, Outcome } from './state/outcome.ts';
import { canonicalUrl, resolveLink } from './url.ts';

/** A site that asks for more is asked so rarely that the crawl never ends. */
const maxCrawlDelayMs = 60_000;

/** One byte more than is read tells where the last whole line ends. */
const wanted = { beginning: maxRobotsBytes + 1 };

/** robots.txt, its redirects followed (RFC 9309, 2.3.1.2: five, other hosts included). */
export async function askRobots(context: StepContext, claim: Claim, origin: string): Promise<Outcome> {
  let answer: RobotsAnswer | undefined;
  let segment: Outcome['segment'];
  let reason = 'robots-unreachable';
  try {
    let exchange = await context.http.request(`${origin}/robots.txt`, wanted);
    for (let hop = 0; hop < maxHops; hop += 1) {
      const target = redirectTarget(exchange);
      if (target === undefined) break;
      await context.sleep(delayOf(context, claim));
      exchange = await context.http.request(target, wanted);
    }
    const { file, end } = await context.capture.append(exchange, context.date());
    segment = { file, end };
    answer = { status: exchange.status, body: exchange.body };
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    if (error.code === 'fetch-private') return failure(context, claim, error);
    reason = hostTrouble(error);
  }
  const rules = robotsRules(origin, answer);
  if (!answer || !rules) return { ...strike(context, claim, { reason, isUnknown: true }), ...(segment && { segment }) };
  const crawlDelayMs = Math.min((rules.crawlDelay ?? 0) * 1000, maxCrawlDelayMs);
  const expires = context.now() + robotsLifetimeMs;
  // Most portals that have a sitemap do not say so.
  const sitemaps = rules.sitemaps.length > 0 ? rules.sitemaps : ['/sitemap.xml'];
  const found = sitemaps.flatMap((url): Found[] => {
    const target = resolveLink(url, `${origin}/`);
    return target === undefined ? [] : [{ url: canonicalUrl(target), kind: 'sitemap', depth: 0 }];
  });
  if (context.clean) found.push({ url: probeUrl(origin), kind: 'probe', depth: 0 });
  return {
    state: 'untouched',
    robots: { origin, ...answer, expires, crawlDelayMs },
    ...sift(context, found),
    nextDue: context.now() + Math.max(context.delayMs, crawlDelayMs),
    strikes: claim.strikes,
    ...(segment && { segment }),
  };
}
