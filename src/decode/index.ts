import type { Notice, RawPage, Staged, TextPage } from '../model/index.ts';
import { escapeAddresses } from './addresses.ts';
import { signSets, toNfc } from './census.ts';
import { force, readBytes } from './read-bytes.ts';
import { repairText } from './repair.ts';
import { readViqr } from './viqr.ts';

export { toNfc } from './census.ts';
export { charsetNamed } from './charset.ts';
export { misreadNotices } from './read-bytes.ts';

/** Bytes in the encoding of this name → NFC text, nothing repaired. Throws SachError `unknown-encoding`. */
export const decodeAs = (bytes: Uint8Array, encoding: string): string => toNfc(force(bytes, encoding).text);

export interface DecodeOptions {
  /** Read the bytes in this encoding instead of detecting it. */
  readonly encoding?: string | undefined;
}

/**
 * Decode a page. Bytes in any supported encoding → NFC text, and what was found and repaired.
 * Throws SachError `unknown-encoding` for a forced name that does not exist.
 */
export function decode(page: RawPage, options: DecodeOptions = {}): Staged<TextPage> {
  const { source, kind = 'html', url, status } = page;
  // Where the page lies on no server, its links are names of files beside it, which are read by people.
  const isOnServer = kind === 'html' && url !== undefined;
  const read = readBytes(isOnServer ? { ...page, bytes: escapeAddresses(page.bytes) } : page, options.encoding);
  const viqr = options.encoding === undefined ? readViqr(read.text, kind) : undefined;
  const { text, repairs } = viqr === undefined ? repairText(read.text, kind, read) : repairText(viqr, kind);
  const { declared, confidence } = read;
  const name = viqr === undefined ? read.name : 'viqr';
  return {
    value: {
      source,
      kind,
      ...(url !== undefined && { url }),
      ...(status !== undefined && { status }),
      text,
      encoding: {
        name,
        ...(declared !== undefined && { declared }),
        confidence,
        repairs: [...read.repairs, ...repairs.keys()],
      },
    },
    notices: [
      ...damages(page),
      ...read.notices,
      ...[...repairs].map(
        ([repair, count]): Notice => ({ rule: 'encoding/repaired', level: 'info', params: { repair, count } }),
      ),
      ...lostLetters(text),
    ],
  };
}

/** Half a page reads as a whole one does; only what unpacked it knows better. */
function damages({ damage }: RawPage): Notice[] {
  if (damage === undefined) return [];
  return [{ rule: `page/${damage}`, level: damage === 'cut' ? 'error' : 'warning' }];
}

const lostLetter = /\ufffd/g;
const privateUse = /[\ue000-\uf8ff]/g;
const lost = signSets([/\ufffd|[\ue000-\uf8ff]/]);

/** What cannot be restored is kept, counted and told. */
function lostLetters(text: string): Notice[] {
  if (lost.foundIn(text) === 0) return [];
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [gone, unknown] = [count(lostLetter), count(privateUse)];
  return [
    ...(gone > 0 ? [{ rule: 'encoding/lost-letters', level: 'warning', params: { count: gone } } as const] : []),
    ...(unknown > 0 ? [{ rule: 'encoding/private-use', level: 'info', params: { count: unknown } } as const] : []),
  ];
}
