import { gunzipSync } from 'node:zlib';
import { maxPageBytes, type PageKind, SachError } from '../model/index.ts';

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
