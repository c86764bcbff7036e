import { windows1252 } from './surface.ts';
import { byteTables, unitTables } from './tables.ts';

export type ByteTable = keyof typeof byteTables;
export type UnitTable = keyof typeof unitTables;

const isHigh = /[\u0080-\u00ff]/;

/**
 * Where a letter sits on an ASCII sign (`{` is Ý), it is read as one only beside another capital: CSS and code keep their
 * signs.
 */
const capital = /[A-Z\u0080-\u00ff]/;

function byteLetters(table: ByteTable): readonly (string | undefined)[] {
  const letters: (string | undefined)[] = [];
  for (const [start, row] of Object.entries<string>(byteTables[table]))
    [...row].forEach((letter, i) => {
      if (letter !== ' ') letters[Number(start) + i] = letter;
    });
  return letters;
}

/** Units → letters, with capital and small letters mixed in a unit (“Aâ”, seen in real documents) read as the capital. */
function unitLetters(table: UnitTable): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const line of unitTables[table]) {
    const parts = line.split(' ');
    for (let i = 0; i + 1 < parts.length; i += 2) letters.set(parts[i] as string, parts[i + 1] as string);
  }
  for (const [unit, letter] of [...letters]) {
    const [base = '', mark = ''] = unit;
    for (const mixed of [base.toUpperCase() + mark, base + mark.toUpperCase(), base.toUpperCase() + mark.toLowerCase()])
      if (mark !== '' && mixed.length === 2 && !letters.has(mixed)) letters.set(mixed, letter.toUpperCase());
  }
  return letters;
}

/** A decoder of surfaces for a table of one byte a letter. Bytes 80–9F that are no letters are read as windows-1252. */
export function byteDecoder(table: ByteTable): (surface: string) => string {
  let letters: readonly (string | undefined)[] | undefined;
  return (surface) => {
    letters ??= byteLetters(table);
    let out = '';
    let from = 0;
    for (let i = 0; i < surface.length; i++) {
      const code = surface.charCodeAt(i);
      const letter = code < 256 ? letters[code] : undefined;
      if (letter === undefined) continue;
      if (code >= 0x20 && code < 0x80 && !capital.test(surface.charAt(i - 1) + surface.charAt(i + 1))) continue;
      out += surface.slice(from, i) + letter;
      from = i + 1;
    }
    // U+0080–9F are no letters of any table, so reading them last cannot touch a letter just written.
    return windows1252(out + surface.slice(from)).normalize('NFC');
  };
}

/** A decoder of surfaces for a table of units: the longest unit wins, a lone mark stays what it is. */
export function unitDecoder(table: UnitTable): (surface: string) => string {
  let letters: ReadonlyMap<string, string> | undefined;
  return (surface) => {
    letters ??= unitLetters(table);
    if (!isHigh.test(surface)) return surface;
    let out = '';
    let from = 0;
    for (let i = 0; i < surface.length; i++) {
      const high = surface.charCodeAt(i + 1) >= 0x80;
      if (!high && surface.charCodeAt(i) < 0x80) continue;
      const pair = high ? letters.get(surface.slice(i, i + 2)) : undefined;
      const letter = pair ?? letters.get(surface.charAt(i));
      if (letter === undefined) continue;
      out += surface.slice(from, i) + letter;
      if (pair !== undefined) i++;
      from = i + 1;
    }
    return windows1252(out + surface.slice(from)).normalize('NFC');
  };
}

/** windows-1258 keeps tone marks apart from their letters: composed here. */
export function decodeWindows1258(surface: string): string {
  return new TextDecoder('windows-1258').decode(Buffer.from(surface, 'latin1')).normalize('NFC');
}
