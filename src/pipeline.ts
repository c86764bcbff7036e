import { createHash } from 'node:crypto';
import { correctArticle } from './correct/index.ts';
import { decode } from './decode/index.ts';
import { isTooLarge, parseHtml } from './dom/index.ts';
import { extractDump } from './extract/dump.ts';
import { type ExtractOptions, extract, learnSites, siteTraits } from './extract/index.ts';
import { extractText } from './extract/plain-text.ts';
import { toFinding } from './messages/index.ts';
import {
  type Article,
  type CleanResult,
  type Encoding,
  type Notice,
  type RawPage,
  SachError,
  type SiteProfile,
  type Staged,
  type TextPage,
} from './model/index.ts';
import type { CleanOptions } from './options.ts';
import { version } from './version.ts';

/** Reads a Markdown draft. Its parsers take as long to load as all the rest, so who reads drafts hands it in. */
export type MarkdownReader = (page: TextPage) => Staged<Article>;

/**
 * Clean one page: the only function that knows the order of the stages. Throws SachError `binary-file`, `unknown-encoding`.
 */
export function cleanPage(page: RawPage, options: CleanOptions, readMarkdown?: MarkdownReader): CleanResult {
  const text = decode(page, options);
  const binary = text.notices.find(({ rule }) => rule === 'encoding/binary');
  if (binary) throw new SachError('binary-file', { source: page.source, type: binary.params?.kind ?? '' });
  const found = extractPage(text.value, options, readMarkdown);
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
      // When asked: Markdown does not tell it, and loading Node's crypto is a tenth of a cold start.
      get sha256() {
        return createHash('sha256').update(page.bytes).digest('hex');
      },
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

/** Find the article in a page's text, by what kind of text it is. */
export function extractPage(
  page: TextPage,
  options: ExtractOptions,
  readMarkdown: MarkdownReader = extractText,
): Staged<Article> {
  switch (page.kind) {
    case 'text':
      return extractText(page, options);
    case 'markdown':
      return readMarkdown(page);
    case 'html': {
      if (isTooLarge(page.text)) return extractDump(page);
      const dom = parseHtml(page);
      const found = extract(dom.value, options);
      return { value: found.value, notices: [...dom.notices, ...found.notices] };
    }
  }
}

/** Learn the sites that pages come from: what repeats over several pages of one is its template. */
export function learnPages(
  pages: readonly RawPage[],
  options: Pick<CleanOptions, 'encoding'> = {},
): readonly SiteProfile[] {
  return learnSites(
    pages.flatMap((page) => {
      if ((page.kind ?? 'html') !== 'html') return [];
      const text = decode(page, options);
      const binary = text.notices.some(({ rule }) => rule === 'encoding/binary');
      return binary || isTooLarge(text.value.text) ? [] : [siteTraits(parseHtml(text.value).value)];
    }),
  );
}
