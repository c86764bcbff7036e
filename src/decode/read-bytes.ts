import type { Notice, RawPage } from '../model/index.ts';
import { surfaceOf, vietnameseOnly } from '../text/index.ts';
import { binaryKind, guessUtf16, isUtf8, utf8Census } from './bytes.ts';
import { type Charset, charset, charsetNamed, utf7, windows1252 } from './charset.ts';
import { byteOrderMark, declaredEncoding } from './declared.ts';
import { detectEncoding } from './detect.ts';
import { guessEastAsian } from './east-asian.ts';
import { hasUtf7 } from './utf7.ts';
import { readUtf8 } from './utf8.ts';

/** Bytes as text, before repairs. */
export interface ReadBytes {
  readonly text: string;
  /** Letters stand in the place of their entities. */
  readonly isExpanded: boolean;
  /** Zero-width characters that were taken out already. */
  readonly invisible: number;
  readonly name: string;
  readonly declared?: string;
  readonly confidence: number;
  /** Pieces of the page that were in another encoding: `mixed/<name>`. */
  readonly repairs: readonly string[];
  readonly notices: readonly Notice[];
}

interface Choice {
  readonly text: string;
  readonly isExpanded?: boolean;
  readonly invisible?: number;
  readonly name: string;
  readonly confidence: number;
  readonly also?: readonly string[];
}

/** Read the bytes in the encoding asked for, or in the one that the evidence speaks for. */
export function readBytes(page: RawPage, forced: string | undefined): ReadBytes {
  const declared = declaredEncoding(page);
  const known = declared === undefined ? undefined : charset(declared);
  const {
    text,
    isExpanded = false,
    invisible = 0,
    name,
    confidence,
    also = [],
  } = forced === undefined ? choose(page, known) : force(page.bytes, forced);
  return {
    text,
    isExpanded,
    invisible,
    name,
    ...(declared !== undefined && { declared }),
    confidence,
    repairs: also.map((id) => `mixed/${id}`),
    notices: [
      ...declarationNotices(declared, known, name),
      ...also.map(mixedNotice),
      ...binaryNotices(page.bytes, name),
      ...(forced === undefined ? [] : misreadNotices(page.bytes, name)),
    ],
  };
}

/** Read bytes in an encoding of this name, a byte-order mark of it left out. Throws SachError `unknown-encoding`. */
export function force(bytes: Uint8Array, forced: string): Choice {
  const chosen = charsetNamed(forced);
  const mark = byteOrderMark(bytes);
  const body = mark?.name === chosen.name ? bytes.subarray(mark.length) : bytes;
  return { text: chosen.decode(body), name: chosen.name, confidence: 1 };
}

/** What was asked for is done, but bytes that are Vietnamese in UTF-8 are nothing but mojibake in any other encoding. */
export function misreadNotices(bytes: Uint8Array, name: string): Notice[] {
  if (charset(name)?.name === 'utf-8' || !isUtf8(bytes)) return [];
  if (!vietnameseOnly.test(new TextDecoder().decode(bytes).normalize('NFC'))) return [];
  return [{ rule: 'encoding/forced-wrong', level: 'warning', params: { name } }];
}

/**
 * Evidence, strongest first: a byte-order mark, zeros, signatures, UTF-8 validity, how Vietnamese the text is, the
 * declaration.
 */
function choose(page: RawPage, known: Charset | undefined): Choice {
  const mark = byteOrderMark(page.bytes);
  const bytes = page.bytes.subarray(mark?.length ?? 0);
  const shown = mark?.name ?? guessUtf16(bytes);
  const wide = shown === undefined || shown === 'utf-8' ? undefined : charset(shown);
  if (wide !== undefined)
    return { text: wide.decode(bytes), name: wide.name, confidence: mark === undefined ? 0.95 : 1 };
  if (binaryKind(bytes) !== undefined) return { text: '', name: 'binary', confidence: 1 };
  const isRight = isUtf8(bytes);
  const utf8 = (confidence: number): Choice => ({
    ...(isRight
      ? readUtf8(bytes, (page.kind ?? 'html') === 'html')
      : { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') }),
    name: 'utf-8',
    confidence,
  });
  if (isRight && known?.name === utf7 && hasUtf7(surfaceOf(bytes)))
    return { text: known.decode(bytes), name: utf7, confidence: 0.95 };
  if (mark !== undefined || isRight) return utf8(1);
  const { letters, wrong } = utf8Census(bytes);
  // One wrong byte is a letter cut by a length limit.
  if (letters > 0 && wrong === 1) return utf8(0.95);
  const declared = known?.name === 'utf-8' ? undefined : known;
  const guessed = declared === undefined ? guessEastAsian(bytes) : undefined;
  if (guessed !== undefined) return { text: guessed.decode(bytes), name: guessed.name, confidence: 0.7 };
  return detectEncoding(surfaceOf(bytes), page.kind ?? 'html', {
    fallback: declared ?? windows1252,
    declared: known !== undefined,
    utf8: letters / (letters + wrong),
  });
}

function declarationNotices(declared: string | undefined, known: Charset | undefined, name: string): Notice[] {
  if (declared === undefined) return [];
  if (known === undefined) return [{ rule: 'encoding/declared-unknown', level: 'info', params: { declared } }];
  if (known.name === name || name === 'binary') return [];
  return [{ rule: 'encoding/declared-wrong', level: 'info', params: { declared, name } }];
}

const mixedNotice = (name: string): Notice => ({ rule: 'encoding/mixed', level: 'info', params: { name } });

const binaryNotices = (bytes: Uint8Array, name: string): Notice[] =>
  name === 'binary' ? [{ rule: 'encoding/binary', level: 'error', params: { kind: binaryKind(bytes) ?? 'data' } }] : [];
