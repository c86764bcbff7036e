import { createHash } from 'node:crypto';
import { correctArticle } from './correct/index.ts';
import { type DecodeOptions, decode as decodePage } from './decode/index.ts';
import { parseHtml } from './dom/index.ts';
import { type ExtractOptions, extract as extractFromDom } from './extract/index.ts';
import { extractMarkdown } from './extract/markdown.ts';
import { extractText } from './extract/plain-text.ts';
import { toFinding } from './messages/index.ts';
import {
  type Article,
  type CleanResult,
  type Encoding,
  type Notice,
  type RawPage,
  SachError,
  type Staged,
  type TextPage,
} from './model/index.ts';
import type { CleanOptions, Format } from './options.ts';
import { renderers } from './render/index.ts';
import { version } from './version.ts';

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
  const text = decodePage(page, typeof input === 'string' ? { encoding: 'utf-8' } : options);
  const binary = text.notices.find(({ rule }) => rule === 'encoding/binary');
  if (binary) throw new SachError('binary-file', { source: page.source, type: binary.params?.kind ?? '' });
  const found = extract(text.value, options);
  const fixed =
    options.fix === false
      ? { value: { article: found.value, edits: [], suggestions: [] }, notices: [] }
      : correctArticle(found.value, options);
  return {
    ...fixed.value,
    source: page.source,
    encoding: withRepairs(text.value.encoding, found.notices),
    findings: [text, found, fixed].flatMap((stage) => stage.notices.map((n) => toFinding(n, options.lang ?? 'en'))),
    provenance: {
      sha256: createHash('sha256').update(page.bytes).digest('hex'),
      ...(page.fetchedAt !== undefined && { fetchedAt: page.fetchedAt }),
      ...(page.warcRecordId !== undefined && { warcRecordId: page.warcRecordId }),
      tool: `sach/${version}`,
    },
  };
}

/** Runs in legacy fonts are only found in the tree: what was repaired there belongs to the encoding too. */
function withRepairs(encoding: Encoding, notices: readonly Notice[]): Encoding {
  const repairs = notices.flatMap(({ rule, params }) => (rule === 'encoding/repaired' ? [String(params?.repair)] : []));
  return repairs.length === 0 ? encoding : { ...encoding, repairs: [...encoding.repairs, ...repairs] };
}

/**
 * Read bytes as text: BOM, declaration, and what the letters themselves tell, legacy Vietnamese encodings and wrong
 * conversions undone. Throws SachError `unknown-encoding`.
 */
export function decode(input: Uint8Array | RawPage, options: DecodeOptions = {}): Staged<TextPage> {
  return decodePage(toRawPage(input, undefined), options);
}

/** Find the article in a page that is text already: HTML as a string, or what `decode` made (plain text and Markdown too). */
export function extract(input: string | TextPage, options: ExtractOptions = {}): Staged<Article> {
  const page = typeof input === 'string' ? toTextPage(input) : input;
  if (page.kind === 'text') return extractText(page);
  if (page.kind === 'markdown') return extractMarkdown(page);
  const dom = parseHtml(page);
  const found = extractFromDom(dom.value, options);
  return { value: found.value, notices: [...dom.notices, ...found.notices] };
}

/** Write a result as Markdown with front matter, JSON, one line of JSON, HTML or plain text; ends in one newline. */
export function render(result: CleanResult, format: Format): string {
  return renderers[format](result);
}

function toRawPage(input: PageSource, url: string | undefined): RawPage {
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
    text: text.normalize('NFC'),
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  };
}
