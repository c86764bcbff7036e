/**
 * Text that was saved as Unicode after bytes had been read wrongly: UTF-8 or a legacy encoding taken for windows-1252 and
 * its like. The bytes are brought back and read again, for the pieces where that makes the text more Vietnamese.
 */
import type { PageKind } from '../model/index.ts';
import {
  decodeShown,
  fontEvidence,
  isSyllable,
  legacyEncodings,
  type Reader,
  syllableShare,
  toSurface,
  unicodeWords,
  vietnameseScorer,
} from '../text/index.ts';
import { signSets } from './census.ts';
import { type Repaired, repairLetters } from './letters.ts';
import { decodeShownUtf8 } from './mojibake.ts';
import { admitReadings, type PieceReading, readSegments } from './readings.ts';
import { segmentsOf } from './segments.ts';

/** Letters of Vietnamese, and signs that right pages have beyond ASCII. */
const vietnamese = 'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ';
const unusual = new RegExp(
  `[^\\x00-\\x7f${vietnamese}\\u00a0«»·©®°²³½×\\u0300-\\u052f\\u2000-\\u206f€™₫\\u2190-\\u21ff\\u25a0-\\u27bf\\u2e80-\\udfff\\uf900-\\ufaff\\ufe00-\\uffff]`,
);
/** Signs of that list that are letters elsewhere. */
const sign = /[«»·©®°²³½׆‡ˆ‰‹›€™]/;
const isLetter = /[A-Za-z]/;
const isLowerLetter = /[a-zà-ỹ]/;
const isInsideWord = (before: number, after: number): boolean =>
  isLetter.test(String.fromCharCode(before)) && isLowerLetter.test(String.fromCharCode(after));
/** The commonest pairs of VNI that no Vietnamese word has. */
const vniMark = /[ÀàÁáÂâÃãÈèÉéÊêÙùÚúÕõ]/;
const vniPair = /[AaEe].|[Oo][ÂâÙùÊêÕõ]/;
/** Every Vietnamese page is full of such marks, but seldom behind these letters. */
const vniVowels = new Set([...'AaEeOo'].map((letter) => letter.charCodeAt(0)));
const isVniPair = (before: number, mark: number): boolean =>
  vniVowels.has(before) && vniPair.test(String.fromCharCode(before, mark));

/** Whether any reading but the plain one is worth a try: false for nearly every page, and cheap. */
function isSuspect(text: string): boolean {
  const found = suspects.foundIn(text);
  if ((found & 1) !== 0) return true;
  return found !== 0 && suspects.stands(text, 2 | 4, standsWrong);
}
const standsWrong = (sets: number, before: number, unit: number, after: number): boolean =>
  ((sets & 2) !== 0 && isInsideWord(before, after)) || ((sets & 4) !== 0 && isVniPair(before, unit));
const suspects = signSets([unusual, sign, vniMark]);

/** Whether signs that were gathered are all such as right pages have. */
export const areUsual = (signs: number): boolean => (suspects.among(signs) & 1) === 0;

const readers: readonly Reader[] = ['windows-1252', 'windows-1258', 'macintosh'];
const legacy = legacyEncodings.filter(({ id }) => ['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258'].includes(id));

/** Two common syllables, or one with a font that speaks for it. */
const minGain = 5;
/** “áº¿” does not come about by chance, so one word is enough. */
const utf8Prior = 1.5;
const fontPrior = 2.5;

/** Damaged single letters (ð for đ) are no sign of a wrong reading: scored as they will be repaired. */
const plain: PieceReading = { id: 'plain', prior: 0, decode: (piece) => repairLetters(piece).text };

function readingsOf(fonts: ReadonlySet<string>): PieceReading[] {
  return [
    plain,
    ...readers.flatMap((reader) =>
      [false, true].map((twice) => ({
        id: `mojibake/utf-8-as-${reader}${twice ? '-twice' : ''}`,
        prior: utf8Prior,
        decode: (piece: string) => decodeShownUtf8(piece, reader, twice),
      })),
    ),
    ...legacy.flatMap(({ id, decode, missingCapitals }) =>
      readers.map((reader) => ({
        id: `mojibake/${id}-as-${reader}`,
        prior: fonts.has(id) ? fontPrior : 0,
        ...(missingCapitals && { missingCapitals }),
        decode: (piece: string) => decodeShown(toSurface(piece, reader), decode),
        doubt: (piece: string) => doubtOf(piece, toSurface(piece, reader)),
      })),
    ),
  ];
}

/** Signs that are letters in TCVN3 and VISCII, and here stand where a sign stands. */
const loneSign = /(?<![\p{L}\p{N}])[«»©®·•](?![\p{L}\p{N}])/gu;

/** Words typed in Unicode speak against a wrong reading of what stands around them, and so do signs on their own. */
const doubtOf = (piece: string, surface: string): number =>
  Math.min(4, 1.5 * unicodeWords(surface)) + 3 * (piece.match(loneSign)?.length ?? 0);

const words = /[\p{L}\p{M}]{2,}/gu;
/** Of the words that rereading made, this share must be Vietnamese syllables. */
const minSyllables = 0.7;

/**
 * Did rereading make Vietnamese? In a foreign text with curly quotes (“don’t” as “donạt”) a few words look better by chance.
 */
function madeVietnamese(before: string, after: string): boolean {
  const known = new Set(before.match(words));
  const made = (after.match(words) ?? []).filter((word) => !known.has(word));
  return made.filter((word) => isSyllable(word.toLowerCase())).length >= made.length * minSyllables;
}

/** Undo one wrong reading. Text in which nothing is suspect comes back as it is. */
export function reread(text: string, kind: PageKind): Repaired {
  const nothing: Repaired = { text, repairs: new Map() };
  if (!isSuspect(text)) return nothing;
  const segments = segmentsOf(text, kind);
  const pieces = segments.filter((segment) => isSuspect(segment.text)).map((segment) => segment.text);
  if (pieces.length === 0) return nothing;
  const scorer = vietnameseScorer();
  const readings = readingsOf(kind === 'html' ? fontEvidence(text) : new Set());
  const admitted = admitReadings(pieces, readings, scorer, minGain);
  if (admitted.length === 1 && admitted[0] === plain) return nothing;
  // The page's own reading is the plain one: what is Unicode already must cost nothing to leave.
  const chosen = [plain, ...admitted.filter((reading) => reading !== plain)];
  const { text: repaired, used } = readSegments(segments, kind, chosen, scorer);
  const repairs = new Map(
    [...used].filter(([reading]) => reading !== plain).map(([{ id }, { pieces }]) => [id, pieces]),
  );
  if (repairs.size === 0 || !madeVietnamese(text, repaired) || syllableShare(repaired) < syllableShare(text))
    return nothing;
  return { text: repaired, repairs };
}
