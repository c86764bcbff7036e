/** Bytes that are not UTF-8: which encoding, for the page and for pieces of it. */
import type { PageKind } from '../model/index.ts';
import { fontEvidence, legacyEncodings, type VietnameseScore, vietnameseScorer } from '../text/index.ts';
import type { Charset } from './charset.ts';
import { expandEntities } from './entities.ts';
import { admitReadings, canTell, type PieceReading, readSegments } from './readings.ts';
import { segmentsOf } from './segments.ts';

export interface Detected {
  readonly text: string;
  readonly name: string;
  readonly confidence: number;
  /** Other encodings that pieces of the page are in. */
  readonly also: readonly string[];
}

/** A declared encoding starts with this much, a font that shows it with this much more. */
const declaredPrior = 2;
const fontPrior = 4;

/** What must speak for a Vietnamese encoding before a page is read in it: two syllables. */
const minGain = 3;

const bytesOf = (surface: string): Uint8Array => Buffer.from(surface, 'latin1');

/**
 * Read a page’s bytes, shown as a surface, in the encoding that makes it most Vietnamese; `fallback`, the declared encoding
 * or windows-1252, when none does. `utf8`: how many letters beyond ASCII are right UTF-8, 0–1.
 */
export function detectEncoding(
  bytes: string,
  kind: PageKind,
  { fallback, declared, utf8 }: { readonly fallback: Charset; readonly declared: boolean; readonly utf8: number },
): Detected {
  const fonts = kind === 'html' ? fontEvidence(bytes) : undefined;
  const surface =
    kind === 'html' ? expandEntities(bytes, (code) => (code < 256 ? String.fromCharCode(code) : undefined)) : bytes;
  const readings: PieceReading[] = [
    { id: fallback.name, prior: 0, decode: (piece) => fallback.decode(bytesOf(piece)) },
    ...(utf8 > 0 ? [{ id: 'utf-8', prior: 4 * utf8, decode: (piece: string) => bytesToUtf8(piece) }] : []),
    ...legacyEncodings
      .filter(({ detected, id }) => detected && id !== fallback.name)
      .map((encoding) => ({ ...encoding, prior: fonts?.has(encoding.id) ? fontPrior : 0 })),
  ];
  const [first] = readings as [PieceReading, ...PieceReading[]];
  const own: PieceReading = {
    ...first,
    prior: (declared ? declaredPrior : 0) + (fonts?.has(first.id) ? fontPrior : 0),
  };
  const scorer = vietnameseScorer();
  const segments = segmentsOf(surface, kind);
  const pieces = segments.map(({ text }) => text).filter(canTell);
  const admitted = admitReadings(pieces, [own, ...readings.slice(1)], scorer, minGain);
  const [main] = admitted as [PieceReading, ...PieceReading[]];
  // Decoded whole: a letter of several bytes may hold what looks like markup.
  if (admitted.length === 1 && main.id === fallback.name)
    return {
      text: fallback.decode(bytesOf(surface)),
      name: fallback.name,
      also: [],
      ...confidenceOf(scorer, surface, main, declared),
    };

  const { text, used } = readSegments(segments, kind, admitted, scorer);
  const [name = main.id, ...also] = [...used]
    .sort((a, b) => b[1].letters - a[1].letters)
    .map(([reading]) => reading.id);
  return { text, name, also, ...shareToConfidence(scorer(text)) };
}

const bytesToUtf8 = (piece: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(piece));

function confidenceOf(
  scorer: (text: string) => VietnameseScore,
  surface: string,
  reading: PieceReading,
  declared: boolean,
): { readonly confidence: number } {
  const { words, valid } = scorer(reading.decode(surface));
  if (valid > words / 2) return shareToConfidence({ words, valid, score: 0 });
  return { confidence: declared ? 0.8 : 0.5 };
}

/** One word may be chance; ten are not. */
function shareToConfidence({ words, valid }: VietnameseScore): { readonly confidence: number } {
  return { confidence: words === 0 ? 0.5 : Math.round((valid / (words + 0.5)) * 1000) / 1000 };
}
