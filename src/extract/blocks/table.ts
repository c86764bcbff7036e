/**
 * Legacy pages lay themselves out with tables. A table is data when it says so (header cells, a caption, a border) or
 * looks so (a grid of short cells); otherwise its cells are only containers and are read one after the other.
 */
import { type Element, isElement, textOf } from '../../dom/index.ts';
import type { Block, TableCell } from '../../model/index.ts';
import { hasDescendant, isOnlyPicture, maxCaptionChars } from './context.ts';
import type { BlockHandler, Place } from './handler.ts';

/** Cells longer than this on average hold paragraphs, not data. */
const maxDataCellChars = 220;

/** `<table>` → table of data, or, where it only lays the page out, the blocks in its cells. */
export const table: BlockHandler = (el, place) => {
  const { context, flow } = place;
  const rows = rowsOf(el).filter((row) => !context.dropped.has(row));
  const caption = el.children.filter(isElement).find((child) => child.name === 'caption');
  const cells = rows.map((row) => cellsOf(row).filter((cell) => !context.dropped.has(cell)));
  if (!isData(el, cells)) {
    return [
      ...(caption ? flow(caption.children) : []),
      ...rows.flatMap((row, i) => layoutRow(row, { above: rows[i - 1], below: rows[i + 1] }, place)),
      ...strays(el, flow),
    ];
  }
  const captionBlocks = caption ? flow(caption.children) : [];
  const body = cells
    .map((row) => row.map((cell) => toCell(cell, flow)))
    .filter((row) => row.some((cell) => cell.children.length > 0));
  if (body.length === 0) return captionBlocks;
  const head = captionBlocks.flatMap((block) => (block.kind === 'paragraph' ? [...block.children] : []));
  return [{ kind: 'table', ...(head.length > 0 && { caption: head }), rows: body }];
};

/** A caption is read with the picture that it stands under, not behind all pictures of the row. */
function layoutRow(
  row: Element,
  { above, below }: { readonly above: Element | undefined; readonly below: Element | undefined },
  { context, flow }: Place,
): Block[] {
  if (above && areCaptions(row, above)) return [];
  if (!below || !areCaptions(below, row)) return flow(row.children);
  const captions = cellsOf(below);
  return cellsOf(row).flatMap((cell, i) => {
    const caption = flow([captions[i]!]);
    for (const block of caption) context.looks.set(block, { centred: true, caption: true });
    return [...flow([cell]), ...caption];
  });
}

/** Does each cell of a row say what the picture right above it shows? */
export function areCaptions(row: Element, above: Element): boolean {
  const pictures = cellsOf(above);
  const captions = cellsOf(row);
  return (
    captions.length > 1 &&
    captions.length === pictures.length &&
    captions.every((cell, i) => isEmpty(cell) === isEmpty(pictures[i]!)) &&
    pictures.every((cell) => isEmpty(cell) || isOnlyPicture(cell)) &&
    captions.every((cell) => !hasDescendant(cell, 'img') && textOf(cell).trim().length <= maxCaptionChars) &&
    pictures.some(isOnlyPicture)
  );
}

const isEmpty = (cell: Element): boolean => !hasDescendant(cell, 'img') && textOf(cell).trim() === '';

function toCell(cell: Element, flow: Place['flow']): TableCell {
  const span = (name: string): number => {
    const value = Number.parseInt(cell.attribs[name] ?? '', 10);
    return value >= 1 && value <= 1000 ? value : 1;
  };
  return {
    header: cell.name === 'th',
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    children: flow(cell.children),
  };
}

/** Rows of this table, not of tables inside it. */
function rowsOf(table: Element): Element[] {
  return table.children
    .filter(isElement)
    .flatMap((child) =>
      child.name === 'tr' ? [child] : ['tbody', 'thead', 'tfoot'].includes(child.name) ? rowsOf(child) : [],
    );
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(isElement).filter((child) => child.name === 'td' || child.name === 'th');
}

/** What a broken table holds outside its rows. */
function strays(table: Element, flow: Place['flow']): Block[] {
  const outside = table.children.filter(
    (child) =>
      !(isElement(child) && ['tbody', 'thead', 'tfoot', 'tr', 'caption', 'colgroup', 'col'].includes(child.name)),
  );
  return flow(outside);
}

/** Is a table one of data, as far as its markup and the length of its cells tell? */
export const isDataTable = (table: Element): boolean => isData(table, rowsOf(table).map(cellsOf));

/** The table of data that an element stands in, if the nearest table is one. */
export function dataTableAround(element: Element): Element | undefined {
  for (let up: Element | null = element; up; up = up.parent && isElement(up.parent) ? up.parent : null)
    if (up.name === 'table') return isDataTable(up) ? up : undefined;
  return undefined;
}

function isData(table: Element, cells: readonly (readonly Element[])[]): boolean {
  const flat = cells.flat();
  const columns = cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (cells.length < 2 || columns < 2) return false;
  const hasHeader = flat.some((cell) => cell.name === 'th');
  if (table.attribs.role === 'presentation') return false;
  if (holdsTable(flat) && !((hasHeader || isRuledGrid(table, cells)) && isBesideTables(flat))) return false;
  if (holdsImagesWithCaptions(cells)) return false;
  if (hasHeader) return true;
  // Title, day and text of a page, each in a row of its own that two cells above them made wide.
  if (cells.filter((row) => row.length === 1).length * 2 > cells.length) return false;
  const average = flat.reduce((sum, cell) => sum + textOf(cell).length, 0) / flat.length;
  return average <= (isBordered(table) ? 2 * maxDataCellChars : maxDataCellChars) && cells.length >= 2;
}

const isBordered = ({ attribs }: Element): boolean =>
  Number.parseInt(attribs.border ?? '0', 10) > 0 ||
  /MsoTableGrid|ms-rteTable|table-bordered/.test(attribs.class ?? '') ||
  /border(?:-collapse|-width)?\s*:/.test(attribs.style ?? '');

/** A layout has fewer rows, or no lines between them. */
const minGridRows = 3;
/** Longer cells hold parts of a page. */
const maxGridCellChars = 80;

/** Rows of short cells with lines between them, all of one length, few of which hold a table. */
function isRuledGrid(table: Element, cells: readonly (readonly Element[])[]): boolean {
  const [first = []] = cells;
  const flat = cells.flat();
  const tables = flat.filter((cell) => hasDescendant(cell, 'table'));
  return (
    isBordered(table) &&
    cells.length >= minGridRows &&
    cells.every((row) => row.length === first.length) &&
    tables.length * 4 <= flat.length &&
    flat.every((cell) => textOf(cell).length <= maxGridCellChars)
  );
}

/** Is most of the text of the cells their own, and little of it that of tables inside? */
function isBesideTables(cells: readonly Element[]): boolean {
  const all = cells.reduce((sum, cell) => sum + textOf(cell).length, 0);
  return lettersOfTables(cells) * 2 <= all;
}

const lettersOfTables = (elements: readonly Element[]): number =>
  elements.reduce(
    (sum, el) => sum + (el.name === 'table' ? textOf(el).length : lettersOfTables(el.children.filter(isElement))),
    0,
  );

const holdsTable = (cells: readonly Element[]): boolean => cells.some((cell) => hasDescendant(cell, 'table'));

/** Pictures in one row and their captions in the next: a gallery. */
function holdsImagesWithCaptions(cells: readonly (readonly Element[])[]): boolean {
  const flat = cells.flat();
  const pictured = flat.filter((cell) => hasDescendant(cell, 'img')).length;
  return pictured > 0 && pictured * 3 >= flat.length;
}
