import { type Draft, type DraftKind, SachError } from '../model/index.ts';
import { type FrontMatterKeys, textKeys } from './front-matter.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPlain } from './plain.ts';

export interface DraftOptions {
  /** Front-matter keys whose values are text to read. Default `textKeys`. */
  readonly textKeys?: FrontMatterKeys;
}

/**
 * Read a draft from its bytes, which must be UTF-8: anything else cannot be written back as it was. Throws SachError
 * `not-utf-8`, `binary-draft`.
 */
export function readDraft(source: string, bytes: Uint8Array, kind: DraftKind, options: DraftOptions = {}): Draft {
  if (bytes.includes(0)) throw new SachError('binary-draft', { source });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new SachError('not-utf-8', { source }, { cause });
  }
  return parseDraft(source, text, kind, options);
}

/** Read a draft from its text, a BOM included when it has one. */
export function parseDraft(source: string, text: string, kind: DraftKind, options: DraftOptions = {}): Draft {
  switch (kind) {
    case 'markdown':
      return readMarkdown(source, text, options.textKeys ?? textKeys);
    case 'html':
      return readHtml(source, text);
    case 'text':
      return readPlain(source, text);
  }
}
