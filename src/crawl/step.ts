import { createHash } from 'node:crypto';
import { askRobots } from './ask-robots.ts';
import { delayOf, maxHops, type StepContext } from './context.ts';
import { redirectTarget } from './fetch.ts';
import type { Exchange } from './http.ts';
import { failure, packedTrouble, serverTrouble } from './patience.ts';
import { read } from './read.ts';
import type { Claim, Outcome, SeenVisit } from './state/outcome.ts';
import { canonicalUrl } from './url.ts';

/** Do what a claim is for: at most one request and its follow-up, then say what became of it. */
export async function step(context: StepContext, claim: Claim): Promise<Outcome> {
  const { origin } = new URL(claim.url);
  const silence = context.givenUp(origin);
  if (silence !== undefined)
    return { state: 'failed', reason: silence, nextDue: context.now(), strikes: claim.strikes };
  const rules = await context.robots(origin);
  if (!rules) return askRobots(context, claim, origin);
  const skipped = (reason: string): Outcome => ({
    state: 'skipped',
    reason,
    nextDue: context.now(),
    strikes: claim.strikes,
  });
  if (!rules.allows(claim.url)) return skipped('robots');
  if (claim.kind === 'page' && (await context.isEndless(claim.url))) return skipped('trap/endless');
  let exchange: Exchange;
  try {
    exchange = await askPage(context, claim);
  } catch (error) {
    return failure(context, claim, error);
  }
  const trouble = serverTrouble(context, claim, exchange) ?? packedTrouble(context, claim, exchange);
  // A capture that held every attempt would give a reader of pages one address many times, in error.
  if (trouble?.state === 'again') return trouble;
  // One moment: an index whose times differ from the capture's is of no use to a reader.
  const date = context.date();
  const captured = await context.capture.append(exchange, date);
  const nextDue = context.now() + delayOf(context, claim);
  const segment = { file: captured.file, end: captured.end };
  const seen: SeenVisit = {
    status: exchange.status,
    fetchedAt: date.toISOString(),
    sha256: createHash('sha256').update(exchange.body).digest('hex'),
    length: exchange.body.length,
    captured,
  };
  if (trouble?.state === 'fetched') return { ...trouble, visit: { ...seen, kind: 'failure' }, segment };
  if (trouble) return { ...trouble, segment, ...(await linksOf(context, claim, exchange, seen)) };
  return { nextDue, strikes: 0, segment, ...(await read(context, claim, exchange, seen)) };
}

/** Where the beginning of a page leads: the front page of a site may be the one that is broken. */
async function linksOf(
  { clean: _clean, ...context }: StepContext,
  claim: Claim,
  exchange: Exchange,
  seen: SeenVisit,
): Promise<Pick<Outcome, 'found' | 'avoided'>> {
  const { found = [], avoided = [] } = await read(context, claim, exchange, seen);
  return { found, avoided };
}

/** A redirect that only adds a session is followed here: to us both ends are one address. */
async function askPage(context: StepContext, claim: Claim): Promise<Exchange> {
  const mayBeFile = claim.kind === 'page' || claim.kind === 'file';
  let exchange = await context.http.request(claim.url, { mayBeFile });
  for (let hop = 0; hop < maxHops; hop += 1) {
    const target = redirectTarget(exchange);
    if (target === undefined || target === exchange.url || canonicalUrl(target) !== claim.url) break;
    await context.sleep(delayOf(context, claim));
    exchange = await context.http.request(target, { mayBeFile });
  }
  return exchange;
}
