import { parse } from 'parse5';
import type { TextRange } from '../model/index.ts';
import { type AnyNode, type Document, type Element, treeAdapter } from './tree.ts';

/** Parse HTML, remembering where each node is written: `rangeOf`, `openTagOf`. */
export function parseLocated(text: string): Document {
  return parse(text, { treeAdapter, scriptingEnabled: false, sourceCodeLocationInfo: true });
}

/** Where a node is written, UTF-16 units of the source; undefined for nodes that the parser put in. */
export function rangeOf(node: AnyNode): TextRange | undefined {
  const at = node.location;
  return at ? { start: at.startOffset, end: at.endOffset } : undefined;
}

/** Where an element's start tag is written. */
export function openTagOf(element: Element): TextRange | undefined {
  const at = element.location;
  if (!at) return undefined;
  const tag = 'startTag' in at && at.startTag ? at.startTag : at;
  return { start: tag.startOffset, end: tag.endOffset };
}
