import { type DecodeOptions, decode as decodePage, toNfc } from './decode/index.ts';
import type { ExtractOptions } from './extract/index.ts';
import { extractMarkdown } from './extract/markdown.ts';
import type { Article, CleanResult, RawPage, SiteProfile, Staged, TextPage } from './model/index.ts';
import type { CleanOptions, Format } from './options.ts';
import { cleanPage, extractPage, learnPages } from './pipeline.ts';
import { renderers } from './render/index.ts';

/** A page as a program has it: HTML as a string, bytes in whatever encoding, or bytes with all that is known of them. */
export type PageSource = string | Uint8Array | RawPage;

/**
 * Clean one page: read its encoding, find the article, correct its text. Pure: no clock, no I/O, the same result for the
 * same input. Throws SachError `binary-file` for bytes that are no text in any encoding, `unknown-encoding` for a
 * forced encoding that does not exist.
 *
 * @example
 * const result = clean(await readFile('page.html'), { url: 'https://example.vn/tin/1.html' });
 * console.log(result.article.title, render(result, 'md'));
 */
export function clean(input: PageSource, options: CleanOptions = {}): CleanResult {
  const page = toRawPage(input, options.url);
  // A string is text already, whatever the page in it declares.
  return cleanPage(page, typeof input === 'string' ? { ...options, encoding: 'utf-8' } : options, extractMarkdown);
}

/**
 * Read bytes as text: BOM, declaration, and what the letters themselves tell, legacy Vietnamese encodings and wrong
 * conversions undone. Throws SachError `unknown-encoding`.
 */
export function decode(input: Uint8Array | RawPage, options: DecodeOptions = {}): Staged<TextPage> {
  return decodePage(toRawPage(input), options);
}

/**
 * Find the article in a page that is text already: HTML as a string, or what `decode` made (plain text and Markdown too).
 * Throws nothing: damaged HTML is read as browsers read it, and what is over the limits of size is a notice.
 */
export function extract(input: string | TextPage, options: ExtractOptions = {}): Staged<Article> {
  return extractPage(typeof input === 'string' ? toTextPage(input) : input, options, extractMarkdown);
}

/**
 * Learn the sites that pages come from: what repeats over several pages of one is its template. Give the result to `clean` as
 * `learned`. One page of a site teaches nothing, and neither do plain text, Markdown, bytes that are no text in any encoding, and
 * pages too large to look for an article in: they are passed over. Throws SachError `unknown-encoding`.
 *
 * @example
 * const learned = learn(pages);
 * const results = pages.map((page) => clean(page, { learned }));
 */
export function learn(pages: readonly PageSource[], options: DecodeOptions = {}): readonly SiteProfile[] {
  return learnPages(
    pages.map((page) => toRawPage(page)),
    options,
  );
}

/**
 * Write a result as Markdown with front matter (`md`), JSON, one line of JSON (`jsonl`), HTML or plain text (`txt`); ends in one
 * newline. Throws nothing for a result that `clean` made.
 */
export function render(result: CleanResult, format: Format): string {
  return renderers[format](result);
}

function toRawPage(input: PageSource, url?: string): RawPage {
  const page: RawPage =
    typeof input === 'string'
      ? { source: '-', bytes: new TextEncoder().encode(input) }
      : input instanceof Uint8Array
        ? { source: '-', bytes: input }
        : input;
  return url === undefined || page.url !== undefined ? page : { ...page, url };
}

function toTextPage(text: string): TextPage {
  return {
    source: '-',
    kind: 'html',
    text: toNfc(text),
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  };
}
