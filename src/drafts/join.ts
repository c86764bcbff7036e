import type { DraftEdit, Passage, TextRange } from '../model/index.ts';

/** The passages of a draft as one text, so that each is evidence for the others; edits of it go back into the draft. */
export interface JoinedText {
  readonly text: string;
  /** No prose: inline code, template commands, and what stands between passages. */
  readonly fixed: readonly TextRange[];
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const gap = '\n\n';

export function joinPassages(passages: readonly Passage[]): JoinedText {
  const length = passages.reduce((sum, { text }) => sum + text.length + gap.length, 0);
  const from = new Int32Array(length).fill(-1);
  const to = new Int32Array(length).fill(-1);
  const fixed: TextRange[] = [];
  let text = '';
  for (const passage of passages) {
    from.set(passage.from, text.length);
    to.set(passage.to, text.length);
    for (const { start, end } of passage.fixed) fixed.push({ start: start + text.length, end: end + text.length });
    text += passage.text;
    fixed.push({ start: text.length, end: text.length + gap.length });
    text += gap;
  }
  return { text, fixed, from, to };
}

type JoinedEdit = Omit<DraftEdit, 'start' | 'end'> & TextRange;

/**
 * An edit of the joined text as edits of the draft: only the units that change, one edit per run that stands together in
 * the draft. Undefined when a unit is not written as text, so that nothing but text can change.
 */
export function placeEdit(joined: JoinedText, edit: JoinedEdit, draft: string): DraftEdit[] | undefined {
  const parts: DraftEdit[] = [];
  for (const part of changedParts(edit)) {
    const place = placeOf(joined, part.start, part.end);
    if (place === undefined) return undefined;
    parts.push({ ...edit, ...place, before: draft.slice(place.start, place.end), after: part.after });
  }
  return parts;
}

type Part = TextRange & { readonly after: string };

/** The parts of an edit that differ: letter by letter when the lengths are equal, else what is between the common ends. */
function changedParts({ start, before, after }: JoinedEdit): Part[] {
  if (before.length === after.length) {
    const parts: Part[] = [];
    for (let i = 0; i < before.length; i++) {
      if (before[i] === after[i]) continue;
      let end = i + 1;
      while (end < before.length && before[end] !== after[end]) end += 1;
      parts.push({ start: start + i, end: start + end, after: after.slice(i, end) });
      i = end;
    }
    return parts;
  }
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [{ start: start + head, end: start + before.length - tail, after: after.slice(head, after.length - tail) }];
}

/** Where a range of the joined text is written in one piece; undefined when it is not. */
function placeOf({ from, to }: JoinedText, start: number, end: number): TextRange | undefined {
  if (start === end) {
    // An insertion goes behind the unit before it, where that stands in the same run as the unit after it.
    const before = to[start - 1] ?? -1;
    const after = from[start] ?? -1;
    const at = before >= 0 ? before : after;
    return at < 0 || (after >= 0 && before >= 0 && before !== after) ? undefined : { start: at, end: at };
  }
  for (let i = start; i < end; i++) {
    if ((from[i] ?? -1) < 0) return undefined;
    if (i > start && from[i] !== to[i - 1]) return undefined;
  }
  return { start: from[start] as number, end: to[end - 1] as number };
}
