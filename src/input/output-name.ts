import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { decodePart } from '../text/index.ts';
import { splitPageName } from './file.ts';

/** File systems allow 255 bytes; the hash of a query, an extension and a number still have to fit. */
const maxNameBytes = 200;

/**
 * A file has its name already and keeps it where it can: an extension and a number still have to fit, `.jsonl` for `.htm`.
 */
const maxStemBytes = 240;

/**
 * The folder that output names are relative to. One folder alone mirrors its own content (`site` → `a/b`); anything else
 * keeps the paths as given (`site/a/b`), and what lies outside the working folder is told from the deepest folder that
 * holds all of it, so that no name climbs out of the output folder.
 */
export function outputRoot(args: readonly string[]): string {
  const paths = args.filter((arg) => arg !== '-' && !/^https?:\/\//i.test(arg));
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && isFolder(only)) return resolve(only);
  const inside = paths.every((path) => !isAbsolute(path) && !relative('', path).startsWith('..'));
  if (inside) return process.cwd();
  return paths.map((path) => resolve(isFolder(path) ? path : fixedPart(path))).reduce((a, b) => commonFolder(a, b));
}

/** Whether a path leads to a folder; not, when something stands in its way. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The folder of a file, or of a glob the part before its first wildcard. */
function fixedPart(path: string): string {
  const plain = path.slice(0, path.search(/[*?[{]|$/));
  return plain.slice(0, plain.lastIndexOf('/') + 1) || '.';
}

function commonFolder(a: string, b: string): string {
  const [left, right] = [a.split(sep), b.split(sep)];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  return left.slice(0, same).join(sep) || sep;
}

/** Output name of a file: its path below `root`, without the page's extension. */
export function outputName(path: string, root: string): string {
  const { stem } = splitPageName(relative(root, resolve(path)).split(sep).join('/'));
  const start = stem.lastIndexOf('/') + 1;
  return stem.slice(0, start) + fitName(stem.slice(start), maxStemBytes);
}

/** Output name of an address: host and path as folders, the query as a short hash, nothing that a file system refuses. */
export function urlName(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  const parts = pathname
    .split('/')
    .map((part) => decodePart(part))
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  if (pathname.endsWith('/') || parts.length === 0) parts.push('index');
  const last = splitPageName(parts.pop() ?? 'index').stem;
  const query = search === '' ? '' : `-${createHash('sha256').update(search).digest('hex').slice(0, 8)}`;
  return [hostname, ...parts.map((part) => safeName(part)), safeName(last) + query].join('/');
}

function safeName(part: string): string {
  const name = part
    .normalize('NFC')
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, '-')
    .replace(/^\.+/, '-')
    .replace(/(?<![. ])[. ]+$/, '-');
  return fitName(name, maxNameBytes, part);
}

/** A name of so many bytes at most: a longer one is cut, and a hash of what it was tells it from others. */
function fitName(name: string, maxBytes: number, from = name): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const hash = createHash('sha256').update(from).digest('hex').slice(0, 8);
  const kept = Buffer.from(name)
    .subarray(0, maxBytes - 12)
    .toString('utf8');
  return `${kept.replace(/\uFFFD$/, '')}-${hash}`;
}
