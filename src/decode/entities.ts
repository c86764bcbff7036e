/**
 * Letters written as entities: `Ti&#7871;ng`, `vi&ecirc;n`, and legacy bytes that an editor turned into entities,
 * `Gi&ocirc;&ugrave;i` for VNI's “Giôùi”. They are put in their letters' place before the encoding is judged. Markup signs
 * and no-break spaces stay entities.
 */

import { windows1252 } from '../text/index.ts';

/** HTML's names for U+00A1–U+00FF, in order. */
const names =
  'iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const codes = new Map(names.split(' ').map((name, i) => [name, 0xa1 + i]));

/** Markup signs and no-break spaces, which stay, are most of what pages have. */
const entity = /&(?!nbsp;|amp;|lt;|gt;|quot;)(#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,6}[1-4]{0,2});/y;
const shownEntity = /&(?:amp;)?#(\d{3,5});/g;

function codeOf(reference: string): number | undefined {
  if (!reference.startsWith('#')) return codes.get(reference);
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code >= 0x80 && code !== 0xa0 && code < 0xd800 ? code : undefined;
}

const letter = /[\p{L}\p{M}\u200b-\u200d\u2060]/u;
const besideLetter = /[A-Za-z;\u0080-\uffff]/;

/**
 * Put letters in the place of their entities, in HTML source. Signs too (`&laquo;` is ô in TCVN3), where they touch a
 * letter. `write`: what a code looks like in the text at hand.
 */
export function expandEntities(source: string, write: (code: number) => string | undefined): string {
  let out = '';
  let from = 0;
  for (let at = source.indexOf('&'); at >= 0; at = source.indexOf('&', at + 1)) {
    entity.lastIndex = at;
    const reference = entity.exec(source)?.[1];
    const written = reference === undefined ? undefined : writtenFor(reference, source, at, write);
    if (reference === undefined || written === undefined) continue;
    out += source.slice(from, at) + written;
    from = at + reference.length + 2;
  }
  return out + source.slice(from);
}

/** What a code looks like in text: browsers take the numbers 128–159 for the bytes of windows-1252. */
export const writtenAs = (code: number): string => windows1252(String.fromCharCode(code));

/** The longest reference that is expanded, `&#123456;`, with the sign before it and the one behind it. */
const maxAround = 12;

/**
 * The same for one reference in UTF-8 bytes, the `&` at `at`: the unit in its place, and one past its `;`. Undefined for
 * what stays. A byte from 0x80 on belongs to a sign beyond ASCII, like the letter that a surface shows for it.
 */
export function expandAt(
  bytes: Buffer,
  at: number,
  write: (code: number) => string | undefined,
): { readonly unit: number; readonly end: number } | undefined {
  const start = Math.max(0, at - 1);
  const around = bytes.toString('latin1', start, start + maxAround);
  entity.lastIndex = at - start;
  const reference = entity.exec(around)?.[1];
  const written = reference === undefined ? undefined : writtenFor(reference, around, at - start, write);
  return reference === undefined || written === undefined
    ? undefined
    : { unit: written.charCodeAt(0), end: at + reference.length + 2 };
}

function writtenFor(
  reference: string,
  source: string,
  at: number,
  write: (code: number) => string | undefined,
): string | undefined {
  const code = codeOf(reference);
  const written = code === undefined ? undefined : write(code);
  if (written === undefined || letter.test(written)) return written;
  const next = source.charAt(at + reference.length + 2);
  return besideLetter.test(source.charAt(at - 1) + (next === '&' ? ';' : next)) ? written : undefined;
}

/** Vietnamese letters and their marks, and the Latin-1 letters that legacy encodings use. */
const shownLetter = /[À-ÖØ-öø-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]|[\u0300-\u0323]/;

/** Letters that readers saw as entities: escaped twice in HTML (`&amp;#7871;`), or left in plain text. */
export function showEntities(text: string, html: boolean): string {
  if (!text.includes(html ? '&amp;#' : '&#')) return text;
  return text.replace(shownEntity, (whole, digits: string) => {
    const shown = String.fromCharCode(Number(digits));
    return shownLetter.test(shown) && (!html || whole.startsWith('&amp;')) ? shown : whole;
  });
}
