import { readFileSync, statSync } from 'node:fs';
import { type DraftKind, SachError } from '../model/index.ts';
import { refuseLarge } from './bytes.ts';
import { readError } from './file.ts';

/** Extensions of drafts and how they are read. `.docx` is read only: it becomes Markdown. */
const draftKinds: Readonly<Record<string, DraftKind | 'docx'>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  txt: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
};

/** How a draft is read, by its name: a file of another name is plain text. */
export function draftKindOf(path: string): DraftKind | 'docx' {
  return draftKinds[extensionOf(path)] ?? 'text';
}

/** Is it a draft, as far as its name tells? */
export function isDraftName(path: string): boolean {
  return extensionOf(path) in draftKinds && !/(?:^|[/\\])~\$/.test(path);
}

const extensionOf = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** Read a draft's bytes. Throws SachError `not-found`, `cannot-read`, `page-too-large`. */
export function readDraftBytes(path: string, source: string): Uint8Array {
  try {
    refuseLarge(statSync(path).size, source);
    return readFileSync(path);
  } catch (cause) {
    throw cause instanceof SachError ? cause : readError(source, cause);
  }
}
