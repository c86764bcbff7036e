import { isUtf8 } from './bytes.ts';

/** A start tag with attributes. */
const tag = /<[a-z]\w*\s[^<>]*>/gi;
/** Also of attributes whose names end so: `data-src`. */
const address = /((?:href|src)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
/** Letters, in one encoding or another. */
const letters = /[\x01-\x08\x0b\x0e-\x1f\x7f-\xff]/g;

/**
 * Escape the letters of addresses that a page holds in a legacy encoding: the server calls its files by these bytes,
 * whatever letters they are read as. Addresses in UTF-8 stay as they are, as reading changes nothing about them, unless it
 * is what composes them.
 */
export function escapeAddresses(bytes: Uint8Array): Uint8Array {
  const html = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const escaped = html.replace(tag, (whole) =>
    whole.search(letters) < 0
      ? whole
      : whole.replace(address, (_, name: string, value: string) => name + escapeLetters(value)),
  );
  return escaped === html ? bytes : Buffer.from(escaped, 'latin1');
}

function escapeLetters(value: string): string {
  if (value.search(letters) < 0 || isComposed(Buffer.from(value, 'latin1'))) return value;
  return value.replace(letters, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** Whether bytes are UTF-8 that is NFC already. */
function isComposed(bytes: Buffer): boolean {
  const text = bytes.toString();
  return isUtf8(bytes) && text === text.normalize('NFC');
}
