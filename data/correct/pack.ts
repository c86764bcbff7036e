/** Building the table that src/correct/ngrams.ts reads. */
import { levelOf, locate, type NgramTable, place } from '../../src/correct/ngrams.ts';

export interface Entries {
  readonly size: number;
  readonly kinds: Uint8Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly counts: Uint32Array;
}

/** Put entries into a table by peeling: a cell that only one entry left needs is that entry's to fill. */
export function packTable(entries: Entries): NgramTable {
  const { size } = entries;
  const segmentBits = Math.floor(Math.log(size) / Math.log(3.33) + 2.25);
  const room = 1.125 + 0.15 / Math.log10(size);
  const segments = Math.ceil((size * room) / 2 ** segmentBits);
  const cells = (segments + 2) * 2 ** segmentBits;
  const degree = new Uint8Array(cells);
  const owners = new Uint32Array(cells);
  const find = (i: number): void =>
    locate(segments, segmentBits, entries.kinds[i] as number, entries.high[i] as number, entries.low[i] as number);
  for (let i = 0; i < size; i++) {
    find(i);
    for (const cell of [place.a, place.b, place.c]) {
      degree[cell] = (degree[cell] as number) + 1;
      owners[cell] = (owners[cell] as number) ^ i;
    }
  }
  const order = new Uint32Array(size);
  const owned = new Uint32Array(size);
  let peeled = 0;
  const queue: number[] = [];
  for (let cell = 0; cell < cells; cell++) if (degree[cell] === 1) queue.push(cell);
  while (queue.length > 0) {
    const cell = queue.pop() as number;
    if (degree[cell] !== 1) continue;
    const i = owners[cell] as number;
    order[peeled] = i;
    owned[peeled++] = cell;
    find(i);
    for (const other of [place.a, place.b, place.c]) {
      degree[other] = (degree[other] as number) - 1;
      owners[other] = (owners[other] as number) ^ i;
      if (degree[other] === 1) queue.push(other);
    }
  }
  if (peeled < size)
    throw new Error(`only ${peeled} of ${size} n-grams found a cell: two are alike, or the table is too small`);
  const table = new Uint16Array(cells);
  for (let k = size - 1; k >= 0; k--) {
    const i = order[k] as number;
    find(i);
    const wanted = (place.print << 6) | levelOf(entries.counts[i] as number);
    const present = (table[place.a] as number) ^ (table[place.b] as number) ^ (table[place.c] as number);
    const cell = owned[k] as number;
    table[cell] = (table[cell] as number) ^ wanted ^ present;
  }
  return { cells: table, segments, segmentBits };
}
