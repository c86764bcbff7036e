import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { decodeBody } from '../../http/content-coding.ts';
import { SachError } from '../../model/index.ts';
import { version } from '../../version.ts';
import { type Exchange, header } from '../http.ts';

/** Where a response stands in the capture. */
export interface Captured {
  /** Name of the segment in the capture folder. */
  readonly file: string;
  readonly offset: number;
  /** Of the response's gzip member. */
  readonly length: number;
  /** End of all that was written for this exchange. */
  readonly end: number;
  /** `urn:uuid:…` */
  readonly recordId: string;
}

/** WARC files are passed around and indexed whole: 1 GB is the custom. */
const maxSegmentBytes = 2 ** 30;

type Fields = readonly (readonly [string, string])[];
/** What a record holds, in parts: a large file is not copied to put it behind its headers. */
type Block = readonly Uint8Array[];

export interface WarcWriterOptions {
  /** Number of the first segment. Default 1. */
  readonly first?: number;
  /** Default 1 GiB. */
  readonly maxBytes?: number;
  /** Awaited before a segment is opened. */
  readonly onSegment?: (name: string) => Promise<unknown>;
}

/**
 * Writes exchanges to WARC 1.1 files, one gzip member a record, the file on the disk before `append` returns. Ids come
 * from address, time and bytes, so that the same crawl makes the same capture.
 */
export class WarcWriter {
  readonly #folder: string;
  readonly #prefix: string;
  readonly #maxBytes: number;
  readonly #onSegment: (name: string) => Promise<unknown>;
  #number: number;
  #segment: { readonly name: string; readonly handle: FileHandle; size: number } | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(folder: string, prefix: string, options: WarcWriterOptions = {}) {
    this.#folder = folder;
    this.#prefix = prefix;
    this.#number = options.first ?? 1;
    this.#maxBytes = options.maxBytes ?? maxSegmentBytes;
    this.#onSegment = options.onSegment ?? (async () => {});
  }

  /** Write response and request. Appends wait for each other, so any number may be under way. */
  append(exchange: Exchange, date: Date): Promise<Captured> {
    const work = this.#queue.then(() => this.#append(exchange, date));
    this.#queue = work.catch(() => {});
    return work;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#segment?.handle.close();
    this.#segment = undefined;
  }

  async #append(exchange: Exchange, date: Date): Promise<Captured> {
    const { response, request, recordId } = await recordsOf(exchange, date);
    const segment = await this.#open(date);
    const offset = segment.size;
    // Not `write`: on a full disk that writes a part and says nothing.
    await segment.handle.appendFile(response);
    await segment.handle.appendFile(request);
    await segment.handle.datasync();
    segment.size += response.length + request.length;
    if (segment.size >= this.#maxBytes) {
      await segment.handle.close();
      this.#segment = undefined;
      this.#number += 1;
    }
    return { file: segment.name, offset, length: response.length, end: segment.size, recordId };
  }

  async #open(date: Date) {
    if (this.#segment) return this.#segment;
    await mkdir(this.#folder, { recursive: true });
    const name = segmentName(this.#prefix, this.#number);
    await this.#onSegment(name);
    const handle = await open(join(this.#folder, name), 'a');
    let { size } = await handle.stat();
    if (size === 0) {
      const info = await infoRecord(name, date);
      await handle.appendFile(info);
      size = info.length;
    }
    this.#segment = { name, handle, size };
    return this.#segment;
  }
}

/** File name of a WARC segment: prefix and five digits. */
export const segmentName = (prefix: string, number: number): string =>
  `${prefix}-${String(number).padStart(5, '0')}.warc.gz`;

/** Cut off what a killed run wrote and never committed. */
export async function trimSegment(folder: string, name: string, length: number): Promise<void> {
  const path = join(folder, name);
  const { size } = await stat(path);
  if (size > length) await truncate(path, length);
}

async function recordsOf(exchange: Exchange, date: Date) {
  const at = new URL(exchange.url);
  const responseBlock = httpBlock(
    `HTTP/1.1 ${exchange.status} ${exchange.statusText}`,
    // The chunked framing is undone before the bytes reach us; a reader must not look for it.
    exchange.headers.map(([name, value]) =>
      /^transfer-encoding$/i.test(name) ? (['X-Archive-Orig-Transfer-Encoding', value] as const) : [name, value],
    ),
    exchange.rawBody,
  );
  const requestBlock = httpBlock(`GET ${at.pathname}${at.search} HTTP/1.1`, exchange.requestHeaders);
  const common = (id: string): Fields => [
    ['WARC-Target-URI', exchange.url],
    ['WARC-Date', date.toISOString()],
    ['WARC-Record-ID', `<${id}>`],
  ];
  const recordId = idOf('response', exchange.url, date, responseBlock);
  const requestId = idOf('request', exchange.url, date, responseBlock);
  const response = await record(
    'response',
    [
      ...common(recordId),
      ...(exchange.remoteAddress ? [['WARC-IP-Address', exchange.remoteAddress] as const] : []),
      ['WARC-Payload-Digest', digest([exchange.rawBody])],
      ...(exchange.isCut ? [['WARC-Truncated', 'length'] as const] : []),
      ['Content-Type', 'application/http;msgtype=response'],
    ],
    responseBlock,
  );
  const request = await record(
    'request',
    [
      ...common(requestId),
      ['WARC-Concurrent-To', `<${recordId}>`],
      ['Content-Type', 'application/http;msgtype=request'],
    ],
    requestBlock,
  );
  return { response, request, recordId };
}

function infoRecord(name: string, date: Date): Promise<Buffer> {
  const block = [
    Buffer.from(
      `software: sach/${version}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nrobots: obey\r\n`,
    ),
  ];
  return record(
    'warcinfo',
    [
      ['WARC-Date', date.toISOString()],
      ['WARC-Record-ID', `<${idOf('warcinfo', name, date, block)}>`],
      ['WARC-Filename', name],
      ['Content-Type', 'application/warc-fields'],
    ],
    block,
  );
}

/** A version 8 UUID (RFC 9562) over what the record is. */
function idOf(type: string, url: string, date: Date, block: Block): string {
  const hash = hashOf([Buffer.from(`${type}\n${url}\n${date.toISOString()}\n`), ...block]).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}

/** Not at once: packing a large file would hold up every other request for seconds, to the end of its patience. */
const pack = promisify(gzip);

function record(type: string, fields: Fields, block: Block): Promise<Buffer> {
  const head = headerText(`WARC/1.1`, [
    ['WARC-Type', type],
    ...fields,
    ['WARC-Block-Digest', digest(block)],
    ['Content-Length', String(block.reduce((length, part) => length + part.length, 0))],
  ]);
  return pack(Buffer.concat([Buffer.from(head, 'utf8'), ...block, Buffer.from('\r\n\r\n')]));
}

/** Header bytes were read as one character each, and go back as they came. */
function httpBlock(start: string, headers: Fields, ...body: Block): Block {
  return [Buffer.from(headerText(start, headers), 'latin1'), ...body];
}

function headerText(start: string, fields: Fields): string {
  return `${[start, ...fields.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;
}

function hashOf(block: Block): Hash {
  const hash = createHash('sha256');
  for (const part of block) hash.update(part);
  return hash;
}

const digest = (block: Block): string => `sha256:${hashOf(block).digest('hex')}`;

type Place = Pick<Captured, 'file' | 'offset' | 'length'>;

/**
 * Read a response back: status, headers, and the body after decompression.
 * Throws SachError `capture-missing`, `capture-damaged`.
 */
export async function readCaptured(
  folder: string,
  place: Place,
  maxBytes: number,
): Promise<Pick<Exchange, 'url' | 'status' | 'headers' | 'body' | 'damage'>> {
  const warc = splitHead(await readMember(join(folder, place.file), place));
  const http = splitHead(warc.rest.subarray(0, Number(header(warc, 'content-length'))));
  const url = header(warc, 'warc-target-uri') ?? '';
  const said = { type: header(http, 'content-type'), encoding: header(http, 'content-encoding') };
  const decoded = await decodeBody(http.rest, said, { url, maxBytes });
  return { url, status: Number(http.start.split(' ')[1]), headers: http.headers, ...decoded };
}

/** The bytes of one gzip member, which prove themselves by their checksum. */
async function readMember(path: string, { offset, length }: Place): Promise<Buffer> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (cause) {
    throw new SachError('capture-missing', { path, reason: (cause as NodeJS.ErrnoException).code ?? '' }, { cause });
  }
  try {
    const member = Buffer.alloc(length);
    await handle.read(member, 0, length, offset);
    return gunzipSync(member);
  } catch (cause) {
    throw new SachError('capture-damaged', { source: path, offset, records: 0, after: 0 }, { cause });
  } finally {
    await handle.close();
  }
}

function splitHead(bytes: Buffer) {
  const end = bytes.indexOf('\r\n\r\n');
  const [start = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { start, headers, rest: bytes.subarray(end + 4) };
}
