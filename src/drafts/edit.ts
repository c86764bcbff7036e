import { applyEdits, type Draft, type DraftEdit } from '../model/index.ts';
import { type DraftOptions, parseDraft } from './parse.ts';

export interface EditedDraft {
  readonly text: string;
  readonly applied: readonly DraftEdit[];
  /** Left out: with them the draft would no longer be read as the same markup. */
  readonly refused: readonly DraftEdit[];
}

/**
 * Apply edits to a draft so that only its text changes. The result is parsed again: whatever is not text (front-matter
 * keys, code, addresses, tags, marks) must be what it was, else the edit that did it is left out.
 */
export function editDraft(draft: Draft, edits: readonly DraftEdit[], options: DraftOptions = {}): EditedDraft {
  if (edits.length === 0) return { text: draft.text, applied: [], refused: [] };
  const kept = frameOf(draft);
  const holds = (text: string): boolean => frameOf(parseDraft(draft.source, text, draft.kind, options)) === kept;
  const all = applyEdits(draft.text, edits);
  if (holds(all)) return { text: all, applied: edits, refused: [] };
  const applied: DraftEdit[] = [];
  const refused: DraftEdit[] = [];
  for (const edit of edits) (holds(applyEdits(draft.text, [...applied, edit])) ? applied : refused).push(edit);
  return { text: applyEdits(draft.text, applied), applied, refused };
}

/** All of a draft that is not its text, with a mark where text stands. */
export function frameOf(draft: Draft): string {
  let frame = '';
  let at = 0;
  for (const { from, to, fixed } of draft.passages) {
    const isFixed = new Set(
      fixed.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
    );
    frame += '\0';
    from.forEach((start, i) => {
      const end = to[i] as number;
      if (start < at || isFixed.has(i)) return;
      frame += draft.text.slice(at, start);
      at = end;
    });
  }
  return frame + draft.text.slice(at);
}
