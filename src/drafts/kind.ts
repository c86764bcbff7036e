import type { DraftKind } from '../model/index.ts';
import { readMarkdown } from './markdown.ts';

/** Blank lines and comments, which may stand before the first tag of a page. */
const preamble = /^\ufeff?(?:\s|<!--[\s\S]*?-->)*/;

/**
 * How a draft is read that has no name, as on standard input. What begins as a page, or begins and ends with a tag, is
 * HTML; Markdown often begins with a tag, but goes on in prose. The rest is Markdown as soon as it has a mark of it: code
 * and addresses must not be taken for text, and a text without a mark reads the same either way.
 */
export function sniffDraftKind(text: string): DraftKind {
  const body = text.replace(preamble, '');
  const isPage = /^<(?:!doctype|\?xml|html)\b/i.test(body);
  const isFragment = /^<[a-z][a-z0-9-]*[\s/>]/i.test(body) && body.trimEnd().endsWith('>');
  if (isPage || isFragment) return 'html';
  const { outline = '' } = readMarkdown('', text, []);
  // JSON with a text under it is its front matter; with none it is data.
  if (outline === ' json() root()') return 'text';
  return outline.replace(/ (?:root|paragraph)\(|\)/g, '') === '' ? 'text' : 'markdown';
}
