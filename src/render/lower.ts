import {
  type Block,
  type Inline,
  jumpsOf,
  type List,
  listMarks,
  numbersOf,
  type TableCell,
  withMark,
} from '../model/index.ts';
import { toLines } from './lines.ts';
import type { Line } from './runs.ts';

/**
 * The article in the few constructions that Markdown has. What Markdown lacks is said in what it has, the same way
 * each time, so that a reader (and a later import) can recognise it:
 *
 * | article | Markdown |
 * |---|---|
 * | figure | a paragraph of its images, and under them the caption in emphasis |
 * | verse | a paragraph of hard line breaks; an empty line parts stanzas |
 * | list that counts in letters or downwards | a paragraph for each item, opened by its mark |
 * | list that leaves numbers out | a list for each row of numbers |
 * | definitions | a list whose items open with the term in strong type |
 * | footnote | a definition where the page has it; without a reference, in a table or in another note its mark and text |
 * | embedded video | a paragraph with a link |
 * | table of one cell | what is in the cell: it was a frame, not a table |
 * | several blocks in a cell | lines of the cell, list items with their marker |
 * | colspan, rowspan | the value once, empty cells for the rest: repeating it would invent text |
 * | header cells outside the first row | strong type |
 * | no header row, first row all in strong type | that row is the header |
 * | no header row otherwise | an empty header row, which GFM demands |
 */
export type MarkdownBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'heading'; readonly level: number; readonly line: Line }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly MarkdownBlock[])[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly MarkdownCell[])[] }
  | { readonly kind: 'quote'; readonly children: readonly MarkdownBlock[] }
  | { readonly kind: 'footnote'; readonly label: string; readonly children: readonly MarkdownBlock[] }
  | { readonly kind: 'code'; readonly language: string; readonly value: string }
  | { readonly kind: 'rule' };

/** The lines of a cell; none when it is empty. The first row of a table is its header. */
export type MarkdownCell = readonly Line[];

const space: Inline = { kind: 'text', value: ' ' };
const lineBreak: Inline = { kind: 'break' };
const text = (value: string): Inline => ({ kind: 'text', value });
const filled = (lines: readonly Line[]): Line[] => lines.filter((line) => line.length > 0);
const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });
const between = (gap: Inline, parts: readonly (readonly Inline[])[]): Inline[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [gap, ...part]));

/** Paragraphs of a run of inlines: two breaks in a row part them. */
function paragraphsOf(inlines: readonly Inline[]): MarkdownBlock[] {
  const groups: Line[][] = [[]];
  for (const line of toLines(inlines)) {
    if (line.length > 0) groups.at(-1)?.push(line);
    else groups.push([]);
  }
  return groups.filter((lines) => lines.length > 0).map((lines) => ({ kind: 'paragraph', lines }));
}

/** A heading, caption or term is one line. */
const oneLine = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((node) => {
    if (node.kind === 'break') return space;
    return 'children' in node ? { ...node, children: oneLine(node.children) } : node;
  });

const figureInlines = ({ images, caption }: Extract<Block, { kind: 'figure' }>): Inline[] => [
  ...between(
    space,
    images.map((image) => [image.full === undefined ? image : { kind: 'link', href: image.full, children: [image] }]),
  ),
  ...(caption ? [lineBreak, { kind: 'emphasis', children: caption } as const] : []),
];

const embedInlines = ({ href, title }: Extract<Block, { kind: 'embed' }>): Inline[] => [
  { kind: 'link', href, children: [text(title || href)] },
];

/** One block of a cell, as running text with breaks. */
function cellBlock(block: Block): Inline[] {
  switch (block.kind) {
    case 'paragraph':
      return [...block.children];
    case 'heading':
      return [{ kind: 'strong', children: block.children }];
    case 'list': {
      const marks = block.ordered ? listMarks(block) : [];
      return between(
        lineBreak,
        block.items.map((item, i) => [text(`${marks[i] ?? '-'} `), ...cellInlines(item)]),
      );
    }
    case 'table':
      return between(lineBreak, [
        ...(block.caption ? [block.caption] : []),
        ...block.rows.map((row) =>
          between(
            text(' | '),
            row.map((cell) => cellInlines(cell.children)),
          ),
        ),
      ]);
    case 'figure':
      return figureInlines(block);
    case 'quote':
      return cellInlines(block.children);
    case 'footnote':
      return cellInlines(withMark(block.mark, block.children));
    case 'code':
      return between(
        lineBreak,
        block.value.split('\n').map((value) => [{ kind: 'code', value } as const]),
      );
    case 'verse':
      return between(lineBreak, block.lines);
    case 'definitions':
      return between(
        lineBreak,
        block.items.map(({ term, definition }) => [
          { kind: 'strong', children: term } as const,
          text(': '),
          ...cellInlines(definition),
        ]),
      );
    case 'embed':
      return embedInlines(block);
    case 'rule':
      return [];
  }
}

/** What stands in a cell, as running text with breaks. */
const cellInlines = (blocks: readonly Block[]): Inline[] =>
  between(
    lineBreak,
    blocks.map(cellBlock).filter((part) => part.length > 0),
  );

/** Cells that a table may come to; spans that claim more are broken or hostile, and count for one. */
const maxCells = 200_000;

/** The rows of a table with every cell in its column: a spanning cell is followed by empty ones. */
function gridOf(rows: readonly (readonly TableCell[])[]): (TableCell | undefined)[][] {
  const area = rows.reduce(
    (sum, row, y) => row.reduce((total, cell) => total + cell.colspan * Math.min(cell.rowspan, rows.length - y), sum),
    0,
  );
  const [maxWidth, maxHeight] = area > maxCells ? [1, 1] : [area, rows.length];
  const grid = rows.map((): (TableCell | undefined)[] => []);
  const taken = rows.map(() => new Set<number>());
  let width = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (taken[y]?.has(x)) x++;
      const right = x + Math.min(cell.colspan, maxWidth);
      const bottom = Math.min(y + Math.min(cell.rowspan, maxHeight), rows.length);
      for (let below = y; below < bottom; below++) for (let dx = x; dx < right; dx++) taken[below]?.add(dx);
      if (grid[y]) grid[y][x] = cell;
      x = right;
      width = Math.max(width, right);
    }
  });
  const isWide = width * rows.length > maxCells;
  return grid.map((line, y) => Array.from({ length: isWide && y > 0 ? line.length : width }, (_, x) => line[x]));
}

const isBold = (cell: MarkdownCell): boolean => cell.flat().every((run) => (run.marks & 1) !== 0);

function lowerTable({ caption, rows }: Extract<Block, { kind: 'table' }>): MarkdownBlock[] {
  const head = caption ? paragraphsOf([{ kind: 'emphasis', children: oneLine(caption) }]) : [];
  const cells = rows.flat();
  const [single] = cells;
  if (cells.length === 1 && single) return [...head, ...lower(single.children)];
  const grid = gridOf(rows);
  const hasHeader = grid[0]?.every((cell) => cell?.header !== false) ?? false;
  const lines = grid
    .map((row, y) =>
      row.map((cell): MarkdownCell => {
        if (!cell) return [];
        const inlines = cellInlines(cell.children);
        const isStrong = cell.header && !(hasHeader && y === 0);
        return filled(toLines(isStrong ? [{ kind: 'strong', children: inlines }] : inlines, { inCell: true }));
      }),
    )
    .filter((row) => row.some((cell) => cell.length > 0));
  const [first] = lines;
  if (!first) return head;
  if (hasHeader) return [...head, { kind: 'table', rows: lines }];
  const isHeader = lines.length > 1 && first.every((cell) => cell.length > 0 && isBold(cell));
  const unbold = (cell: MarkdownCell): MarkdownCell =>
    cell.map((line) => line.map((run) => ({ ...run, marks: run.marks & ~1 })));
  const table = isHeader ? [first.map(unbold), ...lines.slice(1)] : [first.map((): MarkdownCell => []), ...lines];
  return [...head, { kind: 'table', rows: table }];
}

/** The largest number that CommonMark reads before an item. */
const maxNumber = 999_999_999;

function lowerList(list: List): MarkdownBlock[] {
  if (!list.ordered) {
    // A bullet alone says nothing.
    const items = list.items.map(lower).filter((item) => item.length > 0);
    return items.length > 0 ? [{ kind: 'list', ordered: false, start: 1, items }] : [];
  }
  const numbers = numbersOf(list);
  const isCounted =
    list.numbering === undefined && !list.reversed && numbers.every((number) => number >= 0 && number <= maxNumber);
  if (!isCounted) {
    const marks = listMarks(list);
    return list.items.flatMap((item, i) => (lower(item).length > 0 ? lower(withMark(marks[i] ?? '', item)) : []));
  }
  const lists: { readonly start: number; readonly items: MarkdownBlock[][] }[] = [];
  const jumps = jumpsOf(list);
  list.items.forEach((item, i) => {
    if (i === 0 || jumps[i]) lists.push({ start: numbers[i] ?? 1, items: [] });
    // An empty item keeps its number.
    lists.at(-1)?.items.push(lower(item));
  });
  return lists.flatMap(({ start, items }) =>
    items.some((item) => item.length > 0) ? [{ kind: 'list', ordered: true, start, items } as const] : [],
  );
}

function lowerBlock(block: Block): MarkdownBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphsOf(block.children);
    case 'heading': {
      const [line = []] = toLines(oneLine(block.children));
      return line.length > 0 ? [{ kind: 'heading', level: block.level, line }] : [];
    }
    case 'list':
      return lowerList(block);
    case 'table':
      return lowerTable(block);
    case 'figure':
      return paragraphsOf(figureInlines({ ...block, ...(block.caption && { caption: oneLine(block.caption) }) }));
    case 'quote': {
      const children = lower(block.children);
      return children.length > 0 ? [{ kind: 'quote', children }] : [];
    }
    case 'footnote':
      return [{ kind: 'footnote', label: block.label, children: lower(block.children) }];
    case 'code':
      return [
        {
          kind: 'code',
          language: (block.language ?? '').replace(/[^\w+#.-]/g, ''),
          value: block.value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ''),
        },
      ];
    case 'verse':
      return paragraphsOf(between(lineBreak, block.lines));
    case 'definitions': {
      const items = block.items.map(({ term, definition }) =>
        lower([paragraph({ kind: 'strong', children: oneLine(term) }), ...definition]),
      );
      return items.some((item) => item.length > 0)
        ? [{ kind: 'list', ordered: false, start: 1, items: items.filter((item) => item.length > 0) }]
        : [];
    }
    case 'embed':
      return paragraphsOf(embedInlines(block));
    case 'rule':
      return [{ kind: 'rule' }];
  }
}

/** Say a body in the constructions of Markdown; see the table above. */
export function lower(body: readonly Block[]): MarkdownBlock[] {
  return body.flatMap(lowerBlock);
}
