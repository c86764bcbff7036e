import { type RawPage, SachError, type Staged, type TextPage } from '../model/index.ts';

export interface DecodeOptions {
  readonly encoding?: string;
}

/** Decode a page. Bytes in any supported encoding → NFC text. Throws SachError `unknown-encoding` for a forced name that does not exist. */
export function decode(page: RawPage, options: DecodeOptions = {}): Staged<TextPage> {
  const { source, bytes, kind = 'html', url, status } = page;
  if (options.encoding !== undefined && options.encoding !== 'utf-8')
    throw new SachError('unknown-encoding', { name: options.encoding });
  return {
    value: {
      source,
      kind,
      ...(url !== undefined && { url }),
      ...(status !== undefined && { status }),
      text: new TextDecoder().decode(bytes).normalize('NFC'),
      encoding: { name: 'utf-8', confidence: 1, repairs: [] },
    },
    notices: [],
  };
}
