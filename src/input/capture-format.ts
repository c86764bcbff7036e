import { SachError } from '../model/index.ts';

/** Formats of captures that are not read, by the end of a name; what to do instead stands in the messages. */
const otherFormats: Readonly<Record<string, string>> = {
  zst: 'zstd',
  bz2: 'bzip2',
  xz: 'xz',
  webarchive: 'webarchive',
};

/**
 * A capture of a format that is not read. Zstandard is none of them yet: Node 20 cannot unpack it, and those who pack captures
 * by it (Archive Team) put a dictionary of their own before the records, which no unpacker in JavaScript takes.
 */
export function unreadCapture(path: string): SachError | undefined {
  const [, ending = ''] = /(?:\.(?:w?arc|wacz)\.(zst|bz2|xz)|\.(webarchive))$/i.exec(path)?.filter(Boolean) ?? [];
  const type = otherFormats[ending.toLowerCase()];
  return type === undefined ? undefined : new SachError('capture-format', { source: path, type });
}
