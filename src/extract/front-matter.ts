import { parse } from 'yaml';
import type { ArticleFields } from '../model/index.ts';
import { isMoment, isWebAddress } from '../text/index.ts';
import { findDates } from './fields/date-text.ts';
import { toTag } from './fields/language.ts';

/** What a draft's front matter tells of the article. */
export interface FrontMatter extends ArticleFields {
  readonly url?: string;
}

/** The keys that Hugo, Astro, Eleventy and Jekyll use for each field, best first. */
const keys = {
  title: ['title'],
  sapo: ['description', 'summary', 'excerpt'],
  byline: ['author', 'authors'],
  section: ['section', 'category', 'categories'],
  publishedAt: ['date', 'pubDate', 'publishDate'],
  modifiedAt: ['lastmod', 'updated', 'modified'],
  language: ['lang', 'language'],
  url: ['source', 'url', 'canonical'],
} as const;

const toMoment = (text: string): string | undefined => (isMoment(text) ? text : findDates(text)[0]?.iso);
const languageTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/** Fields whose values have a form: read into it, or unknown. */
const readers: Readonly<Record<string, (text: string) => string | undefined>> = {
  publishedAt: toMoment,
  modifiedAt: toMoment,
  language: (text) => (languageTag.test(text) ? text : toTag(text)),
  url: (text) => (isWebAddress(text) ? text : undefined),
};

/** Read YAML front matter. Under YAML 1.1 rules, as the generators do; undefined when it is no mapping. */
export function readFrontMatter(yaml: string): FrontMatter | undefined {
  let data: unknown;
  try {
    data = parse(yaml, { version: '1.1', maxAliasCount: 100 });
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const values = new Map<string, unknown>(Object.entries(data));
  const fields = Object.entries(keys).flatMap(([field, names]) => {
    const value = names.map((name) => toText(values.get(name))).find(Boolean);
    const read = value === undefined ? undefined : (readers[field] ?? String)(value);
    return read === undefined ? [] : [[field, read]];
  });
  const tags = toList(values.get('tags') ?? values.get('keywords'));
  return { ...Object.fromEntries(fields), ...(tags.length > 0 && { tags }) };
}

function toText(value: unknown): string | undefined {
  return Array.isArray(value) ? toList(value).join(', ') || undefined : toScalar(value);
}

function toScalar(value: unknown): string | undefined {
  if (value instanceof Date) return toDate(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;
}

/** YAML makes a `Date` of a date alone as well: midnight in Greenwich is taken for one. */
function toDate(value: Date): string | undefined {
  if (Number.isNaN(value.getTime())) return undefined;
  return value
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/\.000Z$/, 'Z');
}

/**
 * The texts of a list, or of a string with commas. A list in a list is nobody's author or tag, and may be the list itself
 * (`&a [*a]`).
 */
function toList(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return items.map((item) => toScalar(item) ?? '').filter(Boolean);
}
