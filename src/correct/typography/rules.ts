import type { RuleInfo } from '../../model/index.ts';
import { isBesideUnspaced, isSyllable } from '../../text/index.ts';
import { beginsWord, doubledWords } from './doubled-words.ts';
import { isFrenchSpace } from './foreign.ts';
import { isSignOfFormula } from './formulas.ts';

/** A slip of spacing or punctuation: every match of the pattern becomes what `replace` gives, unless that is `undefined`. */
export interface TypographyRule extends RuleInfo {
  /** Holds wherever the pattern can match, and costs next to nothing. */
  readonly hint: RegExp;
  /** Made anew when a text holds the hint: reading it takes a page's first run longer than reading the page's bytes. */
  readonly pattern: () => RegExp;
  readonly replace: (match: RegExpExecArray) => string | undefined;
  /** How sure we are that a match is a slip, 0–1. */
  readonly confidence: number;
  readonly fixes: readonly (readonly [string, string])[];
  readonly leaves: readonly string[];
}

const bothSyllables = ({ groups = {} }: RegExpExecArray): boolean =>
  isSyllable(groups.left ?? '') && isSyllable(groups.right ?? '');

export const typographyRules: readonly TypographyRule[] = [
  {
    id: 'typo/stray-character',
    why: 'Copying from Word and PDF leaves soft hyphens and invisible characters inside words; search then misses the word.',
    source: 'Zero-width and soft-hyphen characters in pages of NukeViet and SharePoint portals.',
    hint: /[\u00ac\u00ad\u200b\u2060\ufeff]/,
    pattern: () =>
      /(?<=[\p{L}\p{M}])[\u00ad\u00ac\u200b\u2060\ufeff]+(?=[\p{L}\p{M}])|[\u200b\u2060\ufeff]+(?=\s|$)|(?<=^|\s)[\u200b\u2060\ufeff]+/gu,
    replace: ({ 0: found, index, input }) => (isBesideUnspaced(input, index, index + found.length) ? undefined : ''),
    confidence: 0.99,
    fixes: [
      ['nhà tr\u00adường', 'nhà trường'],
      ['học\u200b sinh', 'học sinh'],
      ['tr¬ường', 'trường'],
    ],
    leaves: ['nhà trường', 'Trường: សាលា\u200bបឋម\u200b ở Trà Vinh'],
  },
  {
    id: 'typo/space-before-mark',
    why: 'A space before a comma or stop lets the line break there.',
    source: 'Vietnamese typing rules: marks follow the word without a space.',
    hint: /[ \u00a0][,;:!?.]/,
    pattern: () =>
      /(?<=[\p{L}\p{M})\]”’%])[ \u00a0]+(?!;\))(?=[,;!?](?:[\s”’)]|$)|:(?:\s|$)|\.(?:[\s”’)]|$)|[,;](?=[\p{L}]{2}))|(?<=\p{N})[ \u00a0]+(?=[,;.](?:\s+\p{L}|$))/gu,
    replace: ({ input, index }) => (isSignOfFormula(input, index) || isFrenchSpace(input, index) ? undefined : ''),
    confidence: 0.99,
    fixes: [
      ['học sinh , giáo viên', 'học sinh, giáo viên'],
      ['Xong .', 'Xong.'],
      ['Nội dung : abc', 'Nội dung: abc'],
      ['Lớp 5A : 30 em', 'Lớp 5A: 30 em'],
      ['Mục a : Họp dân', 'Mục a: Họp dân'],
      ['UBND ; HĐND xã', 'UBND; HĐND xã'],
      ['X → Y ; dãy số', 'X → Y; dãy số'],
      ['Website : thư viện', 'Website: thư viện'],
      ['Bạn có dùng Facebook ?', 'Bạn có dùng Facebook?'],
    ],
    leaves: [
      'chờ ... rồi đi',
      'cỡ .5',
      'a :) b',
      'Vui ghê ;) mai gặp nhé',
      'Ông nói: « Où est la gare ? » rồi cười.',
      'Mon ami ! Il dit : non.',
      'rồi ;)) thôi',
      'từ 3 , 5',
      'Tỉ số AB : CD = 2 : 3 và MN : PQ = 1 : 2.',
      'Ta có x : y = 3 : 4, vậy x = 3y : 4.',
      'S = a × h : 2',
      'a = C : 2 - b',
      '(a + b) : 2',
      'hàm f : X → Y',
      'điểm N(x ; y), M(1 ; y)',
    ],
  },
  {
    id: 'typo/space-after-mark',
    why: 'Two words run together around a comma or stop are not found by search.',
    source: 'Vietnamese typing rules: one space after a mark.',
    // Letters are what is no ASCII sign and no punctuation: reading \p{L} for this alone took a hundredth of a first run.
    hint: /[\d)”"][,;][a-z\xaa-\u1fff\u2071-\uffff]{2}|[,;:](?<=[A-Za-z\xaa-\u1fff\u2071-\uffff][a-z\xaa-\u1fff\u2071-\uffff].)[A-Za-z\xaa-\u1fff\u2071-\uffff]{2}|[.!?](?<=[a-z\xaa-\u1fff\u2071-\uffff]{2}.)[A-Z\xaa-\u1fff\u2071-\uffff][a-z\xaa-\u1fff\u2071-\uffff]/,
    pattern: () =>
      /(?<![\p{L}\p{M}\p{N}.])(?<left>[\p{Ll}\p{M}]{2,}|\p{Lu}[\p{Ll}\p{M}]+)(?<mark>[,;:])(?<right>[\p{L}\p{M}]{2,})(?![\p{L}\p{M}\p{N}.@/])|(?<![\p{L}\p{M}\p{N}.])(?<left2>[\p{Ll}\p{M}]{2,})(?<mark2>[.!?])(?<right2>\p{Lu}[\p{Ll}\p{M}]+)(?![\p{L}\p{M}\p{N}.@/])|(?<=(?<![\p{L}\p{M}\p{N}./,:-])(?:\p{N}{1,2}\/){0,2}\p{N}{1,4}|[)”"])(?<mark3>[,;])(?<right3>\p{Ll}[\p{Ll}\p{M}]+)(?![\p{L}\p{M}\p{N}.@/])/gu,
    replace: (match) => {
      const { left, mark, right, left2 = '', mark2 = '', right2 = '', mark3, right3 = '' } = match.groups ?? {};
      if (mark3 !== undefined) return isSyllable(right3) ? `${mark3} ${right3}` : undefined;
      if (left !== undefined) return bothSyllables(match) ? `${left}${mark} ${right}` : undefined;
      return isSyllable(left2) && isSyllable(right2) ? `${left2}${mark2} ${right2}` : undefined;
    },
    confidence: 0.985,
    fixes: [
      ['học sinh,giáo viên', 'học sinh, giáo viên'],
      ['đã xong.Các em', 'đã xong. Các em'],
      ['gồm:bút và vở', 'gồm: bút và vở'],
      ['ngày 2/9/1945,từ sáng sớm', 'ngày 2/9/1945, từ sáng sớm'],
      ['Điều 12,khoản 3', 'Điều 12, khoản 3'],
      ['(khối 4),khi đến lớp', '(khối 4), khi đến lớp'],
    ],
    leaves: [
      'f(x),y',
      'a1,bo',
      '1.2,ba',
      '3,kg',
      '12,tin.vn',
      '3,5 kg',
      'TP.Hồ Chí Minh',
      'x,y',
      'tin.vn',
      'lúc 07:30',
    ],
  },
  {
    id: 'typo/space-after-about',
    why: 'The first word after “V/v” (về việc, concerning) is not found by search, and looks misspelt.',
    source: 'Titles of official letters on school portals.',
    hint: /V\/v\p{Ll}/u,
    pattern: () => /(?<![\p{L}\p{M}\p{N}/])V\/v(?=\p{Ll}[\p{Ll}\p{M}])/gu,
    replace: ([about]) => `${about} `,
    confidence: 0.985,
    fixes: [['V/vtăng cường tuyên truyền', 'V/v tăng cường tuyên truyền']],
    leaves: ['V/v tăng cường', 'TV/vô tuyến', 'v/v họp'],
  },
  {
    id: 'typo/doubled-mark',
    why: 'A comma typed twice.',
    source: 'Seen on school portals; ellipses and “!!” may be meant and stay.',
    hint: /[,;:][ \u00a0]*[,;:]/,
    // “::” is a sign of markup languages (`.. note:: x`), no colon typed twice.
    pattern: () =>
      /(?<=[\p{L}\p{M}\p{N})”])(?:(?<mark>[,;])(?:[ \u00a0]*\k<mark>)+|:(?:[ \u00a0]+:)+(?!:))(?=\s|$|(?<=[,;])\p{L}{2})/gu,
    replace: ([whole]) => whole[0],
    confidence: 0.985,
    fixes: [
      ['bút,, vở', 'bút, vở'],
      ['bút, , vở', 'bút, vở'],
      ['bút,,vở', 'bút,vở'],
      ['gồm: : bút', 'gồm: bút'],
    ],
    leaves: ['chờ... rồi', 'Hay quá!!', 'std::vector', '.. note:: rst'],
  },
  {
    id: 'typo/space-inside-brackets',
    why: 'A space inside a bracket or quotation mark lets the line break there.',
    source: 'Vietnamese typing rules: brackets touch what they hold.',
    hint: /[([“][ \u00a0]|[ \u00a0][)\]”]/,
    pattern: () =>
      /(?<=[([“])(?<![:;=]['’-]?\({1,9})[ \u00a0]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{M}\p{N}.,;!?%])[ \u00a0]+(?=[)\]”])/gu,
    replace: () => '',
    confidence: 0.985,
    fixes: [
      ['lớp ( khối 4 )', 'lớp (khối 4)'],
      ['gọi là “ nhà ”', 'gọi là “nhà”'],
      ['gồm: ( bút, vở )', 'gồm: (bút, vở)'],
    ],
    leaves: ['[ ] chưa xong', 'f( )', 'Buồn :( ôi thôi', "Trễ mất :'(( rồi"],
  },
  {
    id: 'typo/space-around-slash',
    why: 'A space on one side only of a slash is a slip.',
    source: 'The seed page: “công nghệ thông tin /chuyển đổi số”.',
    hint: /[ \u00a0]\/|\/[ \u00a0]/,
    pattern: () =>
      /(?<![\p{L}\p{M}\p{N}])(?<left>[\p{L}\p{M}]{2,})(?:[ \u00a0]+\/|\/[ \u00a0]+)(?<right>[\p{L}\p{M}]{2,})(?![\p{L}\p{M}\p{N}/])/gu,
    replace: (match) => (bothSyllables(match) ? `${match.groups?.left}/${match.groups?.right}` : undefined),
    confidence: 0.985,
    fixes: [
      ['thông tin /chuyển đổi', 'thông tin/chuyển đổi'],
      ['và/ hoặc', 'và/hoặc'],
    ],
    leaves: ['và / hoặc', '1 /2', 'cd /tmp'],
  },
  {
    id: 'typo/double-space',
    why: 'Two spaces between words are left over from editing.',
    source: 'Seen everywhere; three and more may align columns and stay.',
    where: 'In plain text and in the front matter: of a run of spaces in Markdown or HTML readers see one.',
    hint: / {2}/,
    pattern: () => /(?<=[\p{L}\p{M}\p{N},;:.!?)”]) {2}(?=[\p{L}\p{N}(“])/gu,
    replace: () => ' ',
    confidence: 0.99,
    fixes: [['nhà  trường', 'nhà trường']],
    leaves: ['Tên    Lớp', 'dòng một  \ndòng hai'],
  },
  {
    id: 'typo/repeated-word',
    why: 'A word typed twice, mostly across a line end.',
    source:
      'Only function words that Vietnamese never doubles. Not certain: “cuối cũng cũng bị” was meant “cuối cùng cũng bị”.',
    // From the space backwards: a text has fewer spaces than letters.
    hint: new RegExp(`[ \\u00a0](${doubledWords.join('|')})(?<=\\1[ \\u00a0]+\\1)`, 'i'),
    pattern: () =>
      new RegExp(
        `(?<![\\p{L}\\p{M}-])(?<word>${doubledWords.join('|')})[ \\u00a0]+\\k<word>(?![\\p{L}\\p{M}-])(?! (?:${beginsWord.join('|')}))`,
        'giu',
      ),
    replace: ([whole, first]) => (whole.endsWith((first as string).toLowerCase()) ? first : undefined),
    confidence: 0.9,
    fixes: [
      ['quyền của của trẻ em', 'quyền của trẻ em'],
      ['Các các em', 'Các em'],
    ],
    leaves: ['trời xanh xanh', 'chim bay là là', 'luôn luôn', 'phần của của cải'],
  },
];
