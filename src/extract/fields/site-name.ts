/** The site's own name, which stands in window titles, logos and metadata, and is never the title of an article. */
import { remembered } from '../hints.ts';
import { type Metadata, metaOf } from './metadata.ts';
import { loose } from './rank.ts';

const siteWords =
  /^(?:trang chủ|home|cổng (?:thông tin|ttđt|giao tiếp)|trang (?:thông tin|tin) điện tử|tttđt|website |báo (?:điện tử )?\p{Lu}|đài phát thanh)/iu;

/** “… | Bao.vn”: the address serves as the name. */
const domain = /^[\p{L}\d-]+\.(?:com|net|org|info|vn|edu|gov|io|co|de|uk|fr|cn)(?:\.[a-z]{2})?$/iu;

const separator = /(?<!\s)\s+(?:[|»«›·•:]+|[-–—])\s+|(?:(?<!\s)\s+)?\|\s*/u;

/** Is the text the name of the site (or of its home page) rather than of an article? */
export function isSiteName(text: string, metadata: Metadata, url?: string): boolean {
  const own = loose(text);
  if (own === '') return true;
  if (metaOf(metadata, 'site').some(({ value }) => loose(value) === own)) return true;
  if (/^(?:trang chủ|cổng (?:thông tin|ttđt)|trang (?:thông tin|tin) điện tử|tttđt)(?!\p{L})/iu.test(text)) return true;
  const host = hostWord(url);
  return host !== '' && own.replaceAll(' ', '') === host;
}

/** Many portals give every page the window title of their home page. */
export function isHomeTitle(title: string): boolean {
  return title
    .split(separator)
    .some((part) => /^(?:trang chủ|trang nhất|home(?: ?page)?|welcome)$/iu.test(part.trim()));
}

/** Every line of a page asks about one address, and the next page about another: one is enough to remember. */
const hostWordOf = remembered(
  (url) => (URL.canParse(url) ? (new URL(url).hostname.replace(/^www\./u, '').split('.')[0] ?? '') : ''),
  1,
);
const hostWord = (url: string | undefined): string => (url === undefined ? '' : hostWordOf(url));

/** A window title without the site's name at either end: “Bài viết - Mục - Báo A” → “Bài viết”. */
export function withoutSiteName(title: string, metadata: Metadata, url?: string): string {
  const parts = title.split(separator).filter(Boolean);
  if (parts.length < 2) return title;
  const names = metaOf(metadata, 'site').map(({ value }) => loose(value));
  const host = hostWord(url);
  const isName = (part: string): boolean => {
    const own = loose(part);
    return (
      siteWords.test(part) ||
      domain.test(part) ||
      names.some(
        (name) => name === own || (own.length > 3 && name.includes(own)) || (name.length > 3 && own.startsWith(name)),
      ) ||
      (host !== '' && own.replaceAll(' ', '').includes(host))
    );
  };
  let first = 0;
  let last = parts.length;
  while (last - first > 1 && isName(parts[last - 1] ?? '')) last -= 1;
  while (last - first > 1 && isName(parts[first] ?? '')) first += 1;
  const kept = parts.slice(first, last);
  // Cut out of the title itself, so that its own dashes stay as they were.
  const start = title.indexOf(kept[0] ?? '');
  const tail = kept.at(-1) ?? '';
  return title.slice(start, title.lastIndexOf(tail) + tail.length);
}
