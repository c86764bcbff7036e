/**
 * Selectors over an index of the page. A template asks for a few dozen ids and classes; walking the whole tree for each
 * would cost more than parsing it, so one walk notes where every id, class and tag stands. Attributes are many and few of
 * them are asked for, so who has one is found out when it is asked.
 */
import { isElement, walk } from './read.ts';
import type { AnyNode, Document, DomIndex, Element } from './tree.ts';

/** The index of a page; made once per document, which nobody changes. */
function indexOf(document: Document): DomIndex {
  if (document.index) return document.index;
  const elements: Element[] = [];
  const ids = new Map<string, Element[]>();
  const classes = new Map<string, Element[]>();
  const tags = new Map<string, Element[]>();
  const note = (map: Map<string, Element[]>, key: string, element: Element): void => {
    const list = map.get(key);
    if (list) list.push(element);
    else map.set(key, [element]);
  };
  walk(document, (node) => {
    if (!isElement(node)) return true;
    node.order = elements.length;
    elements.push(node);
    note(tags, node.name, node);
    const { id } = node.attribs;
    if (id !== undefined) note(ids, id, node);
    for (const word of classesOf(node)) note(classes, word, node);
    return true;
  });
  document.index = { elements, ids, classes, tags, attributes: new Map() };
  return document.index;
}

function withAttribute({ elements, attributes }: DomIndex, name: string): readonly Element[] {
  const known = attributes.get(name);
  if (known) return known;
  const found = elements.filter(({ attribs }) => attribs[name] !== undefined);
  attributes.set(name, found);
  return found;
}

const none: readonly string[] = [];

/** The class words of an element. */
export function classesOf(element: Element): readonly string[] {
  const value = element.attribs.class;
  if (!value) return none;
  return /\s/.test(value) ? value.split(/\s+/).filter(Boolean) : [value];
}

type Test =
  | { readonly by: 'tag' | 'id' | 'class'; readonly value: string }
  | {
      readonly by: 'attribute';
      readonly name: string;
      readonly how: '' | '=' | '^=' | '$=' | '*=' | '~=';
      readonly value: string;
    };
/** `a > b c`: compounds with the combinator before each. */
type Complex = readonly { readonly child: boolean; readonly tests: readonly Test[] }[];

const token =
  /\s*([>,])\s*|(\s+)|#([\p{L}\p{N}_-]+)|\.([\p{L}\p{N}_-]+)|\[\s*([\w:-]+)\s*(?:([~^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*))\s*)?\]|([a-zA-Z][\w-]*|\*)/uy;

const compiled = new Map<string, readonly Complex[]>();

/**
 * Selectors we know: tag, #id, .class, [a], [a=b], ^= $= *= ~=, descendant, child `>`, comma. Throws RangeError for others.
 */
function compile(selector: string): readonly Complex[] {
  const known = compiled.get(selector);
  if (known) return known;
  const list: { child: boolean; tests: Test[] }[][] = [[{ child: false, tests: [] }]];
  const text = selector.trim();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const m = token.exec(text);
    if (!m) throw new RangeError(`selector “${selector}” is not understood at ${at}`);
    const complex = list.at(-1)!;
    const compound = complex.at(-1)!;
    if (m[1] === ',') list.push([{ child: false, tests: [] }]);
    else if (m[1] === '>') complex.push({ child: true, tests: [] });
    else if (m[2] !== undefined) complex.push({ child: false, tests: [] });
    else if (m[3] !== undefined) compound.tests.push({ by: 'id', value: m[3] });
    else if (m[4] !== undefined) compound.tests.push({ by: 'class', value: m[4] });
    else if (m[5] !== undefined)
      compound.tests.push({
        by: 'attribute',
        name: m[5],
        how: (m[6] ?? '') as '' | '=' | '^=' | '$=' | '*=' | '~=',
        value: m[7] ?? m[8] ?? m[9] ?? '',
      });
    else if (m[10] !== '*') compound.tests.push({ by: 'tag', value: m[10]!.toLowerCase() });
  }
  compiled.set(selector, list);
  return list;
}

/** Whether a selector is one we know. */
export function isSelector(selector: string): boolean {
  try {
    return compile(selector).every((complex) =>
      complex.every(({ tests }) => tests.length > 0 || selector.includes('*')),
    );
  } catch {
    return false;
  }
}

function passes(element: Element, test: Test): boolean {
  switch (test.by) {
    case 'tag':
      return element.name === test.value;
    case 'id':
      return element.attribs.id === test.value;
    case 'class':
      return classesOf(element).includes(test.value);
    case 'attribute': {
      const value = element.attribs[test.name];
      if (value === undefined) return false;
      switch (test.how) {
        case '':
          return true;
        case '=':
          return value === test.value;
        case '^=':
          return value.startsWith(test.value);
        case '$=':
          return value.endsWith(test.value);
        case '*=':
          return value.includes(test.value);
        case '~=':
          return value.split(/\s+/).includes(test.value);
      }
    }
  }
}

function matchesComplex(element: Element, complex: Complex, last = complex.length - 1): boolean {
  const compound = complex[last]!;
  // A loop: a function made for each of thousands of elements would be the dearest part.
  for (const test of compound.tests) if (!passes(element, test)) return false;
  if (last === 0) return true;
  for (let up: AnyNode | null = element.parent; up && isElement(up); up = up.parent) {
    if (matchesComplex(up, complex, last - 1)) return true;
    if (compound.child) return false;
  }
  return false;
}

/**
 * The shortest list that must hold every match of the last compound; who has an attribute is asked only where nothing else
 * is told.
 */
function candidates(index: DomIndex, tests: readonly Test[]): readonly Element[] {
  let best: readonly Element[] | undefined;
  for (const test of tests) {
    if (test.by === 'attribute') continue;
    const lists = test.by === 'id' ? index.ids : test.by === 'class' ? index.classes : index.tags;
    const list = lists.get(test.value) ?? nothing;
    if (!best || list.length < best.length) best = list;
  }
  const [first] = tests;
  return best ?? (first?.by === 'attribute' ? withAttribute(index, first.name) : index.elements);
}

const nothing: readonly Element[] = [];

function matching(index: DomIndex, complex: Complex): readonly Element[] {
  const list = candidates(index, complex[complex.length - 1]!.tests);
  return list.length === 0 ? nothing : list.filter((element) => matchesComplex(element, complex));
}

/** Every element of the page that matches, in document order. */
export function select(page: { readonly document: Document }, selector: string): readonly Element[] {
  const index = indexOf(page.document);
  const list = compile(selector);
  // Most selectors are one, whose candidates stand in order, and match nothing.
  if (list.length === 1) return matching(index, list[0]!);
  const found = new Set(list.flatMap((complex) => matching(index, complex)));
  return [...found].sort((a, b) => a.order - b.order);
}

/** Does any element of the page match? */
export function has(page: { readonly document: Document }, selector: string): boolean {
  const index = indexOf(page.document);
  for (const complex of compile(selector))
    for (const element of candidates(index, complex[complex.length - 1]!.tests))
      if (matchesComplex(element, complex)) return true;
  return false;
}

/** The first element that matches, trying the selectors in order. */
export function selectFirst(page: { readonly document: Document }, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const [first] = select(page, selector);
    if (first) return first;
  }
  return undefined;
}
