import type { Draft, Passage } from '../model/index.ts';
import type { CheckRule } from './rule.ts';

/** Shorter paragraphs may stand twice by right: salutations, labels, refrains. */
const minRepeatedLetters = 80;

/** Mobile numbers since 2018, in the ways they are written; switchboards and hotlines begin otherwise. */
const mobile = /(?<![\d.])(?:\+84|0)[35789]\d(?:[ .-]?\d){7}(?![\d]|[.]\d)/g;
/**
 * The number in it is what may not stand there; looking back for the words from every digit would cost ten times as much.
 */
const identity =
  /(?:CCCD|CMND|CMTND|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?)[^\d\n]{0,25}(?<number>\d{12}|\d{9}|\d{3}[ .]\d{3}[ .]\d{3}(?:[ .]\d{3})?)(?!\d)/giu;

const findIn = (pattern: RegExp) => (draft: Draft) =>
  draft.passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].map(({ 0: whole, index, groups }) => {
      const number = groups?.number ?? whole;
      return {
        ...placeIn(passage, index + whole.length - number.length, number.length),
        params: { text: `${number.slice(0, 4)}…` },
      };
    }),
  );

function placeIn({ from, to, start, end }: Passage, at: number, length: number) {
  const first = from[at] ?? -1;
  const last = to[at + length - 1] ?? -1;
  return { start: first < 0 ? start : first, end: last < 0 ? end : last };
}

export const pageRules: readonly CheckRule[] = [
  {
    id: 'page/no-content',
    level: 'error',
    why: 'An empty file is an article that was lost on the way: a disk that was full, a converter that failed.',
    source: 'exports of portals that broke off',
    find: ({ text }) => (text.trim() === '' ? [{ start: 0, end: text.length }] : []),
    wrong: [' \n\n'],
    right: ['Một câu.', '![Cầu mới](cau.jpg)', '---\ntitle: Mục lục\n---\n'],
  },
  {
    id: 'page/repeated-paragraph',
    level: 'warning',
    why: 'Print boxes and templates put a paragraph on the page twice.',
    source: 'fixtures/dai-truyen-thanh/ban-in-lap-lai',
    find: ({ passages }) => {
      const seen = new Set<string>();
      return passages
        .filter(({ kind }) => kind === 'paragraph')
        .filter(({ text }) => {
          const key = text.replace(/\s+/g, ' ').trim();
          if (key.length < minRepeatedLetters) return false;
          const isAgain = seen.has(key);
          seen.add(key);
          return isAgain;
        })
        .map(({ start, end }) => ({ start, end }));
    },
    wrong: [
      Array(2)
        .fill('Trong cuộc họp cuối tháng, gần một nửa số ý kiến nhắc đến tiếng loa buổi sớm ở thôn Xuân Áng.')
        .join('\n\n'),
    ],
    right: ['Kính thưa quý vị!\n\nNội dung.\n\nKính thưa quý vị!'],
  },
  {
    id: 'page/phone-number',
    level: 'warning',
    why: 'A person’s mobile number does not belong in an archive that everybody searches.',
    source: 'notices of schools and communes',
    find: findIn(mobile),
    wrong: ['Liên hệ cô Nhàn, 0912 345 678.', 'Gọi 0387.654.321 để đăng ký.'],
    right: ['Điện thoại cơ quan: 0251.3822.501.', 'Tổng đài 1900 1234, số văn bản 0912/QĐ.'],
  },
  {
    id: 'page/identity-number',
    level: 'error',
    why: 'Identity numbers of named people may not be published.',
    source: 'lists of beneficiaries attached to decisions',
    find: findIn(identity),
    wrong: ['Bà Tạ Thị Vân, số CCCD: 036182001234.', 'Chứng minh nhân dân số 012345678.'],
    right: ['Đã cấp 036.182 thẻ căn cước công dân.', 'Tài khoản 036182001234.'],
  },
];
