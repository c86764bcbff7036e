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

/** A portal may have been asleep for some years of months, or some months of days. */
const maxBarrenPages = 100;
/** An index may link to hundreds of empty months itself; what has no end goes deeper with every page. */
const minBarrenClicks = 5;

/** What the pages of a calendar are told apart by: its month and its days are one family. */
const calendarWords = new Set(
  'ngay thang nam tuan quy truoc sau day days month months year years week weeks date time d m y w next prev previous jan feb mar apr may jun jul aug sep oct nov dec'.split(
    ' ',
  ),
);

/** All addresses that differ in their numbers only; undefined for one without numbers. */
export function familyOf(url: string): string | undefined {
  const { host, pathname, search } = new URL(url);
  if (!/\d/.test(pathname + search)) return undefined;
  const words = decodePart(pathname + search)
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu);
  return [host, ...(words ?? []).filter((word) => !calendarWords.has(word))].join(' ');
}

/**
 * What a page gave: its text, when it is an article, its files, and the pages outside its family that it leads to. That they
 * are known from elsewhere does not matter: an archive may list what the sitemap lists too. Whether the family led there
 * before does: that is the frame of the site. Numbers of a text do not count (“Tháng 5/2020: không có lịch”).
 */
export function yieldOf(url: string, found: readonly Found[], facts: Facts = {}): Yield | undefined {
  const family = familyOf(url);
  if (family === undefined) return undefined;
  const text = facts.pageType === 'article' ? (facts.shapeHash ?? facts.textHash) : undefined;
  const others = found.filter((link) => familyOf(link.url) !== family).map((link) => link.url);
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

export const isEndless = ({ pages, from, to }: BarrenRun): boolean =>
  pages >= maxBarrenPages && to - from >= minBarrenClicks;
