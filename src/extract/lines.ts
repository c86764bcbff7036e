/**
 * A page as the lines a reader sees. Titles, dates and names stand in `h1`, `div`, `td`, `font` or `span` alike;
 * what tells them apart is the line they make, where it stands, and what its classes and ids are called.
 * One walk over the page; everything inherited (bold, link, zone) is handed down from parent to child.
 */
import {
  type AnyNode,
  collapse,
  type Element,
  headingLevel,
  isElement,
  isHidden,
  isText,
  isUnseen,
  type TextNode,
  walk,
} from '../dom/index.ts';
import { hiddenWords, isFieldHint, remembered, type Zone, zoneOf } from './hints.ts';

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
  /** Pixels, where the markup itself sets the size of the type. */
  readonly size?: number;
  readonly listed: boolean;
  readonly zone: Zone;
  readonly inBody: boolean;
}

/** Letters that make a line running text; labels, names, buttons, headlines and table cells are shorter. */
const proseLetters = 80;

/** Is a line running text, and not mostly links? */
export const isProse = ({ text, linkShare }: PageLine): boolean => text.length >= proseLetters && linkShare < 0.4;

const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark o:p q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const boldTags = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const italicTags = new Set(['i', 'em', 'cite']);

/** What an element hands down to what stands in it. */
interface State {
  readonly block: Element;
  readonly hints: readonly string[];
  readonly heading: number;
  readonly link: Element | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly right: boolean;
  readonly size: number | undefined;
  readonly listed: boolean;
  readonly zone: Zone;
  readonly inBody: boolean;
}

/** Of the same words the same string: what is asked of it later is found by it. */
const toHint = remembered((written) => written.trim().toLowerCase());

/** Classes, id, itemprop and rel of one element as one lower-case string. */
function hintOf({ attribs }: Element): string {
  const { class: classes = '', id = '', itemprop = '', rel = '' } = attribs;
  if (id === '' && itemprop === '' && rel === '') return classes === '' ? '' : toHint(classes);
  return toHint(`${classes} ${id} ${itemprop} ${rel}`);
}

const boldStyle = /(?<!-)font-weight\s*:\s*(?:bold|[6-9]00)/i;
const plainStyle = /(?<!-)font-weight\s*:\s*(?:normal|[1-5]00)/i;
const rightStyle = /text-align\s*:\s*(?:right|end)/i;
const anyAlign = /text-align\s*:/i;

const rightWords = /(?:^|\s)(?:text-right|text-end|pauthor|right)(?:\s|$)/;

function isRight({ attribs: { style, align, class: classes } }: Element, above: boolean): boolean {
  if (style !== undefined && anyAlign.test(style)) return rightStyle.test(style);
  if (align !== undefined) return align.toLowerCase() === 'right';
  return above || (classes !== undefined && rightWords.test(classes));
}

function isBold({ name, attribs: { style } }: Element, above: boolean): boolean {
  if (style !== undefined && boldStyle.test(style)) return true;
  if (style !== undefined && plainStyle.test(style)) return false;
  return above || boldTags.has(name);
}

/** `<font size>` 1–7 in pixels. */
const fontSizes = [10, 13, 16, 18, 24, 32, 48] as const;
const sizeStyle = /font-size\s*:\s*(\d{1,3}(?:\.\d{1,3})?)\s*(px|pt)/i;

function sizeOf({ name, attribs: { style, size } }: Element, above: number | undefined): number | undefined {
  const [, number, unit] = (style !== undefined && sizeStyle.exec(style)) || [];
  if (number !== undefined) return unit?.toLowerCase() === 'pt' ? (Number(number) * 4) / 3 : Number(number);
  if (name !== 'font' || size === undefined) return above;
  // “+2” is two steps over the third, the page's own.
  const step = /^[+-]/.test(size) ? 3 + Number(size) : Number(size);
  return fontSizes[step - 1] ?? above;
}

interface Bounds {
  readonly body: Element | undefined;
  /** The body and all that holds it. */
  readonly around: ReadonlySet<AnyNode>;
  readonly unkept: ReadonlySet<AnyNode> | undefined;
}

const isHiddenByClass = remembered((classes) => hiddenWords.test(classes));

/** A page that hides its article until a script shows it hides the title and the date beside it as well. */
function isOutOfSight(element: Element, { around }: Bounds): boolean {
  const { class: classes } = element.attribs;
  return (
    (isUnseen(element) || isHidden(element) || (classes !== undefined && isHiddenByClass(classes))) &&
    !around.has(element)
  );
}

const noHints: readonly string[] = [];

/** Nearest first, four in all. Written out, because every element makes such a list. */
function withHint(hint: string, outer: readonly string[]): readonly string[] {
  const a = outer[0];
  const b = outer[1];
  const c = outer[2];
  if (a === undefined) return [hint];
  if (b === undefined) return [hint, a];
  return c === undefined ? [hint, a, b] : [hint, a, b, c];
}

function stateIn(element: Element, above: State | undefined, { body, around, unkept }: Bounds): State {
  const { name } = element;
  const hint = hintOf(element);
  const block = !inlineTags.has(name) || (hint !== '' && isFieldHint(hint)) || name === 'time' || above === undefined;
  const outer = above?.hints ?? noHints;
  return {
    block: block || !above ? element : above.block,
    hints: hint === '' ? outer : withHint(hint, outer),
    heading: headingLevel(name) || (above?.heading ?? 0),
    link: name === 'a' && element.attribs.href !== undefined ? element : above?.link,
    bold: isBold(element, above?.bold ?? false),
    italic: (above?.italic ?? false) || italicTags.has(name),
    right: isRight(element, above?.right ?? false),
    size: sizeOf(element, above?.size),
    listed: (above?.listed ?? false) || name === 'li' || name === 'dd' || name === 'option',
    // What holds the body is no side column, whatever its class says (“has-sidebar”).
    zone: around.has(element) ? 'content' : zoneOf(element, hint, above?.zone ?? 'content'),
    inBody: ((above?.inBody ?? false) || element === body) && !unkept?.has(element),
  };
}

interface OpenLine {
  readonly state: State;
  readonly texts: TextNode[];
  /** What each of the texts stands in. */
  readonly states: State[];
}

/**
 * `<span>16/11/2021</span><span>Tác giả: …</span>`, `<span>4/8/2018</span><span>2 bình luận</span>`: parts of a row that
 * only a style parts.
 */
function isNewPart({ parent, data }: TextNode, last: TextNode): boolean {
  return (
    parent !== last.parent &&
    parent?.parent === last.parent?.parent &&
    parent !== null &&
    isElement(parent) &&
    parent.name === 'span' &&
    ((/^\p{Lu}/u.test(data) && /[\p{Ll}\d)]$/u.test(last.data)) || (/^\d/.test(data) && /\d$/.test(last.data)))
  );
}

const joined = (texts: readonly TextNode[]): string =>
  texts.reduce((text, node, i) => text + (i > 0 && isNewPart(node, texts[i - 1]!) ? ' ' : '') + node.data, '');

function close({ texts, states, state }: OpenLine, index: number, unkept?: ReadonlySet<AnyNode>): PageLine | undefined {
  const text = collapse(texts.length === 1 ? texts[0]!.data : joined(texts));
  if (text === '') return undefined;
  let first: State | undefined;
  let href: string | undefined;
  let letters = 0;
  let linked = 0;
  let [bold, italic, right, isUnkept] = [true, true, true, true];
  for (const [i, node] of texts.entries()) {
    const ink = node.data.trim().length;
    if (ink === 0) continue;
    const own = states[i]!;
    first ??= own;
    letters += ink;
    if (own.link) linked += ink;
    href ??= own.link?.attribs.href;
    bold &&= own.bold;
    italic &&= own.italic;
    right &&= own.right;
    isUnkept &&= unkept?.has(node) === true;
  }
  // The innermost classes are those of the text itself; the block's own state lacks them.
  const inner = first ?? states[0] ?? state;
  return {
    index,
    text: text.normalize('NFC'),
    element: state.block,
    texts,
    hints: inner.hints,
    heading: state.heading || inner.heading,
    linkShare: linked / Math.max(1, letters),
    ...(href !== undefined && { href }),
    bold,
    italic,
    right,
    ...(inner.size !== undefined && { size: inner.size }),
    listed: state.listed,
    zone: inner.zone,
    inBody: state.inBody && !isUnkept,
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
  const lines: PageLine[] = [];
  const outside: (State | undefined)[] = [];
  let inside: State | undefined;
  let open: OpenLine | undefined;
  const finish = (): void => {
    const line = open && close(open, lines.length, unkept);
    if (line) lines.push(line);
    open = undefined;
  };
  walk(
    root,
    (node) => {
      if (isText(node)) {
        if (!inside) return true;
        if (open?.state.block !== inside.block) {
          if (node.data.trim() === '') return true;
          finish();
          open = { state: inside, texts: [], states: [] };
        }
        open.texts.push(node);
        open.states.push(inside);
        return true;
      }
      if (!isElement(node)) return true;
      if (node.name === 'br') {
        // A broken title is still one title.
        if (!inside?.heading) finish();
        return false;
      }
      if (node.name === 'hr') finish();
      if (isOutOfSight(node, bounds)) return false;
      outside.push(inside);
      inside = stateIn(node, inside, bounds);
      return true;
    },
    (node) => {
      if (isElement(node)) inside = outside.pop();
    },
  );
  finish();
  return lines;
}
