/**
 * A page as the lines a reader sees. Titles, dates and names stand in `h1`, `div`, `td`, `font` or `span` alike;
 * what tells them apart is the line they make, where it stands, and what its classes and ids are called.
 * One walk over the page; everything inherited (bold, link, zone) is handed down from parent to child.
 */
import {
  type AnyNode,
  attr,
  type Element,
  isElement,
  isHidden,
  isText,
  isUnseen,
  type TextNode,
  walk,
} from '../dom/index.ts';
import { hiddenWords, isFieldHint, zoneOf } from './hints.ts';

export type Zone = 'content' | 'nav' | 'breadcrumb' | 'header' | 'footer' | 'aside';

export interface PageLine {
  /** Place among the lines of the page, from 0. */
  readonly index: number;
  /** NFC, one space between words. */
  readonly text: string;
  /** The element that makes the line. */
  readonly element: Element;
  readonly texts: readonly TextNode[];
  /** Classes, ids and itemprops of the element and of the three above it, nearest first, lower case. */
  readonly hints: readonly string[];
  /** 1–6 inside a heading, 0 elsewhere. */
  readonly heading: number;
  /** Share of the letters that stand in links, 0–1. */
  readonly linkShare: number;
  readonly href?: string;
  /** Every letter of it is. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly right: boolean;
  readonly listed: boolean;
  readonly zone: Zone;
  readonly inBody: boolean;
}

const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark o:p q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const boldTags = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const italicTags = new Set(['i', 'em', 'cite']);

interface State {
  readonly hidden: boolean;
  readonly block: Element;
  readonly hints: readonly string[];
  readonly heading: number;
  readonly link?: Element;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly right: boolean;
  readonly listed: boolean;
  readonly zone: Zone;
  readonly inBody: boolean;
}

/** Classes, id, itemprop and rel of one element as one lower-case string. */
export function hintOf({ attribs }: Element): string {
  const { class: classes, id, itemprop, rel } = attribs;
  return classes || id || itemprop || rel
    ? `${classes ?? ''} ${id ?? ''} ${itemprop ?? ''} ${rel ?? ''}`.trim().toLowerCase()
    : '';
}

const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const plainStyle = /font-weight\s*:\s*(?:normal|[1-5]00)/i;
const rightStyle = /text-align\s*:\s*(?:right|end)/i;
const anyAlign = /text-align\s*:/i;

function isRight(element: Element, above: boolean): boolean {
  const style = attr(element, 'style') ?? '';
  if (anyAlign.test(style)) return rightStyle.test(style);
  const align = attr(element, 'align');
  if (align !== undefined) return align.toLowerCase() === 'right';
  return above || /(?:^|\s)(?:text-right|text-end|pauthor|right)(?:\s|$)/.test(attr(element, 'class') ?? '');
}

function isBold(element: Element, above: boolean): boolean {
  const style = attr(element, 'style') ?? '';
  if (style !== '' && boldStyle.test(style)) return true;
  if (style !== '' && plainStyle.test(style)) return false;
  return above || boldTags.has(element.name);
}

interface Bounds {
  readonly body: Element | undefined;
  /** The body and all that holds it. */
  readonly around: ReadonlySet<AnyNode>;
  readonly unkept: ReadonlySet<AnyNode> | undefined;
}

/** What an element hands down to what stands in it. */
function enter(element: Element, above: State | undefined, { body, around, unkept }: Bounds): State {
  const { name } = element;
  const hint = hintOf(element);
  const block = !inlineTags.has(name) || (hint !== '' && isFieldHint(hint)) || name === 'time' || above === undefined;
  const heading = /^h[1-6]$/.test(name) ? Number(name[1]) : (above?.heading ?? 0);
  const link = name === 'a' && element.attribs.href !== undefined ? element : above?.link;
  // A page that hides its article until a script shows it hides the title and the date beside it as well.
  const hidden =
    !around.has(element) &&
    ((above?.hidden ?? false) ||
      isUnseen(element) ||
      isHidden(element) ||
      (hint !== '' && hiddenWords.test(attr(element, 'class') ?? '')));
  return {
    hidden,
    block: block || !above ? element : above.block,
    hints: hint === '' ? (above?.hints ?? []) : [hint, ...(above?.hints ?? []).slice(0, 3)],
    heading,
    ...(link && { link }),
    bold: isBold(element, above?.bold ?? false),
    italic: (above?.italic ?? false) || italicTags.has(name),
    right: isRight(element, above?.right ?? false),
    listed: (above?.listed ?? false) || name === 'li' || name === 'dd' || name === 'option',
    // What holds the body is no side column, whatever its class says (“has-sidebar”).
    zone: around.has(element) ? 'content' : zoneOf(element, hint, above?.zone ?? 'content'),
    inBody: ((above?.inBody ?? false) || element === body) && !unkept?.has(element),
  };
}

interface OpenLine {
  readonly state: State;
  readonly block: Element;
  readonly pieces: { readonly node: TextNode; readonly state: State }[];
}

function close({ pieces, block, state }: OpenLine, index: number, unkept?: ReadonlySet<AnyNode>): PageLine | undefined {
  const text = pieces
    .map(({ node }) => node.data)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
  if (text === '') return undefined;
  const inked = pieces.filter(({ node }) => node.data.trim() !== '');
  const letters = (some: typeof inked): number => some.reduce((sum, { node }) => sum + node.data.trim().length, 0);
  const linked = inked.filter((piece) => piece.state.link !== undefined);
  const href = linked[0]?.state.link?.attribs.href;
  // The innermost classes are those of the text itself; the block's own state lacks them.
  const hints = pieces.length > 0 ? (inked[0] ?? pieces[0])!.state.hints : state.hints;
  return {
    index,
    text: text.normalize('NFC'),
    element: block,
    texts: pieces.map(({ node }) => node),
    hints,
    heading: state.heading || (inked[0]?.state.heading ?? 0),
    linkShare: letters(linked) / Math.max(1, letters(inked)),
    ...(href !== undefined && { href }),
    bold: inked.every((piece) => piece.state.bold),
    italic: inked.every((piece) => piece.state.italic),
    right: inked.every((piece) => piece.state.right),
    listed: state.listed,
    zone: inked[0]?.state.zone ?? state.zone,
    inBody: state.inBody && !inked.every(({ node }) => unkept?.has(node)),
  };
}

/**
 * The visible lines of a page, or of a part of it, in reading order; `body` marks those that stand in the article's body,
 * `unkept` are the nodes inside it that were not chosen.
 */
export function linesOf(root: AnyNode, body?: Element, unkept?: ReadonlySet<AnyNode>): readonly PageLine[] {
  const around = new Set<AnyNode>();
  for (let up: AnyNode | null = body ?? null; up; up = up.parent) around.add(up);
  const bounds: Bounds = { body, around, unkept };
  const states = new Map<Element, State>();
  const lines: PageLine[] = [];
  let open: OpenLine | undefined;
  const finish = (): void => {
    const line = open && close(open, lines.length, unkept);
    if (line) lines.push(line);
    open = undefined;
  };
  walk(root, (node) => {
    if (isText(node)) {
      const state = node.parent && isElement(node.parent) ? states.get(node.parent) : undefined;
      if (!state) return true;
      if (open?.block !== state.block) {
        if (node.data.trim() === '') return true;
        finish();
        open = { state, block: state.block, pieces: [] };
      }
      open.pieces.push({ node, state });
      return true;
    }
    if (!isElement(node)) return true;
    const above = node.parent && isElement(node.parent) ? states.get(node.parent) : undefined;
    if (node.name === 'br') {
      // A broken title is still one title.
      if (!above?.heading) finish();
      return false;
    }
    const state = enter(node, above, bounds);
    if (state.hidden) return false;
    states.set(node, state);
    return true;
  });
  finish();
  return lines;
}
