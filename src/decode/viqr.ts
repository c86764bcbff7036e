/** Pages and mails written in VIQR, found only where much speaks for it. */
import type { PageKind } from '../model/index.ts';
import { legacyEncoding, vietnameseOnly, viqrEvidence } from '../text/index.ts';
import { segmentsOf } from './segments.ts';

/** Words with marks that are no punctuation; code and formulas have a few such “words” and many that are none. */
const minWords = 4;
const minShare = 0.75;

const closedTags = /^<(script|style|pre|code|textarea)\b/i;

/** The text with its VIQR read; undefined when it is none. */
export function readViqr(text: string, kind: PageKind): string | undefined {
  if (vietnameseOnly.test(text) || !/[aeiouyAEIOUY][(^+*`~]|\bdd/.test(text)) return undefined;
  const segments = segmentsOf(text, kind);
  let inside: string | undefined;
  const readable = segments.map(({ text: piece, tag }) => {
    if (!tag) return inside === undefined;
    if (inside === undefined) inside = closedTags.exec(piece)?.[1]?.toLowerCase();
    else if (piece.toLowerCase().startsWith(`</${inside}`)) inside = undefined;
    return false;
  });
  const evidence = viqrEvidence(
    segments
      .filter((_, i) => readable[i])
      .map((segment) => segment.text)
      .join('\n'),
  );
  if (evidence.valid < minWords || evidence.valid < minShare * (evidence.valid + evidence.invalid)) return undefined;
  const { decode } = legacyEncoding('viqr') ?? {};
  return segments
    .map((segment, i) => (readable[i] && decode !== undefined ? decode(segment.text) : segment.text))
    .join('');
}
