/**
 * Repairs of single letters inside Vietnamese words, after the encoding is settled. Each touches a word only where that
 * makes it a syllable, so names and words of other languages stay.
 */
import type { RuleInfo } from '../model/index.ts';
import { isSyllable, parseSyllable, readByte, syllableWeight, vietnameseOnly, writeSyllable } from '../text/index.ts';
import { type Runs, signSets, withoutRuns } from './census.ts';

export interface LetterRepair extends RuleInfo {
  /** The character that calls for it, beyond ASCII or NUL: a text without any is left at once. */
  readonly trigger: RegExp;
  /** The text with its damaged words repaired. */
  readonly repair: (text: string) => string;
  /** Damaged → repaired. */
  readonly fixes: Readonly<Record<string, string>>;
  /** Right text that looks damaged. */
  readonly leaves: readonly string[];
}

const word = /[\p{L}\p{M}]+/gu;

const wordPart = /[\p{L}\p{M}]/u;

/** Patterns with the flag that finds all; a new one would have to be compiled for every text. */
const global = new Map<RegExp, RegExp>();

function everywhere(trigger: RegExp): RegExp {
  const pattern = global.get(trigger) ?? new RegExp(trigger, 'g');
  global.set(trigger, pattern);
  return pattern;
}

/** Replace the words around what `trigger` finds, where `change` has an answer. Looks at no other word. */
function changeWords(text: string, trigger: RegExp, change: (word: string) => string | undefined): string {
  let out = '';
  let from = 0;
  for (const { index } of text.matchAll(everywhere(trigger))) {
    if (index < from) continue;
    let start = index;
    let end = index + 1;
    while (start > from && wordPart.test(text.charAt(start - 1))) start--;
    while (end < text.length && wordPart.test(text.charAt(end))) end++;
    const changed = change(text.slice(start, end));
    if (changed === undefined) continue;
    out += text.slice(from, start) + changed;
    from = end;
  }
  return out + text.slice(from);
}

const isWord = (text: string): boolean => isSyllable(text.toLowerCase());

const stroke: Readonly<Record<string, string>> = { ð: 'đ', Ð: 'Đ', ɖ: 'đ', Ɖ: 'Đ', ƣ: 'ư', Ƣ: 'Ư' };
const strokeLetters = /[ðÐɖƉƣƢ]/;
const allStroke = new RegExp(strokeLetters, 'g');
const unstroke = (text: string): string => text.replace(allStroke, (c) => stroke[c] ?? c);

/** In phonetic transcription ð is a sound. */
const phonetic = /[\u0250-\u02af\u02c8\u02cc\u02d0]/;

/**
 * Of the words with such a letter, this share must become syllables before abbreviations and names (“HÐND”, “Ðăk”) follow.
 */
const minStrokeShare = 0.75;

function repairStroke(text: string): string {
  const words = (text.match(word) ?? []).filter((found) => strokeLetters.test(found));
  // Abbreviations have no vowel to judge by, so they follow the others.
  const judged = words.filter((found) => !/^[A-ZÐƉƢ]+$/.test(found));
  const share = judged.filter((found) => isWord(unstroke(found))).length / judged.length;
  if (judged.length >= 2 && share >= minStrokeShare) return text.replace(allStroke, (c) => stroke[c] ?? c);
  return text.replace(word, (found, at: number) => {
    if (!strokeLetters.test(found) || phonetic.test(text.slice(Math.max(0, at - 30), at + 30))) return found;
    const repaired = unstroke(found);
    return isWord(repaired) ? repaired : found;
  });
}

const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    ['аеорсхуіѕјһԁԛѵАВЕКМНОРСТХУІЅЈԚ', 'aeopcxyisjhdqvABEKMHOPCTXYISJQ'],
    ['ονυΑΒΕΗΙΚΜΝΟΡΤΥΧ', 'ovuABEHIKMNOPTYX'],
    ['ı', 'i'],
  ].flatMap(([from = '', to = '']) => [...from].map((c, i) => [c, to.charAt(i)] as const)),
);
/** Any Greek or Cyrillic letter: “ӑ” is one that composing made. */
const lookAlike = /[\u0370-\u052fı]/;

function repairLookAlikes(text: string): string {
  const vietnamese = vietnameseOnly.test(text);
  return changeWords(text, lookAlike, (found) => {
    const repaired = [...found.normalize('NFD')]
      .map((c) => lookAlikes.get(c) ?? c)
      .join('')
      .normalize('NFC');
    // A word wholly in the other script is a word of that script; one without marks may be English that was disguised.
    const latin = [...found].some((c) => /\p{Script=Latin}/u.test(c) && !lookAlikes.has(c));
    return latin && (vietnamese || /[^\x00-\x7f]/.test(repaired)) && isWord(repaired) ? repaired : undefined;
  });
}

const vowelMark = /[\u0302\u0306\u031b]/;

/** Put the vowel mark before the tone, one of each, and the tone on its vowel. */
function repairMarks(found: string): string | undefined {
  const letters = found.normalize('NFD').match(/\P{M}\p{M}*/gu) ?? [];
  const ordered = letters
    .map((letter) => {
      const marks = [...new Set(letter.slice(1))];
      return letter.charAt(0) + marks.sort((a, b) => Number(vowelMark.test(b)) - Number(vowelMark.test(a))).join('');
    })
    .join('')
    .normalize('NFC');
  // A letter that now composes to one is what was meant, in names too: “Đắk”.
  if (isWord(ordered) || (ordered !== found && !looseMark.test(ordered))) return ordered;
  const parts = parseSyllable(ordered);
  if (parts === undefined) return undefined;
  const placed = writeSyllable(parts);
  return isSyllable(placed)
    ? [...placed].map((c, i) => (isCapital(ordered.charAt(i)) ? c.toUpperCase() : c)).join('')
    : undefined;
}

const isCapital = (c: string): boolean => c !== c.toLowerCase();

/** Marks that composing left over, and consonants with a tone mark: “toań”. */
const looseMark = /[\u0300-\u036fńǹḿṇṃ]/;

const zeroWidth = /[\u200b-\u200d\u2060\ufeff]/;
/** Scripts that need them, and emoji. */
const otherScripts = '\\u0590-\\u1dff\\u2e80-\\ufdff\\ufe00-\\ufefe\\uff00-\\uffff\\u2190-\\u2bff';
const otherScript = new RegExp(`[${otherScripts}]`);

const lettersBefore = /[\p{L}\p{M}]{0,8}$/u;
const lettersAfter = /^[\p{L}\p{M}]{0,8}/u;

/** A zero-width space between two syllables parts words, badly; taking it away would join them. */
function partsWords(before: string, after: string): boolean {
  if (otherScript.test(before.slice(-1)) || otherScript.test(after.charAt(0))) return true;
  const head = lettersBefore.exec(before)?.[0] ?? '';
  const tail = lettersAfter.exec(after)?.[0] ?? '';
  return head !== '' && tail !== '' && !isWord(head + tail) && (isWord(head) || isWord(tail));
}

const isZeroWidth = (unit: number): boolean => unit >= 0x200b && (unit <= 0x200d || unit === 0x2060 || unit === 0xfeff);

/** Zero-width characters that go. */
export const invisibleRuns: Runs = { isOut: isZeroWidth, stays: partsWords };

const softHyphens = /(?<![\p{L}\p{M}])\p{L}{1,7}(?:\u00ad\p{L}{1,6}){1,6}(?![\p{L}\p{M}])/gu;

/** Syllables are never hyphenated; long words of other languages are, and keep their soft hyphens. */
const removeSoftHyphens = (text: string): string =>
  text.replace(softHyphens, (found) => {
    const whole = found.replaceAll('\u00ad', '');
    return isWord(whole) ? whole : found;
  });

/** Bits (log2): a lost syllable is restored only when the best candidate is 64 times commoner than the next. */
const minLead = 6;

const vietnameseLetters = 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ';

/** Two or three U+FFFD are the bytes of one letter. */
const lostLetter = /(?<![\p{L}\ufffd])\p{L}*\ufffd{2,3}\p{L}*(?![\p{L}\ufffd])/gu;

function restoreLost(word: string): string {
  const [head = '', tail = ''] = word.split(/\ufffd+/);
  const bytes = word.length - head.length - tail.length;
  const options = [...vietnameseLetters]
    .filter((letter) => Buffer.byteLength(letter) === bytes)
    .map((letter) => ({ letter, weight: syllableWeight(`${head}${letter}${tail}`.toLowerCase()) }))
    .sort((a, b) => b.weight - a.weight);
  const [best, next] = options;
  // A lost first letter may have been a capital.
  if (best === undefined || head === '' || best.weight < (next?.weight ?? 0) + minLead) return word;
  return head + (isCapital(head.slice(-1)) && head.length > 1 ? best.letter.toUpperCase() : best.letter) + tail;
}

/** By the third of their bytes as a reader of windows-1252 or ISO 8859-1 shows it: the marks of U+2000–203F. */
const marksOfBytes: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 64 }, (_, i) => i).flatMap((i) =>
    [readByte(0x80 + i, 'windows-1252'), String.fromCharCode(0x80 + i)].map(
      (shown) => [shown, String.fromCharCode(0x2000 + i)] as const,
    ),
  ),
);
const shownMark = new RegExp(`â[€\\u0080]([${[...marksOfBytes.keys()].join('')}])`, 'g');

/** What Word's Symbol and Wingdings bullets look like; the rest of the private use area means nothing outside its font. */
const bullets: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf06e': '■',
  '\uf06c': '●',
  '\uf0d8': '➢',
  '\uf076': '❖',
  '\uf0fc': '✓',
  '\uf0fe': '☑',
  '\uf0e0': '→',
  '\uf0e8': '➔',
  '\uf02d': '-',
};

/** The rule by which zero-width characters go. */
export const invisible = 'letters/invisible';

/** In order: what hides letters first, then letters, then their marks. */
export const letterRepairs: readonly LetterRepair[] = [
  {
    id: 'letters/null',
    why: 'NUL is no character of any text: it pads records of databases, and a reader takes many for UTF-16.',
    source: 'HTML Living Standard, 13.2.5.1: parsers ignore it',
    trigger: /\0/,
    // Between letters it parted words.
    repair: (text) => text.replace(/(?<=[\p{L}\p{M}])\0+(?=[\p{L}\p{M}])/gu, ' ').replaceAll('\0', ''),
    fixes: { 'Họ tên\0\0\0: Lan\0Tổ 2': 'Họ tên: Lan Tổ 2' },
    leaves: ['Họ tên: Lan'],
  },
  {
    id: 'letters/shown-mark',
    why: 'Quotation marks and dashes in UTF-8, shown a byte each: where no Vietnamese letter stands around them, nothing else tells.',
    source: 'WHATWG Encoding, windows-1252; an English page of a portal saved through a Latin-1 database',
    trigger: /[€\u0080]/,
    repair: (text) => text.replace(shownMark, (_, byte: string) => marksOfBytes.get(byte) ?? byte),
    fixes: { 'the officeâ€™s hours': 'the office’s hours', 'from 8 â\u0080\u0093 11 a.m.': 'from 8 – 11 a.m.' },
    leaves: ['prix : 5 €, âge : 3 ans', 'pâte à 4€™'],
  },
  {
    id: invisible,
    why: 'Zero-width characters inside words keep searches and dictionaries from finding them.',
    source: 'Unicode 16, chapter 23.2; text pasted from word processors and chat programs',
    trigger: zeroWidth,
    repair: (text) => withoutRuns(text, invisibleRuns),
    fixes: { 'Hội\u200b đồng nh\u200dân dân': 'Hội đồng nhân dân', '\ufeffThông báo': 'Thông báo' },
    leaves: ['toán\u200bhọc', 'ភាសា\u200bខ្មែរ', 'gia đình 👨\u200d👩\u200d👧', 'می\u200cخواهم'],
  },
  {
    id: 'letters/soft-hyphen',
    why: 'A soft hyphen inside a syllable comes from text of other line lengths and keeps the word from being found.',
    source: 'Unicode Standard Annex #14, soft hyphen; text pasted from word processors',
    trigger: /\u00ad/,
    repair: removeSoftHyphens,
    fixes: { 'chương tr\u00adình': 'chương trình' },
    leaves: ['Donau\u00addampf\u00adschiff'],
  },
  {
    id: 'letters/bullet',
    why: 'Bullets of Word’s symbol fonts land in the private use area and show as empty boxes.',
    source: 'Microsoft Symbol and Wingdings code charts',
    trigger: /[\uf020-\uf0ff]/,
    repair: (text) => text.replace(/[\uf020-\uf0ff]/g, (c) => bullets[c] ?? c),
    fixes: { '\uf0b7 Bản sao giấy khai sinh': '• Bản sao giấy khai sinh' },
    leaves: ['Ký hiệu riêng \uf123 của phông'],
  },
  {
    id: 'letters/stroke',
    why: 'Icelandic ð Ð and African Ɖ stand for đ Đ, and ƣ for ư, in text from old fonts, keyboards and PDF files.',
    source: 'Unicode code charts; Ð has the byte of Đ in windows-1252 and windows-1258',
    trigger: strokeLetters,
    repair: repairStroke,
    fixes: {
      'Ðường về nhà ðã mở, theo NQ-HÐND.': 'Đường về nhà đã mở, theo NQ-HĐND.',
      'khung chƣơng trình': 'khung chương trình',
    },
    leaves: ['Nhà thơ Seyðisfjörður ghé thăm', 'það er gott veður í dag', 'phiên âm: [aˈbla ðe sol]'],
  },
  {
    id: 'letters/look-alike',
    why: 'Cyrillic and Greek letters that look Latin make words that nobody can find.',
    source: 'Unicode confusables.txt (UTS #39)',
    trigger: lookAlike,
    repair: repairLookAlikes,
    fixes: { 'Thông bá\u043e về kỳ thi': 'Thông báo về kỳ thi', 'h\u0435\u0323\u0302 thống': 'hệ thống' },
    leaves: ['Он живёт в городе', 'Wе оffеr tо', 'góc α và góc β', 'tiếng Nga: \u0430, \u043e'],
  },
  {
    id: 'letters/mark-order',
    why: 'A tone typed before the vowel mark, twice, or after the last letter does not compose.',
    source: 'Unicode Standard Annex #15: marks of one class keep their order',
    trigger: looseMark,
    repair: (text) => changeWords(text, looseMark, repairMarks),
    fixes: {
      'Đa\u0301\u0306k Lắk, hiê\u0323\u0323n va\u0301\u0302n đề': 'Đắk Lắk, hiện vấn đề',
      'môn toan\u0301': 'môn toán',
    },
    leaves: ['Ba Lan: Gdańsk, Poznań', 'tiếng Phạn: Ṛgveda, saṃsāra', 'x\u0304 là trung bình'],
  },
  {
    id: 'letters/lost',
    why: 'A letter whose bytes were lost one by one shows as two or three U+FFFD; often only one syllable can have stood there.',
    source: 'pages cut and joined by bytes; WHATWG Encoding, UTF-8 decoder',
    trigger: /\ufffd/,
    repair: (text) => text.replace(lostLetter, restoreLost),
    fixes: { 'nội dung đư\ufffd\ufffd\ufffdc duyệt': 'nội dung được duyệt' },
    leaves: ['mùa l\ufffd\ufffd\ufffd hội', 'mất \ufffd chữ', 'a\ufffd\ufffdb'],
  },
];

export interface Repaired {
  readonly text: string;
  /** Repair → words or signs it changed. */
  readonly repairs: ReadonlyMap<string, number>;
}

const triggers = signSets(letterRepairs.map(({ trigger }) => trigger));

const invisibleBit = 1 << letterRepairs.findIndex(({ id }) => id === invisible);

/** Whether signs that were gathered call for taking out zero-width characters before any other repair. */
export const callsForInvisible = (signs: number): boolean =>
  (triggers.among(signs) & (2 * invisibleBit - 1)) === invisibleBit;

/** Repair single letters. */
export function repairLetters(text: string): Repaired {
  const repairs = new Map<string, number>();
  let now = text;
  let present = triggers.foundIn(text);
  for (const [i, { id, repair }] of letterRepairs.entries()) {
    if ((present & (1 << i)) === 0) continue;
    const next = repair(now);
    if (next === now) continue;
    repairs.set(id, Math.max(1, triggers.count(now, i) - triggers.count(next, i)));
    now = next;
    present = triggers.foundIn(now);
  }
  return { text: now, repairs };
}
