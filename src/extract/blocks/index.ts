/**
 * Element → Block. Three groups of elements: those with a meaning of their own (the `handlers` table), those that are only
 * walked through (div, font, layout cells), and those never read (script, form controls). Running text between
 * paragraph-level elements becomes a paragraph; two breaks in a row part paragraphs, as the authors of legacy pages meant
 * them to.
 */
import { type AnyNode, type Element, isElement, isText, isUnseen, parentElement, textOf } from '../../dom/index.ts';
import type { Block, Inline } from '../../model/index.ts';
import {
  type BlockContext,
  blockContext,
  blockTags,
  holdsBlocks,
  isNamedCaption,
  isOnlyPicture,
  maxCaptionChars,
} from './context.ts';
import { embed } from './embed.ts';
import { joinCaptions } from './figure.ts';
import type { BlockHandler } from './handler.ts';
import { heading } from './heading.ts';
import { inlinesOf, type Mark, markOf } from './inline.ts';
import { definitions, list } from './list.ts';
import { paragraphs } from './paragraph.ts';
import { preformatted } from './preformatted.ts';
import { stanzasIn } from './stanzas.ts';
import { table } from './table.ts';

export { resolve } from './address.ts';
export { blockContext, isNamedCaption, maxCaptionChars } from './context.ts';
export { embedded } from './embed.ts';
export { fileExtension, fileKinds, iconLabel, isFileAddress } from './file-link.ts';
export { noteName } from './footnotes.ts';
export { toImage } from './image.ts';
export { areCaptions, dataTableAround, isDataTable } from './table.ts';

/** The blocks that some nodes of a page hold, in reading order. */
export function toBlocks(nodes: readonly AnyNode[], given: Parameters<typeof blockContext>[0] = {}): readonly Block[] {
  const context = blockContext({ ...given, nodes });
  return withoutEdgeRules(joinCaptions(flow(nodes, context), context), context);
}

/**
 * A line across the page parts text from text: with nothing before or after it, it parted the article from its frame, and
 * before the notes it parted them from the text, as Word has it.
 */
function withoutEdgeRules(blocks: readonly Block[], { removed }: BlockContext): readonly Block[] {
  const first = blocks.findIndex(isNoRule);
  const last = blocks.findLastIndex((block) => isNoRule(block) && block.kind !== 'footnote');
  return blocks.filter((block, i) => {
    if ((first >= 0 && i >= first && i <= last) || isNoRule(block)) return true;
    removed.push({ rule: 'boilerplate/rule', text: '<hr>' });
    return false;
  });
}

const isNoRule = ({ kind }: Block): boolean => kind !== 'rule';

/** Blocks of a run of sibling nodes. */
function flow(nodes: readonly AnyNode[], context: BlockContext, marks: readonly Mark[] = []): Block[] {
  const out: Block[] = [];
  const stanzas = stanzasIn(nodes, context);
  let stanza: number | undefined;
  let run: Inline[] = [];
  let first: AnyNode | undefined;
  const flush = (): void => {
    if (run.length > 0) append(out, paragraphs(run, first, context, marks));
    run = [];
    first = undefined;
  };
  for (const node of nodes) {
    if (context.dropped.has(node)) continue;
    if (isElement(node) && isApart(node, context)) {
      flush();
      const blocks = element(node, context, marks);
      const goesOn = stanza !== undefined && stanza === stanzas.get(node);
      if (!(goesOn && joinVerse(out, blocks, context))) append(out, blocks);
      stanza = stanzas.get(node);
    } else {
      const inlines = inlinesOf(node, context);
      if (inlines.length > 0) {
        first ??= node;
        append(run, inlines);
      }
    }
  }
  flush();
  return out;
}

/** Put a line of verse behind the line that its stanza has so far. */
function joinVerse(out: Block[], [verse, ...more]: readonly Block[], { looks }: BlockContext): boolean {
  const last = out.at(-1);
  if (last?.kind !== 'paragraph' || verse?.kind !== 'paragraph' || more.length > 0) return false;
  const joined: Block = { ...last, children: [...last.children, { kind: 'break' }, ...verse.children] };
  const look = looks.get(last);
  if (look) looks.set(joined, look);
  out[out.length - 1] = joined;
  return true;
}

/** Does an element begin a paragraph of its own? */
const isApart = (el: Element, context: BlockContext): boolean =>
  blockTags.has(el.name) || holdsBlocks(el, context) || isCaption(el) || isAllUnderPicture(el);

/**
 * A caption may stand in a `<span>` beside its picture: it is a line of its own. Small print right under one says what it
 * shows.
 */
const isCaption = (el: Element): boolean =>
  isNamedCaption(el) ||
  (el.name === 'small' && isOnlyPicture(besides(el, 'prev'))) ||
  (isAllUnderPicture(el) && pictureWords.test(parentElement(el)?.attribs.class ?? ''));

/** Class words that say “picture”: `<div class="pimg">`. */
const pictureWords = /(?:^|[\s_-])p?(?:im(?:g|age)|pic(?:ture)?|photo|anh|hinh)(?:[\s_-]|box|$)/iu;

/** `<div><img><span>…</span></div>`: a short text that is all there is under a picture. What it is, its words tell. */
const isAllUnderPicture = (el: Element): boolean =>
  el.name === 'span' &&
  besides(el, 'next') === null &&
  isOnlyPicture(besides(el, 'prev')) &&
  textOf(el).length <= maxCaptionChars;

/** What stands before or behind an element, white space and breaks apart. */
export function besides(el: Element, way: 'prev' | 'next'): AnyNode | null {
  let beside = el[way];
  while (beside && ((isText(beside) && beside.data.trim() === '') || (isElement(beside) && beside.name === 'br')))
    beside = beside[way];
  return beside;
}

/** Spreading a hundred thousand blocks into the arguments of `push` would overflow the stack. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

const children: BlockHandler = (el, { flow }) => flow(el.children);

/** A slide's number has an element of its own before the caption: `<span>3/5</span><span>Bến cá lúc rạng đông</span>`. */
const unnumbered: BlockHandler = (el, { context, flow }) => {
  const [first, ...rest] = el.children.filter((child) => !isText(child) || child.data.trim() !== '');
  const isNumbered =
    first !== undefined && isElement(first) && rest.length > 0 && /^\d{1,3}(?:\/\d{1,3})?$/.test(textOf(first).trim());
  if (isNumbered) context.removed.push({ rule: 'boilerplate/slide-number', text: textOf(first) });
  return flow(isNumbered ? rest : el.children);
};
const nothing: BlockHandler = () => [];

const quote: BlockHandler = (el, { flow }) => {
  const blocks = flow(el.children);
  return blocks.length > 0 ? [{ kind: 'quote', children: blocks }] : [];
};

const figure: BlockHandler = (el, { context, flow }) => {
  const inside = flow(el.children);
  // Drupal’s captions of pictures are quotes.
  const isPicture = inside.some(({ kind }) => kind === 'figure');
  const blocks = inside.flatMap((block) => (isPicture && block.kind === 'quote' ? block.children : [block]));
  const only = blocks.length > 1 ? joinCaptions(blocks, context, true) : blocks;
  return [...only];
};

const caption: BlockHandler = (el, { context, flow }) => {
  const blocks = flow(el.children);
  for (const block of blocks) context.looks.set(block, { centred: true, caption: true });
  return blocks;
};

const handlers: Readonly<Record<string, BlockHandler>> = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: list,
  ol: list,
  menu: list,
  dir: list,
  dl: definitions,
  blockquote: quote,
  pre: preformatted,
  listing: preformatted,
  xmp: preformatted,
  table,
  figure,
  figcaption: caption,
  iframe: embed,
  video: embed,
  audio: embed,
  embed,
  object: embed,
  hr: () => [{ kind: 'rule' }],
  col: nothing,
  colgroup: nothing,
};

function element(el: Element, context: BlockContext, marks: readonly Mark[]): Block[] {
  const note = context.footnotes.notes.get(el);
  if (note) {
    const children = flow(el.children, context);
    return children.length > 0 ? [{ kind: 'footnote', ...note, children }] : [];
  }
  const handler = handlers[el.name];
  if (!handler && isUnseen(el)) return [];
  const mark = blockTags.has(el.name) ? undefined : markOf(el, context.base);
  const inner = mark ? [...marks, mark] : marks;
  const blocks = (handler ?? (isCaption(el) ? unnumbered : children))(el, {
    context,
    marks: inner,
    flow: (nodes) => flow(nodes, context, inner),
  });
  const isNamed = isCaption(el) || context.captions.has(el);
  if (isCentred(el) || isNamed) {
    const isCaption = isNamed && !blocks.some((block) => block.kind === 'figure');
    for (const block of blocks) {
      const look = context.looks.get(block);
      context.looks.set(block, { centred: true, caption: isCaption || look?.caption === true });
    }
  }
  return blocks;
}

function isCentred(el: Element): boolean {
  return (
    el.name === 'center' ||
    el.attribs.align === 'center' ||
    /text-align\s*:\s*center/i.test(el.attribs.style ?? '') ||
    /(?:^|\s)(?:text-center|center|rtecenter|ms-rteAlign-?center)(?:\s|$)/i.test(el.attribs.class ?? '')
  );
}
