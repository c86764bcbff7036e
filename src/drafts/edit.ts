import { applyEdits, type Draft, type DraftChange } from '../model/index.ts';
import { type DraftOptions, parseDraft } from './parse.ts';

export interface EditedDraft {
  readonly text: string;
  readonly applied: readonly DraftChange[];
  /** Left out: with them the draft would no longer be read as the same markup. */
  readonly refused: readonly DraftChange[];
}

/**
 * Make changes in a draft so that only its text changes. The result is parsed again: whatever is not text (front-matter
 * keys, code, addresses, tags, marks) must be what it was, else the change that did it is left out.
 */
export function editDraft(draft: Draft, changes: readonly DraftChange[], options: DraftOptions = {}): EditedDraft {
  if (changes.length === 0) return { text: draft.text, applied: [], refused: [] };
  const kept = frameOf(draft);
  const edited = (made: readonly DraftChange[]): string =>
    applyEdits(
      draft.text,
      made.flatMap(({ edits }) => edits),
    );
  const holds = (text: string): boolean => frameOf(parseDraft(draft.source, text, draft.kind, options)) === kept;
  const all = edited(changes);
  if (holds(all)) return { text: all, applied: changes, refused: [] };
  const applied: DraftChange[] = [];
  const refused: DraftChange[] = [];
  for (const change of changes) {
    const edits = change.edits.filter((edit) => holds(edited([...applied, { ...change, edits: [edit] }])));
    if (edits.length > 0 && holds(edited([...applied, { ...change, edits }]))) applied.push({ ...change, edits });
    if (edits.length < change.edits.length) refused.push(change);
  }
  return { text: edited(applied), applied, refused };
}

/**
 * All of a draft that is not its text, with a mark where text stands. White space is left out: at the edge of a passage it
 * belongs to the text or not depending on its neighbours.
 */
export function frameOf(draft: Draft): string {
  let frame = draft.outline ?? '';
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
  return (frame + draft.text.slice(at)).replace(/\s+/g, '');
}
