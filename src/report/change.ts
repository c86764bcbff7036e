import { say } from '../messages/index.ts';
import { certainFrom, type Draft, type DraftChange } from '../model/index.ts';
import { shownChange, shownRange, visible } from '../text/index.ts';
import type { Look } from './pretty.ts';

/** Columns that the sentence takes where nobody knows how wide the terminal is. */
const usualWidth = 100;
/** Indent, brackets, arrow, and an ellipsis at each end. */
const signs = 2 + 2 + 3 + 4;
/** However narrow the terminal, so much of the sentence is shown on each side. */
const minContext = 16;

type Shown = Pick<Draft, 'source' | 'text'>;

export interface ChangeLook extends Look {
  /** Name the rule's certainty and its evidence too. */
  readonly explain?: boolean;
  /** Columns of the terminal. */
  readonly width?: number;
}

/** `left [before → after] right` */
export interface ChangeInSentence {
  readonly left: string;
  readonly before: string;
  readonly after: string;
  readonly right: string;
}

/**
 * One change for a person to decide on: where it is, the sentence with the change marked, and what it would become.
 *
 *     drafts/a.md:12:5  typo/tone-place  3/17
 *
 *       … cho biết [Ngừơi → Người] dân đã …
 */
export function prettyChange(
  draft: Shown,
  change: DraftChange,
  { number, of }: { readonly number: number; readonly of: number },
  { lang, paint, explain, width = usualWidth }: ChangeLook,
): string {
  const { left, before, after, right } = changeInSentence(draft.text, change, width);
  const place = shownPlace(draft.text, change.start);
  const marked = `${paint.error(before)} → ${paint.good(after)}`;
  const doubt = change.confidence < certainFrom ? `  ${paint.warning(say(lang, 'fix/perhaps'))}` : '';
  return [
    `\n${paint.strong(`${draft.source}:${place}`)}  ${paint.faint(`${change.rule}  ${number}/${of}`)}${doubt}\n\n`,
    `  ${left}${paint.faint('[')}${marked}${paint.faint(']')}${right}\n`,
    ...(explain ? [`  ${paint.faint(evidenceOf(change))}\n`] : []),
    '\n',
  ].join('');
}

/** A change as it is shown to a person, and as much of its line as there is room for in so many columns. */
export function changeInSentence(text: string, change: DraftChange, width: number): ChangeInSentence {
  const { start, end } = shownRange(text, change);
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, bomOf(text).length);
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const before = visible(text.slice(start, end));
  const after = visible(edited(text, start, end, change));
  // What one side does not need is the other's.
  const room = Math.max(2 * minContext, width - signs - before.length - after.length);
  const from = Math.max(lineStart, start - Math.max(room / 2, room - (lineEnd - end)));
  const to = Math.min(lineEnd, end + room - (start - from));
  const left = from > lineStart ? `… ${text.slice(from, start).replace(/^\S*\s/, '')}` : text.slice(from, start);
  const right = to < lineEnd ? `${text.slice(end, to).replace(/\s\S*$/, '')} …` : text.slice(end, to).trimEnd();
  return { left, before, after, right };
}

/**
 * What is shown of a change, with it made and what was agreed to in its place: what a person who writes something else
 * begins from.
 */
export function proposedText(text: string, change: DraftChange, agreed: readonly DraftChange[] = []): string {
  const { start, end } = shownRange(text, change);
  const edits = [change, ...agreed.filter((other) => other !== change)].flatMap((one) => one.edits);
  return edited(text, start, end, { edits: edits.sort((a, b) => a.start - b.start) });
}

function edited(text: string, start: number, end: number, { edits }: Pick<DraftChange, 'edits'>): string {
  // One change may go on behind what is shown of it.
  const here = edits.filter((edit) => start <= edit.start && edit.end <= end);
  return here.reduceRight(
    (out, edit) => out.slice(0, edit.start - start) + edit.after + out.slice(edit.end - start),
    text.slice(start, end),
  );
}

/** Every correction and suggestion of a draft with its rule, for `--explain`. */
export function prettyChanges(
  { source, text }: Shown,
  { changes, suggestions }: { readonly changes: readonly DraftChange[]; readonly suggestions: readonly DraftChange[] },
  { lang, paint }: Look,
): string {
  const line = (change: DraftChange): string => {
    const { before, after } = shownChange(text, change);
    return `  ${shownPlace(text, change.start)} ${paint.faint(change.rule)} “${before}” → “${after}” ${paint.faint(evidenceOf(change))}\n`;
  };
  const section = (id: string, list: readonly DraftChange[]): string =>
    list.length === 0 ? '' : ` ${say(lang, id)}\n${list.map(line).join('')}`;
  const told = section('report/edits', changes) + section('report/suggestions', suggestions);
  return told === '' ? '' : `${paint.strong(source)}\n${told}`;
}

/** How certain a change is, and what speaks for it: `0.99 (“phát triển” 18204 : “phát triến” 0)`. */
export const evidenceOf = ({ confidence, why }: Pick<DraftChange, 'confidence' | 'why'>): string =>
  `${Number(confidence.toFixed(3))}${why === undefined ? '' : ` (${why})`}`;

const bomOf = (text: string): string => (text.startsWith('\ufeff') ? '\ufeff' : '');

function shownPlace(text: string, at: number): string {
  const lines = text.slice(bomOf(text).length, at).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
