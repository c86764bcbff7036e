import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** Its content, unpacked, as a stream. */
  readonly open: () => Promise<Readable>;
}

/** Not a ZIP archive, or one that lost its end, where the list of its files stands. */
export class BadZip extends Error {}

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const entryMark = 0x02014b50;

/** List the files of a ZIP archive, ZIP64 too, in the order of its directory. Throws `BadZip`. */
export async function listZip(path: string): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    const { offset, size } = await findDirectory(file);
    return parseDirectory(await readAt(file, offset, size)).map(({ name, method, packed, at }) => ({
      name,
      open: () => openEntry(path, method, packed, at),
    }));
  } finally {
    await file.close();
  }
}

/** Read a file of a ZIP archive that is in memory, as UTF-8; undefined where none is called so. Throws `BadZip`. */
export function readZipped(bytes: Buffer, name: RegExp): string | undefined {
  const { offset, size } = directoryIn(bytes);
  const entry = parseDirectory(bytes.subarray(offset, offset + size)).find((one) => name.test(one.name));
  if (!entry) return undefined;
  const { at, packed, method } = entry;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const stored = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new BadZip();
  return (method === 0 ? stored : inflateRawSync(stored)).toString('utf8');
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new BadZip();
  return buffer;
}

/** The directory's place stands in the last bytes, before a comment of at most 64 KiB. */
async function findDirectory(file: FileHandle): Promise<{ readonly offset: number; readonly size: number }> {
  const { size: total } = await file.stat();
  const length = Math.min(total, 65_536 + 22 + 76);
  return directoryIn(await readAt(file, total - length, length));
}

function directoryIn(tail: Buffer): { readonly offset: number; readonly size: number } {
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at < 0 || at + 22 > tail.length || tail.readUInt32LE(at) !== endMark) throw new BadZip();
  const [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (offset !== 0xffffffff && size !== 0xffffffff) return { offset, size };
  const large = tail.lastIndexOf('PK\x06\x06', at, 'latin1');
  if (large < 0 || tail.readUInt32LE(large) !== end64Mark) throw new BadZip();
  return { size: Number(tail.readBigUInt64LE(large + 40)), offset: Number(tail.readBigUInt64LE(large + 48)) };
}

interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

function parseDirectory(bytes: Buffer): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let i = 0; i + 46 <= bytes.length && bytes.readUInt32LE(i) === entryMark; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(i + field));
    const extraAt = i + 46 + (nameLength ?? 0);
    const large = bytes.subarray(extraAt, extraAt + (extraLength ?? 0));
    entries.push({
      name: bytes.toString('utf8', i + 46, extraAt),
      method: bytes.readUInt16LE(i + 10),
      ...sizes(bytes.readUInt32LE(i + 24), bytes.readUInt32LE(i + 20), bytes.readUInt32LE(i + 42), large),
    });
    i = extraAt + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

/** Numbers over 32 bits stand in extra field 1, in this order, each only where the short one is full. */
function sizes(unpacked: number, packed: number, at: number, extra: Buffer): Pick<DirectoryEntry, 'packed' | 'at'> {
  let field = Buffer.alloc(0) as Buffer;
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2))
    if (extra.readUInt16LE(i) === 1) field = extra.subarray(i + 4, i + 4 + extra.readUInt16LE(i + 2));
  let next = 0;
  const full = (short: number): number => {
    if (short !== 0xffffffff || next + 8 > field.length) return short;
    next += 8;
    return Number(field.readBigUInt64LE(next - 8));
  };
  full(unpacked);
  return { packed: full(packed), at: full(at) };
}

async function openEntry(path: string, method: number, packed: number, at: number): Promise<Readable> {
  const file = await open(path);
  const head = await readAt(file, at, 30).finally(() => file.close());
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const stored = createReadStream(path, { start, end: Math.max(start, start + packed - 1) });
  if (method === 0) return stored;
  if (method !== 8) throw new BadZip();
  const inflated = createInflateRaw();
  stored.on('error', (error) => inflated.destroy(error));
  return stored.pipe(inflated);
}
