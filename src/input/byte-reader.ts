/** The source ended in the middle of something. */
export class EndedEarly extends Error {}

/** Reads a stream of bytes in the portions that a format asks for, no more in memory than the portion at hand. */
export interface ByteReader {
  /** Bytes given out so far. */
  offset(): number;
  /** Exactly `count` bytes. Throws `EndedEarly`. */
  read(count: number): Promise<Buffer>;
  /** Pass over `count` bytes. Throws `EndedEarly`. */
  skip(count: number): Promise<void>;
  /** A line without its end; undefined at the end of the source. Throws `EndedEarly` for a last line without an end. */
  readLine(): Promise<string | undefined>;
}

/** A line longer than this is no header. */
const maxLineBytes = 1024 * 1024;

export function readBytes(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let given = 0;

  const more = async (): Promise<boolean> => {
    const { value, done } = await chunks.next();
    if (done) return false;
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  };
  const take = (count: number): Buffer => {
    const bytes = held.subarray(0, count);
    held = held.subarray(count);
    given += bytes.length;
    return bytes;
  };
  return {
    offset: () => given,
    async read(count) {
      // Gathered apart, so that a long body is copied once and not with every chunk.
      const parts = [take(count)];
      let left = count - (parts[0]?.length ?? 0);
      while (left > 0) {
        if (!(await more())) throw new EndedEarly();
        const part = take(left);
        parts.push(part);
        left -= part.length;
      }
      return Buffer.concat(parts);
    },
    async skip(count) {
      let left = count - take(count).length;
      while (left > 0) {
        if (!(await more())) throw new EndedEarly();
        left -= take(left).length;
      }
    },
    async readLine() {
      for (;;) {
        const end = held.indexOf(0x0a);
        if (end >= 0)
          return take(end + 1)
            .toString('latin1')
            .replace(/\r?\n$/, '');
        if (held.length > maxLineBytes) throw new EndedEarly();
        if (!(await more())) {
          if (held.length === 0) return undefined;
          throw new EndedEarly();
        }
      }
    },
  };
}
