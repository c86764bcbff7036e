/**
 * The records of a packed WARC behind a damage. Each is a gzip member of its own (WARC 1.1, annex D.1), so the next one can
 * be found and read though one before it is spoilt.
 */
import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { maxPageBytes } from '../model/index.ts';

const magic = Buffer.from([0x1f, 0x8b, 0x08]);
const chunkBytes = 1 << 20;
/** So much of a member shows whether a record begins there: compressed text holds the three bytes of the magic by chance. */
const probeBytes = 512;

/** Unpacked members of a file that begin a record, but for the first `skip`; `undefined` for one that cannot be unpacked. */
export async function* membersOf(path: string, skip: number): AsyncGenerator<Buffer | undefined> {
  const marks = await marksOf(path);
  const starts = marks.filter(({ isRecord }) => isRecord).map(({ at }) => at);
  const file = await open(path);
  try {
    const { size } = await file.stat();
    for (let i = skip; i < starts.length; i += 1) {
      const start = starts[i]!;
      const end = starts[i + 1] ?? size;
      if (end - start > maxPageBytes) {
        yield undefined;
        continue;
      }
      const packed = await bytesAt(file, start, end - start);
      // Behind a sound member may stand one whose beginning is damaged, which shows no record.
      const others = marks.filter(({ at }) => at > start && at < end).slice(0, maxTries);
      yield [end, ...others.map(({ at }) => at)].reduce<Buffer | undefined>(
        (found, to) => found ?? unpack(packed.subarray(0, to - start)),
        undefined,
      );
    }
  } finally {
    await file.close();
  }
}

function unpack(packed: Buffer): Buffer | undefined {
  try {
    return gunzipSync(packed, { maxOutputLength: 4 * maxPageBytes });
  } catch {
    return undefined;
  }
}

/** Bytes within compressed text that look like the beginning of a member are few. */
const maxTries = 20;

/** Where members may begin, and whether a record begins there. */
async function marksOf(path: string): Promise<readonly { readonly at: number; readonly isRecord: boolean }[]> {
  const file = await open(path);
  const marks: { at: number; isRecord: boolean }[] = [];
  try {
    const { size } = await file.stat();
    for (let from = 0; from < size; from += chunkBytes) {
      // A member may begin at the very end of a chunk.
      const chunk = await bytesAt(file, from, Math.min(size - from, chunkBytes + probeBytes));
      for (let at = chunk.indexOf(magic); at >= 0 && at < chunkBytes; at = chunk.indexOf(magic, at + 1))
        marks.push({ at: from + at, isRecord: beginsRecord(chunk.subarray(at, at + probeBytes)) });
    }
  } finally {
    await file.close();
  }
  return marks;
}

async function bytesAt(file: Awaited<ReturnType<typeof open>>, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function beginsRecord(packed: Buffer): boolean {
  try {
    return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, 5).toString('latin1') === 'WARC/';
  } catch {
    return false;
  }
}
