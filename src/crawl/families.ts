/**
 * Calendars that no pattern knows, and lists whose last page has a next one: pages of one family that lead to nothing but
 * the family, for ever. Nobody sees it from an address; one sees it when many pages in a row gave nothing.
 *
 *     /su-kien/2020/1 → /su-kien/2020/2 → …            no page leads out of the family
 *     /tin-tuc/2012/05/ → /tin-tuc/khanh-thanh-cau     an archive by date: every page leads to something
 */
import { createHash } from 'node:crypto';
import { decodePart } from '../text/index.ts';
import type { Facts, Found, Yield } from './state/outcome.ts';
import { changesOf } from './url.ts';

/** A portal may have been asleep for some years of months, or some months of days. */
const maxBarrenPages = 100;
/** An index may link to hundreds of empty months itself; what has no end goes deeper with every page. */
const minBarrenClicks = 5;
/**
 * Where every visit gives new addresses, each page has as many new links as it has links: the fifth click lies beyond
 * millions of pages.
 */
const minDrawnClicks = 1;

/** What the pages of a calendar are told apart by: its month and its days are one family. */
const calendarWords = new Set(
  'ngay thang nam tuan quy truoc sau day days month months year years week weeks date time d m y w next prev previous jan feb mar apr may jun jul aug sep oct nov dec'.split(
    ' ',
  ),
);

/** All addresses that differ in their numbers and in values drawn by lot; undefined for one without numbers. */
export function familyOf(url: string): string | undefined {
  const { host, pathname, search } = new URL(url);
  if (!/\d/.test(pathname + search)) return undefined;
  const drawn = drawnNames(url);
  const words = decodePart(without(pathname + search, drawn))
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu);
  const own = (words ?? []).filter((word) => !calendarWords.has(word));
  return [host, ...own, ...[...drawn].map((name) => name + drawnMark)].join(' ');
}

const minDrawnLetters = 8;
/** Of eight letters and digits drawn by lot, one in six has fewer; of sixteen, one in two hundred. */
const minDrawnChanges = 2;

/** Stands in no other part of a family's name. */
const drawnMark = '*';

/** The parameters of an address whose values may be drawn by lot, another for every visit: `?ma=x7k2p9w4`. */
function drawnNames(url: string): ReadonlySet<string> {
  const pairs = new URL(url).search.slice(1).split('&');
  return new Set(pairs.filter((pair) => isDrawn(pair.replace(/^[^=]*=?/, ''))).map(nameOf));
}

/** Escapes are letters and digits side by side, whatever they stand for. */
function isDrawn(value: string): boolean {
  const plain = value.replace(/%../g, ' ');
  return plain.length >= minDrawnLetters && changesOf(plain) >= minDrawnChanges;
}

const nameOf = (pair: string): string => pair.split('=', 1)[0] ?? '';

/** The address without these parameters. */
function without(address: string, names: ReadonlySet<string>): string {
  if (names.size === 0) return address;
  const [path, ...query] = address.split('?');
  const pairs = query.join('?').split('&');
  return [path, ...pairs.filter((pair) => !names.has(nameOf(pair)))].join('&');
}

/**
 * What counts as new from a page: article text, files, and links out of its family. Links already in the queue count, since
 * an archive may list what the sitemap lists too; links that the family gave before do not: they are the frame of the site.
 * Numbers in the text are ignored (“Tháng 5/2020: không có lịch”), and so are, in links, the values of a parameter that is
 * random in the page's own address: a visitor's number, which no list of names knows.
 */
export function yieldOf(url: string, found: readonly Found[], facts: Facts = {}): Yield | undefined {
  const family = familyOf(url);
  if (family === undefined) return undefined;
  const text = facts.pageType === 'article' ? (facts.shapeHash ?? facts.textHash) : undefined;
  const drawn = drawnNames(url);
  const others = found.filter((link) => familyOf(link.url) !== family).map((link) => without(link.url, drawn));
  const marks = [...others, ...(text === undefined ? [] : [text])].map((gift) => markOf(family, gift));
  return { family, marks: [...new Set(marks)] };
}

const markOf = (family: string, gift: string): string =>
  createHash('sha256').update(`${family}\n${gift}`).digest('base64url').slice(0, 16);

/** Pages of a family, one after the other, that gave nothing. */
export interface BarrenRun {
  readonly pages: number;
  /** Clicks from a seed, of the first of them and of the last. */
  readonly from: number;
  readonly to: number;
}

/** Is a run of pages that gave nothing new long and deep enough to be a trap? */
export const isEndless = (family: string, { pages, from, to }: BarrenRun): boolean =>
  pages >= maxBarrenPages && to - from >= (family.includes(drawnMark) ? minDrawnClicks : minBarrenClicks);
