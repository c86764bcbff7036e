import type { ArticleImage } from './article.ts';
import type { Block, Inline, Text } from './block.ts';
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
  let text = '';
  const spans: TextSpan[] = [];
  const pictures: number[] = [];
  const apart: ApartRange[] = [];
  /** What parts the cells of a table: within a cell of another it must not be taken for the next cell. */
  let cellGap = '\t';

  const inlines = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      switch (node.kind) {
        case 'text':
          spans.push({ start: text.length, node });
          text += node.value;
          break;
        case 'code':
          text += node.value;
          break;
        case 'break':
          text += '\n';
          break;
        case 'image':
          pictures.push(text.length);
          break;
        case 'strong':
        case 'emphasis':
        case 'strike':
        case 'link':
          inlines(node.children);
          break;
        case 'reference':
          raise(() => inlines(node.children));
          break;
        case 'sub':
        case 'sup': {
          const number = scriptNumber(node.kind, node.children);
          if (number === undefined && node.kind === 'sup') raise(() => inlines(node.children));
          else if (number === undefined) inlines(node.children);
          // Not the node's own letters: no edit finds them there.
          else text += number;
          break;
        }
      }
    }
  };
  const raise = (part: () => void): void => {
    const start = text.length;
    part();
    if (isRaisedMark(text.slice(start))) apart.push({ start, end: text.length, mark: raisedMark });
  };
  /** Run the parts with `gap` between those that printed something. */
  const joined = (gap: string, parts: readonly (() => void)[]): void => {
    let printed = false;
    for (const part of parts) {
      const before = text;
      const spansBefore = spans.length;
      if (printed) text += gap;
      const opened = text.length;
      part();
      if (text.length > opened) printed = true;
      else {
        text = before;
        spans.length = spansBefore;
      }
    }
  };
  /** A part behind its mark (`a.`), which belongs to no node; nothing where the part prints nothing. */
  const marked = (mark: string | undefined, part: () => void): void => {
    const before = text;
    if (mark !== undefined) text += `${mark} `;
    const opened = text.length;
    part();
    if (text.length === opened) text = before;
  };
  const blocks = (nodes: readonly Block[], gap: string): void =>
    joined(
      gap,
      nodes.map((node) => () => block(node)),
    );
  const block = (node: Block): void => {
    switch (node.kind) {
      case 'paragraph':
      case 'heading':
        inlines(node.children);
        break;
      case 'list': {
        const printed = marks && node.ordered ? listMarks(node) : [];
        joined(
          '\n',
          node.items.map((item, i) => () => marked(printed[i], () => blocks(item, '\n'))),
        );
        break;
      }
      case 'table': {
        const gap = cellGap;
        cellGap = ' | ';
        joined('\n', [
          () => inlines(node.caption ?? []),
          ...node.rows.map(
            (row) => () =>
              joined(
                gap,
                row.map((cell) => () => blocks(cell.children, '\n')),
              ),
          ),
        ]);
        cellGap = gap;
        break;
      }
      case 'figure':
        inlines(node.caption ?? []);
        break;
      case 'quote':
        blocks(node.children, '\n\n');
        break;
      case 'footnote':
        marked(node.mark ?? (marks ? `${node.label}.` : undefined), () => blocks(node.children, '\n\n'));
        break;
      case 'code':
        text += node.value;
        break;
      case 'verse':
        joined(
          '\n',
          node.lines.map((line) => () => inlines(line)),
        );
        break;
      case 'definitions':
        joined(
          '\n',
          node.items.map((item) => () => joined('\n', [() => inlines(item.term), () => blocks(item.definition, '\n')])),
        );
        break;
      case 'embed':
      case 'rule':
        break;
    }
  };
  blocks(body, '\n\n');
  return { text, spans, pictures, apart };
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
