import { type RawPage, SachError } from '../model/index.ts';
import { createHttp, type Exchange, type HttpOptions, header } from './http.ts';
import { resolveLink } from './url.ts';

export interface FetchOptions extends HttpOptions {
  /** Default 10. */
  readonly maxRedirects?: number;
  /** For `fetchedAt`. Default: the clock. */
  readonly now?: () => Date;
}

/**
 * Fetch one page: address → `RawPage`, redirects followed, every hop checked as the first was.
 * Throws SachError `fetch-timeout`, `fetch-redirects`, `fetch-status`, `fetch-too-large`, `fetch-private`, `fetch-cut`,
 * `fetch-failed`.
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<RawPage> {
  const { maxRedirects = 10, now = () => new Date() } = options;
  const http = createHttp(options);
  try {
    const seen = new Set<string>();
    let at = new URL(url).href;
    for (;;) {
      if (seen.has(at)) throw new SachError('fetch-redirects', { url, reason: `${at} ↺` });
      if (seen.size > maxRedirects) throw new SachError('fetch-redirects', { url, reason: `> ${maxRedirects}` });
      seen.add(at);
      const answer = await http.request(at);
      const next = redirectTarget(answer);
      if (next === undefined) return toRawPage(url, answer, now());
      at = next;
    }
  } finally {
    await http.close();
  }
}

/** Where a redirect leads, absolute; undefined when the answer is none, or leads nowhere (`javascript:`, `file:`). */
export function redirectTarget(answer: Pick<Exchange, 'status' | 'headers' | 'url'>): string | undefined {
  const location = redirectStatuses.has(answer.status) && header(answer, 'location');
  return location ? resolveLink(location, answer.url) : undefined;
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function toRawPage(source: string, answer: Exchange, now: Date): RawPage {
  const location = redirectStatuses.has(answer.status) && header(answer, 'location');
  if (location) throw new SachError('fetch-failed', { url: answer.url, reason: `Location: ${location}` });
  if (answer.status < 200 || answer.status > 299) {
    throw new SachError('fetch-status', { url: answer.url, status: answer.status });
  }
  if (answer.damage === 'cut') throw new SachError('fetch-cut', { url: answer.url, size: answer.rawBody.length });
  const contentType = header(answer, 'content-type');
  return {
    source,
    bytes: answer.body,
    url: answer.url,
    status: answer.status,
    fetchedAt: now.toISOString(),
    ...(contentType && { contentType }),
    ...(answer.damage && { damage: answer.damage }),
  };
}
