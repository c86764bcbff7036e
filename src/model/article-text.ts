import type { ArticleImage } from './article.ts';
import type { Block, Inline, List, TableCell, Text } from './block.ts';
import { listMarks } from './list-marks.ts';
import { mapBody } from './map-body.ts';
import { type ApartRange, isRaisedMark, raisedMark } from './object-mark.ts';
import { toScript } from './script-letters.ts';

/** Where one text node of the body stands in the article's plain text. */
export interface TextSpan {
  readonly start: number;
  readonly node: Text;
}

export interface TextLayout {
  /** The whole body in reading order: blocks parted by a blank line, captions in place. */
  readonly text: string;
  /** In order of `start`; text between spans (blank lines, cell separators) belongs to no node. */
  readonly spans: readonly TextSpan[];
  /** Where pictures stand in running text, which print nothing: before the letter of this index. */
  readonly pictures: readonly number[];
  /** What is of no word that it touches: a note's mark. */
  readonly apart: readonly ApartRange[];
}

/**
 * Lay the body out as plain text, remembering which node each letter came from. `marks`: with what is printed before the
 * items of ordered lists, for people; the letters of the article alone are what is compared and corrected.
 */
export function layoutText(body: readonly Block[], { marks = false } = {}): TextLayout {
  const layout: Layout = { text: '', spans: [], pictures: [], apart: [], marks, cellGap: '\t' };
  writeBlocks(layout, body, '\n\n');
  const { text, spans, pictures, apart } = layout;
  return { text, spans, pictures, apart };
}

/** A layout as it grows. */
interface Layout {
  text: string;
  readonly spans: TextSpan[];
  readonly pictures: number[];
  readonly apart: ApartRange[];
  readonly marks: boolean;
  /** What parts the cells of a table: within a cell of another it must not be taken for the next cell. */
  cellGap: string;
}

function writeInlines(layout: Layout, nodes: readonly Inline[]): void {
  for (const node of nodes) {
    switch (node.kind) {
      case 'text':
        layout.spans.push({ start: layout.text.length, node });
        layout.text += node.value;
        break;
      case 'code':
        layout.text += node.value;
        break;
      case 'break':
        layout.text += '\n';
        break;
      case 'image':
        layout.pictures.push(layout.text.length);
        break;
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'link':
        writeInlines(layout, node.children);
        break;
      case 'reference':
        writeRaised(layout, node.children);
        break;
      case 'sub':
      case 'sup': {
        const number = scriptNumber(node.kind, node.children);
        // Not the node's own letters: no edit finds them there.
        if (number !== undefined) layout.text += number;
        else if (node.kind === 'sup') writeRaised(layout, node.children);
        else writeInlines(layout, node.children);
        break;
      }
    }
  }
}

function writeRaised(layout: Layout, nodes: readonly Inline[]): void {
  const start = layout.text.length;
  writeInlines(layout, nodes);
  if (isRaisedMark(layout.text.slice(start))) layout.apart.push({ start, end: layout.text.length, mark: raisedMark });
}

const writeBlocks = (layout: Layout, nodes: readonly Block[], gap: string): void =>
  writeJoined(layout, gap, nodes, writeBlock);

function writeBlock(layout: Layout, node: Block): void {
  switch (node.kind) {
    case 'paragraph':
    case 'heading':
      writeInlines(layout, node.children);
      break;
    case 'list':
      writeList(layout, node);
      break;
    case 'table':
      writeTable(layout, node);
      break;
    case 'figure':
      writeInlines(layout, node.caption ?? []);
      break;
    case 'quote':
      writeBlocks(layout, node.children, '\n\n');
      break;
    case 'footnote':
      writeMarked(layout, node.mark ?? (layout.marks ? `${node.label}.` : undefined), node.children, '\n\n');
      break;
    case 'code':
      layout.text += node.value;
      break;
    case 'verse':
      writeJoined(layout, '\n', node.lines, writeInlines);
      break;
    case 'definitions':
      writeJoined(layout, '\n', node.items, writeDefinition);
      break;
    case 'embed':
    case 'rule':
      break;
  }
}

type Definition = Extract<Block, { readonly kind: 'definitions' }>['items'][number];

/** The term is one paragraph more before those that explain it. */
const writeDefinition = (layout: Layout, { term, definition }: Definition): void =>
  writeBlocks(layout, [{ kind: 'paragraph', children: term }, ...definition], '\n');

function writeList(layout: Layout, list: List): void {
  const printed = layout.marks && list.ordered ? listMarks(list) : [];
  writeJoined(layout, '\n', list.items, (_, item, i) => writeMarked(layout, printed[i], item, '\n'));
}

function writeTable(layout: Layout, { caption = [], rows }: Extract<Block, { readonly kind: 'table' }>): void {
  const gap = layout.cellGap;
  layout.cellGap = ' | ';
  const writeCell = (_: Layout, { children }: TableCell): void => writeBlocks(layout, children, '\n');
  writeJoined(layout, '\n', [undefined, ...rows], (_, row) =>
    row === undefined ? writeInlines(layout, caption) : writeJoined(layout, gap, row, writeCell),
  );
  layout.cellGap = gap;
}

/** Write the parts with `gap` between those that print something. */
function writeJoined<Part>(
  layout: Layout,
  gap: string,
  parts: readonly Part[],
  write: (layout: Layout, part: Part, index: number) => void,
): void {
  let printed = false;
  for (let i = 0; i < parts.length; i++) {
    const before = layout.text;
    const spansBefore = layout.spans.length;
    if (printed) layout.text += gap;
    const opened = layout.text.length;
    write(layout, parts[i]!, i);
    if (layout.text.length > opened) printed = true;
    else {
      layout.text = before;
      layout.spans.length = spansBefore;
    }
  }
}

/** Blocks behind their mark (`a.`), which belongs to no node; nothing where they print nothing. */
function writeMarked(layout: Layout, mark: string | undefined, nodes: readonly Block[], gap: string): void {
  const before = layout.text;
  if (mark !== undefined) layout.text += `${mark} `;
  const opened = layout.text.length;
  writeBlocks(layout, nodes, gap);
  if (layout.text.length === opened) layout.text = before;
}

/** “10⁻³” would read “10-3”: a number that is raised or lowered, in the characters that Unicode has for it. */
function scriptNumber(kind: 'sub' | 'sup', children: readonly Inline[]): string | undefined {
  const texts = children.map((child) => (child.kind === 'text' ? child.value : '\n'));
  const [, before = '', number, after = ''] = /^( *)([+\-−]?\d+[+\-−]?|[+\-−])( *)$/.exec(texts.join('')) ?? [];
  return number === undefined ? undefined : `${before}${toScript(kind, number)}${after}`;
}

/** Plain text of a run of inlines. */
export function inlineText(nodes: readonly Inline[]): string {
  return layoutText([{ kind: 'paragraph', children: nodes }]).text;
}

/** Rebuild the body with some text nodes replaced; nodes not in the map stay the same objects. */
export function replaceText(body: readonly Block[], values: ReadonlyMap<Text, string>): readonly Block[] {
  if (values.size === 0) return body;
  return mapBody(body, {
    inline: (node) => {
      const value = node.kind === 'text' ? values.get(node) : undefined;
      return [value === undefined ? node : { kind: 'text', value }];
    },
  });
}

/** The pictures of a body in reading order, captions as plain text. */
export function imagesOf(body: readonly Block[]): ArticleImage[] {
  const found: ArticleImage[] = [];
  const add = (src: string, alt: string | undefined, caption: string | undefined): void => {
    found.push({ src, ...(alt && { alt }), ...(caption && { caption }) });
  };
  const inlines = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.kind === 'image') add(node.src, node.alt, undefined);
      else if ('children' in node) inlines(node.children);
    }
  };
  const block = (node: Block): void => {
    switch (node.kind) {
      case 'paragraph':
      case 'heading':
        inlines(node.children);
        break;
      case 'list':
        for (const item of node.items) item.forEach(block);
        break;
      case 'table':
        for (const row of node.rows) for (const cell of row) cell.children.forEach(block);
        break;
      case 'figure': {
        const caption = node.caption && inlineText(node.caption);
        // One caption under several pictures is told once, with the last: that is where it is printed.
        node.images.forEach((image, i) => {
          add(image.src, image.alt, i === node.images.length - 1 ? caption : undefined);
        });
        break;
      }
      case 'quote':
      case 'footnote':
        node.children.forEach(block);
        break;
      case 'verse':
        node.lines.forEach(inlines);
        break;
      case 'definitions':
        for (const item of node.items) item.definition.forEach(block);
        break;
      case 'code':
      case 'embed':
      case 'rule':
        break;
    }
  };
  body.forEach(block);
  return found;
}
