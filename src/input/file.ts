import { readFileSync, statSync } from 'node:fs';
import { type PageKind, type RawPage, SachError } from '../model/index.ts';
import { refuseLarge, sniffKind, unpack } from './bytes.ts';

/** Extensions of pages and how they are read; each may be followed by `.gz`. */
export const pageKinds: Readonly<Record<string, PageKind>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  shtm: 'html',
  asp: 'html',
  aspx: 'html',
  php: 'html',
  jsp: 'html',
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
};

/** Split `a/b.html.gz` into `a/b` and `html`; the extension is lower case and absent when it is none of `pageKinds`. */
export function splitPageName(path: string): { readonly stem: string; readonly extension?: string } {
  const name = path.replace(/\.gz$/i, '');
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1).toLowerCase();
  return dot > name.lastIndexOf('/') + 1 && Object.hasOwn(pageKinds, extension)
    ? { stem: name.slice(0, dot), extension }
    : { stem: name };
}

/** How a file is read, by its name. */
export function kindOf(path: string): PageKind | undefined {
  const { extension } = splitPageName(path);
  return extension === undefined ? undefined : pageKinds[extension];
}

/** Read a page from a file, unpacking `.gz`. Throws SachError `not-found`, `cannot-read`, `page-too-large`, `cannot-unpack`. */
export function readPage(path: string, source: string = path): RawPage {
  return toPage(readBytes(path, source), source, kindOf(path));
}

/** A page from bytes as they came, unpacked. */
export function toPage(packed: Uint8Array, source: string, kind?: PageKind): RawPage {
  const bytes = unpack(packed, source);
  return { source, bytes, kind: kind ?? sniffKind(bytes) };
}

function readBytes(path: string, source: string): Uint8Array {
  try {
    refuseLarge(statSync(path).size, source);
    return readFileSync(path);
  } catch (cause) {
    throw cause instanceof SachError ? cause : readError(source, cause);
  }
}

/** A file system's error as SachError `not-found` or `cannot-read`. */
export function readError(source: string, cause: unknown): SachError {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new SachError('not-found', { source });
  return new SachError('cannot-read', { source, reason: code ?? String(cause) }, { cause });
}
