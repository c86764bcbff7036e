/** The part of a change that says where it stands and what it does. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** Letters of the words beside a change of spaces or marks that are shown with it. */
const wordBefore = /[^\s<>]{0,12}[ \t]{0,8}$/;
const wordAfter = /^(?:[^\p{L}\p{N}\s<>]{1,3}|[ \t]*[^\s<>]{0,12})/u;
const longestShown = 40;

/**
 * What of a text has to be shown for a change to be understood: of a space that goes or comes, the word before it and
 * the mark or word behind it; of a word, the word.
 *
 *     hiến đất ,góp công
 *          ^^^^^
 */
export function shownRange(text: string, { start, end, before, after }: Change): { start: number; end: number } {
  if (/[\p{L}\p{N}]/u.test(before + after)) return { start, end };
  const left = wordBefore.exec(text.slice(Math.max(0, start - longestShown), start))?.[0].length ?? 0;
  const right = wordAfter.exec(text.slice(end, end + longestShown))?.[0].length ?? 0;
  return { start: start - left, end: end + right };
}

/** A change with as much round it as it takes to understand it, for people to read. */
export function shownChange(text: string, change: Change): { before: string; after: string } {
  const { start, end } = shownRange(text, change);
  const left = text.slice(start, change.start);
  const right = text.slice(change.end, end);
  return { before: visible(left + change.before + right), after: visible(left + change.after + right) };
}

/** Spaces that stand in a row or alone, and characters that nobody sees, so that they can be seen. */
export function visible(text: string): string {
  if (/^\s+$/.test(text)) return '␣'.repeat(text.length);
  return text
    .replace(/[ \t\u00a0]{2,}|\t|\u00a0/g, (spaces) => '␣'.repeat(spaces.length))
    .replace(/[\p{Cc}\p{Cf}]/gu, named);
}

/** The same of a line of a file: its spaces stay, and the carriage return at its end. */
export const visibleControls = (line: string): string => line.replace(/(?!\t|\r$)[\p{Cc}\p{Cf}]/gu, named);

const named = (hidden: string): string =>
  `‹U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;
