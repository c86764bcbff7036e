/**
 * Portals that answer “200 OK” to everything: what they say to an address that cannot exist, they say to every address that
 * is gone. So each host is asked for a few pages that nobody ever wrote, and what looks like those answers is no article.
 *
 *     /sach-3f0c….html                          at once, for the server itself
 *     /index.php?view=article&id=91224318       when all pages are there, for each system that made many of them
 */

import { missingLike } from '../http/probe-address.ts';
import type { Article } from '../model/index.ts';
import { decodePart } from '../text/index.ts';
import { hammingDistance } from './simhash.ts';

/** More kinds of pages than this a portal rarely has; each costs a request. */
const maxKinds = 3;
/** A kind of page with fewer pages than this is one by accident. */
const minPagesOfKind = 3;

/** What to ask each host for, now that its pages are known: an address that does not exist for each of its main kinds. */
export function probesFor(pages: readonly string[]): string[] {
  const kinds = new Map<string, Map<string, number>>();
  for (const page of pages) {
    const probe = missingLike(page);
    if (probe === undefined) continue;
    const { host } = new URL(page);
    const counts = kinds.get(host) ?? new Map<string, number>();
    kinds.set(host, counts);
    counts.set(probe, (counts.get(probe) ?? 0) + 1);
  }
  return [...kinds.values()].flatMap((counts) =>
    [...counts]
      .filter(([, count]) => count >= minPagesOfKind)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, maxKinds)
      .map(([probe]) => probe),
  );
}

/** What is compared of two answers of one host. */
export interface Answer {
  readonly url: string;
  readonly kind: string;
  readonly page_type: string | null;
  readonly location: string | null;
  readonly title: string | null;
  readonly simhash: string | null;
  /** Of title and text without all that changes from answer to answer. */
  readonly shape_hash: string | null;
  readonly text_length: number | null;
}

/** Of 64 bits; as for near-duplicates. */
const maxDistance = 3;
/** Fewer letters have no fingerprint worth the name: they must be equal. */
const minLettersForDistance = 200;
/**
 * Nobody says sorry at such length: it is an article, shown for want of the one that is gone. It is kept, once, as a shorter
 * one with a day is.
 */
const maxLettersOfSorry = 2000;

/**
 * Whether a page, or a redirect, is like what its host answers to an address that does not exist. Where redirects differ in
 * their query it takes what lies behind them to know: a moved portal sends all its old addresses to one script.
 */
export function isSoft404(page: Answer, probe: Answer): boolean {
  if (probe.location !== null)
    return page.location !== null && withoutQuery(page.location) === withoutQuery(probe.location);
  // A list of articles may be the front page that the host sends people back to.
  if (page.kind !== 'page' || page.page_type === 'listing' || probe.shape_hash === null) return false;
  if ((probe.text_length ?? 0) > maxLettersOfSorry) return false;
  if (page.shape_hash === probe.shape_hash) return true;
  const shortest = Math.min(page.text_length ?? 0, probe.text_length ?? 0);
  return (
    page.title === probe.title &&
    shortest >= minLettersForDistance &&
    hammingDistance(page.simhash ?? '', probe.simhash ?? '') <= maxDistance
  );
}

/** ASP.NET adds the address that was asked for: `/loi.aspx?aspxerrorpath=/tin/12`. */
const withoutQuery = (url: string): string => url.split('?', 1)[0] ?? '';

/**
 * What stays of a page when the same thing is said of another address at another time: “Không có trang /tin/12 (lúc 10:22
 * thứ ba, mã 7f3a9c21)” and “Không có trang /tin/sach-3f0c (lúc 9:05 thứ tư, mã 0b44e8d7)” are one. Undefined for a text
 * that is too long to be such an answer, and where there is none: all pages without words are alike in that. (What is known
 * for an error was left without its words.)
 */
export function shapeOf(
  { url, title, pageType }: Pick<Article, 'url' | 'title'> & Partial<Pick<Article, 'pageType'>>,
  text: string,
): string | undefined {
  if (text.length > 2 * maxLettersOfSorry) return undefined;
  let shape = `${title ?? ''}\n${text}`.toLowerCase();
  for (const part of partsOf(url)) shape = shape.replaceAll(part, '0');
  const masked = shape
    .replace(/thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gu, '')
    .replace(/[\p{L}\p{N}-]+/gu, (word) => (/\p{Nd}/u.test(word) ? '0' : word))
    .replace(/(?<=\b0 )(?:am|pm|sa|ch)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return masked === '' && pageType !== 'error' ? undefined : masked;
}

/** Shorter parts of an address, without a digit, may be words of the text; numbers are masked wherever they stand. */
const minPartLetters = 5;

/** The ways in which a page says which address was asked for, the longest first. */
function partsOf(address: string | undefined): string[] {
  if (address === undefined) return [];
  const { href, host, pathname, search } = new URL(address);
  const path = pathname + search;
  const values = search
    .slice(1)
    .split('&')
    .map((pair) => pair.slice(pair.indexOf('=') + 1));
  const last = pathname.split('/').at(-1) ?? '';
  const parts = [
    href,
    host + path,
    path,
    path.slice(1),
    pathname,
    pathname.slice(1),
    search,
    last,
    last.replace(/\.\w+$/, ''),
    ...values,
  ];
  return [...new Set(parts.flatMap((part) => [part, decodePart(part)]))]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= minPartLetters || /\d/.test(part))
    .filter((part) => !/^\d*$/.test(part))
    .sort((a, b) => b.length - a.length);
}
