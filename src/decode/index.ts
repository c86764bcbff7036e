import { type Encoding, type Notice, type RawPage, SachError, type Staged, type TextPage } from '../model/index.ts';
import { binaryKind, guessUtf16, isUtf8, utf8Census } from './bytes.ts';
import { charset } from './charset.ts';
import { byteOrderMark, declaredEncoding } from './declared.ts';

export interface DecodeOptions {
  /** Read the bytes in this encoding instead of detecting it. */
  readonly encoding?: string;
}

/**
 * Decode a page. Bytes in any supported encoding → NFC text, and what was found and repaired.
 * Throws SachError `unknown-encoding` for a forced name that does not exist.
 */
export function decode(page: RawPage, options: DecodeOptions = {}): Staged<TextPage> {
  const { source, kind = 'html', url, status } = page;
  const read = readBytes(page, options);
  return {
    value: {
      source,
      kind,
      ...(url !== undefined && { url }),
      ...(status !== undefined && { status }),
      text: read.text.normalize('NFC'),
      encoding: read.encoding,
    },
    notices: read.notices,
  };
}

interface Read {
  readonly text: string;
  readonly encoding: Encoding;
  readonly notices: readonly Notice[];
}

/** Of letters beyond ASCII, the share that must be right UTF-8 for the rest to be mere damage. */
const minUtf8Share = 0.8;

function readBytes(page: RawPage, options: DecodeOptions): Read {
  const mark = byteOrderMark(page.bytes);
  const bytes = page.bytes.subarray(mark?.length ?? 0);
  const declared = declaredEncoding(page);
  const known = declared === undefined ? undefined : charset(declared);
  const result = (text: string, name: string, confidence: number, notices: readonly Notice[] = []): Read => ({
    text,
    encoding: { name, ...(declared !== undefined && { declared }), confidence, repairs: [] },
    notices: [
      ...(declared !== undefined && known === undefined
        ? [{ rule: 'encoding/declared-unknown', level: 'info', params: { declared } } as const]
        : []),
      ...notices,
      ...lost(text),
    ],
  });

  if (options.encoding !== undefined) {
    const forced = charset(options.encoding);
    if (forced === undefined) throw new SachError('unknown-encoding', { name: options.encoding });
    return result(forced.decode(bytes), forced.name, 1);
  }
  const utf16 = mark?.name.startsWith('utf-16') ? mark.name : guessUtf16(bytes);
  if (utf16 !== undefined) return result(new TextDecoder(utf16).decode(bytes), utf16, mark === undefined ? 0.95 : 1);
  const binary = binaryKind(bytes);
  if (binary !== undefined)
    return result('', 'binary', 1, [{ rule: 'encoding/binary', level: 'error', params: { kind: binary } }]);
  if (mark !== undefined || isUtf8(bytes)) return result(new TextDecoder('utf-8').decode(bytes), 'utf-8', 1);
  const { letters, wrong } = utf8Census(bytes);
  if (letters > 0 && (wrong === 1 || letters >= minUtf8Share * (letters + wrong)))
    return result(new TextDecoder('utf-8').decode(bytes), 'utf-8', letters / (letters + wrong));
  const read = known?.name === 'utf-8' || known === undefined ? charset('windows-1252') : known;
  if (read === undefined) throw new Error('windows-1252 is always known');
  return result(read.decode(bytes), read.name, known === undefined ? 0.4 : 0.8);
}

/** What cannot be restored is kept, counted and told. */
function lost(text: string): Notice[] {
  const count = text.match(/\ufffd/g)?.length ?? 0;
  return count === 0 ? [] : [{ rule: 'encoding/lost-letters', level: 'warning', params: { count } }];
}
