/**
 * Choose how each piece of a page is to be read. A *reading* is a way to get text from what stands there: leave it, or undo
 * one encoding. Every piece is scored in every reading; going from one reading to another between two pieces costs
 * something, so pieces too short to tell follow their neighbours (Viterbi's algorithm, over the pieces with letters beyond
 * ASCII). That reads pages right where the template is Unicode and the article is not, or every other paragraph was spoilt.
 */
import type { PageKind } from '../model/index.ts';
import { raiseAmongCapitals, raiseFirstLetters, type VietnameseScore } from '../text/index.ts';
import { endsBlock, opensBlock, type Segment } from './segments.ts';

export interface PieceReading {
  /** Encoding or repair. */
  readonly id: string;
  readonly decode: (piece: string) => string;
  /** Score it starts with: what fonts and declarations say for it. */
  readonly prior: number;
  /** Capitals that its encoding lacks. */
  readonly missingCapitals?: 'all' | 'some';
  /** What in a piece speaks against it, in points. */
  readonly doubt?: (piece: string) => number;
}

interface ReadPiece {
  readonly text: string;
  readonly reading: PieceReading;
}

/** Cost of changing the reading between two pieces; a common syllable scores +2.5, a word that is none −2. */
const changeCost = 1.3;

/** Of the letters that decide, this many are enough to find the readings that play a part. */
const sampleLength = 24_000;

type Scorer = (text: string) => VietnameseScore;

function scoreIn(reading: PieceReading, piece: string, text: string, scorer: Scorer): VietnameseScore {
  const found = scorer(text);
  return reading.doubt === undefined ? found : { ...found, score: found.score - reading.doubt(piece) };
}

/**
 * Of a piece's words, this share must be Vietnamese before a reading is believed: French has “où”, which VNI shows as “ó”.
 */
const minValidShare = 0.6;

/** Of the words that are no Vietnamese as they stand, a reading must explain this share: chance explains one in fifty. */
const minExplained = 0.15;

/** Of all words on the page this share must be Vietnamese in a reading: in French that VNI shows, a third is. */
const minPageShare = 0.5;

/**
 * The readings that may be used on this page. The first is the page's own: the one that explains most, or else the first
 * given. `minGain`: what must speak for a reading, in the scorer's points.
 */
export function admitReadings(
  pieces: readonly string[],
  readings: readonly PieceReading[],
  scorer: Scorer,
  minGain: number,
): readonly PieceReading[] {
  const [own] = readings;
  if (own === undefined) return [];
  const sample = sampleOf(pieces);
  const plain = sample.map((piece) => scorer(own.decode(piece)));
  const unread = plain.reduce((sum, { words, valid, score }) => sum + (score < 0 ? words - valid : 0), 0);
  const gains = readings.slice(1).map((reading) => {
    const scores = sample.map((piece) => scoreIn(reading, piece, reading.decode(piece), scorer));
    let explained = 0;
    const gain = scores.reduce((sum, { score, words, valid }, i) => {
      const before = plain[i] as VietnameseScore;
      const more = score - before.score;
      if (more <= 0 || valid < words * minValidShare) return sum;
      explained += valid - before.valid;
      return sum + more;
    }, reading.prior);
    const [words, valid] = scores.reduce(([w, v], score) => [w + score.words, v + score.valid], [0, 0]);
    const believable = explained >= unread * minExplained && valid >= words * minPageShare;
    return { reading, scores, gain: believable ? gain : 0 };
  });
  const best = gains.reduce((a, b) => (b.gain > a.gain ? b : a), { reading: own, scores: plain, gain: own.prior });
  const main = best.gain - own.prior < minGain ? { reading: own, scores: plain } : best;
  const others = gains.filter(({ reading, scores, gain }) => {
    if (reading === main.reading || gain < minGain) return false;
    // What the page's own reading explains as well is no reason for another.
    const beyond = scores.reduce((sum, { score, words, valid }, i) => {
      const more = score - Math.max(main.scores[i]?.score ?? 0, plain[i]?.score ?? 0) - changeCost;
      return more > 0 && valid >= words * minValidShare ? sum + more : sum;
    }, reading.prior / 2);
    return beyond >= minGain;
  });
  return [main.reading, ...(main.reading === own ? [] : [own]), ...others.map(({ reading }) => reading)];
}

/** Pieces from all over the page, since its head is menus; enough letters to tell. */
function sampleOf(pieces: readonly string[]): string[] {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const step = Math.max(1, Math.ceil(length / sampleLength));
  return pieces.filter((_, i) => i % step === 0).map((piece) => piece.slice(0, sampleLength));
}

/** Pieces in which some encoding may show: with letters beyond ASCII, or with controls that are letters. */
export const canTell = (text: string): boolean => /[\u0000-\u0008\u000e-\u001f\u0080-\uffff]/.test(text);

export interface ReadText {
  readonly text: string;
  /** Reading → its pieces, and the letters in them. */
  readonly used: ReadonlyMap<PieceReading, { readonly pieces: number; readonly letters: number }>;
}

/** Read a whole page in the readings admitted, and raise the capitals that they lack. */
export function readSegments(
  segments: readonly Segment[],
  kind: PageKind,
  readings: readonly PieceReading[],
  scorer: Scorer,
): ReadText {
  const read = readPieces(segments.map(({ text }) => text).filter(canTell), readings, scorer);
  const used = new Map<PieceReading, { pieces: number; letters: number }>();
  let at = 0;
  const readOne = ({ text, tag }: Segment, i: number, before: string): string => {
    const piece = canTell(text) ? read[at++] : undefined;
    if (piece === undefined) return text;
    const { reading } = piece;
    const { pieces, letters } = used.get(reading) ?? { pieces: 0, letters: 0 };
    if (piece.text !== text) used.set(reading, { pieces: pieces + 1, letters: letters + text.length });
    if (tag || reading.missingCapitals === undefined) return piece.text;
    const raised = raiseAmongCapitals(piece.text);
    return reading.missingCapitals === 'all'
      ? raiseFirstLetters(raised, opensBlock(segments, i, kind), before)
      : raised;
  };
  /** What the paragraph at hand says so far. */
  let before = '';
  const texts = segments.map((segment, i) => {
    const text = readOne(segment, i, before);
    if (endsBlock(segment)) before = '';
    else if (!segment.tag) before = text.trim() === '' ? before + text : text;
    return text;
  });
  return { text: texts.join(''), used };
}

/** Read every piece: the cheapest way through. */
function readPieces(pieces: readonly string[], readings: readonly PieceReading[], scorer: Scorer): ReadPiece[] {
  const [only] = readings;
  if (only === undefined) throw new RangeError('at least one reading is needed');
  if (readings.length === 1) return pieces.map((piece) => ({ text: only.decode(piece), reading: only }));
  let best = readings.map(() => 0);
  const came: number[][] = [];
  const texts = pieces.map((piece) => readings.map((reading) => reading.decode(piece)));
  for (const [i, options] of texts.entries()) {
    const top = best.indexOf(Math.max(...best));
    const from = best.map((score, r) => (score >= (best[top] as number) - changeCost ? r : top));
    came.push(from);
    best = options.map((text, r) => {
      const origin = from[r] as number;
      return (
        (best[origin] as number) -
        (origin === r ? 0 : changeCost) +
        scoreIn(readings[r] as PieceReading, pieces[i] as string, text, scorer).score
      );
    });
  }
  let at = best.indexOf(Math.max(...best));
  const read: ReadPiece[] = [];
  for (let i = pieces.length - 1; i >= 0; i--) {
    read.push({ text: texts[i]?.[at] as string, reading: readings[at] as PieceReading });
    at = came[i]?.[at] as number;
  }
  return read.reverse();
}
