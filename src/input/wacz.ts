import { SachError } from '../model/index.ts';
import { unreadCapture } from './capture-format.ts';
import { type CaptureEntry, readWarcStream } from './warc.ts';
import { BadZip, listZip, type ZipEntry } from './zip.ts';

/** Read the pages of a WACZ package: of every WARC in its `archive/`, in the order of their names. */
export async function* readWacz(path: string, source: string): AsyncGenerator<CaptureEntry> {
  let entries: ZipEntry[];
  try {
    entries = await listZip(path);
  } catch (cause) {
    if (!(cause instanceof BadZip)) throw cause;
    yield new SachError('capture-damaged', { source, offset: 0, records: 0, after: 0 });
    return;
  }
  // Archivers of old Windows part folders by a backslash.
  entries = entries.map((entry) => ({ ...entry, name: entry.name.replaceAll('\\', '/') }));
  const nested = entries.filter(({ name }) => /\.wacz$/i.test(name));
  if (nested.length > 0)
    yield new SachError('capture-nested', { source, names: nested.map(({ name }) => name).join(', ') });
  for (const { name } of entries) {
    const unread = name.startsWith('archive/') ? unreadCapture(`${source}/${name}`) : undefined;
    if (unread) yield unread;
  }
  const captures = entries.filter(({ name }) => /^archive\/.+\.warc(?:\.gz)?$/.test(name));
  captures.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const capture of captures) yield* readWarcStream(await capture.open(), source);
}
