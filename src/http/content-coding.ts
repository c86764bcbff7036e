/** The compression of a body, undone: of answers from the network and of those in a capture alike. */
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { type RawPage, SachError } from '../model/index.ts';

/** More codings than this on one body is an attack, not compression (undici draws the same line): none is undone. */
const maxCodings = 5;

/** Undoes one coding. What is decoded so far is handed over piece by piece until `take` wants no more. */
type Decode = (bytes: Uint8Array, take: (part: Uint8Array) => boolean) => Promise<void> | void;

interface Coding {
  /** Throws where anything is wrong. */
  readonly decode: Decode;
  /** Hands over the beginning of what is broken, where `decode` would keep it to itself. */
  readonly begin: Decode;
  /** So many bytes behind the text hold its checksum. */
  readonly checksumBytes?: number;
}

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;

const inflating =
  (create: (bytes: Uint8Array) => Transform): Decode =>
  async (bytes, take) => {
    const stream = create(bytes);
    stream.end(bytes);
    for await (const part of stream) if (!take(part)) return;
  };

/** A stream that is told to flush at its end gives what there is, and does not miss the rest. */
const codings: Readonly<Record<string, Coding>> = {
  gzip: {
    decode: inflating(() => zlib.createGunzip()),
    begin: inflating(() => zlib.createGunzip({ finishFlush: Z_SYNC_FLUSH })),
    checksumBytes: 8,
  },
  // Servers disagree on what `deflate` is; a zlib stream begins with method 8 and a checked header.
  deflate: {
    decode: inflating((bytes) => (isZlib(bytes) ? zlib.createInflate() : zlib.createInflateRaw())),
    begin: inflating((bytes) =>
      (isZlib(bytes) ? zlib.createInflate : zlib.createInflateRaw)({ finishFlush: Z_SYNC_FLUSH }),
    ),
    checksumBytes: 4,
  },
  br: {
    decode: inflating(() => zlib.createBrotliDecompress()),
    begin: inflating(() => zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH })),
  },
  zstd: { decode: unzstd, begin: unzstd },
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

/** What is wrong with a body: its end is missing, or all is there and the checksum does not fit. */
export type Damage = NonNullable<RawPage['damage']>;

export interface Decoded {
  readonly body: Uint8Array;
  readonly damage?: Damage;
}

/**
 * Undo the `Content-Encoding` of a body, last coding first; no layer may grow over `maxBytes`. Old servers write anything
 * into that header (`utf-8`, `none`) or say gzip of what they did not pack: such a body is taken as it came, as browsers
 * take it. Throws SachError `fetch-too-large`.
 */
export async function decodeBody(
  bytes: Uint8Array,
  { type = '', encoding = '' }: BodyHeaders,
  limits: BodyLimits,
): Promise<Decoded> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .map((name) => aliases[name] ?? name)
    .filter((name) => Object.hasOwn(codings, name));
  let value: Decoded = { body: bytes };
  for (const name of names.length > maxCodings ? [] : names.reverse()) {
    const coding = codings[name];
    if (coding && value.body.length > 0) value = { ...value, ...(await undo(value.body, coding, limits)) };
  }
  return /\bx?html\b/i.test(type) ? unpackPage(value, limits) : value;
}

/**
 * Some servers hand out pages as their cache or a mirror keeps them, gzipped, and do not say so. What is no such page is
 * left as it is.
 */
async function unpackPage(sent: Decoded, limits: BodyLimits): Promise<Decoded> {
  const [first, second] = sent.body;
  if (!codings.gzip || first !== 0x1f || second !== 0x8b) return sent;
  const page = await undo(sent.body, codings.gzip, limits);
  // What nobody called gzip is believed when it is whole: half a page would pass for all of it.
  const isWhole = limits.isCut || page.damage !== 'cut';
  // A `.tar.gz` whose type is as wrong: its entries begin with padded names.
  return isWhole && !page.body.subarray(0, headBytes).includes(0) ? { ...sent, ...page } : sent;
}

const headBytes = 512;

/** How Node names a checksum, or a count of bytes, at the end of a stream that does not fit. */
const badChecksum = /^incorrect (?:data|length) check$/;

/**
 * Undo one coding. A body that is broken is read as far as it goes; one that is not in this coding at all stays as it is.
 */
async function undo(bytes: Uint8Array, { decode, begin, checksumBytes }: Coding, limits: BodyLimits): Promise<Decoded> {
  const { body, error } = await decodeLayer(bytes, decode, limits);
  if (error === undefined) return { body };
  if (checksumBytes !== undefined && badChecksum.test(error.message)) {
    const whole = await decodeLayer(bytes.subarray(0, -checksumBytes), begin, limits);
    if (whole.error === undefined) return { body: whole.body, damage: 'checksum' };
  }
  const beginning = await decodeLayer(bytes, begin, limits);
  if (beginning.body.length === 0 || isMarkup(bytes)) return { body: bytes };
  // Of a body of which no more than the beginning was wanted the end is bound to be missing.
  return { body: beginning.body, ...(!limits.isCut && { damage: 'cut' }) };
}

/** No packed body begins like this; an unpacked page may be unpacked once more, into a few letters of rubbish. */
const isMarkup = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<[a-z!?]/i.test(Buffer.from(bytes.subarray(0, headBytes)).toString('latin1'));

interface Layer {
  readonly body: Uint8Array;
  /** Why there is no more. */
  readonly error?: Error;
}

async function decodeLayer(
  bytes: Uint8Array,
  decode: Decode,
  { url, maxBytes, isCut = false }: BodyLimits,
): Promise<Layer> {
  const parts: Uint8Array[] = [];
  let left = maxBytes;
  let error: Error | undefined;
  try {
    await decode(bytes, (part) => {
      parts.push(part.subarray(0, left));
      left -= part.length;
      return left >= 0;
    });
  } catch (cause) {
    error = cause as Error;
  }
  if (left < 0 && !isCut) throw new SachError('fetch-too-large', { url, limit: maxBytes });
  return { body: Buffer.concat(parts), ...(error && { error }) };
}
