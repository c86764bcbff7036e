/** 1-based, in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Line and column of an offset; a BOM takes no column. */
export function placeAt(starts: readonly number[], offset: number, hasBom = false): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  const column = offset - (starts[low] as number) + 1;
  return { line: low + 1, column: low === 0 && hasBom ? Math.max(1, column - 1) : column };
}
