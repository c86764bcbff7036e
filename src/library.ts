import type * as z from 'zod';
import { correct as correctText, type TextCorrection } from './correct/index.ts';
import { charsetNamed, decode as decodePage, toNfc } from './decode/index.ts';
import { extractMarkdown } from './extract/markdown.ts';
import { explainError } from './messages/index.ts';
import {
  type Article,
  type ArticleRecord,
  applyEdits as applyAll,
  type CleanResult,
  invertEdits as invertAll,
  type RawPage,
  type Replacement,
  SachError,
  type SiteProfile,
  type Staged,
  type TextPage,
} from './model/index.ts';
import type { CleanOptions, Format } from './options.ts';
import { cleanPage, extractPage, learnPages } from './pipeline.ts';
import { toRecord as recordOf, renderers } from './render/index.ts';
import { calls } from './schema/calls.ts';
import { checked } from './schema/checked.ts';

/**
 * The functions that programs call. Each throws SachError `missing-key`, `bad-value` or `unknown-key` when it is called with
 * what it does not take, and those with options `unknown-encoding` for the name of one that does not exist.
 */

/** A page as a program has it: HTML as a string, bytes in whatever encoding, or bytes with all that is known of them. */
export type PageSource = string | Uint8Array | RawPage;

/** What `decode` may be told; those of `clean` besides are passed over. */
export type DecodeOptions = Pick<CleanOptions, 'encoding' | 'url' | 'lang'>;
/** What `learn` may be told; those of `clean` besides are passed over. */
export type LearnOptions = Pick<CleanOptions, 'encoding' | 'lang'>;
/** What `extract` may be told; those of `clean` besides are passed over. */
export type ExtractOptions = Pick<CleanOptions, 'url' | 'profile' | 'learned' | 'today' | 'lang'>;
/** What `correct` may be told; those of `clean` besides are passed over. */
export type CorrectOptions = Pick<CleanOptions, 'level' | 'words' | 'lang'>;

/**
 * Do a function's work when it was called as it is meant to be. What a program shows of an error is its message: here that
 * is the sentence, and what to try, which the command line tells.
 */
function call<Name extends keyof typeof calls, T>(
  name: Name,
  given: Readonly<Record<keyof z.infer<(typeof calls)[Name]>, unknown>> & { readonly options?: CleanOptions },
  work: () => T,
): T {
  try {
    checked(calls[name], given, `${name}()`);
    const { encoding } = given.options ?? {};
    // Also where nothing is to be decoded: a name that nobody knows is a mistake.
    if (encoding !== undefined) charsetNamed(encoding);
    return work();
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    const { message, hint = '' } = explainError(error, given.options?.lang === 'vi' ? 'vi' : 'en');
    throw new SachError(error.code, error.params, {
      message: `${message} ${hint}`.trim(),
      ...(error.cause !== undefined && { cause: error.cause }),
    });
  }
}

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
  return call('clean', { page: input, options }, () => {
    const page = toRawPage(input, options.url);
    // A string is text already, whatever the page in it declares.
    return cleanPage(page, typeof input === 'string' ? { ...options, encoding: 'utf-8' } : options, extractMarkdown);
  });
}

/**
 * Read bytes as text: BOM, declaration, and what the letters themselves tell, legacy Vietnamese encodings and wrong
 * conversions undone. Throws SachError `unknown-encoding`.
 */
export function decode(input: Uint8Array | RawPage, options: DecodeOptions = {}): Staged<TextPage> {
  return call('decode', { bytes: input, options }, () => decodePage(toRawPage(input, options.url), options));
}

/**
 * Find the article in a page that is text already: HTML as a string, or what `decode` made (plain text and Markdown too).
 * Damaged HTML is read as browsers read it, and what is over the limits of size is a notice. Throws SachError `missing-key`,
 * `bad-value`, `unknown-key` for a page or options that are none, `unknown-encoding`.
 */
export function extract(input: string | TextPage, options: ExtractOptions = {}): Staged<Article> {
  return call('extract', { page: input, options }, () =>
    extractPage(at(typeof input === 'string' ? toTextPage(input) : input, options.url), options, extractMarkdown),
  );
}

/**
 * Correct a plain text: paragraphs parted by blank lines. Pure. Level `safe` (the default) makes the corrections that
 * are certain, `all` the likely ones too; what is likely and not made is in `suggestions`. Offsets of both are UTF-16 units
 * of the text before correction, so `applyEdits(text, edits)` gives the corrected one. Throws SachError `missing-key`,
 * `bad-value`, `unknown-key` for a text or options that are none, `unknown-encoding`, `text-too-long` for more than ten million
 * UTF-16 units.
 *
 * @example
 * correct('Ngừơi dân vui.').text; // 'Người dân vui.'
 */
export function correct(text: string, options: CorrectOptions = {}): TextCorrection {
  return call('correct', { text, options }, () => {
    if (text.length > maxCorrectedLetters)
      throw new SachError('text-too-long', { length: text.length, limit: maxCorrectedLetters });
    return correctText(text, options);
  });
}

/**
 * UTF-16 units. Time and memory grow in proportion to the text, by 15 s and 100 MB a million, and by 200 MB where it is one
 * paragraph: with four times as many, the memory that Node takes by itself is full.
 */
const maxCorrectedLetters = 10_000_000;

/**
 * Learn the sites that pages come from: what repeats over several pages of one is its template. Give the result to `clean`
 * as `learned`. One page of a site teaches nothing, and neither do plain text, Markdown, bytes that are no text in any
 * encoding, and pages too large to look for an article in: they are passed over. Throws SachError `unknown-encoding`.
 *
 * @example
 * const learned = learn(pages);
 * const results = pages.map((page) => clean(page, { learned }));
 */
export function learn(pages: readonly PageSource[], options: LearnOptions = {}): readonly SiteProfile[] {
  return call('learn', { pages, options }, () =>
    learnPages(
      pages.map((page) => toRawPage(page)),
      options,
    ),
  );
}

/**
 * Write a result as Markdown with front matter (`md`), JSON, one line of JSON (`jsonl`), HTML or plain text (`txt`); ends in
 * one newline. Throws SachError `missing-key`, `bad-value` for a result of another form than `clean` makes, or a format that
 * is none.
 */
export function render(result: CleanResult, format: Format): string {
  return call('render', { result, format }, () => renderers[format](result));
}

/** The published record of a result: the JSON contract, see `data/schema/article.schema.json`. */
export function toRecord(result: CleanResult): ArticleRecord {
  return call('toRecord', { result }, () => recordOf(result));
}

/**
 * Apply edits of one field to its text. Throws SachError `edits-misfit` for edits that overlap or are not those of the text.
 */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  return call('applyEdits', { text, edits }, () => applyAll(text, edits));
}

/** The edits that take a corrected text back: `applyEdits(applyEdits(t, e), invertEdits(e)) === t`. */
export function invertEdits(edits: readonly Replacement[]): Replacement[] {
  return call('invertEdits', { edits }, () => invertAll(edits));
}

function toRawPage(input: PageSource, url?: string): RawPage {
  const page: RawPage =
    typeof input === 'string'
      ? { source: '-', bytes: new TextEncoder().encode(input) }
      : input instanceof Uint8Array
        ? { source: '-', bytes: input }
        : input;
  return at(page, url);
}

/** A page with its address, where it does not tell it itself. */
const at = <Page extends RawPage | TextPage>(page: Page, url: string | undefined): Page =>
  url === undefined || page.url !== undefined ? page : { ...page, url };

function toTextPage(text: string): TextPage {
  return {
    source: '-',
    kind: 'html',
    text: toNfc(text),
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  };
}
