/**
 * `Content-Disposition` → the name that the server gives a file (RFC 6266). Old portals send every document by one script,
 * and write the name as they please:
 *
 *     attachment; filename="Van ban 1.pdf"
 *     attachment; filename*=UTF-8''V%C4%83n%20b%E1%BA%A3n.pdf      RFC 5987
 *     attachment; filename="=?UTF-8?B?VsSDbiBi4bqjbi5wZGY=?="      RFC 2047, not meant for here
 *     attachment; filename=V%C4%83n%20b%E1%BA%A3n.pdf              as in an address
 *     attachment; filename=Văn bản.pdf                             raw bytes, in UTF-8 or a legacy encoding
 */
import { decodePart, legacyEncoding, legacyEncodings, surfaceOf, vietnameseScorer } from '../text/index.ts';

/** Of a name that is kept; the archive's are shorter. */
const maxLetters = 250;
const parameter = /;\s*(filename\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gi;

/**
 * `disposition` holds one character a byte. Undefined where it names nothing. The name is no path, and may not be safe as
 * one.
 */
export function nameIn(disposition: string | undefined): string | undefined {
  const given = new Map<string, string>();
  for (const [, key = '', quoted, bare = ''] of `;${disposition ?? ''}`.matchAll(parameter))
    given.set(
      key.toLowerCase(),
      quoted === undefined ? bare.trim().replace(/^"/, '') : quoted.replace(/\\(["\\])/g, '$1'),
    );
  const name = extended(given.get('filename*')) ?? plain(given.get('filename') ?? '');
  const tidy = withoutFolders(name)
    .replace(/\p{C}+/gu, ' ')
    .normalize('NFC')
    .trim();
  return tidy === '' ? undefined : tidy.slice(-maxLetters);
}

/** `UTF-8'vi'V%C4%83n…`; undefined where it is written otherwise. */
function extended(value: string | undefined): string | undefined {
  const [, charset, text] = /^([\w-]+)'[^']*'(.*)$/.exec(value ?? '') ?? [];
  return charset === undefined || text === undefined ? undefined : decodeBytes(bytesOf(text, '%'), charset);
}

function plain(value: string): string {
  const words = value.replace(/(\?=)\s+(=\?)/g, '$1$2');
  const encoded = words.replace(
    /=\?([\w-]+)(?:\*\w+)?\?([bq])\?([^?]*)\?=/gi,
    (word, charset: string, form: string, text: string) => {
      const isBase64 = form.toLowerCase() === 'b';
      const bytes = isBase64 ? Buffer.from(text, 'base64').toString('latin1') : bytesOf(text.replaceAll('_', ' '), '=');
      return decodeBytes(bytes, charset) ?? word;
    },
  );
  if (encoded !== words) return encoded;
  return decodePart(decodeBytes(value, 'utf-8') ?? legacyText(value));
}

/** The reading that is Vietnamese: file servers of the time keep names as they were typed, mostly in TCVN3. */
function legacyText(value: string): string {
  const score = vietnameseScorer();
  const surface = surfaceOf(Buffer.from(value, 'latin1'));
  const readings = [legacyEncoding('windows-1258'), ...legacyEncodings.filter(({ detected }) => detected)].map(
    (encoding) => encoding?.decode(surface) ?? value,
  );
  return readings.reduce((best, reading) => (score(reading).score > score(best).score ? reading : best));
}

/** `%C4` or `=C4` → the byte. */
const bytesOf = (text: string, mark: '%' | '='): string =>
  text.replace(mark === '%' ? /%([\da-f]{2})/gi : /=([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Undefined where they are no text of this charset, or nobody knows it. */
function decodeBytes(bytes: string, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}

/** Where the file lay on somebody's disk says nothing; a number with slashes (12/2011/QĐ-UBND) does. */
const withoutFolders = (name: string): string =>
  /^(?:[a-z]:|\.{0,2}[\\/])/i.test(name) ? (name.split(/[\\/]/).at(-1) ?? '') : name;
