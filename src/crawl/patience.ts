/** What a request that failed means for the next one: the same address again, the host later, or neither. */
import { SachError } from '../model/index.ts';
import { delayOf, type StepContext } from './context.ts';
import { type Exchange, header } from './http.ts';
import type { Claim, Outcome } from './state/outcome.ts';

/** An address that fails is tried this often in all. */
const maxAttempts = 3;
/** A host that fails this often in a row is left alone: patience is for those that have answered before. */
const maxStrikes = { known: 10, unknown: 4 } as const;
const maxBackOffMs = 10 * 60_000;
const maxRetryAfterMs = 3_600_000;

/** What stands in the way of a whole host, by the system's code; what is not here is no answer at all. */
const troubles: Readonly<Record<string, string>> = {
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  ECONNREFUSED: 'host-refused',
  CERT_HAS_EXPIRED: 'host-certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'host-certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'host-certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'host-certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'host-certificate',
};

/** Why a host gave no answer to a request. */
export function hostTrouble({ cause }: SachError): string {
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return troubles[(first as NodeJS.ErrnoException | undefined)?.code ?? ''] ?? 'host-unreachable';
}

/** Busy or broken: come back later, the more often it fails the later. Undefined for a server that is neither. */
export function serverTrouble(context: StepContext, claim: Claim, exchange: Exchange): Outcome | undefined {
  if (exchange.status < 500 && exchange.status !== 429) return undefined;
  const isBusy = exchange.status === 429 || exchange.status === 503;
  const isLast = claim.attempts + 1 >= maxAttempts;
  const pause = isBusy
    ? strike(context, claim, { reason: 'host-busy', atLeastMs: retryAfterMs(exchange, context.now()) })
    : undefined;
  const delay = delayOf(context, claim);
  return {
    nextDue: pause?.nextDue ?? context.now() + delay,
    strikes: pause?.strikes ?? 0,
    ...(pause?.abandon && { abandon: pause.abandon }),
    state: isLast ? 'fetched' : 'again',
    reason: `status-${exchange.status}`,
  };
}

function retryAfterMs(exchange: Exchange, now: number): number {
  const value = header(exchange, 'retry-after') ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), maxRetryAfterMs) : 0;
}

/**
 * All of the answer came, and what was packed in it breaks off: no more of a page than of an answer that breaks off itself.
 */
export function packedTrouble(context: StepContext, claim: Claim, exchange: Exchange): Outcome | undefined {
  if (exchange.damage !== 'cut' || exchange.status < 200 || exchange.status > 299) return undefined;
  return failure(context, claim, new SachError('fetch-cut', { url: claim.url, size: exchange.rawBody.length }));
}

/** The host answered, and what it sent is of no use: not its failure to answer. */
const answered: ReadonlySet<string> = new Set(['fetch-cut', 'fetch-too-large']);
/** What will be no better next time. */
const hopeless: ReadonlySet<string> = new Set(['fetch-too-large', 'fetch-private']);

/** No answer, or none that can be taken. What will be no better next time is given up at once. */
export function failure(context: StepContext, claim: Claim, error: unknown): Outcome {
  if (!(error instanceof SachError)) throw error;
  const { code } = error;
  const state = hopeless.has(code) || claim.attempts + 1 >= maxAttempts ? 'failed' : 'again';
  const nextDue = context.now() + delayOf(context, claim);
  if (answered.has(code)) return { state, reason: code, nextDue, strikes: 0 };
  // Nobody was asked.
  if (hopeless.has(code)) return { state, reason: code, nextDue, strikes: claim.strikes };
  return { ...strike(context, claim, { reason: hostTrouble(error) }), state, reason: code };
}

/**
 * One more failure in a row: wait twice as long as after the last one, and give the host up in the end. Where robots.txt cannot
 * be had it is the origin that is given up: a portal that answers over http often has links over https, where nobody listens.
 */
export function strike(
  context: StepContext,
  claim: Claim,
  { reason, isUnknown = false, atLeastMs = 0 }: Trouble,
): Outcome {
  const strikes = claim.strikes + 1;
  const isLast = strikes >= maxStrikes[isUnknown ? 'unknown' : 'known'];
  if (isUnknown && isLast) {
    const { origin } = new URL(claim.url);
    const nextDue = context.now() + delayOf(context, claim);
    return { state: 'untouched', strikes: 0, nextDue, abandon: { reason, origin } };
  }
  const backOff = Math.min(Math.max(delayOf(context, claim), 1) * 2 ** strikes, maxBackOffMs);
  return {
    state: 'untouched',
    strikes,
    nextDue: context.now() + Math.max(backOff, atLeastMs),
    ...(isLast && { abandon: { reason } }),
  };
}

interface Trouble {
  /** Under `reason/` in the messages. */
  readonly reason: string;
  /** It has not even let its robots.txt be read. */
  readonly isUnknown?: boolean;
  readonly atLeastMs?: number;
}
