import { readdirSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { isCapture, isPageOrCapture, outputName, splitPageName } from '../input/index.ts';
import type { Resolve } from '../model/index.ts';
import { decodePart } from '../text/index.ts';

/** A run whose folders are mirrored: what leads from page to page there leads from article to article here. */
export interface Mirrored {
  /** The folders whose pages are cleaned, in full. */
  readonly folders: readonly string[];
  /** What output names are relative to. */
  readonly root: string;
  readonly extension: string;
}

/** Where a page's links to other pages of the run lead: to what becomes of them. `url`: the page's address, if it is known. */
export function localLinks(file: string, url: string | undefined, { folders, root, extension }: Mirrored): Resolve {
  const isMirror = url === undefined || isNamedAfter(file, url);
  return (href) => {
    const link = isMirror ? linkFrom(href, url) : undefined;
    if (link === undefined) return undefined;
    const path = resolve(dirname(file), link.path);
    const target = [path, ...indexNames.map((name) => resolve(path, name))].find(isOnlyPage);
    if (target === undefined || !folders.some((folder) => target.startsWith(folder + sep))) return undefined;
    return `${encodePath(outputName(target, root))}.${extension}${link.hash}`;
  };
}

/** The path of the page's own output, as `localLinks` tells those of others. */
export const localName = (file: string, { root }: Mirrored): string => encodePath(outputName(file, root));

const indexNames = ['index.html', 'index.htm'];

/** Mirrors name a file after its address, HTTrack with four more letters; a page saved by hand is named after its title. */
function isNamedAfter(file: string, url: string): boolean {
  const last = decodePart(new URL(url).pathname.split('/').pop() ?? '');
  return last === '' ? /^index\./i.test(basename(file)) : basename(file).startsWith(splitPageName(last).stem);
}

interface Link {
  /** Relative to the page's folder. */
  readonly path: string;
  /** With its `#`, or empty. */
  readonly hash: string;
}

function linkFrom(href: string, url: string | undefined): Link | undefined {
  const [path = '', mark = '', name = ''] = href.split(/(#)(.*)/s);
  const hash = mark + name;
  if (url === undefined)
    return /^(?:[a-z][a-z\d+.-]*:|[/\\]|$)/i.test(path) ? undefined : { path: decodePart(path), hash };
  if (!URL.canParse(path)) return undefined;
  const [from, to] = [new URL(url), new URL(path)];
  if (from.host !== to.host) return undefined;
  const above = from.pathname
    .split('/')
    .slice(1, -1)
    .map(() => '..');
  return { path: ['.', ...above, decodePart(to.pathname + to.search)].join('/'), hash };
}

/** Names of a folder's files by what becomes of them, in lower case; read once. */
const listings = new Map<string, ReadonlyMap<string, number>>();

/** Is it a page, and the only one that is written under its name? */
function isOnlyPage(path: string): boolean {
  const names = listingOf(dirname(path));
  return names.get(stemOf(path)) === 1 && isPageOrCapture(path) && !isCapture(path);
}

const stemOf = (path: string): string => splitPageName(basename(path)).stem.normalize('NFC').toLowerCase();

function listingOf(folder: string): ReadonlyMap<string, number> {
  let names = listings.get(folder);
  if (names === undefined) {
    const counts = new Map<string, number>();
    for (const name of filesOf(folder)) counts.set(stemOf(name), (counts.get(stemOf(name)) ?? 0) + 1);
    names = counts;
    listings.set(folder, names);
  }
  return names;
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
  } catch {
    return [];
  }
}

const encodePath = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);
