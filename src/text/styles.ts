import { parseSyllable, writeSyllable } from './syllable.ts';

/** A place of a text, and how each form would be written there. */
interface FormPlace {
  readonly start: number;
  readonly end: number;
  readonly forms: Readonly<Record<string, string>>;
}

/** Where a text uses one of two accepted forms, and how the other would be written. */
export interface FormUse extends FormPlace {
  readonly form: string;
  /** The second half of a pair: both are written anew, or neither is. */
  readonly closing?: FormPlace;
}

/** A choice between forms that are all right: nobody is corrected who does not ask for one of them. */
export interface StyleChoice {
  readonly id: 'toneMarks' | 'iy' | 'quotes' | 'dates' | 'numbers';
  readonly forms: readonly string[];
  readonly find: (text: string) => FormUse[];
}

const withCase = (word: string, like: string): string =>
  like === like.toUpperCase() ? word.toUpperCase() : like[0] === like[0]?.toUpperCase() ? capital(word) : word;
const capital = (word: string): string => (word[0] ?? '').toUpperCase() + word.slice(1);

const words = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];

function toneMarks(text: string): FormUse[] {
  return words(
    text,
    /(?<![\p{L}\p{M}])\p{L}{0,4}(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])(?![\p{L}\p{M}])/giu,
  ).flatMap((match) => {
    const [word] = match;
    const syllable = parseSyllable(word);
    if (!syllable) return [];
    const forms = {
      old: withCase(writeSyllable(syllable, 'old'), word),
      new: withCase(writeSyllable(syllable, 'new'), word),
    };
    const form =
      forms.old === forms.new ? undefined : word === forms.old ? 'old' : word === forms.new ? 'new' : undefined;
    return form ? [{ start: match.index, end: match.index + word.length, form, forms }] : [];
  });
}

/**
 * Syllables that dictionaries print with i and newspapers with y; names (Lý, Mỹ) keep their own letter and are not looked
 * at.
 */
const yWords = new Map(
  'lý lí,kỹ kĩ,kỳ kì,kỷ kỉ,ký kí,mỹ mĩ,sỹ sĩ,quý quí,quỹ quĩ'.split(',').flatMap((pair) => {
    const [y = '', i = ''] = pair.split(' ');
    return [[y, { y, i }] as const, [i, { y, i }] as const];
  }),
);

function iy(text: string): FormUse[] {
  return words(text, /(?<![\p{L}\p{M}])\p{Ll}{1,2}[ýỳỷỹíìỉĩ](?![\p{L}\p{M}])/gu).flatMap((match) => {
    const forms = yWords.get(match[0]);
    return forms
      ? [{ start: match.index, end: match.index + match[0].length, form: match[0] === forms.y ? 'y' : 'i', forms }]
      : [];
  });
}

/**
 * A mark that opens stands before a word, one that closes behind it; behind a number it may be inches, seconds or neither.
 */
const opening = /(?:(?<=^|\s)"(?=\S)|(?<=[([{«‘:>/–—-])"(?=[\p{L}\p{N}]))/u.source;
const closing = /(?<=[^\s\p{N}])"(?![\p{L}\p{M}\p{N}])/u.source;
const behindNumber = /(?<=\p{N})"(?![\p{L}\p{M}\p{N}])/u.source;
const straightMarks = new RegExp(
  `(?<opens>${opening})|(?<closes>${closing})|(?<mayClose>${behindNumber})|["“”\\n]`,
  'gu',
);

const longestQuotation = 400;

/**
 * Pairs of straight marks, places of both. A mark behind a number closes where it alone can:
 *
 *     màn hình 32" rất nét, "lớp 5", "màn hình 32" rất nét"
 *                           ^     ^  ^                    ^
 */
function straightPairs(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  let opened: number | undefined;
  let candidates: number[] = [];
  const close = (at: number | undefined): void => {
    if (opened !== undefined && at !== undefined && at - opened <= longestQuotation) pairs.push([opened, at]);
    opened = undefined;
    candidates = [];
  };
  const closeByNumber = (): void => close(candidates.length === 1 ? candidates[0] : undefined);
  for (const { index, groups = {} } of text.matchAll(straightMarks)) {
    if (groups.closes) close(index);
    else if (groups.mayClose) candidates.push(index);
    else {
      closeByNumber();
      if (groups.opens) opened = index;
    }
  }
  closeByNumber();
  return pairs;
}

/** Quotation marks in pairs on one line; inches and minutes have no pair. */
function quotes(text: string): FormUse[] {
  const use = (form: string, open: number, end: number): FormUse => ({
    start: open,
    end: open + 1,
    form,
    forms: { straight: '"', curly: '“' },
    closing: { start: end, end: end + 1, forms: { straight: '"', curly: '”' } },
  });
  const curly = words(text, /“[^"“”\n]{1,400}”/g).map(({ 0: { length }, index }) =>
    use('curly', index, index + length - 1),
  );
  return [...straightPairs(text).map(([open, end]) => use('straight', open, end)), ...curly].sort(
    (a, b) => a.start - b.start,
  );
}

/** A day and month that can be, alone: no part of a code (12-10-2024A), no number of a version (phiên bản 1.2.2024). */
const date =
  /(?<![\p{L}\p{M}\d_/.@#-]|(?:phiên bản|version|mã|số|hiệu)[ :]{1,2})(0?[1-9]|[12]\d|3[01])([/.-])(0?[1-9]|1[0-2])\2((?:19|20)\d{2})(?![\p{L}\p{M}\d_/@-]|\.[\p{L}\d])/giu;

function dates(text: string): FormUse[] {
  return words(text, date).map((match) => {
    const [whole, day = '', mark = '', month = '', year = ''] = match;
    const forms = { slash: `${day}/${month}/${year}`, dash: `${day}-${month}-${year}`, dot: `${day}.${month}.${year}` };
    const form = mark === '/' ? 'slash' : mark === '-' ? 'dash' : 'dot';
    return { start: match.index, end: match.index + whole.length, form, forms };
  });
}

/** Thousands: 1.250.000 or 1,250,000. One group alone may be a decimal (1,250 m) and is not looked at. */
function numbers(text: string): FormUse[] {
  return words(text, /(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,4}|(?:,\d{3}){2,4})(?![\d]|[.,]\d)/g).map((match) => {
    const [whole] = match;
    const forms = { dot: whole.replaceAll(',', '.'), comma: whole.replaceAll('.', ',') };
    return { start: match.index, end: match.index + whole.length, form: whole.includes('.') ? 'dot' : 'comma', forms };
  });
}

export const styleChoices: readonly StyleChoice[] = [
  { id: 'toneMarks', forms: ['old', 'new'], find: toneMarks },
  { id: 'iy', forms: ['i', 'y'], find: iy },
  { id: 'quotes', forms: ['straight', 'curly'], find: quotes },
  { id: 'dates', forms: ['slash', 'dash', 'dot'], find: dates },
  { id: 'numbers', forms: ['dot', 'comma'], find: numbers },
];

/** The forms that a house style asks for; what is not named is left alone. */
export type Style = Readonly<Partial<Record<StyleChoice['id'], string>>>;
