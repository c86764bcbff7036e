import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** A file of an archive: bytes at hand, or a file to be copied in. */
export type ZipEntry =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string };

/** What the end of a ZIP file repeats of each entry. */
interface Placed {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** 1 January 1980, the first date a ZIP file knows: the same entries give the same bytes. */
const dosDate = 0x21;
const limit32 = 0xffffffff;

/**
 * Write a ZIP file with entries stored, not compressed: what is packed here is compressed already, and a reader can
 * then take one record out of a WARC inside without unpacking it. Large files get the ZIP64 fields.
 */
export async function writeZip(path: string, entries: readonly ZipEntry[]): Promise<void> {
  const draft = `${path}.sach-tmp`;
  const handle = await open(draft, 'w');
  try {
    const placed: Placed[] = [];
    let offset = 0;
    for (const entry of entries) {
      const { crc, size } = await measure(entry);
      const file = { name: Buffer.from(entry.name), crc, size, offset };
      const header = localHeader(file);
      await handle.appendFile(header);
      await copy(entry, handle);
      placed.push(file);
      offset += header.length + size;
    }
    const directory = Buffer.concat(placed.map(centralHeader));
    await handle.appendFile(Buffer.concat([directory, ending(placed.length, directory.length, offset)]));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}

async function measure(entry: ZipEntry): Promise<{ crc: number; size: number }> {
  if ('bytes' in entry) return { crc: crc32(entry.bytes), size: entry.bytes.length };
  let crc = 0;
  for await (const chunk of createReadStream(entry.path)) crc = crc32(chunk as Buffer, crc);
  return { crc, size: (await stat(entry.path)).size };
}

async function copy(entry: ZipEntry, to: FileHandle): Promise<void> {
  if ('bytes' in entry) await to.appendFile(entry.bytes);
  else for await (const chunk of createReadStream(entry.path)) await to.appendFile(chunk as Buffer);
}

/** Numbers by their width in bytes, little-endian. */
function fields(...numbers: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    numbers.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value));
      else buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}

const clamp = (value: number): number => Math.min(value, limit32);
/** Names are UTF-8. */
const utf8Flag = 0x800;

function localHeader({ name, crc, size }: Placed): Buffer {
  const extra = size >= limit32 ? fields([2, 1], [2, 16], [8, size], [8, size]) : Buffer.alloc(0);
  const version = extra.length > 0 ? 45 : 20;
  return Buffer.concat([
    fields([4, 0x04034b50], [2, version], [2, utf8Flag], [2, 0], [2, 0], [2, dosDate], [4, crc]),
    fields([4, clamp(size)], [4, clamp(size)], [2, name.length], [2, extra.length]),
    name,
    extra,
  ]);
}

function centralHeader({ name, crc, size, offset }: Placed): Buffer {
  const large = [...(size >= limit32 ? [size, size] : []), ...(offset >= limit32 ? [offset] : [])];
  const extra =
    large.length > 0
      ? fields([2, 1], [2, large.length * 8], ...large.map((value): readonly [8, number] => [8, value]))
      : Buffer.alloc(0);
  const version = extra.length > 0 ? 45 : 20;
  return Buffer.concat([
    fields([4, 0x02014b50], [2, version], [2, version], [2, utf8Flag], [2, 0], [2, 0], [2, dosDate], [4, crc]),
    fields([4, clamp(size)], [4, clamp(size)], [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0]),
    fields([4, clamp(offset)]),
    name,
    extra,
  ]);
}

function ending(count: number, size: number, offset: number): Buffer {
  const large =
    count >= 0xffff || offset + size >= limit32
      ? Buffer.concat([
          fields(
            [4, 0x06064b50],
            [8, 44],
            [2, 45],
            [2, 45],
            [4, 0],
            [4, 0],
            [8, count],
            [8, count],
            [8, size],
            [8, offset],
          ),
          fields([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]),
        ])
      : Buffer.alloc(0);
  const short = Math.min(count, 0xffff);
  return Buffer.concat([
    large,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, short], [2, short], [4, clamp(size)], [4, clamp(offset)], [2, 0]),
  ]);
}
