import { Agent, type Dispatcher } from 'undici';
import { type Damage, decodeBody } from '../http/content-coding.ts';
import { maxPageBytes, SachError } from '../model/index.ts';
import { version } from '../version.ts';
import { guardedConnector, type Lookup } from './guard.ts';

export interface HttpOptions {
  /** Also talk to intranets and loopback. Default false. */
  readonly allowPrivate?: boolean;
  /** From the first byte sent to the last one received; of a large body, for every 4 MiB anew. Default 30 000. */
  readonly timeoutMs?: number;
  /** Of a page, as sent and again after decompression. Default 32 MiB. */
  readonly maxBytes?: number;
  /** Of any other file, where one is taken. Default 256 MiB: it is held in memory until it is captured. */
  readonly maxFileBytes?: number;
  readonly userAgent?: string;
  /** Instead of the system's DNS; its answers are checked as those are. */
  readonly lookup?: Lookup;
}

/** One request and its answer, whatever the status. */
export interface Exchange {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  /** As sent, one character a byte. */
  readonly headers: readonly (readonly [string, string])[];
  /** As sent, compression and all; only the chunked framing is gone. */
  readonly rawBody: Uint8Array;
  /** What could be unpacked of it; as sent where nothing could. */
  readonly body: Uint8Array;
  readonly damage?: Damage;
  readonly remoteAddress?: string;
  /** Only the beginning of the body was taken: the rest was more than was asked for. */
  readonly isCut?: boolean;
}

export interface RequestOptions {
  readonly beginning?: number;
  readonly mayBeFile?: boolean;
}

export interface Http {
  /**
   * Ask once, follow nothing. `beginning`: so many bytes are wanted, whatever follows them; without it a body over
   * `maxBytes` is refused. `mayBeFile`: what is sent as something else than a page may have `maxFileBytes`.
   * Throws SachError `fetch-*`.
   */
  request(url: string, options?: RequestOptions): Promise<Exchange>;
  close(): Promise<void>;
}

const defaultUserAgent = `sach/${version} (+https://www.npmjs.com/package/sach)`;
export const defaultTimeoutMs = 30_000;
const defaultMaxFileBytes = 256 * 2 ** 20;
/**
 * So much of a body must come within the timeout: a large file on a slow line may take its time, a server that drips may
 * not.
 */
const bytesPerTimeout = 4 * 2 ** 20;

/** The first header of that name; names are compared without case. */
export function header(exchange: Pick<Exchange, 'headers'>, name: string): string | undefined {
  return exchange.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/**
 * An HTTP client with the guards of a program that follows strangers' links: deadline, size limits, no private addresses.
 */
export function createHttp(options: HttpOptions = {}): Http {
  const { allowPrivate = false, timeoutMs = defaultTimeoutMs, maxBytes = maxPageBytes } = options;
  const { maxFileBytes = Math.max(maxBytes, defaultMaxFileBytes) } = options;
  /** Where each host was last reached: the capture tells it. */
  const addresses = new Map<string, string>();
  const agent = new Agent({
    connect: guardedConnector({
      allowPrivate,
      timeoutMs,
      lookup: options.lookup,
      onConnect: (host, address) => addresses.set(host, address),
    }),
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    pipelining: 1,
  });
  const requestHeaders = [
    ['User-Agent', options.userAgent ?? defaultUserAgent],
    ['Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    ['Accept-Language', 'vi,en;q=0.5'],
    ['Accept-Encoding', 'gzip, deflate, br'],
  ] as const;

  return {
    async request(url, { beginning, mayBeFile = false } = {}) {
      const at = new URL(url);
      if (at.protocol !== 'http:' && at.protocol !== 'https:') {
        throw new SachError('fetch-failed', { url, reason: at.protocol });
      }
      const isCut = beginning !== undefined;
      const limitOf = (headers: Exchange['headers']): number =>
        beginning ?? (mayBeFile && isFile(headers) ? maxFileBytes : maxBytes);
      const answer = await dispatch(agent, at, { url, limitOf, isCut, requestHeaders, timeoutMs });
      const host: [string, string] = ['Host', at.host];
      const remoteAddress = addresses.get(at.hostname);
      const exchange = {
        url,
        ...answer,
        requestHeaders: [host, ...requestHeaders],
        ...(remoteAddress !== undefined && { remoteAddress }),
      };
      const said = { type: header(exchange, 'content-type'), encoding: header(exchange, 'content-encoding') };
      const limits = { url, maxBytes: limitOf(answer.headers), isCut };
      return { ...exchange, ...(await decodeBody(answer.rawBody, said, limits)) };
    },
    close: () => agent.destroy(),
  };
}

/** What says that it is no page. Who says nothing sends pages, as all servers do. */
const isFile = (headers: Exchange['headers']): boolean =>
  !/^$|\bx?html\b/i.test(header({ headers }, 'content-type') ?? '');

interface Limits {
  readonly url: string;
  readonly limitOf: (headers: Exchange['headers']) => number;
  /** Take the beginning of a body that is too large, instead of refusing it. */
  readonly isCut: boolean;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly timeoutMs: number;
}

/** Lowest layer: raw header bytes are wanted for the capture, and undici gives them to a dispatch handler only. */
function dispatch(
  agent: Agent,
  at: URL,
  { url, requestHeaders, timeoutMs, limitOf, isCut }: Limits,
): Promise<Omit<Exchange, 'url' | 'body' | 'damage' | 'requestHeaders'>> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let head = { status: 0, statusText: '', headers: [] as [string, string][] };
    let size = 0;
    let maxBytes = 0;
    const chunks: Buffer[] = [];
    // undici's own timers start again with every byte; a server that drips would hold us for ever.
    const timer = setTimeout(() => stop(new SachError('fetch-timeout', { url, seconds: timeoutMs / 1000 })), timeoutMs);
    const stop = (error: unknown): void => {
      clearTimeout(timer);
      const reason = toSachError(url, error, timeoutMs);
      reject(reason);
      controller?.abort(reason);
    };
    agent.dispatch(
      {
        origin: at.origin,
        path: at.pathname + at.search,
        method: 'GET',
        headers: requestHeaders.flat(),
      },
      {
        onRequestStart: (started) => {
          controller = started;
        },
        onResponseStart: (started, status, _headers, statusText = '') => {
          head = { status, statusText, headers: headerPairs(started.rawHeaders) };
          maxBytes = limitOf(head.headers);
          if (!isCut && Number(header(head, 'content-length')) > maxBytes) {
            stop(new SachError('fetch-too-large', { url, limit: maxBytes }));
          }
        },
        onResponseData: (_started, chunk) => {
          const before = size;
          size += chunk.length;
          if (Math.floor(size / bytesPerTimeout) > Math.floor(before / bytesPerTimeout)) timer.refresh();
          if (size <= maxBytes) chunks.push(chunk);
          else if (!isCut) stop(new SachError('fetch-too-large', { url, limit: maxBytes }));
          else {
            clearTimeout(timer);
            const rawBody = Buffer.concat([...chunks, chunk]).subarray(0, maxBytes);
            resolve({ ...head, rawBody, isCut });
            controller?.abort(new Error('enough'));
          }
        },
        onResponseEnd: () => {
          clearTimeout(timer);
          resolve({ ...head, rawBody: Buffer.concat(chunks) });
        },
        onResponseError: (_started, error) => {
          const isAnswer = head.status > 0 && !isTimeout(error);
          stop(isAnswer ? new SachError('fetch-cut', { url, size }, { cause: error }) : error);
        },
      },
    );
  });
}

function headerPairs(raw: Dispatcher.DispatchController['rawHeaders']): [string, string][] {
  const pairs: [string, string][] = [];
  if (!Array.isArray(raw)) return pairs;
  const text = (value: Buffer | string | undefined) =>
    typeof value === 'string' ? value : (value?.toString('latin1') ?? '');
  for (let i = 0; i < raw.length; i += 2) pairs.push([text(raw[i]), text(raw[i + 1])]);
  return pairs;
}

const timeouts = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const isTimeout = (error: unknown): boolean => timeouts.has((error as NodeJS.ErrnoException).code ?? '');

function toSachError(url: string, error: unknown, timeoutMs: number): SachError {
  if (error instanceof SachError)
    return error.code === 'fetch-private' ? new SachError(error.code, { url, ...error.params }) : error;
  const cause = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (isTimeout(cause)) {
    return new SachError('fetch-timeout', { url, seconds: timeoutMs / 1000 }, { cause: error });
  }
  return new SachError('fetch-failed', { url, reason: message || code || String(cause) }, { cause: error });
}
