/** Encodings by name: Vietnamese ones from our tables, all others from the platform. */
import { TextDecoder } from 'node:util';
import { SachError } from '../model/index.ts';
import { windows1252 as decodeWindows1252, legacyEncoding, surfaceOf } from '../text/index.ts';
import { readUtf7 } from './utf7.ts';

export interface Charset {
  /** Canonical name, lower case. */
  readonly name: string;
  /** Bytes → text; what cannot be decoded becomes U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string;
}

/** What browsers take when nothing is known. */
export const windows1252: Charset = { name: 'windows-1252', decode: (bytes) => decodeWindows1252(surfaceOf(bytes)) };

/** Names that pages use and the platform does not know. */
const otherNames: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'utf8-bom': 'utf-8',
  unicode: 'utf-16le',
  ansi: 'windows-1252',
  'hz-gb-2312': 'gb18030',
  'iso-8859-16': 'iso-8859-2',
  big5hkscs: 'big5',
};

/** A browser's own device, no encoding of letters; newer platforms know its name, older ones do not. */
const noEncoding = 'x-user-defined';

export const utf7 = 'utf-7';

/** Find an encoding by any of its names; undefined when nobody knows it. */
export function charset(label: string): Charset | undefined {
  const name = label.trim().toLowerCase();
  const legacy = legacyEncoding(name);
  if (legacy !== undefined) return { name: legacy.id, decode: (bytes) => legacy.decode(surfaceOf(bytes)) };
  if (name === noEncoding) return undefined;
  const utf32 = /^utf-?32(le|be)?$/.exec(name);
  if (utf32) return { name: `utf-32${utf32[1] ?? 'le'}`, decode: (bytes) => readUtf32(bytes, utf32[1] !== 'be') };
  if (name === utf7) return { name, decode: (bytes) => readUtf7(new TextDecoder().decode(bytes)) };
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(otherNames[name] ?? name);
  } catch {
    return undefined;
  }
  const { encoding } = decoder;
  return encoding === 'windows-1252' ? windows1252 : { name: encoding, decode: (bytes) => decoder.decode(bytes) };
}

/** The encoding that somebody asks for. Throws SachError `unknown-encoding`. */
export function charsetNamed(name: string): Charset {
  const found = charset(name);
  if (found === undefined) throw new SachError('unknown-encoding', { name });
  return found;
}

/** No browser reads UTF-32, so the platform has no decoder for it; converters and editors write it. */
function readUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    const isLetter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    text += isLetter ? String.fromCodePoint(code) : '\ufffd';
  }
  return text;
}
