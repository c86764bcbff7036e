import type { CleanResult } from '../model/index.ts';
import { safeAttachments, safeImages } from './safe-parts.ts';

/**
 * YAML front matter with the keys that Hugo, Astro, Eleventy and Jekyll read. Written by hand because it is so little
 * YAML (strings, and lists of them) and the library would be a third of the time of a cold start; the tests read it
 * back with the library, under YAML 1.1 and 1.2.
 */

/** Plain scalars: words that no YAML version takes for a number, a truth value, a date or markup. */
const plain = /^\p{L}[\p{L}\p{M}\p{N} .,;()/“”‘’–—-]*[\p{L}\p{M}\p{N}.)”]$/u;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const timestamp = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Characters that YAML does not print, beyond those that JSON escapes. */
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;
const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A string as a YAML scalar: bare where every reader takes it for a string, else in double quotes (JSON is YAML). */
export function toYamlString(value: string): string {
  if (plain.test(value) && !reserved.test(value)) return value;
  return JSON.stringify(value).replace(unprintable, escaped);
}

/** Dates stay bare: generators expect YAML's own timestamps. */
const toYamlDate = (value: string): string => (timestamp.test(value) ? value : toYamlString(value));

const line = (key: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${key}: ${toYamlString(value)}`];

const list = (key: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`${key}:`, ...items.map((item) => `  - ${toYamlString(item)}`)];

/** The front matter of a result, fences included; unknown keys are absent. */
export function toFrontMatter({ article, source }: CleanResult): string {
  const images = safeImages(article).map(({ src }) => src);
  const attachments = safeAttachments(article);
  return [
    '---',
    // A comment, which no generator reads: an empty page beside articles says what it is.
    ...(article.pageType === 'article' ? [] : [`# page/${article.pageType}`]),
    ...line('title', article.title),
    ...(article.publishedAt === undefined ? [] : [`date: ${toYamlDate(article.publishedAt)}`]),
    ...(article.modifiedAt === undefined ? [] : [`lastmod: ${toYamlDate(article.modifiedAt)}`]),
    ...line('author', article.byline),
    ...line('description', article.sapo),
    ...line('source', article.url ?? source),
    ...list('tags', article.tags ?? []),
    ...list('images', [...new Set(images)]),
    ...(attachments.length === 0 ? [] : ['attachments:']),
    ...attachments.flatMap(({ href, title }) => [
      `  - href: ${toYamlString(href)}`,
      ...(title === undefined ? [] : [`    title: ${toYamlString(title)}`]),
    ]),
    '---',
    '',
  ].join('\n');
}
