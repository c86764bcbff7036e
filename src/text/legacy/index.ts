import { byteDecoder, decodeWindows1258, unitDecoder } from './decoders.ts';
import { decodeViqr } from './viqr.ts';

export { raiseAmongCapitals, raiseFirstLetters } from './capitals.ts';
export { decodeShown, type Reader, readByte, surfaceOf, toSurface, unicodeWords, windows1252 } from './surface.ts';
export { viqrEvidence } from './viqr.ts';

/** A Vietnamese encoding that the platform does not know, or (windows-1258) reads in pieces. */
export interface LegacyEncoding {
  /** As `encoding.name` and `--encoding` say it. */
  readonly id: string;
  /** Other names that headers, pages and people use; lower case. */
  readonly aliases: readonly string[];
  /** Font families that show this encoding, and nothing else. */
  readonly fonts?: RegExp;
  /** Detected without being told. The others were never seen on a page, and would only win by accident. */
  readonly detected: boolean;
  /** Capitals with a tone mark: none at all, or some on control codes that software avoided. */
  readonly missingCapitals?: 'all' | 'some';
  /** Surface → NFC text. */
  readonly decode: (surface: string) => string;
}

/** The encodings, the commonest first: a tie goes to the earlier. */
export const legacyEncodings: readonly LegacyEncoding[] = [
  {
    id: 'tcvn3',
    aliases: ['tcvn-3', 'tcvn5712-3', 'abc', 'vn3', 'vscii-3', 'x-viet-tcvn3'],
    fonts:
      /^\.?vn(?:time|arial|avant|book|cent|cla|commercial|cooper|cour|exotic|fujiyama|goth|helv|hel|kool|linus|lucida|memorandum|monotype|mystical|park|present|revue|shelley|sty|tekno|tif|univers|vogue|3d)/,
    detected: true,
    missingCapitals: 'all',
    decode: byteDecoder('tcvn3'),
  },
  {
    id: 'vni',
    aliases: ['vni-win', 'vni-windows', 'x-viet-vni', 'vni-times'],
    fonts: /^vni[- ]/,
    detected: true,
    decode: unitDecoder('vni'),
  },
  {
    id: 'windows-1258',
    aliases: ['cp1258', 'x-cp1258', 'cp-1258', 'win-1258'],
    detected: true,
    decode: decodeWindows1258,
  },
  {
    id: 'viscii',
    aliases: ['csviscii', 'viscii1.1-1', 'viscii-1', 'x-viet-viscii'],
    fonts: /^vi[- ](?:times|arial|helv|dd|hoang|minh|phuong|ms)/,
    detected: true,
    missingCapitals: 'some',
    decode: byteDecoder('viscii'),
  },
  {
    id: 'vps',
    aliases: ['x-viet-vps', 'x-viet-vps-ucm', 'viet-vps'],
    fonts: /^vps[- ]/,
    detected: true,
    missingCapitals: 'some',
    decode: byteDecoder('vps'),
  },
  {
    id: 'tcvn5712',
    aliases: ['tcvn5712-1', 'tcvn-5712', 'tcvn5712-1:1993', 'tcvn', 'vscii', 'vscii-1', 'iso-ir-180', 'x-viet-tcvn'],
    detected: true,
    decode: byteDecoder('tcvn5712-1'),
  },
  {
    id: 'vietware-x',
    aliases: ['vietware', 'x-viet-vietware'],
    fonts: /^(?:vn|svn)[a-z]+ ?x$/,
    detected: true,
    decode: unitDecoder('vietware-x'),
  },
  { id: 'vietware-f', aliases: [], detected: true, missingCapitals: 'all', decode: byteDecoder('vietware-f') },
  { id: 'bkhcm2', aliases: ['bk-hcm2', 'bkhcm-2'], detected: true, decode: unitDecoder('bkhcm2') },
  {
    id: 'bkhcm1',
    aliases: ['bk-hcm1', 'bkhcm-1'],
    detected: true,
    missingCapitals: 'some',
    decode: byteDecoder('bkhcm1'),
  },
  { id: 'viqr', aliases: ['csviqr', 'x-viet-viqr', 'vietnet'], detected: false, decode: decodeViqr },
  { id: 'isc', aliases: [], detected: false, decode: byteDecoder('isc') },
  { id: 'vni-mac', aliases: [], detected: false, decode: unitDecoder('vni-mac') },
];

const byName = new Map(
  legacyEncodings.flatMap((encoding) => [encoding.id, ...encoding.aliases].map((name) => [name, encoding] as const)),
);

/** The legacy encoding of that name or alias, any case. */
export const legacyEncoding = (name: string): LegacyEncoding | undefined =>
  byName.get(name.trim().toLowerCase().replaceAll('_', '-'));
