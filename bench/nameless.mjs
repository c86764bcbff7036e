// Pages whose classes and ids tell nothing: what a site of unknown make looks like to rules that know names.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const naming = /(\s(?:class|id)\s*=\s*)(["'])([^"']*)\2/gi;
const hashed = (word) => `x${createHash('md5').update(word).digest('hex').slice(0, 6)}`;

/** One page, byte for byte but for the words in its `class` and `id`: each becomes the same other word everywhere. */
const withoutNames = (page) =>
  page.replace(naming, (_, head, quote, words) => `${head}${quote}${words.split(/\s+/).map(hashed).join(' ')}${quote}`);

/** Copy the pages of a folder without their names. */
export function nameless(folder, to) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!/\.html?(?:\.gz)?$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    const page = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
    writeFileSync(join(to, name.replace(/\.gz$/, '')), withoutNames(page), 'latin1');
  }
  return to;
}
