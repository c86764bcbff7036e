/**
 * Spellings that a text sets side by side, one of them wrong on purpose: “A → B”, “dùng A, không dùng B”, both of them quoted,
 * a table of “Sai” and “Đúng”.
 */

import type { TextRange } from '../model/index.ts';
import { bare, strokesBetween } from '../text/index.ts';

/**
 * What may stand between the two spellings: a sign or words. It runs over every text, so for speed it has no flags `u` and
 * `i`, and optional words before it are skipped by `fillers`.
 */
const joints =
  /→|⇒|⟶|->|=>|\/|(?:không|đừng|chớ|chẳng)\s(?:được\s)?(?:dùng|viết|gõ|ghi|nói|gọi|phải)(?:\s(?:là|thành|viết)(?=\s))?|thay\s(?:cho|vì)|(?:nhầm|lầm|lẫn|sai)\s(?:thành|với|sang|là)|hay(?:\slà)?(?=\s)/g;
/** Words that lead to one of them: “A chứ không phải B”, “A hay bị viết nhầm thành B”. */
const fillers = new Set(['chứ', 'được', 'dùng', 'hay', 'thường', 'bị', 'viết', 'gõ']);
/** Quotes, emphasis, brackets and commas around a spelling, and the white space. */
const isMark = /[\s*_~`“”"'‘’«»(),;:]/;
const isSign = /^[^a-zđ]/;

const maxWords = 4;
/** Letters looked at on either side. */
const reach = 60;
const word = /[\p{L}\p{M}]+/gu;

interface Word extends TextRange {
  readonly text: string;
}

const wordsOf = (text: string, start: number): Word[] =>
  [...text.matchAll(word)].map(({ 0: found, index }) => ({
    text: found,
    start: start + index,
    end: start + index + found.length,
  }));

/** Largest edit distance, accents ignored, between two spellings of one word. */
const maxChanged = 2;

/** Are these two spellings of one word: the same letters, or nearly? */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one.toLowerCase()), bare(other.toLowerCase())];
  return a === b || strokesBetween(a, b) <= Math.min(maxChanged, Math.max(a.length, b.length) - 1);
}

const isLetter = /[\p{L}\p{M}]/u;
/** May a spelling end, or begin, at this letter? Words need a mark or white space between. */
const isBeside = (char: string | undefined, joint: string): boolean =>
  char !== undefined && (isMark.test(char) || (isSign.test(joint) && isLetter.test(char)));

/** The words before a joint, without those that lead to it. */
function withoutFillers(words: readonly Word[]): readonly Word[] {
  const last = words.findLastIndex(({ text }) => !fillers.has(text));
  return words.slice(0, last + 1);
}

/** The longest runs of as many words on either side that are spelt alike, but not the same. */
function pairAround(before: readonly Word[], after: readonly Word[]): TextRange[] {
  for (let count = Math.min(maxWords, before.length, after.length); count > 0; count--) {
    const [left, right] = [before.slice(-count), after.slice(0, count)];
    const isOther = left.some(({ text }, i) => text.toLowerCase() !== right[i]?.text.toLowerCase());
    if (isOther && left.every(({ text }, i) => isAlike(text, right[i]?.text ?? '')))
      return [left, right].map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
  }
  return [];
}

/** A few quoted words; of a line the marks of one kind, because quotations nest. */
const quoted = [/“([^“”\n]{1,40})”/g, /‘([^‘’\n]{1,40})’/g, /"([^"\n]{1,40})"/g, /«([^«»\n]{1,40})»/g];
/** How many quotations farther on the other spelling is looked for: “A”, “B” hay “C”, đúng ra là “a”. */
const maxApart = 4;

/** Quotations of one line that are two spellings of the same words. */
function quotedPairs(line: string, start: number): TextRange[] {
  return quoted.flatMap((pattern) => {
    const quotations = [...line.matchAll(pattern)]
      .map(({ 1: inner = '', index }) => wordsOf(inner, start + index + 1))
      .filter(({ length }) => length > 0 && length <= maxWords);
    return quotations.flatMap((one, i) =>
      quotations
        .slice(i + 1, i + 1 + maxApart)
        .filter(({ length }) => length === one.length)
        .flatMap((other) => pairAround(one, other)),
    );
  });
}

/** A row of cells that calls one column wrong and another right, and the rows under it. */
const table =
  /^[^\n|\t]*(?:[|\t][^\n|\t]*)*?(?<!\p{L})(?:sai|nhầm|chưa đúng)(?!\p{L})[^\n|\t]*[|\t](?:[^\n|\t]*[|\t])*?[^\n|\t]*(?<!\p{L})(?:đúng|sửa|chuẩn)(?!\p{L})[^\n]*(?:\n[^\n]*[|\t][^\n]*)+/gimu;
/** Most texts have no such row. */
const hint = /(?<!\p{L})(?:sai|nhầm|chưa đúng)(?!\p{L})[^\n]{0,200}[|\t]/iu;

/** Find the spellings that are set side by side. */
export function findSpellingPairs(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (const { 0: joint, index } of text.matchAll(joints)) {
    const end = index + joint.length;
    const [before = ''] = text
      .slice(Math.max(0, index - reach), index)
      .split('\n')
      .slice(-1);
    const [after = ''] = text.slice(end, end + reach).split('\n');
    if (isBeside(before.at(-1), joint) && isBeside(after[0], joint))
      found.push(...pairAround(withoutFillers(wordsOf(before, index - before.length)), wordsOf(after, end)));
  }
  if (/["”’»]/.test(text))
    for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) found.push(...quotedPairs(line, index));
  if (hint.test(text))
    for (const { 0: rows, index } of text.matchAll(table)) found.push({ start: index, end: index + rows.length });
  return found;
}
