import { maxPageBytes } from '../model/index.ts';
import { refuseLarge } from './bytes.ts';

/** Read standard input to its end, at most a page's size. Throws SachError `page-too-large`. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxPageBytes) refuseLarge(size, '-');
  }
  return Buffer.concat(chunks);
}
