import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Decoded } from '../http/content-coding.ts';
import { isProbe } from '../http/probe-address.ts';
import { maxPageBytes, type RawPage, SachError } from '../model/index.ts';
import { beginsAsFeed, isMoment, isPageAnswer, isWebAddress } from '../text/index.ts';
import { type ByteReader, EndedEarly, readBytes } from './byte-reader.ts';
import { tooLarge } from './bytes.ts';
import { bodyOf, type Headers, maxHeadBytes, mimeOf, parseHeaders, parseResponse } from './http-message.ts';
import { membersOf } from './warc-members.ts';

/**
 * What a capture holds, in order: its pages, one mark for each record that is no page, what stands for a page that was captured
 * before, and how it ends when it is damaged.
 */
export type CaptureEntry = RawPage | 'skipped' | Revisit | SachError;

/** A record that says: the same bytes as in that one. Which is in this capture, or in one of an earlier crawl. */
export interface Revisit {
  /** Id of the record that holds the bytes, and address of its page, as far as they are told. */
  readonly refersTo: readonly string[];
}

/**
 * Read the pages of a WARC file, gzipped or not, one record in memory at a time. What stands before a damage is kept, and of
 * a gzipped file what stands behind it as well; the damage is told either way.
 */
export async function* readWarc(path: string, source: string): AsyncGenerator<CaptureEntry> {
  let before = 0;
  for await (const entry of readWarcStream(createReadStream(path), source)) {
    if (entry instanceof SachError && entry.code === 'capture-damaged')
      yield* behindDamage(path, source, entry, before);
    else yield entry;
    before += 1;
  }
}

/** The records behind a damage, then the damage; as many as were read already are not read again. */
async function* behindDamage(
  path: string,
  source: string,
  damage: SachError,
  before: number,
): AsyncGenerator<CaptureEntry> {
  let after = 0;
  for await (const member of membersOf(path, before))
    for await (const entry of member ? readWarcStream(Readable.from([member]), source) : []) {
      if (entry instanceof SachError && isDamage(entry)) continue;
      yield entry;
      after += 1;
    }
  yield new SachError('capture-damaged', { ...damage.params, after });
}

const isDamage = ({ code }: SachError): boolean => code === 'capture-damaged' || code === 'capture-truncated';

/** Read the pages of a WARC from a stream of its bytes. */
export async function* readWarcStream(file: Readable, source: string): AsyncGenerator<CaptureEntry> {
  let fileBytes = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      fileBytes += chunk.length;
      yield chunk;
    }
  };
  const { bytes, isPacked } = await unpacked(counted());
  const reader = readBytes(bytes);
  let records = 0;
  let start = 0;
  try {
    for (;;) {
      start = reader.offset();
      const version = await reader.readLine();
      if (version === undefined) return;
      // Records are followed by blank lines.
      if (version.trim() === '') continue;
      yield await readRecord(reader, await readRecordHead(reader, version), source);
      records += 1;
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (!(cause instanceof EndedEarly || cause instanceof BadRecord || code?.startsWith('Z_'))) throw cause;
    // In packed files the place is known as far as the file was read.
    const offset = isPacked ? fileBytes : start;
    // A packed file that is cut short ends within a member. Where its members are whole, a record said to be longer than it
    // is.
    const isDamaged =
      cause instanceof BadRecord || code === 'Z_DATA_ERROR' || (isPacked && cause instanceof EndedEarly);
    yield new SachError(isDamaged ? 'capture-damaged' : 'capture-truncated', { source, offset, records, after: 0 });
  } finally {
    file.destroy();
  }
}

/** What should be a record is none. */
class BadRecord extends Error {}

async function unpacked(
  chunks: AsyncGenerator<Buffer>,
): Promise<{ readonly bytes: AsyncIterable<Buffer>; readonly isPacked: boolean }> {
  const first = await chunks.next();
  const whole = async function* (): AsyncGenerator<Buffer> {
    if (!first.done) yield first.value;
    yield* chunks;
  };
  const isPacked = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b;
  return { bytes: isPacked ? gunzip(whole()) : whole(), isPacked };
}

/** All members of a gzip file, one after the other: `createGunzip` reads on over their ends. */
async function* gunzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const input = Readable.from(packed);
  const output = createGunzip();
  input.on('error', (error) => output.destroy(error));
  yield* input.pipe(output) as AsyncIterable<Buffer>;
}

/**
 * `http://xa.example.vn/tin/1.html 203.0.113.5 20080312081500 text/html 5320`: the head of a record in an ARC file, which
 * Internet Archive and Heritrix wrote before there was WARC; version 2 has more words before the length.
 */
const arcHead = /^([a-z]+:\S.*?) [\d.a-f:]+ (\d{14}) \S+(?: \S+){0,6} (\d+)$/i;

function arcHeaders(line: string): Headers | undefined {
  const [, url = '', digits = '', length = ''] = arcHead.exec(line) ?? [];
  if (url === '') return undefined;
  const date = digits.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
  return new Map([
    ['warc-type', url.startsWith('filedesc:') ? 'warcinfo' : 'response'],
    ['warc-target-uri', url],
    ['warc-date', date],
    ['content-length', length],
  ]);
}

async function readRecordHead(reader: ByteReader, version: string): Promise<Headers> {
  const arc = arcHeaders(version);
  if (arc) return arc;
  if (!/^WARC\/\d/.test(version)) throw new BadRecord();
  const lines: string[] = [];
  for (;;) {
    const line = await reader.readLine();
    if (line === undefined) throw new EndedEarly();
    if (line === '') return parseHeaders(lines);
    lines.push(line);
  }
}

async function readRecord(reader: ByteReader, headers: Headers, source: string): Promise<CaptureEntry> {
  const digits = headers.get('content-length') ?? '';
  const length = Number(digits);
  if (!/^\d+$/.test(digits) || !Number.isSafeInteger(length)) throw new BadRecord();
  const type = headers.get('warc-type');
  if (type === 'revisit') {
    const answer = parseResponse(await reader.read(Math.min(length, maxHeadBytes)));
    await reader.skip(Math.max(0, length - maxHeadBytes));
    return answer === undefined || isCalledPage(answer.headers) ? revisitOf(headers) : 'skipped';
  }
  if (type !== 'response' && type !== 'resource') {
    await reader.skip(length);
    return 'skipped';
  }
  // Of a record that is too large the beginning is enough to tell that a page is lost.
  const isLarge = length > maxPageBytes;
  const block = await reader.read(isLarge ? maxHeadBytes : length);
  await reader.skip(length - block.length);
  const place = describe(headers, source);
  if (isForPrograms(place.url)) return 'skipped';
  // Of a page that goes over several records this one holds the beginning; the others (`continuation`) may be in another file.
  const isCut = headers.has('warc-truncated') || headers.has('warc-segment-number');
  const declared = isCut ? { damage: 'cut' as const } : {};
  if (type === 'resource') {
    if (isLarge) return isCalledPage(headers) ? tooLarge(recordLabel(place)) : 'skipped';
    return isPage(headers, block) ? { ...place, ...toPage({ body: block, ...declared }, headers) } : 'skipped';
  }
  const response = parseResponse(block);
  // A redirect has no page of its own.
  const isRedirect = response && response.status >= 300 && response.status < 400;
  if (!response || isRedirect || !mayBePage(response.headers)) return 'skipped';
  const isCalled = isCalledPage(response.headers);
  if (isLarge) return isCalled ? tooLarge(recordLabel(place)) : 'skipped';
  try {
    const body = await bodyOf(response, recordLabel(place));
    if (!isPage(response.headers, body.body)) return 'skipped';
    return { ...place, ...toPage({ ...declared, ...body }, response.headers), status: response.status };
  } catch (cause) {
    if (!(cause instanceof SachError)) throw cause;
    return isCalled ? cause : 'skipped';
  }
}

function revisitOf(headers: Headers): Revisit {
  const id = headers.get('warc-refers-to')?.replace(/^<|>$/g, '');
  const url = addressIn(headers.get('warc-refers-to-target-uri') ?? headers.get('warc-target-uri'));
  const address = url?.replace(/^<|>$/g, '');
  return {
    refersTo: [...(id ? [id] : []), ...(address !== undefined && isWebAddress(address) ? [new URL(address).href] : [])],
  };
}

/** What the record's own headers tell of a page; what is no address of a page, no time or empty tells nothing. */
function describe(headers: Headers, source: string): Pick<RawPage, 'source' | 'url' | 'fetchedAt' | 'warcRecordId'> {
  const id = headers.get('warc-record-id')?.replace(/^<|>$/g, '');
  const url = addressIn(headers.get('warc-target-uri')?.replace(/^<|>$/g, ''));
  const fetchedAt = headers.get('warc-date');
  return {
    source: `${source}#${id || url || ''}`,
    ...(url !== undefined && isWebAddress(url) && { url: new URL(url).href }),
    ...(fetchedAt !== undefined && isMoment(fetchedAt) && { fetchedAt }),
    ...(id && { warcRecordId: id }),
  };
}

/** Headers are bytes, and some programs write the letters of an address into them as they are. */
const addressIn = (header: string | undefined): string | undefined =>
  header?.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);

/** How messages name a page of a capture: nobody knows a page by its record alone. */
export const recordLabel = ({ url, source }: Pick<RawPage, 'url' | 'source'>): string =>
  url === undefined ? source : `${url} (${source})`;

/** What a crawl asks for and no reader: robots.txt, which some portals answer with a page, and pages that do not exist. */
const isForPrograms = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && (new URL(url).pathname === '/robots.txt' || isProbe(url));

/** Its type says so. */
const isCalledPage = (headers: Headers): boolean => isPageAnswer(mimeOf(headers.get('content-type')), '');

/** Its type does not speak against it: what it is, its beginning tells, as when it is crawled. */
const mayBePage = (headers: Headers): boolean => isPageAnswer(mimeOf(headers.get('content-type')), '<html');

function isPage(headers: Headers, body: Uint8Array): boolean {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 1024)).toString('latin1');
  return isPageAnswer(mimeOf(headers.get('content-type')), head) && !beginsAsFeed(head);
}

function toPage(
  { body, damage }: Decoded,
  headers: Headers,
): Pick<RawPage, 'bytes' | 'kind' | 'contentType' | 'damage'> {
  return { bytes: body, kind: 'html', contentType: headers.get('content-type') ?? '', ...(damage && { damage }) };
}
