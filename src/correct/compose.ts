/** Compose several rounds of edits into one list of edits of the original. */
import { applyEdits, type TextRange } from '../model/index.ts';
import type { Proposal } from './proposal.ts';

/** Drop proposals that overlap a surer one; the rest in order of place. Two that only touch may both stay. */
export function withoutOverlaps(proposals: readonly Proposal[]): Proposal[] {
  const kept: Proposal[] = [];
  const bySureness = [...proposals].sort(
    (a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const one of bySureness) if (!kept.some((other) => collides(one, other))) kept.push(one);
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Of two words side by side the surer one goes first: “nức nẻ” may be “nứt nẻ” or “nức nở”, and each correction leaves the
 * other nothing to do. The next round judges the other word beside it. What is between words is no rival.
 */
export function withoutRivals(proposals: readonly Proposal[], text: string): Proposal[] {
  const kept: Proposal[] = [];
  for (const one of proposals) {
    const last = kept.at(-1);
    if (last === undefined || !areRivals(last, one, text)) kept.push(one);
    else if (one.confidence > last.confidence) kept[kept.length - 1] = one;
  }
  return kept;
}

const areRivals = (a: Proposal, b: Proposal, text: string): boolean =>
  isWord(a) && isWord(b) && /^\s+$/u.test(text.slice(a.end, b.start));
const isWord = ({ before, after, rule }: Proposal): boolean =>
  rule !== 'typo/confused' && /^\p{L}+$/u.test(before) && /^\p{L}+$/u.test(after);

const collides = (a: Proposal, b: Proposal): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);

/** The fields of an edit that `compose` needs. */
type Composed = Pick<Proposal, 'start' | 'end' | 'before' | 'after' | 'confidence'>;

/**
 * `first` takes the original to a middle text, `second` the middle text further: one list from the original.
 * Where they touch the same letters they become one edit, named after the less sure one.
 */
export function compose<E extends Composed>(original: string, first: readonly E[], second: readonly E[]): E[] {
  if (first.length === 0 || second.length === 0) return first.length === 0 ? [...second] : [...first];
  const middle = placed(first);
  const out: E[] = [];
  let i = 0;
  let j = 0;
  while (i < middle.length || j < second.length) {
    // A run of edits that touch each other in the middle text.
    const run: E[] = [];
    let end = -1;
    const start = Math.min(middle[i]?.start ?? Number.POSITIVE_INFINITY, second[j]?.start ?? Number.POSITIVE_INFINITY);
    const shiftBefore = i === 0 ? 0 : (middle[i - 1] as Placed<E>).shift;
    const firstIndex = i;
    const secondIndex = j;
    for (;;) {
      const a = middle[i];
      const b = second[j];
      if (a !== undefined && (end < 0 || a.start <= end) && (b === undefined || a.start <= b.start)) {
        run.push(a.edit);
        end = Math.max(end, a.end);
        i++;
      } else if (b !== undefined && (end < 0 || b.start <= end)) {
        run.push(b);
        end = Math.max(end, b.end);
        j++;
      } else break;
    }
    if (run.length === 1) {
      const only = run[0] as E;
      out.push(i > firstIndex ? only : { ...only, start: only.start - shiftBefore, end: only.end - shiftBefore });
      continue;
    }
    const shiftAfter = i === 0 ? 0 : (middle[i - 1] as Placed<E>).shift;
    const originalStart = start - shiftBefore;
    const originalEnd = end - shiftAfter;
    const before = original.slice(originalStart, originalEnd);
    const within = middle.slice(firstIndex, i).map(({ edit }) => shifted(edit, -originalStart));
    const between = applyEdits(before, within);
    const after = applyEdits(
      between,
      second.slice(secondIndex, j).map((edit) => shifted(edit, -start)),
    );
    if (after === before) continue;
    const named = run.reduce((a, b) => (b.confidence < a.confidence ? b : a));
    out.push({ ...named, start: originalStart, end: originalEnd, before, after });
  }
  return out;
}

interface Placed<E> {
  readonly edit: E;
  /** Where its replacement stands in the middle text. */
  readonly start: number;
  readonly end: number;
  /** Length added by all edits up to this one. */
  readonly shift: number;
}

function placed<E extends Composed>(edits: readonly E[]): Placed<E>[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.after.length - edit.before.length;
    return { edit, start, end: start + edit.after.length, shift };
  });
}

const shifted = <E extends Composed>(edit: E, by: number): E => ({
  ...edit,
  start: edit.start + by,
  end: edit.end + by,
});

/** Where ranges of a text stand after its edits. */
export function moveRanges(ranges: readonly TextRange[], edits: readonly Proposal[]): TextRange[] {
  const moved = (at: number): number => {
    let shift = 0;
    for (const edit of edits) if (edit.end <= at) shift += edit.after.length - edit.before.length;
    return at + shift;
  };
  return edits.length === 0 ? [...ranges] : ranges.map(({ start, end }) => ({ start: moved(start), end: moved(end) }));
}
