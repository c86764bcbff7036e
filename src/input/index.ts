import { realpathSync } from 'node:fs';
import { type PageKind, type RawPage, SachError } from '../model/index.ts';
import { beginsAsCapture, failing, isNamedCapture, pagesOfCapture, pagesOfStream } from './capture.ts';
import { unreadCapture } from './capture-format.ts';
import { kindOf, pageOf, readPage, toPage } from './file.ts';
import { unwalked, walk } from './folder.ts';
import { isPageOrCapture } from './folder-page.ts';
import { isFolder, outputName, outputRoot, urlName } from './output-name.ts';
import type { InputOptions, PageInput } from './page-input.ts';
import { beginStdin, readAll, readStdin } from './stdin.ts';

export { isCapture } from './capture.ts';
export { draftKindOf, isDraftName, readDraftBytes } from './draft.ts';
export { readError, readPage, splitPageName } from './file.ts';
export { isPageOrCapture, isPartOfSavedPage } from './folder-page.ts';
export { isFolder, outputName, outputRoot } from './output-name.ts';
export type { InputOptions, PageInput } from './page-input.ts';
export { readStdin } from './stdin.ts';

/**
 * Find the pages that the arguments name, one after the other in the order given: files, folders (walked in sorted order),
 * globs, http(s) URLs, and `-` for standard input. What cannot be found is an input whose `load` throws.
 */
export async function* findPages(args: readonly string[], options: InputOptions): AsyncGenerator<PageInput> {
  const root = outputRoot(args);
  for (const arg of args) {
    if (arg === '-') yield* stdinInputs(options);
    else if (isUrl(arg)) yield urlInput(arg, options);
    else yield* findFiles(arg, root, options);
  }
}

/** Standard input: one page, or the pages of a capture. A draft is none, and is left to who asked for it. */
async function* stdinInputs(options: InputOptions): AsyncGenerator<PageInput> {
  if (options.accepts) {
    yield { source: '-', name: 'stdin', load: async () => toPage(await readStdin(), '-') };
    return;
  }
  const { head, all } = await beginStdin();
  if (beginsAsCapture(head)) yield* pagesOfStream(all, '-', options);
  else yield { source: '-', name: 'stdin', load: async () => pageOf(await readAll(all), '-') };
}

function isUrl(arg: string): boolean {
  return /^https?:\/\//i.test(arg);
}

function urlInput(url: string, options: InputOptions): PageInput {
  if (!URL.canParse(url)) return failing(url, new SachError('bad-url', { source: url }));
  return { source: url, name: urlName(url), load: () => fetchChecked(url, options) };
}

async function fetchChecked(url: string, options: InputOptions): Promise<RawPage> {
  const page = await options.fetchPage(url);
  const mime = page.contentType?.split(';')[0]?.trim().toLowerCase();
  const kinds: Readonly<Record<string, PageKind>> = { 'text/plain': 'text', 'text/markdown': 'markdown' };
  return { ...page, ...toPage(page.bytes, url, page.kind ?? kinds[mime ?? ''] ?? 'html') };
}

async function* findFiles(arg: string, root: string, options: InputOptions): AsyncGenerator<PageInput> {
  if (isFolder(arg)) yield* pagesIn(arg, root, options);
  else if (/[*?[{]/.test(arg) && realPath(arg) === undefined) yield* pagesMatching(arg, root, options);
  else yield* fileInputs(arg, root, options);
}

async function* pagesIn(folder: string, root: string, options: InputOptions): AsyncGenerator<PageInput> {
  const { accepts = isPageOrCapture, skip = new Set<string>() } = options;
  if (skip.has(realPath(folder) ?? folder)) {
    yield failing(folder, new SachError('output-is-input-folder', { path: folder }));
    return;
  }
  let found = false;
  for (const path of walk(folder, skip)) {
    if (path instanceof SachError) yield failing(String(path.params.source ?? folder), path);
    else if (accepts(path)) yield* fileInputs(path, root, options);
    else {
      options.onSkipped?.('files');
      continue;
    }
    found = true;
  }
  if (!found) yield failing(folder, new SachError('no-pages', { source: folder }));
}

/**
 * The folders with which a pattern begins and that are there as written: brackets in their names (`bản in (cũ)/*.md`) are no
 * pattern.
 */
function folderThere(pattern: string): string {
  const ends = [...pattern.matchAll(/[/]/g)].map(({ index }) => index + 1);
  return pattern.slice(0, ends.findLast((end) => isFolder(pattern.slice(0, end))) ?? 0);
}

async function* pagesMatching(pattern: string, root: string, options: InputOptions): AsyncGenerator<PageInput> {
  const { escapePath, glob } = await import('tinyglobby');
  const there = folderThere(pattern);
  const wild = pattern.slice(there.length);
  // As in a folder that is walked, but for what the pattern calls by name.
  const ignore = unwalked
    .filter((name) => !wild.split(/[/{},]/).includes(name))
    .map((name) => `${escapePath(there)}**/${name}/**`);
  const paths = (await glob(escapePath(there) + wild, { dot: false, expandDirectories: false, ignore })).sort();
  if (paths.length === 0) yield failing(pattern, new SachError('no-match', { source: pattern }));
  for (const path of paths) yield* fileInputs(path, root, options);
}

async function* fileInputs(path: string, root: string, options: InputOptions): AsyncGenerator<PageInput> {
  const unread = unreadCapture(path);
  if (unread && realPath(path) !== undefined) yield failing(path, unread);
  else if (kindOf(path) === undefined && isNamedCapture(path)) yield* pagesOfCapture(path, options);
  else yield { source: path, name: outputName(path, root), file: path, load: () => readPage(path) };
}

/** The real path of a file that may not be there yet. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
