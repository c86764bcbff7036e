/** Places where nothing is changed: addresses, code, numbers of documents, and the user's own words. */
import type { TextRange } from '../model/index.ts';
import { escapeRegex, findLegacyLines, mojibake } from '../text/index.ts';

export interface ProtectedForm {
  readonly id: string;
  readonly why: string;
  /** Holds wherever `pattern` can match, and costs next to nothing. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly matches: readonly string[];
  readonly leaves: readonly string[];
}

/** What stands in a text and is no prose, most specific first. Linear-time patterns. */
export const protectedForms: readonly ProtectedForm[] = [
  {
    id: 'url',
    why: 'A letter changed in an address breaks the link.',
    hint: /:\S|www\./i,
    pattern: /(?:https?|ftp|mailto|tel|file):[^\s<>“”"]+|(?<![\p{L}\p{N}])www\.[^\s<>“”"]+/giu,
    matches: ['https://tieuhoc.edu.vn/tin-tuc?id=7', 'www.tieuhoc.edu.vn'],
    leaves: ['Các trang: tin tức, thông báo'],
  },
  {
    id: 'mail',
    why: 'The same for a mail address, one with Vietnamese letters too.',
    hint: /@/,
    pattern: /[\p{L}\p{M}\p{N}_.+-]{1,64}@[\p{L}\p{M}\p{N}_-]{1,63}(?:\.[\p{L}\p{M}\p{N}_-]{1,63}){1,6}/gu,
    matches: ['vanthu@tieuhoc.edu.vn', 'huong.dan@đưọc.vn', 'hướng-dẩn@trường.edu.vn'],
    leaves: ['gửi thư điện tử', 'giá 5.000đ @ chợ', 'lớp@trường'],
  },
  {
    id: 'host',
    why: 'Host names are written without a scheme in running text.',
    hint: /\.(?:vn|com|net|org|gov|edu|info)/i,
    pattern:
      /(?<![\p{L}\p{N}])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:vn|com|net|org|gov|edu|info)(?![\p{L}\p{N}])[^\s<>“”"(),;]*/giu,
    matches: ['tieuhoc.edu.vn', 'dichvucong.gov.vn/nop-ho-so'],
    leaves: ['học.Vần'],
  },
  {
    id: 'file',
    why: 'A file is found by its exact name.',
    hint: /\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|jpe?g|png|gif|html?|aspx?|php|mp[34]|txt|exe)/i,
    pattern:
      /(?<![\p{L}\p{N}_()-])[\p{L}\p{N}_()-]+\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|jpe?g|png|gif|html?|aspx?|php|mp[34]|txt|exe)(?![\p{L}\p{N}])/giu,
    matches: ['mau_so_01.docx', 'Kế-hoạch.pdf'],
    leaves: ['Học xong. Các em về'],
  },
  {
    id: 'path',
    why: 'So is a folder of Windows, as far as a space.',
    hint: /\\/,
    pattern: /(?<![\p{L}\p{N}])(?:[a-z]:\\|\\\\[\p{L}\p{N}_.-]+\\)[^\s<>“”"|?*:]*/giu,
    matches: ['D:\\phát-triến\\đưọc', '\\\\máy-chủ\\đưọc'],
    leaves: ['Thứ tự: \\a'],
  },
  {
    id: 'tag',
    why: 'Hashtags and handles are names, those of Obsidian (#y-tế/đưọc) and Quarto (@lê-2020) too.',
    hint: /[#@]/,
    pattern: /(?<![\p{L}\p{N}])[#@][\p{L}\p{M}\p{N}_]+(?:[-/][\p{L}\p{M}\p{N}_]+){0,20}/gu,
    matches: ['#chuyendoiso', '@truongtieuhoc', '#y-tế/phát-triến', '@lê-2020'],
    leaves: ['a # b'],
  },
  {
    id: 'document-number',
    why: 'Numbers of legal documents: 12/2020/NĐ-CP, 45-QĐ/TU.',
    hint: /\d[/-]\p{Lu}/u,
    pattern: /(?<!\p{N})\p{N}+(?:\/\p{N}{4})?[/-]\p{Lu}{2,}(?:[-/]\p{Lu}{2,}){0,4}/gu,
    matches: ['12/2020/NĐ-CP', '45-QĐ/TU'],
    leaves: ['12/10/2009'],
  },
  {
    id: 'code',
    why: 'Markup and code that stand in plain text: `…`, <…>, {…}, snake_case, camelCase, &nbsp;.',
    hint: /[`<{_&]|[a-z][A-Z]/,
    pattern:
      /`[^`\n]{1,200}`|<\/?[a-z][^<>\n]{0,200}>|\{\{[^{}\n]{0,200}\}\}|(?<![\p{L}\p{N}])[\p{L}\p{N}]+_[\p{L}\p{N}_]+|(?<![\p{L}])[a-z]+[A-Z][A-Za-z0-9]*(?![\p{L}])|&#?\w{1,10};/gu,
    matches: ['`npm run`', '<b>', 'ho_so', 'maSoThue', '&nbsp;'],
    leaves: ['Hà Nội'],
  },
  {
    id: 'mojibake',
    why: 'A word of spoilt bytes can be decoded as long as every one of them is there: “Viá»‡t” is “Việt”, “Vía»‡t” is lost.',
    hint: /á[º»]|[ÃÂÄÆ][\u0080-\u00bf‘ƒ]|â€/,
    pattern: new RegExp(`(?:(?<!\\S)\\S{1,30}?)?${mojibake}\\S{0,30}`, 'g'),
    matches: ['Viá»‡t', 'Ä‘áº¹p', '(nghá»‹'],
    leaves: ['Hà Nội', 'ÂU VÀ Á', 'Bùi Áng viết'],
  },
];

/**
 * Find the ranges of a text where nothing is changed, in order, `also` among them: a line in TCVN3 too can be decoded as
 * long as all of it is there.
 */
export function findProtected(
  text: string,
  words: readonly string[] = [],
  also: readonly TextRange[] = [],
): TextRange[] {
  const found: TextRange[] = [...also, ...findLegacyLines(text)];
  for (const { hint, pattern } of protectedForms)
    if (hint.test(text))
      for (const match of text.matchAll(pattern))
        found.push({ start: match.index, end: match.index + match[0].length });
  const own = ownWords(words);
  if (own !== undefined)
    for (const match of text.matchAll(own)) found.push({ start: match.index, end: match.index + match[0].length });
  return merge(found);
}

/** The pattern of a list as it was: whoever owns the list may change it. */
const patterns = new WeakMap<readonly string[], { readonly words: readonly string[]; readonly pattern: RegExp }>();

/** One pattern for the user's words: whatever case, whole words only, longest first. */
function ownWords(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const known = patterns.get(words);
  if (known?.words.length === words.length && known.words.every((word, i) => word === words[i])) return known.pattern;
  const pattern = patternOf(words);
  patterns.set(words, { words: [...words], pattern });
  return pattern;
}

function patternOf(words: readonly string[]): RegExp {
  const sorted = [...words]
    .map((word) => word.trim().normalize('NFC'))
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .map((word) => escapeRegex(word).replace(/\s+/g, '\\s+'));
  return sorted.length === 0
    ? /(?!)/g
    : new RegExp(`(?<![\\p{L}\\p{M}])(?:${sorted.join('|')})(?![\\p{L}\\p{M}])`, 'giu');
}

function merge(ranges: TextRange[]): TextRange[] {
  const out: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (last !== undefined && range.start < last.end) {
      if (range.end > last.end) out[out.length - 1] = { start: last.start, end: range.end };
    } else if (range.end > range.start) out.push(range);
  }
  return out;
}

/** Whether `[start, end]` touches a range; ranges are in order and apart. */
export function touches(ranges: readonly TextRange[], start: number, end: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as TextRange).end <= start) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start < Math.max(end, start + 1);
}
