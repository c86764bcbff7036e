/**
 * A *surface* is a string that shows bytes: every character below U+0100 stands for the byte of that number (ISO-8859-1).
 * Legacy tables read surfaces. Bytes give one directly; text that a wrong conversion spoilt is brought back to one by
 * looking up which byte each character came from.
 */

/** What windows-1252 has where ISO-8859-1 has the controls 80–9F; five bytes are free and stay controls. */
const windows1252High = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Show bytes as a surface. */
export const surfaceOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Read the bytes 80–9F of a surface as windows-1252 does. Node 20's TextDecoder reads them as ISO-8859-1. */
export const windows1252 = (surface: string): string =>
  surface.replace(/[\u0080-\u009f]/g, (c) => windows1252High.charAt(c.charCodeAt(0) - 0x80));

/** The wrong readers whose output can be told back to bytes. */
export type Reader = 'windows-1252' | 'windows-1258' | 'macintosh';

const highBytes = Uint8Array.from({ length: 128 }, (_, i) => i + 128);

/** Character → byte, for the characters that are not their own byte. */
function readerTable(reader: Reader): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const add = (characters: string): void => {
    [...characters].forEach((c, i) => {
      const byte = String.fromCharCode(0x80 + i);
      if (c !== byte) table.set(c, byte);
    });
  };
  if (reader !== 'windows-1252') add(new TextDecoder(reader).decode(highBytes));
  else {
    add(windows1252High);
    // Turkish windows-1254 differs in six letters that 1252 does not have, so one table undoes both.
    add(new TextDecoder('windows-1254').decode(highBytes));
  }
  for (let byte = 0x80; byte <= 0xff; byte++) {
    // Symbol fonts in Word put byte xx on U+F0xx; the web's x-user-defined puts it on U+F7xx.
    table.set(String.fromCharCode(0xf000 + byte), String.fromCharCode(byte));
    table.set(String.fromCharCode(0xf700 + byte), String.fromCharCode(byte));
  }
  return table;
}

/** The character that `reader` shows for a byte. */
export const readByte = (byte: number, reader: Reader): string =>
  reader === 'windows-1252'
    ? windows1252(String.fromCharCode(byte))
    : new TextDecoder(reader).decode(Uint8Array.of(byte));

const readerTables = new Map<Reader, ReadonlyMap<string, string>>();

/** Bring text that `reader` read wrongly back to a surface. Characters that the reader cannot have written stay. */
export function toSurface(text: string, reader: Reader): string {
  const bytes = readerTables.get(reader) ?? readerTable(reader);
  readerTables.set(reader, bytes);
  const composed = reader === 'windows-1258' ? (c: string) => composedBytes(c, bytes) : () => undefined;
  return splitDottedN(text, reader).replace(/[^\x00-\x7f]/g, (c) => bytes.get(c) ?? composed(c) ?? c);
}

/** VNI's “ñò” (đị) read as windows-1258 is ñ and a dot, which composing puts the other way round. */
const splitDottedN = (text: string, reader: Reader): string =>
  reader === 'windows-1258' ? text.replaceAll('ṇ\u0303', 'ñ\u0323').replaceAll('Ṇ\u0303', 'Ñ\u0323') : text;

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * Windows-1258 writes tones as bytes of their own; composing has put them on whatever letter stood before: “ŕ” is r and EC.
 */
function composedBytes(letter: string, bytes: ReadonlyMap<string, string>): string | undefined {
  // Of Latin-1, windows-1258 does not have these: they too were put together.
  if (letter < '\u0100' && !/[ìòãõý]/i.test(letter)) return undefined;
  const parts = letter.normalize('NFD');
  const tone = parts.match(toneMark)?.[0];
  const byte = tone === undefined ? undefined : bytes.get(tone);
  if (tone === undefined || byte === undefined) return undefined;
  const base = parts.replace(tone, '').normalize('NFC');
  return (bytes.get(base) ?? base) + byte;
}

/** Words with letters that no byte shows: typed in Unicode. */
const unicodeWord = /[\p{L}\p{M}]*[\u0100-\u024f\u1ea0-\u1ef9][\p{L}\p{M}]*/gu;

export const unicodeWords = (surface: string): number => surface.match(unicodeWord)?.length ?? 0;

/** Decode a surface but for the words that were typed in Unicode. */
export function decodeShown(surface: string, decode: (surface: string) => string): string {
  let out = '';
  let from = 0;
  for (const word of surface.matchAll(unicodeWord)) {
    out += decode(surface.slice(from, word.index)) + word[0];
    from = word.index + word[0].length;
  }
  return out + decode(surface.slice(from));
}
