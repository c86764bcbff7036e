import { SachError } from './error.ts';

/** Fields whose text may be corrected. */
export type EditField = 'title' | 'kicker' | 'sapo' | 'text';

/** One replacement. Offsets are UTF-16 units in the field **before** correction; `before` is what stood there. */
export interface Edit {
  readonly rule: string;
  readonly field: EditField;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** 0–1. */
  readonly confidence: number;
  /** The evidence in a few words: `“phát triển” 18204 : “phát triến” 0`. */
  readonly why?: string;
}

/** The part of an edit that replaying and undoing need. */
export type Replacement = Pick<Edit, 'start' | 'end' | 'before' | 'after'>;

/** A correction is certain from this confidence on: level `safe` makes it, `check --fix` too; below it is asked about. */
export const certainFrom = 0.95;

/** Round a confidence to four digits for output: further ones differ from one JavaScript engine to the next. */
export const roundConfidence = (confidence: number): number => Math.round(confidence * 1e4) / 1e4;

const byStart = (a: Replacement, b: Replacement): number => a.start - b.start || a.end - b.end;

/** Does an edit stand behind `at`, and is what it replaces there? `slice` alone forgives what is no range of the text. */
const fits = (text: string, at: number, { start, end, before }: Replacement): boolean =>
  start >= at && end - start === before.length && end <= text.length && text.slice(start, end) === before;

/**
 * Apply edits of one field to its text. Edits must not overlap and must match the text; throws SachError `edits-misfit`
 * otherwise.
 */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort(byStart)) {
    if (!fits(text, at, edit)) {
      throw new SachError('edits-misfit', { start: edit.start, end: edit.end, before: edit.before });
    }
    out += text.slice(at, edit.start) + edit.after;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** The edits that take a corrected text back: `applyEdits(applyEdits(t, e), invertEdits(e)) === t`. */
export function invertEdits(edits: readonly Replacement[]): Replacement[] {
  let shift = 0;
  return [...edits].sort(byStart).map(({ start, before, after }) => {
    const moved = start + shift;
    shift += after.length - before.length;
    return { start: moved, end: moved + after.length, before: after, after: before };
  });
}
