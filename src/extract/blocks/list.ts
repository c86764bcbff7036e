/** Lists and lists of terms, with what careless editors left between their items. */
import { type AnyNode, type Element, isElement } from '../../dom/index.ts';
import type { Block, Inline } from '../../model/index.ts';
import { isOnlyPicture } from './context.ts';
import { joinCaptions } from './figure.ts';
import type { BlockHandler } from './handler.ts';
import { settle } from './inline.ts';

export const list: BlockHandler = (el, { context, flow }) => {
  const items: Block[][] = [];
  let stray: AnyNode[] = [];
  const closeStray = (): void => {
    const blocks = flow(stray);
    // Some editors nest a list beside the items instead of inside one: it belongs to the item before it.
    if (blocks.length > 0) {
      const last = items.at(-1);
      if (last) last.push(...blocks);
      else items.push(blocks);
    }
    stray = [];
  };
  for (const child of el.children) {
    if (isElement(child) && child.name === 'li') {
      closeStray();
      const blocks = context.dropped.has(child) ? [] : joinCaptions(flow(child.children), context);
      if (blocks.length > 0) items.push([...blocks]);
    } else stray.push(child);
  }
  closeStray();
  if (items.length === 0) return [];
  // Slides: the points of a list that are a picture each, with what is said of it.
  if (items.flat().every(({ kind }) => kind === 'figure')) return items.flat();
  const start = Number.parseInt(el.attribs.start ?? '', 10);
  return [
    {
      kind: 'list',
      ordered: el.name === 'ol',
      ...(el.name === 'ol' && Number.isInteger(start) && start !== 1 && { start }),
      items,
    },
  ];
};

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
