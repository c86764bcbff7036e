/** The reverse of the decoders, for tests: text → surface. */
import { legacyEncoding } from '../../src/text/index.ts';
import { byteTables, unitTables } from '../../src/text/legacy/tables.ts';

const tableNames: Readonly<Record<string, string>> = { tcvn5712: 'tcvn5712-1' };

function units(name: string): Map<string, string> {
  const table = tableNames[name] ?? name;
  const found = new Map<string, string>();
  if (table in byteTables)
    for (const [start, row] of Object.entries<string>(byteTables[table as keyof typeof byteTables]))
      [...row].forEach((letter, i) => {
        if (letter !== ' ') found.set(letter, String.fromCharCode(Number(start) + i));
      });
  if (table in unitTables)
    for (const line of unitTables[table as keyof typeof unitTables]) {
      const parts = line.split(' ');
      for (let i = 0; i + 1 < parts.length; i += 2) found.set(parts[i + 1] as string, parts[i] as string);
    }
  return found;
}

const windows1258 = (letter: string): string => {
  const decoder = new TextDecoder('windows-1258');
  for (let byte = 0x80; byte < 256; byte++)
    if (decoder.decode(Uint8Array.of(byte)) === letter) return String.fromCharCode(byte);
  return letter;
};

/** Windows-1258 writes vowel marks with the letter and tones after it. */
function toWindows1258(text: string): string {
  return text.normalize('NFC').replace(/[^\x00-\x7f]/gu, (letter) => {
    const [base = '', ...marks] = letter.normalize('NFD');
    const tone = marks.find((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? '';
    const bare = (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC');
    return windows1258(bare) + (tone === '' ? '' : windows1258(tone));
  });
}

/** Letters that the table does not have (capitals with tones in TCVN3) are written small. */
export function encodeLegacy(text: string, name: string): string {
  if (legacyEncoding(name) === undefined) throw new RangeError(name);
  if (name === 'windows-1258') return toWindows1258(text);
  const table = units(name);
  return text.replace(/[^\x00-\x7f]/gu, (letter) => table.get(letter) ?? table.get(letter.toLowerCase()) ?? letter);
}
