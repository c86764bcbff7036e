import { maxPageBytes } from '../model/index.ts';
import { refuseLarge } from './bytes.ts';

/** Read standard input to its end, at most a page's size. Throws SachError `page-too-large`. */
export async function readStdin(): Promise<Uint8Array> {
  return readAll(process.stdin);
}

/** The same of any stream of bytes, for one that was begun to be read. */
export async function readAll(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxPageBytes) refuseLarge(size, '-');
  }
  return Buffer.concat(chunks);
}

/** The first bytes of standard input, and all of it, these included. */
export async function beginStdin(): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer> }> {
  const chunks = (process.stdin as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const all = async function* (): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  return { head, all: all() };
}
