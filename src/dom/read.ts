import type { AnyNode, Document, Element, ParentNode, Text } from './tree.ts';

/** Is it an element? `<script>` and `<style>` are elements too. */
export function isElement(node: AnyNode | null | undefined): node is Element {
  return node != null && node.type === 'tag';
}

export function isText(node: AnyNode | null | undefined): node is Text {
  return node != null && node.type === 'text';
}

/** Value of an attribute, or undefined. */
export function attr(element: Element, name: string): string | undefined {
  return element.attribs[name];
}

/** The parent element; undefined at the top of the tree. */
export function parentElement(node: AnyNode): Element | undefined {
  const { parent } = node;
  return parent && isElement(parent) ? parent : undefined;
}

const space = /\s+/g;
/** Most text is tidy already, and writing it anew costs many times what a look at it does. */
const untidy = /[^\S ]| {2}/;

/** Runs of white space (no-break space included) become one space. */
export const squeeze = (text: string): string => (untidy.test(text) ? text.replace(space, ' ') : text);

/** The same, with both ends trimmed. */
export const collapse = (text: string): string => squeeze(text).trim();

/** 1–6 for the name of a heading, 0 for others. */
export function headingLevel(name: string): number {
  const level = name.length === 2 && name.startsWith('h') ? name.charCodeAt(1) - 48 : 0;
  return level >= 1 && level <= 6 ? level : 0;
}

/** Elements whose text no reader sees. */
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'select',
  'datalist',
  'textarea',
  'head',
  'title',
  'object',
  'audio',
  'video',
]);

/** Is the element's content code, a form control or metadata rather than text to read? */
export function isUnseen(element: Element): boolean {
  return unseen.has(element.name) || isPermalink(element);
}

/** `<h2>Cài đặt<a href="#cai-dat">¶</a></h2>`: a sign to copy the address of a heading by. */
export function isPermalink({ name, attribs: { href }, children: [only, ...others] }: Element): boolean {
  if (name !== 'a' || !href?.includes('#') || others.length > 0 || !isText(only)) return false;
  const sign = only.data.trim();
  return sign === '¶' || sign === '🔗' || sign === '#';
}

const hiddenStyle = /(?:^|;|\s)(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Does the element hide itself from readers by its own attributes (`hidden`, `display:none`)? */
export function isHidden(element: Element): boolean {
  const { attribs } = element;
  return attribs.hidden !== undefined || (attribs.style !== undefined && hiddenStyle.test(attribs.style));
}

/**
 * Visit a tree in document order, without recursion: hostile pages nest deeper than the stack is.
 * `enter` returns false to skip the children of a node; `leave` hears of the end of every node that was not skipped.
 */
export function walk(
  root: AnyNode,
  enter: (node: AnyNode) => boolean | undefined,
  leave?: (node: AnyNode) => void,
): void {
  let node: AnyNode | null = root;
  while (node) {
    const inside: boolean = enter(node) !== false;
    const first: AnyNode | undefined = inside && 'children' in node ? (node as ParentNode).children[0] : undefined;
    if (first) {
      node = first;
      continue;
    }
    if (inside) leave?.(node);
    while (node && node !== root && !node.next) {
      node = node.parent;
      if (node) leave?.(node);
    }
    node = node && node !== root ? node.next : null;
  }
}

/** Is there such a node in the tree, outside what is left out of it? */
export function hasNode(
  root: AnyNode,
  isIt: (node: AnyNode) => boolean,
  without: ReadonlySet<AnyNode> = new Set(),
): boolean {
  let found = false;
  walk(root, (node) => {
    if (without.has(node)) return false;
    found ||= isIt(node);
    return !found;
  });
  return found;
}

/** Visible text of a node, white space as written; `<br>` is a line break. */
export function rawText(root: AnyNode): string {
  let text = '';
  walk(root, (node) => {
    if (isText(node)) text += node.data;
    else if (isElement(node)) {
      if (node.name === 'br') text += '\n';
      return !(node !== root && isUnseen(node));
    }
    return true;
  });
  return text;
}

/** Visible text of a node on one line. */
export function textOf(root: AnyNode): string {
  return collapse(rawText(root));
}

/** Does `ancestor` contain `node` (or is it the same)? */
export function contains(ancestor: AnyNode, node: AnyNode): boolean {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

/** The element that a document's content stands in: `<body>`, else the document element. */
export function bodyOf(document: Document): Element | undefined {
  const html = document.children.filter(isElement).find((child) => child.name === 'html');
  return html?.children.filter(isElement).find((child) => child.name === 'body') ?? html;
}
