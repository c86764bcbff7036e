import type { Draft, Passage } from '../model/index.ts';
import { mojibake } from '../text/index.ts';
import { type CheckRule, replacement } from './rule.ts';

/** Places of a pattern in the text of a draft, code left out. */
function* matchesIn(draft: Draft, pattern: RegExp): Generator<{ passage: Passage; match: RegExpExecArray }> {
  for (const passage of draft.passages) {
    for (const match of passage.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!passage.fixed.some((fixed) => fixed.start < end && match.index < fixed.end)) yield { passage, match };
    }
  }
}

const placeOf = ({ passage, match }: { passage: Passage; match: RegExpExecArray }) => ({
  start: passage.from[match.index] ?? passage.start,
  end: passage.to[match.index + match[0].length - 1] ?? passage.end,
});

const findAll = (pattern: RegExp) => (draft: Draft) =>
  [...matchesIn(draft, pattern)].map((hit) => ({ ...placeOf(hit), params: { text: hit.match[0] } }));

/** Characters that nobody sees, but that searches and comparisons do. */
const invisible = /[\u00ad\u200b\u2060\ufeff\u0001-\u0008\u000b\u000e-\u001f]+/g;

const wordsWithMarks = /[\p{L}\p{M}]{0,20}[aeiouyăâêôơưđ][\u0300-\u0323\u0302\u0306\u031b]{1,3}[\p{L}\p{M}]{0,20}/giu;

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
    why: 'Soft hyphens and zero-width spaces from Word and PDF cut words in two for every search.',
    source: 'copy and paste from Word, PDF and web editors',
    find: (draft) =>
      [...draft.text.matchAll(invisible)]
        .filter(({ index }) => index > 0 && draft.passages.some(({ start, end }) => start <= index && index < end))
        .map(({ 0: text, index }) => ({
          start: index,
          end: index + text.length,
          params: { code: `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` },
          changes: [replacement(draft, 'encoding/invisible-character', index, index + text.length, '')],
        })),
    wrong: ['Chuyển\u200b đổi số.', 'Phát tri\u00adển.'],
    right: ['Chuyển đổi số.', 'Gia đình 👨\u200d👩\u200d👧 vui.'],
  },
  {
    id: 'encoding/split-accents',
    level: 'warning',
    why: 'A letter and its tone mark written as two characters look right and are found by no search.',
    source: 'text typed on a Mac or copied from file names',
    // One finding a passage: where one word is written so, all are. Its fix composes every one of them.
    find: (draft) =>
      draft.passages.flatMap(({ start, end }) => {
        const changes = [...draft.text.slice(start, end).matchAll(wordsWithMarks)]
          .filter(({ 0: word }) => word.normalize('NFC') !== word)
          .map(({ 0: word, index }) => {
            const at = start + index;
            return replacement(draft, 'encoding/split-accents', at, at + word.length, word.normalize('NFC'));
          });
        const [first] = changes;
        if (!first) return [];
        const change = { ...first, edits: changes.flatMap(({ edits }) => edits) };
        return [{ start: first.start, end: first.end, params: { text: first.after }, changes: [change] }];
      }),
    wrong: ['Xin cha\u0300o các bạn.'],
    right: ['Xin chào các bạn.'],
  },
];
