/** Lists and lists of terms, with what careless editors left between their items. */
import { type AnyNode, type Element, isElement, isHidden } from '../../dom/index.ts';
import { type Block, type Inline, type List, numbersOf } from '../../model/index.ts';
import { isOnlyPicture } from './context.ts';
import { joinCaptions } from './figure.ts';
import type { BlockHandler } from './handler.ts';
import { settle } from './inline.ts';

/** `<ul>` and `<ol>` → list, with the numbers that a browser would print. */
export const list: BlockHandler = (el, { context, flow }) => {
  if (itemsOf(el).some((item) => context.footnotes.notes.has(item))) return flow(el.children);
  const style = styleOf(el);
  const ordered = style !== 'bullet' && (el.name === 'ol' || style !== undefined);
  const isShown = (item: AnyNode): boolean => !(isElement(item) && isHidden(item) && context.dropped.has(item));
  const count = counter(el, itemsOf(el).filter(isShown).length);
  const before: Block[] = [];
  const items: Item[] = [];
  let stray: AnyNode[] = [];
  const closeStray = (): void => {
    const blocks = flow(stray);
    stray = [];
    if (blocks.length === 0) return;
    const last = items.at(-1);
    // Some editors nest a list beside the items instead of inside one: it belongs to the item before it.
    if (last) last.blocks.push(...blocks);
    // What stands before the first item has no number.
    else if (ordered) before.push(...blocks);
    else items.push({ number: 1, blocks });
  };
  for (const child of el.children) {
    if (isItem(child)) {
      closeStray();
      if (!isShown(child)) continue;
      const blocks = context.dropped.has(child) ? [] : joinCaptions(flow(child.children), context);
      const number = count(child);
      // An item with nothing in it has its number all the same.
      if (blocks.length > 0 || ordered) items.push({ number, blocks: [...blocks] });
    } else stray.push(child);
  }
  closeStray();
  const isFull = ({ blocks }: Item): boolean => blocks.length > 0;
  const full = items.slice(Math.max(0, items.findIndex(isFull)), items.findLastIndex(isFull) + 1);
  if (full.length === 0) return before;
  const blocks = full.map((item) => item.blocks);
  // Slides: the points of a list that are a picture each, with what is said of it.
  if (blocks.flat().every(({ kind }) => kind === 'figure')) return [...before, ...blocks.flat()];
  if (!ordered) return [{ kind: 'list', ordered: false, items: blocks }];
  return [...before, orderedList(full, style === '1' ? undefined : style, el.attribs.reversed !== undefined)];
};

interface Item {
  readonly number: number;
  readonly blocks: Block[];
}

function orderedList(items: readonly Item[], numbering: List['numbering'], reversed: boolean): List {
  const numbers = items.map(({ number }) => number);
  const [start = 1] = numbers;
  const plain: List = {
    kind: 'list',
    ordered: true,
    ...(start !== 1 && { start }),
    ...(numbering && { numbering }),
    ...(reversed && { reversed }),
    items: items.map(({ blocks }) => blocks),
  };
  return numbersOf(plain).every((number, i) => number === numbers[i]) ? plain : { ...plain, numbers };
}

const isItem = (node: AnyNode): node is Element => isElement(node) && node.name === 'li';
const itemsOf = (el: Element): readonly Element[] => el.children.filter(isItem);

type Style = NonNullable<List['numbering']> | '1' | 'bullet';

/** What stands for the marks of a list in `list-style` → what `type` calls them. */
const styles: readonly (readonly [RegExp, Style])[] = [
  [/lower-(?:alpha|latin)/, 'a'],
  [/upper-(?:alpha|latin)/, 'A'],
  [/lower-roman/, 'i'],
  [/upper-roman/, 'I'],
  [/decimal/, '1'],
  [/disc|circle|square/, 'bullet'],
];

/** How a list marks its items, where it says so; editors of documents say it of each item. */
function styleOf(el: Element): Style | undefined {
  for (const { attribs } of [...itemsOf(el).slice(0, 1), el]) {
    const [, told = ''] = /(?:^|[;\s])list-style(?:-type)?\s*:\s*([^;]+)/i.exec(attribs.style ?? '') ?? [];
    const style = styles.find(([name]) => name.test(told.toLowerCase()))?.[1];
    if (style) return style;
  }
  const type = el.name === 'ol' ? (el.attribs.type ?? '') : '';
  return /^[aAiI]$/.test(type) ? (type as Style) : undefined;
}

/** Browsers count in 32 bits. */
const maxNumber = 2 ** 31 - 1;

function numberIn(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10);
  return Math.abs(number) <= maxNumber ? number : undefined;
}

/** Counts the items of a list as a browser does: from `start`, down where it is `reversed`, anew at each `value`. */
function counter(el: Element, all: number): (item: Element) => number {
  const step = el.attribs.reversed === undefined ? 1 : -1;
  let next = numberIn(el.attribs.start) ?? (step === 1 ? 1 : all);
  return ({ attribs }) => {
    const number = numberIn(attribs.value) ?? next;
    next = number + step;
    return number;
  };
}

/** `<dl>` → terms with their definitions; terms that are pictures become figures. */
export const definitions: BlockHandler = (el, { context, flow }) => {
  // TYPO3 and WordPress set a picture for a term, and its caption for what it means.
  const terms = termsOf(el);
  if (terms.length > 0 && terms.every(isOnlyPicture)) return [...joinCaptions(flow(el.children), context, true)];
  const items: { term: readonly Inline[]; definition: Block[] }[] = [];
  const define = (nodes: readonly AnyNode[]): void => {
    const definition = flow(nodes);
    const last = items.at(-1);
    if (last) last.definition.push(...definition);
    else if (definition.length > 0) items.push({ term: [], definition });
  };
  const read = (parent: Element): void => {
    for (const child of parent.children) {
      if (context.dropped.has(child)) continue;
      if (!isElement(child)) define([child]);
      else if (child.name === 'dt') items.push({ term: settle(flow(child.children).flatMap(runOf)), definition: [] });
      else if (child.name === 'div') read(child);
      // What stands between the parts of a list of terms belongs to the term before it.
      else define(child.name === 'dd' ? child.children : [child]);
    }
  };
  read(el);
  const full = items.filter((item) => item.term.length > 0 || item.definition.length > 0);
  return full.length > 0 ? [{ kind: 'definitions', items: full }] : [];
};

const termsOf = (el: Element): readonly Element[] => el.children.filter(isElement).filter(({ name }) => name === 'dt');

const runOf = (block: Block): readonly Inline[] =>
  block.kind === 'paragraph' || block.kind === 'heading' ? block.children : block.kind === 'figure' ? block.images : [];
