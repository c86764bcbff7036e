import type { Draft, DraftEdit, Passage, TextRange } from '../model/index.ts';
import { findLegacyLines, isBesideUnspaced, mojibake } from '../text/index.ts';
import { type CheckRule, rangeIn, replacement } from './rule.ts';

/** Places of a pattern in the text of a draft, code left out. */
function* matchesIn(draft: Draft, pattern: RegExp): Generator<{ passage: Passage; match: RegExpExecArray }> {
  for (const passage of draft.passages) {
    for (const match of passage.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!passage.fixed.some((fixed) => fixed.start < end && match.index < fixed.end)) yield { passage, match };
    }
  }
}

const findAll = (pattern: RegExp) => (draft: Draft) =>
  [...matchesIn(draft, pattern)].map(({ passage, match: { 0: text, index } }) => ({
    ...rangeIn(passage, index, text.length),
    params: { text },
  }));

/** Characters that nobody sees, but that searches and comparisons do. */
const invisible = /[\u00ad\u200b\u2060\ufeff\u0001-\u0008\u000b\u000e-\u001f]+/g;

/** Word's ends of a line (Shift+Enter) and of a column: without them the words on both sides would be one. */
const breaks = /[\u000b\u000e]/;

/** Separators of data, one of which is Word's hyphen too (U+001E): what they part, and how, only a person can tell. */
const separators = /[\u001c-\u001e]/;

/** What to write for a run of characters that nobody sees; undefined where a person must say. */
function insteadOf(run: TextRange, { kind }: Passage, { text }: Draft): string | undefined {
  const hidden = text.slice(run.start, run.end);
  if (separators.test(hidden)) return undefined;
  if (!breaks.test(hidden)) return '';
  // A heading, a cell and a field are one line.
  const gap = kind === 'paragraph' ? (/\r?\n/.exec(text)?.[0] ?? '\n') : ' ';
  const isGap = (beside = '\n'): boolean => (gap === ' ' ? /\s/ : /[\r\n]/).test(beside);
  return isGap(text[run.start - 1]) || isGap(text[run.end]) ? '' : gap;
}

/** A letter of ours in two characters or more. */
const splitLetter = /^[aeiouyăâêôơư][\u0300-\u0323\u031b]{1,3}$/iu;

/** Source ranges of the passage's editable characters, without code and addresses; one range per UTF-16 unit. */
function* writtenUnits({ from, to, fixed }: Passage): Generator<{ start: number; end: number }> {
  const isFixed = new Uint8Array(from.length);
  for (const { start, end } of fixed) isFixed.fill(1, start, end);
  let last = -1;
  for (let i = 0; i < from.length; i++) {
    const start = from[i] as number;
    if (start > last && isFixed[i] === 0) yield { start, end: to[i] as number };
    last = Math.max(last, start);
  }
}

/** The letters of a passage that are written in two characters, each with the one that they are. */
function splitLetters({ text }: Draft, passage: Passage): DraftEdit[] {
  if (!/\p{M}/u.test(text.slice(passage.start, passage.end))) return [];
  return [...writtenUnits(passage)].flatMap(({ start, end }) => {
    const before = text.slice(start, end);
    const after = before.normalize('NFC');
    return after !== before && splitLetter.test(before) ? [{ start, end, before, after }] : [];
  });
}

/** The word that a letter stands in. */
function wordAt(text: string, { start, end }: DraftEdit): { start: number; end: number } {
  const left = /[\p{L}\p{M}]{0,20}$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0;
  const right = /^[\p{L}\p{M}]{0,20}/u.exec(text.slice(end, end + 20))?.[0].length ?? 0;
  return { start: start - left, end: end + right };
}

/** Tells whether every character of a range may be changed, as text that a reader sees. */
function textIn(draft: Draft): (start: number, end: number) => boolean {
  const unitsOf = new Map<Passage, Set<number>>();
  return (start, end) => {
    const passage = draft.passages.find((one) => one.start <= start && start < one.end);
    if (!passage) return false;
    const units =
      unitsOf.get(passage) ??
      new Set([...writtenUnits(passage)].flatMap((unit) => (unit.end - unit.start === 1 ? unit.start : [])));
    unitsOf.set(passage, units);
    for (let at = start; at < end; at++) if (!units.has(at)) return false;
    return true;
  };
}

export const encodingRules: readonly CheckRule[] = [
  {
    id: 'encoding/replacement-character',
    level: 'error',
    why: 'A letter was lost when the text was converted; only a person or another copy can tell which.',
    source: 'pages of a forest reserve saved with the wrong charset',
    find: findAll(/\ufffd+/g),
    wrong: ['Nhà trường đ\ufffd\ufffdc khen thưởng.'],
    right: ['Nhà trường được khen thưởng.', 'Ký hiệu `\ufffd` thay cho chữ bị mất.'],
  },
  {
    id: 'encoding/mojibake',
    level: 'error',
    why: 'UTF-8 that was read as Windows-1252 shows two or three odd letters for each Vietnamese one.',
    source: 'pages moved between hosts, where the database said latin1',
    find: findAll(new RegExp(mojibake, 'g')),
    wrong: ['Xã Ä‘Ã£ xong viá»‡c.', 'Há»™i nghá»‹ khai máº¡c.'],
    right: ['Xã đã xong việc.', 'Nhạc sĩ Bùi Áng viết bài này.', 'Đường kính Ø 20.'],
  },
  {
    id: 'encoding/legacy-font',
    level: 'error',
    why: 'Text typed for the .VnTime fonts is unreadable without them: “ThuËn” stands for “Thuận”.',
    source: 'articles pasted from documents of before 2005',
    find: findAll(
      /(?<![\p{L}\p{N}])\p{L}{0,6}[µ¸¹¶·©ª«¬®¨§¦][\p{L}µ¸¹¶·©ª«¬®¨§¦]{1,8}(?: \p{L}{0,6}[µ¸¹¶·©ª«¬®¨§¦][\p{L}µ¸¹¶·©ª«¬®¨§¦]{1,8}){1,60}/gu,
    ),
    wrong: ['Héi nghÞ ®· th«ng qua nghÞ quyÕt.'],
    right: ['Sản phẩm Samsung® và Nokia® bán chạy.', 'Nồng độ 5 µg/m³, mục 3 § 2.'],
  },
  {
    id: 'encoding/invisible-character',
    level: 'warning',
    isRepair: true,
    why: 'Soft hyphens and zero-width spaces from Word and PDF cut words in two for every search.',
    source: 'copy and paste from Word, PDF and web editors',
    find: (draft) => {
      const isText = textIn(draft);
      // In text typed for the fonts of TCVN3 the soft hyphen is the letter ư.
      const readable = draft.passages.filter(({ text }) => findLegacyLines(text).length === 0);
      return [...draft.text.matchAll(invisible)].flatMap(({ 0: text, index: start }) => {
        const end = start + text.length;
        const passage = readable.find((one) => one.start <= start && start < one.end);
        if (start === 0 || !passage || isBesideUnspaced(draft.text, start, end)) return [];
        const params = { code: `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` };
        // In an address or in code it is told only: without it they would lead elsewhere.
        const after = isText(start, end) ? insteadOf({ start, end }, passage, draft) : undefined;
        const changes =
          after === undefined ? [] : [replacement(draft, 'encoding/invisible-character', start, end, after)];
        return [{ start, end, params, ...(changes.length > 0 && { changes }) }];
      });
    },
    wrong: ['Chuyển\u200b đổi số.', 'Phát tri\u00adển.', 'Điểm:\u000b8\u000b9\u000b10'],
    right: [
      'Chuyển đổi số.',
      'Gia đình 👨\u200d👩\u200d👧 vui.',
      'Trêi m\u00ada to, thî c\u00ada gç.',
      'Trường: សាលា\u200bបឋម.',
    ],
  },
  {
    id: 'encoding/split-accents',
    level: 'warning',
    isRepair: true,
    why: 'A letter and its tone mark written as two characters look right and are found by no search.',
    source: 'text typed on a Mac or copied from file names',
    // One finding a passage: where one word is written so, all are. Its fix composes every one of them.
    find: (draft) =>
      draft.passages.flatMap((passage) => {
        const edits = splitLetters(draft, passage);
        const [first] = edits;
        if (!first) return [];
        const { start, end } = wordAt(draft.text, first);
        const word = draft.text.slice(start, end).normalize('NFC');
        const change = { ...replacement(draft, 'encoding/split-accents', start, end, word), edits };
        return [{ start, end, params: { text: word }, changes: [change] }];
      }),
    wrong: ['Xin cha\u0300o các bạn.'],
    right: ['Xin chào các bạn.'],
  },
];
