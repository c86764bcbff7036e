/**
 * Write src/text/legacy/tables.ts from a folder of mapping tables, one JSON file an encoding: `{ "map": { "A1": "Ă", … } }`
 * with hexadecimal bytes, or units of one or two characters as ISO-8859-1 shows them.
 *
 *     npx tsx data/legacy-encodings.ts ../shared/encodings
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: npx tsx data/legacy-encodings.ts FOLDER');

const byteTables = ['tcvn3', 'tcvn5712-1', 'viscii', 'vps', 'bkhcm1', 'vietware-f', 'isc'];
const unitTables = ['vni', 'bkhcm2', 'vietware-x', 'vni-mac'];

const readMap = (name: string): [string, string][] =>
  Object.entries(
    (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { map: Record<string, string> }).map,
  );

/** A string literal with control characters, C1 included, and bare combining marks escaped. */
const literal = (text: string): string =>
  `'${[...text]
    .map((c) => {
      if (c === "'" || c === '\\') return `\\${c}`;
      return /[\p{Cc}\p{M}\u00a0\u00ad]/u.test(c) ? `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}` : c;
    })
    .join('')}'`;

/** Rows of sixteen bytes; a space is a byte that is no letter. */
function byteTable(name: string): string {
  const rows = new Map<number, string[]>();
  for (const [byte, letter] of readMap(name)) {
    const code = Number.parseInt(byte, 16);
    const row = rows.get(code >> 4) ?? Array<string>(16).fill(' ');
    row[code & 15] = letter;
    rows.set(code >> 4, row);
  }
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, letters]) => `    0x${row.toString(16)}0: ${literal(letters.join(''))},`);
  return `  '${name}': {\n${lines.join('\n')}\n  },`;
}

/** Pairs of unit and letter, parted by spaces; a line for each letter's first shape. */
function unitTable(name: string): string {
  const pairs = readMap(name).map(([unit, letter]) => `${unit} ${letter}`);
  const lines: string[] = [];
  for (let i = 0; i < pairs.length; i += 16) lines.push(`    ${literal(pairs.slice(i, i + 16).join(' '))},`);
  return `  '${name}': [\n${lines.join('\n')}\n  ],`;
}

writeFileSync(
  'src/text/legacy/tables.ts',
  `// Written by data/legacy-encodings.ts; sources in data/SOURCES.md. Do not edit.

/** One byte a letter: first byte of a row of sixteen → its letters; a space is a byte that is no letter. */
export const byteTables = {
${byteTables.map(byteTable).join('\n')}
} as const;

/** Units of one or two characters, as ISO-8859-1 shows the bytes: “unit letter” pairs parted by spaces. */
export const unitTables = {
${unitTables.map(unitTable).join('\n')}
} as const;
`,
);
