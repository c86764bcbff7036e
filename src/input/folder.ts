import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SachError } from '../model/index.ts';
import { readError } from './file.ts';

/** Code units, not a locale's order: the same on every machine. */
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** Folders that hold nobody's pages. */
export const unwalked: readonly string[] = ['.git', 'node_modules'];

/**
 * Walk a folder's files in sorted order, one folder's names in memory at a time. Hidden files, `node_modules` and what is no
 * file (a pipe would be waited for) are left out; links are followed, and a folder is entered once only, so a loop of links ends. A folder that cannot be read is
 * an error in its place, and the walk goes on.
 */
export function* walk(
  folder: string,
  skip: ReadonlySet<string>,
  entered = new Set<string>(),
): Generator<string | SachError> {
  let entries: Dirent[];
  try {
    const real = realpathSync(folder);
    if (skip.has(real) || entered.has(real)) return;
    entered.add(real);
    entries = readdirSync(folder, { withFileTypes: true }).sort(byName);
  } catch (cause) {
    yield readError(folder, cause);
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.') || unwalked.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    const there = entry.isSymbolicLink() ? statOf(path) : entry;
    if (there?.isDirectory()) yield* walk(path, skip, entered);
    // A link that leads nowhere is told when its page is read.
    else if (there === undefined || there.isFile()) yield path;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
