import { legacyEncoding } from './legacy/index.ts';

/**
 * `%E1%BB%A9` → `ứ`; `t%FD` → `tư` where the encoding of the escapes is given. A part of an address whose escapes are of
 * another one stays as it is.
 */
export function decodePart(part: string, encoding?: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return (encoding === undefined ? undefined : decodeBytes(part, encoding)) ?? part;
  }
}

/** Undefined where escapes and letters are no text of this encoding. */
function decodeBytes(part: string, encoding: string): string | undefined {
  const surface = part.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (/[^\x20-\x7e\x80-\xff]/.test(surface)) return undefined;
  try {
    const legacy = legacyEncoding(encoding);
    const text = legacy
      ? legacy.decode(surface)
      : new TextDecoder(encoding, { fatal: true }).decode(Buffer.from(surface, 'latin1'));
    return /\p{C}/u.test(text) ? undefined : text.normalize('NFC');
  } catch {
    return undefined;
  }
}
