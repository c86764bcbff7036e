import { applyEdits, type Draft, type DraftChange, type DraftEdit } from '../model/index.ts';
import { type DraftOptions, parseDraft } from './parse.ts';

export interface EditedDraft<C> {
  readonly text: string;
  readonly applied: readonly C[];
  /** Left out, each with the edits that were: with them the draft would no longer be read as the same markup. */
  readonly refused: readonly C[];
}

/**
 * Make changes in a draft so that only its text changes. The result is parsed again: whatever is not text (front-matter
 * keys, code, addresses, tags, marks) must be what it was, else the edit that did it is left out.
 */
export function editDraft<C extends DraftChange>(
  draft: Draft,
  changes: readonly C[],
  options: DraftOptions = {},
): EditedDraft<C> {
  if (changes.length === 0) return { text: draft.text, applied: [], refused: [] };
  const frame = frameOf(draft);
  const holds = (edits: readonly DraftEdit[]): boolean =>
    frameOf(parseDraft(draft.source, applyEdits(draft.text, edits), draft.kind, options)) === frame;
  // Halves of halves: one edit among hundreds is found in few parses.
  const add = (kept: readonly DraftEdit[], more: readonly (readonly DraftEdit[])[]): readonly DraftEdit[] => {
    const all = [...kept, ...more.flat()];
    if (more.length === 0 || holds(all)) return all;
    const half = more.length >> 1;
    return half === 0 ? kept : add(add(kept, more.slice(0, half)), more.slice(half));
  };
  const edits = add(
    [],
    changes.flatMap(({ edits: own, isWhole }) => (isWhole ? [own] : own.map((edit) => [edit]))),
  );
  const kept = new Set(edits);
  const part = (isWanted: (edit: DraftEdit) => boolean): C[] =>
    changes
      .map((change) => ({ ...change, edits: change.edits.filter(isWanted) }))
      .filter((change) => change.edits.length > 0);
  return {
    text: applyEdits(draft.text, edits),
    applied: part((edit) => kept.has(edit)),
    refused: part((edit) => !kept.has(edit)),
  };
}

/**
 * All of a draft that is not its text, with a mark where text stands. White space is left out: at the edge of a passage it
 * belongs to the text or not depending on its neighbours.
 */
function frameOf(draft: Draft): string {
  let frame = draft.outline ?? '';
  let at = 0;
  for (const { text, from, to, fixed } of draft.passages) {
    const isFixed = new Set(
      fixed.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
    );
    frame += '\0';
    from.forEach((start, i) => {
      const end = to[i] as number;
      // A blank line between the lines of a value makes two of what was one.
      if (isFixed.has(i) && text[i] === '\n') frame += '\u0001';
      if (start < at || isFixed.has(i)) return;
      frame += draft.text.slice(at, start);
      at = end;
    });
  }
  return (frame + draft.text.slice(at)).replace(/\s+/g, '');
}
