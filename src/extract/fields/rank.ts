import type { Evidence } from '../../model/index.ts';
import { remembered } from '../hints.ts';
import type { PageLine } from '../lines.ts';

/** One answer to “what is the title?”, with the reasons that speak for it. */
export interface Candidate {
  readonly value: string;
  /** Where it stands, when a reader sees it. */
  readonly line?: PageLine;
  /** The strongest reason, as an id: `title/heading`, `byline/label`, … */
  readonly rule: string;
  /** Sum of named parts; what is below the field's threshold is not believed. */
  readonly score: number;
}

/** The candidate with the highest score at or above the threshold; the earlier one when they are equal. */
export function best(candidates: readonly Candidate[], threshold: number): Candidate | undefined {
  let winner: Candidate | undefined;
  for (const candidate of candidates) {
    if (candidate.score >= threshold && (!winner || candidate.score > winner.score)) winner = candidate;
  }
  return winner;
}

/** The best of the candidates that stand on some lines, however low its score. */
export function bestIn(candidates: readonly Candidate[], lines: ReadonlySet<PageLine>): Candidate | undefined {
  return best(
    candidates.filter(({ line }) => line !== undefined && lines.has(line)),
    Number.NEGATIVE_INFINITY,
  );
}

/**
 * The three best candidates of a field, for `--explain`: first those that say what the field says, then what else was
 * considered.
 */
export function toEvidence(about: string, candidates: readonly Candidate[], { taken, says }: Answer): Evidence[] {
  const isKnown = candidates.some(({ line, rule }) => line === taken?.line && rule === taken?.rule);
  return [...(taken && !isKnown ? [taken] : []), ...candidates]
    .map(({ rule, value, score }) => {
      const isRejected = !says.some((text) => text?.includes(value));
      return { about, rule, value, score: Math.round(score * 100) / 100, ...(isRejected && { isRejected }) };
    })
    .sort((a, b) => Number(a.isRejected ?? false) - Number(b.isRejected ?? false) || b.score - a.score)
    .slice(0, 3);
}

/** What became of a field. */
interface Answer {
  readonly taken?: Candidate | undefined;
  /** Its text, which may be longer than that of the candidate: a title in two lines, two authors. */
  readonly says: readonly (string | undefined)[];
}

/** Letters and digits of a text in lower case, for comparing what differs in case and punctuation only. */
export const loose: (text: string) => string = remembered((text) =>
  (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' '),
);

/** The words of a text that `loose` made. */
export const wordsIn = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Share of the words of the shorter text that the longer one has too, 0–1. */
export const wordOverlap = (a: string, b: string): number => overlapOf(wordsIn(loose(a)), wordsIn(loose(b)));

/** The same of words that are known. */
export function overlapOf(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  const [small, large] = x.size < y.size ? [x, y] : [y, x];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / Math.max(1, large.size);
}

/** A line that holds its text twice, for wide screens and for narrow ones, says it once. */
export function once(text: string): string {
  const half = text.slice(0, Math.ceil(text.length / 2)).trim();
  return half.length > 10 && text.slice(half.length).trim() === half ? half : text;
}
