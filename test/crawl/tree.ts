import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Path → hash of every file below a folder that is the crawl's product: not its state, not its capture. `port` is taken
 * out of paths and contents, to compare crawls of two servers.
 */
export function treeOf(folder: string, port?: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  const product = paths.filter((path) => !/^state\.db|^capture\//.test(path));
  return Object.fromEntries(product.map((path) => [without(path, port), hashOf(join(folder, path), port)]));
}

function hashOf(path: string, port?: string): string {
  return createHash('sha256')
    .update(without(readFileSync(path, 'latin1'), port), 'latin1')
    .digest('hex');
}

const without = (text: string, port?: string): string => (port === undefined ? text : text.replaceAll(port, 'PORT'));
