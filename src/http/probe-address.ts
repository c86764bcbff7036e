/**
 * Addresses that nobody ever wrote: what a host says to them it says to every page that is gone. `sach crawl` asks for them,
 * and whoever reads its captures knows by them what is no page of the site.
 *
 *     /sach-3f0c….html                          for the server itself
 *     /index.php?view=article&id=91224318       for a system that made many pages
 */

import { createHash } from 'node:crypto';

/** An address of the host that does not exist; the same one in every run. */
export function probeUrl(origin: string): string {
  return `${origin}/${missingName(new URL(origin).host)}.html`;
}

const missingName = (host: string): string => `sach-${sha256(host).slice(0, 12)}`;
/** More articles than any portal has, and no more than old databases count to. */
const missingNumber = (host: string): string =>
  String(90_000_000 + (Number.parseInt(sha256(host).slice(0, 8), 16) % 9_000_000));

/**
 * The address that the system behind this one would give to something that it does not have; the same one for all pages of
 * its make. Undefined for an address with nothing in it to change.
 */
export function missingLike(address: string): string | undefined {
  const url = new URL(address);
  const number = missingNumber(url.host);
  if (url.search !== '') {
    // The last number is the article, those before it are the place that shows articles: `tabid=101&ItemID=5`.
    const changed = url.search.replace(/^(.*=)\d+(?=&|$)/, `$1${number}`);
    return changed === url.search ? undefined : url.origin + url.pathname + changed;
  }
  const [, folder = '', stem = '', extension = ''] =
    /^(.*\/)([^/]*?)(\.[a-z]{2,5})?$/i.exec(url.pathname.replace(/\/$/, '')) ?? [];
  if (stem === '') return undefined;
  const name = missingName(url.host);
  const missing = /^\d+$/.test(stem)
    ? number
    : `${/^\d+-/.test(stem) ? `${number}-` : ''}${name}${/-\d+$/.test(stem) ? `-${number}` : ''}`;
  return url.origin + folder + missing + extension + (url.pathname.endsWith('/') ? '/' : '');
}

/** Whether an address is one of those. */
export function isProbe(address: string): boolean {
  const { host, pathname, search } = new URL(address);
  return new RegExp(`${missingName(host)}|(?<!\\d)${missingNumber(host)}(?!\\d)`).test(pathname + search);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
