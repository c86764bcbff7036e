import { say } from '../messages/index.ts';
import type { Draft, DraftChange } from '../model/index.ts';
import type { Look } from './pretty.ts';

/** Letters of the sentence shown on each side of a change. */
const context = 60;

/**
 * One change for a person to decide on: where it is, the sentence with the change marked, and what it would become.
 *
 *     drafts/a.md:12:5  typo/tone-place  3/17
 *       … cho biết [Ngừơi → Người] dân đã …
 */
export function prettyChange(
  { source, text }: Pick<Draft, 'source' | 'text'>,
  { rule, start, end, edits, confidence, why }: DraftChange,
  { number, of }: { readonly number: number; readonly of: number },
  { lang, paint }: Look,
): string {
  const before = text.slice(start, end);
  const after = edits.reduceRight(
    (out, edit) => out.slice(0, edit.start - start) + edit.after + out.slice(edit.end - start),
    before,
  );
  const line = text.slice(0, start).split('\n').length;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const from = Math.max(lineStart, start - context);
  const to = Math.min(lineEnd, end + context);
  const left = from > lineStart ? text.slice(from, start).replace(/^\S*\s/, '…') : text.slice(from, start);
  const right = to < lineEnd ? text.slice(end, to).replace(/\s\S*$/, '…') : text.slice(end, to).trimEnd();
  const doubt = confidence < 0.95 ? ` ${paint.warning(say(lang, 'fix/perhaps'))}` : '';
  return [
    `${paint.strong(`${source}:${line}`)}  ${paint.faint(`${rule}  ${number}/${of}`)}${doubt}\n`,
    `  ${left}${paint.faint('[')}${paint.error(visible(before))} → ${paint.good(visible(after))}${paint.faint(']')}${right}\n`,
    ...(why === undefined ? [] : [`  ${paint.faint(why)}\n`]),
  ].join('');
}

/** Spaces that change must be seen. */
const visible = (text: string): string => (text === '' ? '∅' : /^\s*$/.test(text) ? text.replace(/\s/g, '␣') : text);
