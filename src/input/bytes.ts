import { gunzipSync } from 'node:zlib';
import { type PageKind, SachError } from '../model/index.ts';

/** A page of more bytes than this is refused: no article is that long, and it would take gigabytes to parse. */
export const maxPageBytes = 32 * 1024 * 1024;

/** Unpack a gzipped page, told by its first bytes: mirrors keep `.gz` files under any name. */
export function unpack(bytes: Uint8Array, source: string): Uint8Array {
  refuseLarge(bytes.length, source);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxPageBytes });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(source, cause);
    throw new SachError('cannot-unpack', { source, reason: code ?? String(cause) }, { cause });
  }
}

/** Throw SachError `page-too-large` for more than `maxPageBytes`. */
export function refuseLarge(size: number, source: string): void {
  if (size > maxPageBytes) throw tooLarge(source);
}

function tooLarge(source: string, cause?: unknown): SachError {
  return new SachError('page-too-large', { source, limit: `${maxPageBytes / 1024 / 1024} MiB` }, { cause });
}

/** First bytes of files that are not text, by the name that the user knows. */
const signatures: readonly (readonly [name: string, magic: string])[] = [
  ['PDF', '%PDF-'],
  ['ZIP, DOCX, XLSX', 'PK\x03\x04'],
  ['DOC, XLS', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['RTF', '{\\rtf'],
  ['PNG', '\x89PNG'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF8'],
  ['RIFF', 'RIFF'],
  ['RAR', 'Rar!\x1a'],
  ['7z', "7z\xbc\xaf'"],
  ['bzip2', 'BZh'],
  ['xz', '\xfd7zXZ'],
  ['Flash', 'CWS'],
  ['EXE', 'MZ\x90\x00'],
  ['ELF', '\x7fELF'],
];

/** Share of NULs in text that is no UTF-16: a broken page may hold a few, a binary file is full of them. */
const maxNulShare = 0.01;

/** What kind of binary file the bytes are; undefined for text in whatever encoding. */
export function binaryType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8192));
  const start = head.toString('latin1', 0, 16);
  const known = signatures.find(([, magic]) => start.startsWith(magic));
  if (known) return known[0];
  const nuls = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2]! += 1;
  });
  const [even = 0, odd = 0] = nuls;
  if (even + odd <= head.length * maxNulShare) return undefined;
  // In UTF-16 the NULs are the upper halves of ASCII letters, so all of them stand on one side.
  const wide = Math.min(even, odd) <= Math.max(even, odd) * 0.05 && Math.max(even, odd) < head.length / 2 + 1;
  return wide && hasText(head) ? undefined : 'NUL';
}

function hasText(head: Buffer): boolean {
  let letters = 0;
  for (const byte of head) if (byte >= 0x20 && byte < 0x7f) letters += 1;
  return letters > head.length * 0.2;
}

/** Throw SachError `binary-file` for what is not text. */
export function refuseBinary(bytes: Uint8Array, source: string): void {
  const type = binaryType(bytes);
  if (type !== undefined) throw new SachError('binary-file', { source, type });
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
