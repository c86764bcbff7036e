import { constants, crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import { maxPageBytes, type PageKind, type RawPage, SachError } from '../model/index.ts';
import { beginsAsPage } from '../text/index.ts';

type Unpacked = Pick<RawPage, 'bytes' | 'damage'>;

/**
 * Unpack a gzipped page, told by its first bytes: mirrors keep `.gz` files under any name. A page that is cut or damaged is
 * kept as far as it goes, as in a capture. Throws SachError `page-too-large`, `cannot-unpack`.
 */
export function unpack(bytes: Uint8Array, source: string): Unpacked {
  refuseLarge(bytes.length, source);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes };
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: maxPageBytes }) };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(source, cause);
    const page = firstMember(bytes);
    if (page && beginsAsPage(Buffer.from(page.bytes).toString('latin1', 0, 1024))) return page;
    throw new SachError('cannot-unpack', { source, reason: code ?? String(cause) }, { cause });
  }
}

/** What can be read of the first member of a broken gzip file. */
function firstMember(bytes: Uint8Array): Unpacked | undefined {
  const packed = bytes.subarray(dataStart(bytes));
  try {
    const { buffer, engine } = inflateRawSync(packed, { info: true, maxOutputLength: maxPageBytes }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    const end = Buffer.from(packed).subarray(engine.bytesWritten);
    if (end.length < 8) return { bytes: buffer };
    if (end.readUInt32LE(0) !== crc32(buffer)) return { bytes: buffer, damage: 'checksum' };
    // What follows is the rest of the page when it is packed too, and rubbish of a download otherwise.
    return { bytes: buffer, ...(end[8] === 0x1f && end[9] === 0x8b && { damage: 'cut' }) };
  } catch {
    return beginning(packed);
  }
}

function beginning(packed: Uint8Array): Unpacked | undefined {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxPageBytes };
    return { bytes: inflateRawSync(packed, options), damage: 'cut' };
  } catch {
    return undefined;
  }
}

/** Behind the header: ten bytes, then what its flags announce (RFC 1952, 2.3). */
function dataStart(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1 || bytes.length;
  return flags & 2 ? at + 2 : at;
}

/** Throw SachError `page-too-large` for more than `maxPageBytes`. */
export function refuseLarge(size: number, source: string): void {
  if (size > maxPageBytes) throw tooLarge(source);
}

/** More than `maxPageBytes`. */
export function tooLarge(source: string, cause?: unknown): SachError {
  return new SachError('page-too-large', { source, limit: `${maxPageBytes / 1024 / 1024} MiB` }, { cause });
}

/** Tell HTML from plain text by its tags, for input without a name. */
export function sniffKind(bytes: Uint8Array): PageKind {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1').replaceAll('\0', '');
  return /<(?:!doctype|html|head|body|meta|title|div|p|br|table|span|a|h[1-6]|font|article|script|form|center)[\s/>]/i.test(
    head,
  )
    ? 'html'
    : 'text';
}
