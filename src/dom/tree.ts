/**
 * The tree that the parser builds. Its nodes have two shapes, with children and without, whatever they stand for: building
 * them and looking at them is then cheaper by half than with nodes that can do more.
 */
import { html, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';

interface Linked {
  parent: ParentNode | null;
  prev: ChildNode | null;
  next: ChildNode | null;
  /** Where the node is written, when the parser was asked to remember. */
  location?: Token.ElementLocation | null;
}

export interface Text extends Linked {
  readonly type: 'text';
  data: string;
}

/** A comment, or a declaration such as `<!doctype html>`. */
export interface Comment extends Linked {
  readonly type: 'comment' | 'directive';
  data: string;
}

export interface Element extends Linked {
  readonly type: 'tag';
  readonly name: string;
  readonly namespace: html.NS;
  attribs: Attributes;
  children: ChildNode[];
  /** Place among the elements of the page, once somebody has looked for some. */
  order: number;
}

/** A page, or what stands in a `<template>`. */
export interface Document extends Linked {
  readonly type: 'root';
  children: ChildNode[];
  mode: html.DOCUMENT_MODE;
  /**
   * Where its elements stand, once somebody has looked for some. Kept here, for a WeakMap of documents held the tree of
   * every page until the next full collection, which was a tenth of all time.
   */
  index?: DomIndex;
}

export interface DomIndex {
  /** All elements, in document order. */
  readonly elements: readonly Element[];
  readonly ids: ReadonlyMap<string, readonly Element[]>;
  readonly classes: ReadonlyMap<string, readonly Element[]>;
  readonly tags: ReadonlyMap<string, readonly Element[]>;
  /** Those asked for so far. */
  readonly attributes: Map<string, readonly Element[]>;
}

/** Values by name; names in lower case. */
export type Attributes = Record<string, string>;
export type ParentNode = Element | Document;
export type ChildNode = Element | Text | Comment | Document;
export type AnyNode = ChildNode;

class Leaf {
  parent: ParentNode | null = null;
  prev: ChildNode | null = null;
  next: ChildNode | null = null;
  readonly type: (Text | Comment)['type'];
  data: string;

  constructor(type: (Text | Comment)['type'], data: string) {
    this.type = type;
    this.data = data;
  }
}

/** Of all that have none: the first child brings a list of its own. */
const noChildren: ChildNode[] = [];

class Branch {
  parent: ParentNode | null = null;
  prev: ChildNode | null = null;
  next: ChildNode | null = null;
  children: ChildNode[] = noChildren;
  readonly type: ParentNode['type'];
  readonly name: string;
  readonly namespace: html.NS;
  attribs: Attributes;
  mode = html.DOCUMENT_MODE.NO_QUIRKS;
  order = 0;

  constructor(type: ParentNode['type'], name: string, namespace: html.NS, attribs: Attributes) {
    this.type = type;
    this.name = name;
    this.namespace = namespace;
    this.attribs = attribs;
  }
}

/** Names of attributes are the page's: none of them may find what every object of the language has (`constructor`). */
const NoNames = function NoNames() {} as unknown as new () => Attributes;
NoNames.prototype = Object.create(null);

/** Most elements have no attribute; nobody writes into this. */
const noAttributes: Attributes = Object.freeze(new NoNames());

function toAttributes(list: readonly Token.Attribute[]): Attributes {
  if (list.length === 0) return noAttributes;
  const attribs = new NoNames();
  for (let i = 0; i < list.length; i += 1) attribs[list[i]!.name] = list[i]!.value;
  return attribs;
}

const newDocument = (): Document => new Branch('root', '', html.NS.HTML, noAttributes) as Document;

function append(parent: ParentNode, node: ChildNode): void {
  const { children } = parent;
  const last = children.length > 0 ? children[children.length - 1]! : null;
  node.parent = parent;
  if (last) {
    last.next = node;
    node.prev = last;
    children.push(node);
  }
  // One child is the commonest number, and an array that grows is made for seventeen.
  else parent.children = [node];
}

function insertBefore(parent: ParentNode, node: ChildNode, reference: ChildNode): void {
  const { children } = parent;
  const { prev } = reference;
  if (prev) prev.next = node;
  node.prev = prev;
  node.next = reference;
  node.parent = parent;
  reference.prev = node;
  children.splice(children.at(-1) === reference ? children.length - 1 : children.indexOf(reference), 0, node);
}

function detach(node: ChildNode): void {
  if (!node.parent) return;
  const { children } = node.parent;
  // The parser moves children from the last to the first.
  children.splice(children.at(-1) === node ? children.length - 1 : children.indexOf(node), 1);
  const { prev, next } = node;
  if (prev) prev.next = next;
  if (next) next.prev = prev;
  node.parent = null;
  node.prev = null;
  node.next = null;
}

const newText = (data: string): Text => new Leaf('text', data) as Text;

export type PageTree = TreeAdapterTypeMap<
  AnyNode,
  ParentNode,
  ChildNode,
  Document,
  Document,
  Element,
  Comment,
  Text,
  Element,
  Comment
>;

/** How the parser builds the tree. Of a doctype the tree keeps that there is one: nobody asks which. */
export const treeAdapter: TreeAdapter<PageTree> = {
  createDocument: newDocument,
  createDocumentFragment: newDocument,
  createElement: (name, namespace, attrs) => new Branch('tag', name, namespace, toAttributes(attrs)) as Element,
  createCommentNode: (data) => new Leaf('comment', data) as Comment,
  createTextNode: newText,
  appendChild: append,
  insertBefore,
  detachNode: detach,
  insertText(parent, text) {
    const last = parent.children.at(-1);
    if (last?.type === 'text') last.data += text;
    else append(parent, newText(text));
  },
  insertTextBefore(parent, text, reference) {
    if (reference.prev?.type === 'text') reference.prev.data += text;
    else insertBefore(parent, newText(text), reference);
  },
  adoptAttributes(element, attrs) {
    const missing = attrs.filter(({ name }) => element.attribs[name] === undefined);
    if (missing.length > 0) element.attribs = Object.assign(new NoNames(), element.attribs, toAttributes(missing));
  },
  setTemplateContent: append,
  getTemplateContent: (template) => template.children[0] as Document,
  setDocumentType(document) {
    if (!document.children.some(({ type }) => type === 'directive'))
      append(document, new Leaf('directive', '!doctype') as Comment);
  },
  setDocumentMode(document, mode) {
    document.mode = mode;
  },
  getDocumentMode: ({ mode }) => mode,
  getFirstChild: ({ children }) => children[0] ?? null,
  getChildNodes: ({ children }) => children,
  getParentNode: ({ parent }) => parent,
  getAttrList: ({ attribs }) => Object.entries(attribs).map(([name, value]) => ({ name, value })),
  getTagName: ({ name }) => name,
  getNamespaceURI: ({ namespace }) => namespace,
  getTextNodeContent: ({ data }) => data,
  getCommentNodeContent: ({ data }) => data,
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (node): node is Text => node.type === 'text',
  isCommentNode: (node): node is Comment => node.type === 'comment',
  isDocumentTypeNode: (node): node is Comment => node.type === 'directive',
  isElementNode: (node): node is Element => node.type === 'tag',
  setNodeSourceCodeLocation(node, location) {
    node.location = location;
  },
  getNodeSourceCodeLocation: ({ location }) => location,
  updateNodeSourceCodeLocation(node, location) {
    node.location = { ...node.location, ...location } as Token.ElementLocation;
  },
};
