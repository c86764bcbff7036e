import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { maxPageBytes } from './bytes.ts';

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
  readonly body: Buffer;
}

/** Read a response as captured: status, headers, and the body with chunks joined and compression undone. Undefined for what is none. */
export function parseResponse(bytes: Buffer): HttpResponse | undefined {
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1', 0, Math.min(bytes.length, 65_536)));
  if (!end) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end.index).split(/\r?\n/);
  const status = Number(/^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first)?.[1]);
  if (!status) return undefined;
  const headers = parseHeaders(lines);
  const sent = bytes.subarray(end.index + end[0].length);
  const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? joinChunks(sent) : sent;
  return { status, headers, body: decompress(whole, headers.get('content-encoding')?.toLowerCase() ?? '') };
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

const decoders: Readonly<Record<string, ((bytes: Buffer, options: { maxOutputLength: number }) => Buffer)[]>> = {
  gzip: [gunzipSync],
  'x-gzip': [gunzipSync],
  // Servers mean either by this name.
  deflate: [inflateSync, inflateRawSync],
  br: [brotliDecompressSync],
};

/** Undo a body's compression; a body that is not what its header says is left as it is. */
function decompress(body: Buffer, encoding: string): Buffer {
  for (const decode of decoders[encoding] ?? []) {
    try {
      return decode(body, { maxOutputLength: maxPageBytes });
    } catch {
      // The next reading of the name, or none.
    }
  }
  return body;
}
