import robots from 'robots-parser';
import { normalizeEscapes } from './url.ts';

// Its types describe an ES module, the package is CommonJS: the default import is the function itself.
const robotsParser = robots as unknown as typeof robots.default;

/** What a site lets us do. */
export interface RobotsRules {
  allows(url: string): boolean;
  /** Seconds between two requests, when the site asks for it. */
  readonly crawlDelay?: number;
  /** As written: addresses may be relative or broken. */
  readonly sitemaps: readonly string[];
}

/** RFC 9309, 2.5: at least 500 KiB must be read; what stands behind is nobody's rule. */
export const maxRobotsBytes = 512 * 1024;
/** RFC 9309, 2.4. */
export const robotsLifetimeMs = 24 * 3600 * 1000;

/** The answer to `/robots.txt` at the end of its redirects; `undefined` when there was none. */
export interface RobotsAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

const everything: RobotsRules = { allows: () => true, sitemaps: [] };

/**
 * What the answer to `/robots.txt` means (RFC 9309, 2.3.1): 2xx is read, 4xx allows all, 5xx and no answer deny all —
 * for now: `undefined` says “ask again later”. 429 is the server's wish for fewer requests, so it counts as 5xx; a
 * redirect without end counts as 4xx.
 */
export function robotsRules(origin: string, answer: RobotsAnswer | undefined, agent = 'sach'): RobotsRules | undefined {
  if (!answer || answer.status >= 500 || answer.status === 429) return undefined;
  return answer.status < 200 || answer.status > 299 ? everything : parseRobots(origin, answer.body, agent);
}

/** Read a robots.txt. `agent` is our product token, without version. */
export function parseRobots(origin: string, body: Uint8Array, agent = 'sach'): RobotsRules {
  const url = `${origin}/robots.txt`;
  const cut = body.length > maxRobotsBytes ? wholeLines(body.subarray(0, maxRobotsBytes)) : body;
  const rules = robotsParser(
    url,
    new TextDecoder()
      .decode(cut)
      .split(/\r\n|\r|\n/)
      .flatMap((line) => lenient(line.slice(0, maxLineChars)))
      .join('\n'),
  );
  const crawlDelay = rules.getCrawlDelay(agent);
  return {
    // The file itself is always allowed (RFC 9309, 2.2.2).
    allows: (page) =>
      new URL(page).pathname === '/robots.txt' || rules.isAllowed(normalizeEscapes(page), agent) !== false,
    ...(crawlDelay !== undefined && crawlDelay > 0 && { crawlDelay }),
    sitemaps: rules.getSitemaps(),
  };
}

/** A rule cut in half could forbid or allow more than was meant. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13));
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Google's parser reads this much of a line: eight addresses of the greatest length that browsers took. */
const maxLineChars = 2083 * 8 - 1;

/**
 * What Google's parser forgives, and webmasters therefore rely on: no colon, words behind a product token, escapes where
 * none are needed (RFC 9309, 2.2.2), and `index.html` for the folder that it is the page of.
 */
function lenient(line: string): string[] {
  const directive = /^\s*(user-agent|disallow|allow|sitemap|crawl-delay)(?:\s*:\s*|\s+)([^#\s]+)(.*)$/i.exec(line);
  if (!directive) return [line];
  const [, name = '', value = '', rest = ''] = directive;
  if (/^user-agent$/i.test(name)) return [`${name}: ${value}`];
  if (!/^(?:dis)?allow$/i.test(name)) return [`${name}: ${value}${rest}`];
  const rule = `${name}: ${normalizeEscapes(value)}`;
  const folder = /^allow$/i.test(name) ? /^(.*\/)index\.html?$/.exec(value)?.[1] : undefined;
  return folder === undefined ? [`${rule}${rest}`] : [rule, `${name}: ${normalizeEscapes(folder)}$`];
}
