import { type BodyHeaders, type Decoded, decodeBody } from '../http/content-coding.ts';
import { maxPageBytes, SachError } from '../model/index.ts';
import { beginsAsPage } from '../text/index.ts';
import { tooLarge } from './bytes.ts';

/** Headers of a message, names in lower case; of several with one name the first counts. */
export type Headers = ReadonlyMap<string, string>;

/** Read header lines, folded ones joined. */
export function parseHeaders(lines: readonly string[]): Headers {
  const unfolded = lines.join('\n').replace(/\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of unfolded.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** The type in a `Content-Type`, lower case, without its parameters. */
export function mimeOf(contentType: string | undefined): string {
  return contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** As captured: chunked, compressed. */
  readonly sent: Buffer;
}

/** No head of a response is longer. */
export const maxHeadBytes = 65_536;

/** The blank line behind the headers, or, where an old script forgot it, the first tag of the page. */
const headEnd = /\r?\n(?:\r?\n|(?=[ \t]{0,20}<(?:!doctype|html|head|body)[\s>]))/i;

/** Read a response as captured. Undefined for what is none. A page without any header came over HTTP/0.9. */
export function parseResponse(bytes: Buffer): HttpResponse | undefined {
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, maxHeadBytes));
  if (beginsAsPage(head)) return { status: 200, headers: new Map(), sent: bytes };
  const end = headEnd.exec(head);
  if (!end) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end.index).split(/\r?\n/);
  const status = Number(/^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first)?.[1]);
  if (!status) return undefined;
  return { status, headers: parseHeaders(lines), sent: bytes.subarray(end.index + end[0].length) };
}

/** The body of a response, chunks joined and compression undone. Throws SachError `page-too-large`. */
export function bodyOf({ headers, sent }: HttpResponse, source: string): Promise<Decoded> {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const said = { type: headers.get('content-type'), encoding: headers.get('content-encoding') };
  return decompress(isChunked ? joinChunks(sent) : sent, said, source);
}

/** No chunk is so long that its length needs more. */
const maxSizeDigits = 16;

/** Join the chunks of a body. Some archives write the header but the body already joined: that is left as it is. */
function joinChunks(sent: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < sent.length) {
    const lineEnd = sent.indexOf('\r\n', at);
    const line = lineEnd < 0 ? '' : sent.toString('latin1', at, Math.min(lineEnd, at + maxSizeDigits));
    const size = Number.parseInt(/^[\da-f]+/i.exec(line)?.[0] ?? '', 16);
    if (Number.isNaN(size)) return parts.length === 0 ? sent : Buffer.concat(parts);
    if (size === 0) break;
    parts.push(sent.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

async function decompress(body: Buffer, said: BodyHeaders, source: string): Promise<Decoded> {
  try {
    return await decodeBody(body, said, { url: source, maxBytes: maxPageBytes });
  } catch (cause) {
    throw cause instanceof SachError && cause.code === 'fetch-too-large' ? tooLarge(source, cause) : cause;
  }
}
