import { type DraftChange, type DraftEdit, type Passage, type TextRange, withMarks } from '../model/index.ts';

/** The passages of a draft as one text, so that each is evidence for the others; edits of it go back into the draft. */
export interface JoinedText {
  /** With marks for what is of no word: code, raised numbers. */
  readonly text: string;
  /** No prose: inline code, template commands, and what stands between passages. */
  readonly fixed: readonly TextRange[];
  /** What stands in emphasis. */
  readonly emphasis: readonly TextRange[];
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const gap = '\n\n';

/** `kept`: ranges of the draft where nothing is changed. */
export function joinPassages(passages: readonly Passage[], kept: readonly TextRange[] = []): JoinedText {
  const length = passages.reduce((sum, { text }) => sum + text.length + gap.length, 0);
  const from = new Int32Array(length).fill(-1);
  const to = new Int32Array(length).fill(-1);
  const fixed: TextRange[] = [];
  const emphasis: TextRange[] = [];
  let text = '';
  for (const passage of passages) {
    from.set(passage.from, text.length);
    to.set(passage.to, text.length);
    const shifted = ({ start, end }: TextRange) => ({ start: start + text.length, end: end + text.length });
    fixed.push(...passage.fixed.map(shifted), ...passage.apart.map(shifted));
    emphasis.push(...passage.emphasis.map(shifted));
    text += withMarks(passage.text, passage.apart);
    fixed.push({ start: text.length, end: text.length + gap.length });
    text += gap;
  }
  for (const range of kept) fixed.push(...unitsAt({ from, to }, range));
  return { text, fixed, emphasis, from, to };
}

/** The joined text with the lines of the draft: a break that is one space to a reader, but parts the verses of a poem. */
export const inLines = ({ text, from, to }: JoinedText, draft: string): string =>
  text.replace(/ /g, (space, i: number) => (draft.slice(from[i], to[i]).includes('\n') ? '\n' : space));

/** The units of the joined text that are written in a range; of an empty one, the unit behind it. */
function unitsAt({ from, to }: Pick<JoinedText, 'from' | 'to'>, { start, end }: TextRange): TextRange[] {
  const units: TextRange[] = [];
  from.forEach((unit, i) => {
    if (unit >= 0 && unit < Math.max(end, start + 1) && (to[i] ?? -1) > start) units.push({ start: i, end: i + 1 });
  });
  return units;
}

type Correction = Omit<DraftChange, 'edits'>;

/**
 * A correction of the joined text as a change of the draft: only the units that differ, one edit per run that stands
 * together in the draft. Undefined when nothing of it is written as text, so that nothing but text can change.
 */
export function placeChange(joined: JoinedText, found: Correction, draft: string): DraftChange | undefined {
  const edits: DraftEdit[] = [];
  for (const part of changedParts(found)) {
    const range = rangeInDraft(joined, part.start, part.end);
    // What cannot be written here is left: the rest of the correction is right without it.
    if (range === undefined) continue;
    edits.push({ ...range, before: draft.slice(range.start, range.end), after: part.after });
  }
  if (edits.length === 0) return undefined;
  const start = edits[0]?.start ?? -1;
  const first = joined.from[found.start] ?? -1;
  const last = joined.to[found.end - 1] ?? -1;
  const end = edits.at(-1)?.end ?? -1;
  const { rule, before, after, confidence, why } = found;
  return {
    rule,
    before,
    after,
    confidence,
    ...(why !== undefined && { why }),
    start: first < 0 ? start : Math.min(first, start),
    end: Math.max(last, end),
    edits,
  };
}

type Part = TextRange & { readonly after: string };

/** The parts of a correction that differ, as few letters as can be. */
function changedParts({ start, before, after }: Correction): Part[] {
  const parts: Part[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...commonUnits(before, after), [before.length, after.length] as const]) {
    if (x > i || y > j) parts.push({ start: start + i, end: start + x, after: after.slice(j, y) });
    i = x + 1;
    j = y + 1;
  }
  return parts;
}

/** A longer correction is taken as one piece: the table of the common units grows with the square. */
const maxComparedUnits = 200;

/** Places of the units that two texts have in common, in order (longest common subsequence). */
function commonUnits(a: string, b: string): (readonly [number, number])[] {
  if (a.length > maxComparedUnits || b.length > maxComparedUnits) return [];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const common: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) common.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

/** Where a range of the joined text is written in one piece; undefined when it is not. */
function rangeInDraft({ from, to }: JoinedText, start: number, end: number): TextRange | undefined {
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
