/**
 * Element → Block. Three groups of elements: those with a meaning of their own (the `handlers` table), those that are only
 * walked through (div, font, layout cells), and those never read (script, form controls). Running text between paragraph-level
 * elements becomes a paragraph; two breaks in a row part paragraphs, as the authors of legacy pages meant them to.
 */
import { type AnyNode, type Element, isElement, isUnseen, textOf } from '../../dom/index.ts';
import { type Block, type Inline, inlineText } from '../../model/index.ts';
import { resolve } from './address.ts';
import { type BlockContext, blockContext, blockTags, captionWords, holdsBlocks } from './context.ts';
import { joinCaptions } from './figure.ts';
import { imageNamed } from './image.ts';
import { inlinesOf, type Mark, markOf, settle, wrap } from './inline.ts';
import { toTable } from './table.ts';

export { resolve } from './address.ts';
export { blockContext, captionWords } from './context.ts';

/** The blocks that some nodes of a page hold, in reading order. */
export function toBlocks(nodes: readonly AnyNode[], given: Parameters<typeof blockContext>[0] = {}): readonly Block[] {
  const context = blockContext(given);
  return withoutEdgeRules(joinCaptions(flow(nodes, context), context));
}

/** A line across the page parts text from text: with nothing before or after it, it parted the article from its frame. */
function withoutEdgeRules(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(isNoRule);
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex(isNoRule) + 1);
}

const isNoRule = ({ kind }: Block): boolean => kind !== 'rule';

/** Blocks of a run of sibling nodes. */
export function flow(nodes: readonly AnyNode[], context: BlockContext, marks: readonly Mark[] = []): Block[] {
  const out: Block[] = [];
  let run: Inline[] = [];
  let first: AnyNode | undefined;
  const flush = (): void => {
    if (run.length > 0) append(out, paragraphs(run, first, context, marks));
    run = [];
    first = undefined;
  };
  for (const node of nodes) {
    if (context.dropped.has(node)) continue;
    if (isElement(node) && (blockTags.has(node.name) || holdsBlocks(node, context))) {
      flush();
      append(out, element(node, context, marks));
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

/** Spreading a hundred thousand blocks into the arguments of `push` would overflow the stack. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

type Handler = (element: Element, context: BlockContext, marks: readonly Mark[]) => Block[];

const children: Handler = (el, context, marks) => flow(el.children, context, marks);
const nothing: Handler = () => [];

const heading: Handler = (el, context, marks) => {
  const blocks = flow(el.children, context, marks);
  const level = Number(el.name[1]) as 1 | 2 | 3 | 4 | 5 | 6;
  // A heading of several lines in a row of paragraphs is layout; one that runs on for sentences is a paragraph in big type.
  return blocks.map((block): Block => {
    if (block.kind !== 'paragraph' || block.role) return block;
    return inlineText(block.children).length > maxHeadingChars
      ? block
      : { kind: 'heading', level, children: unmark(block.children) };
  });
};

/** Longest heading seen on the portal pages: 190 letters. */
const maxHeadingChars = 240;

/** Bold is what a heading is anyway. */
function unmark(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.flatMap((node) => (node.kind === 'strong' ? unmark(node.children) : [node]));
}

const list: Handler = (el, context, marks) => {
  const items: Block[][] = [];
  let stray: AnyNode[] = [];
  const closeStray = (): void => {
    const blocks = flow(stray, context, marks);
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
      const blocks = context.dropped.has(child) ? [] : joinCaptions(flow(child.children, context, marks), context);
      if (blocks.length > 0) items.push([...blocks]);
    } else stray.push(child);
  }
  closeStray();
  if (items.length === 0) return [];
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

const quote: Handler = (el, context, marks) => {
  const blocks = flow(el.children, context, marks);
  return blocks.length > 0 ? [{ kind: 'quote', children: blocks }] : [];
};

const preformatted: Handler = (el, context) => {
  if (context.dropped.has(el)) return [];
  const code = el.children.filter(isElement).find((child) => child.name === 'code');
  const language = /(?:^|\s)(?:language|lang|brush:)-?\s*([\w+#-]+)/.exec(
    `${code?.attribs.class ?? ''} ${el.attribs.class ?? ''}`,
  )?.[1];
  const value = preText(el, context).replace(/^\n/, '').trimEnd();
  return value.trim() === '' ? [] : [{ kind: 'code', ...(language && { language }), value }];
};

function preText(node: AnyNode, context: BlockContext): string {
  if (context.dropped.has(node)) return '';
  if (node.type === 'text') return node.data;
  if (!isElement(node) || isUnseen(node)) return '';
  return node.name === 'br' ? '\n' : node.children.map((child) => preText(child, context)).join('');
}

const definitions: Handler = (el, context, marks) => {
  const items: { term: readonly Inline[]; definition: Block[] }[] = [];
  const define = (nodes: readonly AnyNode[]): void => {
    const definition = flow(nodes, context, marks);
    const last = items.at(-1);
    if (last) last.definition.push(...definition);
    else if (definition.length > 0) items.push({ term: [], definition });
  };
  const read = (parent: Element): void => {
    for (const child of parent.children) {
      if (context.dropped.has(child)) continue;
      if (!isElement(child)) define([child]);
      else if (child.name === 'dt')
        items.push({ term: settle(flow(child.children, context, marks).flatMap(runOf)), definition: [] });
      else if (child.name === 'div') read(child);
      // What stands between the parts of a list of terms belongs to the term before it.
      else define(child.name === 'dd' ? child.children : [child]);
    }
  };
  read(el);
  const full = items.filter((item) => item.term.length > 0 || item.definition.length > 0);
  return full.length > 0 ? [{ kind: 'definitions', items: full }] : [];
};

const runOf = (block: Block): readonly Inline[] =>
  block.kind === 'paragraph' || block.kind === 'heading' ? block.children : block.kind === 'figure' ? block.images : [];

const figure: Handler = (el, context, marks) => {
  const blocks = flow(el.children, context, marks);
  const only = blocks.length > 1 ? joinCaptions(blocks, context, true) : blocks;
  return [...only];
};

const caption: Handler = (el, context, marks) => {
  const blocks = flow(el.children, context, marks);
  for (const block of blocks) context.looks.set(block, { centred: true, caption: true });
  return blocks;
};

/** Frames worth a link: videos, maps, documents. Advertisements and buttons are not. */
const embeds =
  /youtube|youtu\.be|vimeo|dailymotion|facebook\.com\/plugins\/(?:video|post)|player|video|docs\.google|slideshare|scribd|maps/i;

const embed: Handler = (el, context) => {
  const source =
    el.attribs.src ??
    el.attribs['data-src'] ??
    el.attribs.data ??
    el.children.filter(isElement).find((child) => child.name === 'source')?.attribs.src;
  const href = source === undefined ? undefined : resolve(source, context.base);
  if (!href || ((el.name === 'iframe' || el.name === 'embed' || el.name === 'object') && !embeds.test(href))) return [];
  const title = el.attribs.title?.trim();
  return [{ kind: 'embed', href, ...(title && { title }) }];
};

const handlers: Readonly<Record<string, Handler>> = {
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
  table: (el, context, marks) => toTable(el, context, (nodes) => flow(nodes, context, marks)),
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
  const handler = handlers[el.name];
  if (!handler && isUnseen(el)) return [];
  const mark = blockTags.has(el.name) ? undefined : markOf(el, context.base);
  const blocks = (handler ?? children)(el, context, mark ? [...marks, mark] : marks);
  const isNamed = captionWords.test(el.attribs.class ?? '') || context.captions.has(el);
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

/** A run of inlines as paragraphs: parted where two breaks meet; pictures standing alone become figures. */
function paragraphs(
  run: readonly Inline[],
  first: AnyNode | undefined,
  context: BlockContext,
  marks: readonly Mark[],
): Block[] {
  const isSapo = first !== undefined && isWithin(first, context.sapo);
  return partAtBreaks(run)
    .map((part) => settle(part))
    .filter((part) => part.length > 0)
    .flatMap((part) =>
      isSapo ? paragraph(plainLead(part), true, marks.filter(notStrong)) : paragraph(part, false, marks),
    );
}

const notStrong = ({ kind }: Mark): boolean => kind !== 'strong';

/** Where no class tells the lead, bold type does: the role says so now, as it does of a heading. */
const plainLead = (part: readonly Inline[]): readonly Inline[] =>
  part.every(({ kind }) => kind === 'strong') ? unmark(part) : part;

function isWithin(node: AnyNode, set: ReadonlySet<AnyNode>): boolean {
  if (set.size === 0) return false;
  for (let at: AnyNode | null = node; at; at = at.parent) if (set.has(at)) return true;
  return false;
}

function paragraph(part: readonly Inline[], isSapo: boolean, marks: readonly Mark[]): Block[] {
  const text = inlineText(part).trim();
  const images = imagesIn(part);
  if (text === '') return images.length > 0 ? [{ kind: 'figure', images }] : [];
  const named = imageNamed(text);
  if (named && images.length === 0) return [{ kind: 'figure', images: [named] }];
  const children = marks.reduceRight<readonly Inline[]>((inner, mark) => wrap(inner, mark), part);
  const block: Block = { kind: 'paragraph', ...(isSapo && { role: 'sapo' as const }), children };
  const lead = leadingImages(part);
  if (lead.images.length > 0 && lead.rest.length > 0) {
    const rest = marks.reduceRight<readonly Inline[]>((inner, mark) => wrap(inner, mark), lead.rest);
    return [
      { kind: 'figure', images: lead.images },
      { ...block, children: rest },
    ];
  }
  return [block];
}

/** Pictures at the head of a run, when a break parts them from the text: a figure, and what follows it. */
function leadingImages(part: readonly Inline[]): {
  images: Extract<Inline, { kind: 'image' }>[];
  rest: readonly Inline[];
} {
  const at = part.findIndex((node) => inlineText([node]).trim() !== '');
  const head = part.slice(0, at);
  const images = imagesIn(head);
  const parted = head.some((node) => node.kind === 'break');
  return images.length > 0 && parted ? { images, rest: settle(part.slice(at)) } : { images: [], rest: [] };
}

function imagesIn(nodes: readonly Inline[]): Extract<Inline, { kind: 'image' }>[] {
  return nodes.flatMap((node) => (node.kind === 'image' ? [node] : 'children' in node ? imagesIn(node.children) : []));
}

/** Cut a run where two or more breaks stand together, inside marks too. */
function partAtBreaks(run: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  let breaks: Inline[] = [];
  for (const node of run) {
    if (node.kind === 'break') {
      breaks.push(node);
      continue;
    }
    if (node.kind === 'text' && node.value.trim() === '' && breaks.length > 0) continue;
    if (breaks.length >= 2) parts.push([]);
    else if (breaks.length === 1 && parts.at(-1)!.length > 0) parts.at(-1)!.push(breaks[0]!);
    breaks = [];
    if ('children' in node) {
      const inner = partAtBreaks(node.children);
      inner.forEach((children, i) => {
        if (i > 0) parts.push([]);
        if (children.length > 0) parts.at(-1)!.push({ ...node, children });
      });
    } else parts.at(-1)!.push(node);
  }
  return parts;
}

/** Visible text of nodes, for what is removed. */
export function removedText(node: AnyNode): string {
  return textOf(node).slice(0, 2000);
}
