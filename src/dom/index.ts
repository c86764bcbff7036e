/** The only import of the HTML parser: everybody else takes the tree's types and the reading helpers from here. */
import type { Staged, TextPage } from '../model/index.ts';
import { decodeLegacyFonts } from './legacy-fonts.ts';
import { tame } from './limits.ts';
import { parsePage } from './page-parser.ts';
import type { Document } from './tree.ts';

export { decodeHTML as decodeEntities } from 'entities';
export { isTooLarge, lossNotices, maxLetters, maxTags } from './limits.ts';
export { openTagOf, parseLocated, placeOf } from './located.ts';
export {
  attr,
  bodyOf,
  collapse,
  contains,
  isElement,
  isHidden,
  isText,
  isUnseen,
  parentElement,
  rawText,
  textOf,
  walk,
} from './read.ts';
export { classesOf, type DomIndex, indexOf, isSelector, matches, select, selectFirst } from './select.ts';
export { readTags, type SourceTag } from './tags.ts';
export type { AnyNode, ChildNode, Document, Element, ParentNode, Text as TextNode } from './tree.ts';

/** A page as a tree. */
export interface PageDom {
  readonly source: string;
  readonly url?: string;
  readonly status?: number;
  readonly document: Document;
}

/** Parse HTML text. Never throws: what is over the limits is left out and told as a notice. */
export function parseHtml(page: TextPage): Staged<PageDom> {
  const { source, url, status, text } = page;
  const tamed = tame(text);
  const document = parsePage(tamed.text);
  return {
    value: { source, ...(url !== undefined && { url }), ...(status !== undefined && { status }), document },
    notices: [...tamed.notices, ...decodeLegacyFonts(document, tamed.text, page.encoding)],
  };
}
