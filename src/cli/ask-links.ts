import { setTimeout as pause } from 'node:timers/promises';
import { SachError } from '../model/index.ts';
import { limiter } from './limiter.ts';
import type { Unreachable } from './unreachable.ts';

export interface OnlineOptions {
  /** Ask addresses of private networks too; without it they are told unasked: no reader outside can follow them. */
  readonly allowPrivate: boolean;
}

/** Hosts asked at once. */
const width = 8;
/** Between two requests to one host, milliseconds. A check has no hurry, and most links of a site lead to one host. */
const hostPauseMs = 200;
/** A host that lets so many addresses in a row run out of time is down: each of the others would cost half a minute more. */
const maxTimeouts = 2;

interface Host {
  /** Done when the next address may be asked. */
  turn: Promise<unknown>;
  timeouts: number;
}

/**
 * Ask servers whether addresses answer, for all drafts of a run: an address that stands in every draft is asked once, a
 * host one address at a time. It is done outside the threads, where waiting for a server costs no draft its time.
 */
export function openLinks(
  fetch: (url: string) => Promise<unknown>,
  pauseMs = hostPauseMs,
): (addresses: readonly string[]) => Promise<Unreachable> {
  const answers = new Map<string, Promise<string | undefined>>();
  const hosts = new Map<string, Host>();
  const limit = limiter(width);

  const askHost = async (url: string, host: Host): Promise<string | undefined> => {
    if (host.timeouts >= maxTimeouts) return 'fetch-timeout';
    const reason = await limit(() => reasonOf(url, fetch));
    host.timeouts = reason === 'fetch-timeout' ? host.timeouts + 1 : 0;
    return reason;
  };
  const ask = (url: string): Promise<string | undefined> => {
    if (!URL.canParse(url)) return Promise.resolve('bad-address');
    const name = new URL(url).host;
    const host = hosts.get(name) ?? { turn: Promise.resolve(), timeouts: 0 };
    hosts.set(name, host);
    const answer = host.turn.then(() => askHost(url, host));
    host.turn = answer.catch(() => {}).then(() => pause(pauseMs));
    return answer;
  };
  return async (addresses) => {
    const reasons = addresses.map((url) => {
      const answer = answers.get(url) ?? ask(url);
      answers.set(url, answer);
      return answer.then((reason) => (reason === undefined ? [] : [[url, reason] as const]));
    });
    return Object.fromEntries((await Promise.all(reasons)).flat());
  };
}

/** Why an address does not answer; undefined when it does. A file too large to fetch is there. */
async function reasonOf(url: string, fetch: (url: string) => Promise<unknown>): Promise<string | undefined> {
  try {
    await fetch(url);
    return undefined;
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    if (error.code === 'fetch-too-large') return undefined;
    return String(error.params.status ?? error.code);
  }
}
