import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { SachError } from '../model/index.ts';

/** More codings than this on one body is an attack, not compression (undici draws the same line). */
const maxCodings = 5;

type Decoder = (bytes: Uint8Array, maxBytes: number) => Promise<Uint8Array>;

// A body cut short still has a readable beginning: Z_SYNC_FLUSH hands it over instead of throwing it away.
const sync = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotli = promisify(zlib.brotliDecompress);

const decoders: Readonly<Record<string, Decoder>> = {
  identity: async (bytes) => bytes,
  gzip: (bytes, maxOutputLength) => gunzip(bytes, { ...sync, maxOutputLength }),
  'x-gzip': (bytes, maxOutputLength) => gunzip(bytes, { ...sync, maxOutputLength }),
  // Servers disagree on what `deflate` is; a zlib stream begins with method 8 and a checked header.
  deflate: (bytes, maxOutputLength) => (isZlib(bytes) ? inflate : inflateRaw)(bytes, { ...sync, maxOutputLength }),
  br: (bytes, maxOutputLength) =>
    brotli(bytes, { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH, maxOutputLength }),
  zstd: async (bytes, maxBytes) => unzstd(bytes, maxBytes),
};

function isZlib(bytes: Uint8Array): boolean {
  const [cmf = 0, flags = 0] = bytes;
  return (cmf & 15) === 8 && ((cmf << 8) | flags) % 31 === 0;
}

/** Node 20 has no zstd of its own. Fed in small pieces, so that a bomb is noticed before it has gone off. */
function unzstd(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const stream = new Decompress((part) => {
    total += part.length;
    if (total > maxBytes) throw Object.assign(new RangeError('too large'), { code: 'ERR_BUFFER_TOO_LARGE' });
    parts.push(part);
  });
  const step = 16_384;
  for (let at = 0; at < bytes.length; at += step) {
    stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  }
  return Buffer.concat(parts);
}

/** Undo the `Content-Encoding` of a body, last coding first; no layer may grow over `maxBytes`. Throws SachError `fetch-too-large`, `fetch-failed`. */
export async function decodeBody(
  bytes: Uint8Array,
  contentEncoding: string | undefined,
  { url, maxBytes }: { readonly url: string; readonly maxBytes: number },
): Promise<Uint8Array> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter(Boolean);
  if (codings.length > maxCodings) {
    throw new SachError('fetch-failed', { url, reason: `${codings.length} content codings` });
  }
  let value = bytes;
  for (const coding of codings.reverse()) {
    const decode = decoders[coding];
    if (!decode) throw new SachError('fetch-failed', { url, reason: `content coding “${coding}”` });
    if (value.length === 0) return value;
    value = await decode(value, maxBytes).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ERR_BUFFER_TOO_LARGE') throw new SachError('fetch-too-large', { url, limit: maxBytes });
      throw new SachError('fetch-failed', { url, reason: `${coding}: ${cause.message}` }, { cause });
    });
  }
  return value;
}
