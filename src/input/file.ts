import { readFileSync, statSync } from 'node:fs';
import { type PageKind, type RawPage, SachError } from '../model/index.ts';
import { beginsAsPage } from '../text/index.ts';
import { refuseLarge, sniffKind, unpack } from './bytes.ts';
import { isMhtml, readMhtml } from './mhtml.ts';
import { addressOfPath, savedFrom } from './saved-page.ts';

/** Extensions of pages and how they are read; each may be followed by `.gz`. */
const pageKinds: Readonly<Record<string, PageKind>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
  shtm: 'html',
  asp: 'html',
  aspx: 'html',
  php: 'html',
  jsp: 'html',
  mht: 'html',
  mhtml: 'html',
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

/**
 * Read a page from a file: unpacked, with the address and day that the program that saved it left in it or in its path.
 * Throws SachError `not-found`, `cannot-read`, `page-too-large`, `cannot-unpack`, `no-html-part`.
 */
export function readPage(path: string, source: string = path): RawPage {
  const bytes = readBytes(path, source);
  const { extension } = splitPageName(path);
  const page = pageOf(bytes, source, kindOf(path), extension === 'mht' || extension === 'mhtml');
  if (page.kind !== 'html' || page.url !== undefined) return page;
  const url = addressOfPath(path);
  return { ...page, ...(url !== undefined && { url }), ...savedFrom(page.bytes) };
}

/** A page from bytes as they came, unpacked. */
export function toPage(packed: Uint8Array, source: string, kind?: PageKind): RawPage {
  const { bytes, damage } = unpack(packed, source);
  return { source, bytes, kind: kind ?? sniffKind(bytes), ...(damage && { damage }) };
}

/**
 * The same of a file or standard input, where the page may be within an MHTML file: old browsers and mail programs name
 * those as they please, and people name pages `.mht` too.
 */
export function pageOf(packed: Uint8Array, source: string, kind?: PageKind, isNamedMhtml = false): RawPage {
  const page = toPage(packed, source, kind);
  if (page.kind === 'markdown') return page;
  const bytes = Buffer.from(page.bytes.buffer, page.bytes.byteOffset, page.bytes.byteLength);
  const isPage = !isMhtml(bytes) && (!isNamedMhtml || beginsAsPage(bytes.toString('latin1', 0, 1024)));
  return isPage ? page : { ...readMhtml(bytes, source), ...(page.damage && { damage: page.damage }) };
}

function readBytes(path: string, source: string): Buffer {
  try {
    refuseLarge(statSync(path).size, source);
    return readFileSync(path);
  } catch (cause) {
    throw cause instanceof SachError ? cause : readError(source, cause);
  }
}

/**
 * A file system's error as SachError `not-found`, `name-not-utf8` or `cannot-read`. A name with letters in TCVN3 comes from the
 * system with � in their place, and leads to no file.
 */
export function readError(source: string, cause: unknown): SachError {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' && source.includes('\ufffd')) return new SachError('name-not-utf8', { source });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new SachError('not-found', { source });
  return new SachError('cannot-read', { source, reason: code ?? String(cause) }, { cause });
}
