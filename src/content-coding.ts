/** The compression of a body, undone: of answers from the network and of those in a capture alike. */
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { SachError } from './model/index.ts';

/** More codings than this on one body is an attack, not compression (undici draws the same line). */
const maxCodings = 5;

/** Undoes one coding. What is decoded so far is handed over piece by piece until `take` wants no more. */
type Decoder = (bytes: Uint8Array, take: (part: Uint8Array) => boolean) => Promise<void> | void;

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
// A body cut short still has a readable beginning: a flush hands it over instead of throwing it away.
const inflating =
  (create: (bytes: Uint8Array) => Transform): Decoder =>
  async (bytes, take) => {
    const stream = create(bytes);
    stream.end(bytes);
    for await (const part of stream) if (!take(part)) return;
  };

const gunzip = inflating(() => zlib.createGunzip({ finishFlush: Z_SYNC_FLUSH }));
/** What nobody called gzip is believed when it is whole: half a page would pass for all of it. */
const gunzipWhole = inflating(() => zlib.createGunzip());
const decoders: Readonly<Record<string, Decoder>> = {
  identity: (bytes, take) => void take(bytes),
  gzip: gunzip,
  // Servers disagree on what `deflate` is; a zlib stream begins with method 8 and a checked header.
  deflate: inflating((bytes) =>
    (isZlib(bytes) ? zlib.createInflate : zlib.createInflateRaw)({ finishFlush: Z_SYNC_FLUSH }),
  ),
  br: inflating(() => zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH })),
  zstd: unzstd,
};
const aliases: Readonly<Record<string, string>> = { 'x-gzip': 'gzip' };

function isZlib(bytes: Uint8Array): boolean {
  const [cmf = 0, flags = 0] = bytes;
  return (cmf & 15) === 8 && ((cmf << 8) | flags) % 31 === 0;
}

/** Node 20 has no zstd of its own. Fed in small pieces, so that a bomb is noticed before it has gone off. */
function unzstd(bytes: Uint8Array, take: (part: Uint8Array) => boolean): void {
  let isWanted = true;
  const stream = new Decompress((part) => {
    isWanted &&= take(part);
  });
  const step = 16_384;
  for (let at = 0; isWanted && at < bytes.length; at += step) {
    stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  }
}

export interface BodyLimits {
  readonly url: string;
  /** Of every layer. */
  readonly maxBytes: number;
  /** Keep the beginning of a body that is too large, instead of refusing it. */
  readonly isCut?: boolean;
}

/** What the headers say of a body. */
export interface BodyHeaders {
  readonly type: string | undefined;
  readonly encoding: string | undefined;
}

/** Undo the `Content-Encoding` of a body, last coding first; no layer may grow over `maxBytes`. Throws SachError `fetch-too-large`, `fetch-failed`. */
export async function decodeBody(
  bytes: Uint8Array,
  { type = '', encoding = '' }: BodyHeaders,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const { url } = limits;
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter(Boolean);
  if (codings.length > maxCodings) {
    throw new SachError('fetch-failed', { url, reason: `${codings.length} content codings` });
  }
  let value = bytes;
  for (const coding of codings.reverse()) {
    const decode = decoders[aliases[coding] ?? coding];
    if (!decode) throw new SachError('fetch-failed', { url, reason: `content coding “${coding}”` });
    if (value.length > 0) value = await decodeLayer(value, { coding, decode }, limits);
  }
  return /\bx?html\b/i.test(type) ? unpackPage(value, limits) : value;
}

/** Some servers hand out pages as their cache or a mirror keeps them, gzipped, and do not say so. What is no such page is left as it is. */
async function unpackPage(bytes: Uint8Array, limits: BodyLimits): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const page = await decodeLayer(bytes, { coding: 'gzip', decode: gunzipWhole }, limits);
    // A `.tar.gz` whose type is as wrong: its entries begin with padded names.
    return page.subarray(0, headBytes).includes(0) ? bytes : page;
  } catch (error) {
    if (error instanceof SachError && error.code === 'fetch-failed') return bytes;
    throw error;
  }
}

const headBytes = 512;

async function decodeLayer(
  bytes: Uint8Array,
  { coding, decode }: { readonly coding: string; readonly decode: Decoder },
  { url, maxBytes, isCut = false }: BodyLimits,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let left = maxBytes;
  try {
    await decode(bytes, (part) => {
      parts.push(part.subarray(0, left));
      left -= part.length;
      return left >= 0;
    });
  } catch (cause) {
    // Of a body that was cut the end is bound to be broken.
    if (!isCut)
      throw new SachError('fetch-failed', { url, reason: `${coding}: ${(cause as Error).message}` }, { cause });
  }
  if (left < 0 && !isCut) throw new SachError('fetch-too-large', { url, limit: maxBytes });
  return Buffer.concat(parts);
}
