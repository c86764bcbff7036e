/** Where the classifier is in doubt: the page's main column, when it has a text, and not those beside it. */
import type { Element } from '../../dom/index.ts';
import type { Region, Survey } from '../classify/survey.ts';
import { isVietnamese } from '../fields/language.ts';
import { keptLetters } from './letters.ts';

/** The columns of a page hold nearly all of it; a table in an article does not. */
const minShareOfPage = 0.6;
/** Columns for boxes are narrower than that of the article. */
const minTimesAsWide = 1.6;
/** With less text than this the widest column may have a message in the article's place. */
const minLetters = 150;

const gridColumn = /(?:^|\s)(?:col-(?:xs|sm|md|lg|xl)|span|grid_|large)-?(\d{1,2})(?:\s|$)/u;

/** How wide the markup says a column is: pixels or percent of a cell, twelfths of a grid. */
function widthOf({ name, attribs }: Element): number | undefined {
  const said =
    name === 'td' ? /^(\d+)(?:px|%)?$/u.exec(attribs.width?.trim() ?? '') : gridColumn.exec(attribs.class ?? '');
  return said ? Number(said[1]) : undefined;
}

/** What templates call the columns beside. */
const sideColumn =
  /(?:^|\s)(?:(?:div|col|cot|box|ben|main|content|page|site)?[-_]?(?:left|right|trai|phai|sidebar|side)(?:[-_]?(?:col(?:umn)?|side|bar|panel|pane|content))?\d?)(?:\s|$)/iu;

/** The choice, without what stands in columns that their names or widths tell to be those beside. */
export const inMainColumn = (surveyed: Survey, kept: readonly boolean[]): readonly boolean[] =>
  notInSideColumns(surveyed, inWidestColumn(surveyed, kept));

/** What the classifier is sure of and stands in a side column for more than this is part of the article. */
const maxShareOfSides = 0.2;

/** The choice, without the little that stands in columns that their names tell to be those beside. */
export function withoutSides(surveyed: Survey, kept: readonly boolean[]): readonly boolean[] {
  const all = { first: 0, last: surveyed.segments.length };
  const left = notInSideColumns(surveyed, kept);
  const share = keptLetters(surveyed.segments, left)(all) / keptLetters(surveyed.segments, kept)(all);
  return share >= 1 - maxShareOfSides ? left : kept;
}

/** On portals only: offers and services of the open web have a left half and a right half. */
function notInSideColumns({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const sides = regions.filter(({ element: { attribs } }) =>
    [attribs.id ?? '', attribs.class ?? ''].some((name) => sideColumn.test(name)),
  );
  const isBeside = (i: number): boolean => sides.some(({ first, last }) => i >= first && i < last);
  const left = segments.filter(({ index }) => kept[index] && !isBeside(index));
  const said = left.map(({ text }) => text).join(' ');
  return said.length < minLetters || !isVietnamese(said) ? kept : kept.map((isKept, i) => isKept && !isBeside(i));
}

function inWidestColumn({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const keptIn = keptLetters(segments, kept);
  for (const [row, columns] of columnsByRow(regions)) {
    if (columns.length < 2 || row.last - row.first < minShareOfPage * segments.length) continue;
    const [widest, ...others] = [...columns].sort((a, b) => b.width - a.width) as [Column, ...Column[]];
    const isMain = others.every(({ width }) => widest.width >= minTimesAsWide * width);
    if (!isMain || keptIn(widest.region) < minLetters) continue;
    return kept.map((isKept, i) => isKept && !others.some(({ region: { first, last } }) => i >= first && i < last));
  }
  return kept;
}

interface Column {
  readonly region: Region;
  readonly width: number;
}

/** The boxes that say how wide they are, by the box around them. */
function columnsByRow(regions: readonly Region[]): ReadonlyMap<Region, readonly Column[]> {
  const rows = new Map<Region, Column[]>();
  for (const region of regions) {
    const width = widthOf(region.element);
    if (region.parent && width !== undefined)
      rows.set(region.parent, [...(rows.get(region.parent) ?? []), { region, width }]);
  }
  return rows;
}
