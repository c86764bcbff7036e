/** The only import of the HTML parser: everybody else takes the tree's types and the reading helpers from here. */
import type { Notice, Staged, TextPage } from '../model/index.ts';
import { framesOf } from './frames.ts';
import { decodeLegacyFonts } from './legacy-fonts.ts';
import { tame } from './limits.ts';
import { parsePage } from './page-parser.ts';
import { isElement, isText } from './read.ts';
import { renameTags } from './renamed-tags.ts';
import { closeSelfClosed } from './self-closed.ts';
import type { ChildNode, Document, ParentNode } from './tree.ts';

export { decodeHTML as decodeEntities, decodeHTMLStrict as decodeEntitiesStrictly } from 'entities';
export { isTooLarge, lossNotices, maxChars, maxLetters, maxTags } from './limits.ts';
export { openTagOf, parseLocated, rangeOf } from './located.ts';
export {
  attr,
  bodyOf,
  collapse,
  contains,
  hasNode,
  headingLevel,
  isElement,
  isHidden,
  isPermalink,
  isText,
  isUnseen,
  parentElement,
  rawText,
  squeeze,
  textOf,
  walk,
} from './read.ts';
export { classesOf, has, isSelector, select, selectFirst } from './select.ts';
export { readTags, type SourceTag } from './tags.ts';
export type { AnyNode, ChildNode, Document, Element, ParentNode, Text as TextNode } from './tree.ts';

/** A page as a tree. */
export interface PageDom {
  readonly source: string;
  readonly url?: string;
  readonly status?: number;
  /** What its bytes were read as, and so the escapes of its addresses. */
  readonly encoding?: string;
  readonly document: Document;
}

/** Parse HTML text. Never throws: what is over the limits is left out and told as a notice. */
export function parseHtml(page: TextPage): Staged<PageDom> {
  const { source, url, status, text } = page;
  const closed = closeSelfClosed(text);
  const tamed = tame(renameTags(closed.text));
  const document = parsePage(tamed.text);
  return {
    value: {
      source,
      ...(url !== undefined && { url }),
      ...(status !== undefined && { status }),
      encoding: page.encoding.name,
      document,
    },
    notices: [
      ...framesOf(text),
      ...closed.notices,
      ...tamed.notices.filter((notice) => isTrueOf(document, notice)),
      ...decodeLegacyFonts(document, tamed.text, page.encoding),
    ],
  };
}

/**
 * An element that the source never closes may have been closed by the end of one around it: then the tree goes on behind it.
 */
function isTrueOf(document: Document, { rule, params }: Notice): boolean {
  const name = /^<(noscript|object|select|template)>$/.exec(String(params?.what))?.[1];
  return rule !== 'markup/unclosed' || name === undefined || endsInside(document, name);
}

function endsInside(document: Document, name: string): boolean {
  for (let node: ParentNode = document; ; ) {
    const last: ChildNode | undefined = node.children.findLast(
      (child) => isElement(child) || (isText(child) && child.data.trim() !== ''),
    );
    if (last === undefined || !isElement(last)) return false;
    if (last.name === name) return true;
    node = last;
  }
}
