/** Captures: what they are told by, and the pages in them as inputs. */
import { closeSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { constants, gunzipSync } from 'node:zlib';
import { type RawPage, SachError } from '../model/index.ts';
import { readError } from './file.ts';
import { urlName } from './output-name.ts';
import type { InputOptions, PageInput } from './page-input.ts';
import type { CaptureEntry, Revisit } from './warc.ts';

/** Named as a capture, and taken for one. */
const captureName = /\.(?:warc|warc\.gz|wacz)$/i;
/** ARC, what came before WARC; other archives are called so too. */
const arcName = /\.arc(?:\.gz)?$/i;

/** Whether a file of a folder is a capture. */
export const isCapture = (path: string): boolean =>
  captureName.test(path) || (arcName.test(path) && beginsAsCapture(headOf(path)));

/** Whether a file that somebody names is one, whatever it is called: Heritrix writes `….warc.gz.open`. */
export const isNamedCapture = (path: string): boolean => isCapture(path) || beginsAsCapture(headOf(path));

const headBytes = 1024;

function headOf(path: string): Buffer {
  const head = Buffer.alloc(headBytes);
  try {
    const file = openSync(path, 'r');
    try {
      return head.subarray(0, readSync(file, head));
    } finally {
      closeSync(file);
    }
  } catch {
    // What cannot be read is told when its turn comes.
    return head;
  }
}

/** Whether bytes, packed or not, begin the first record of a WARC or ARC. */
export function beginsAsCapture(bytes: Buffer): boolean {
  const head = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpackedHead(bytes.subarray(0, headBytes)) : bytes;
  return /^(?:WARC\/\d|filedesc:\/\/)/.test(head.toString('latin1', 0, 16));
}

function unpackedHead(packed: Buffer): Buffer {
  try {
    return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * The pages of a capture, named for their addresses. A capture that is damaged, or holds nothing, ends in an input that says
 * so.
 */
export async function* pagesOfCapture(path: string, options: InputOptions): AsyncGenerator<PageInput> {
  const { readWarc } = await import('./warc.ts');
  const read = /\.wacz$/i.test(path) ? (await import('./wacz.ts')).readWacz : readWarc;
  yield* pagesOf(read(path, path), path, options);
}

/** The same of a WARC or ARC that comes as a stream. */
export async function* pagesOfStream(
  stream: AsyncIterable<Buffer>,
  source: string,
  options: InputOptions,
): AsyncGenerator<PageInput> {
  const { readWarcStream } = await import('./warc.ts');
  yield* pagesOf(readWarcStream(Readable.from(stream), source), source, options);
}

async function* pagesOf(
  entries: AsyncGenerator<CaptureEntry>,
  path: string,
  options: InputOptions,
): AsyncGenerator<PageInput> {
  const { recordLabel } = await import('./warc.ts');
  let isEmpty = true;
  const held = new Set<string | undefined>();
  const revisits: Revisit[] = [];
  try {
    for await (const entry of entries) {
      isEmpty = false;
      if (entry === 'skipped') options.onSkipped?.('records');
      else if (entry instanceof SachError) yield failing(path, entry);
      else if ('refersTo' in entry) revisits.push(entry);
      else {
        held.add(entry.warcRecordId).add(entry.url);
        yield { source: entry.source, label: recordLabel(entry), name: nameOf(entry), load: () => entry };
      }
    }
    for (const { refersTo } of revisits)
      options.onSkipped?.(refersTo.some((name) => held.has(name)) ? 'records' : 'revisits');
    if (isEmpty) yield failing(path, new SachError('capture-empty', { source: path }));
  } catch (cause) {
    yield failing(path, readError(path, cause));
  }
}

function nameOf({ url, source }: RawPage): string {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
    ? urlName(url)
    : urlName(`http://capture/${encodeURIComponent(source)}`);
}

/** An input that cannot be had. */
export function failing(source: string, error: SachError): PageInput {
  return { source, name: source, load: () => Promise.reject(error) };
}
