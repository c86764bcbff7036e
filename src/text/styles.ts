import { parseSyllable, writeSyllable } from './syllable.ts';

/** Where a text uses one of two accepted forms, and how the other would be written. */
export interface FormUse {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly forms: Readonly<Record<string, string>>;
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

/** Syllables that dictionaries print with i and newspapers with y; names (Lý, Mỹ) keep their own letter and are not looked at. */
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

/** Quotation marks in pairs on one line; inches and minutes have no pair. */
function quotes(text: string): FormUse[] {
  return words(text, /"([^"“”\n]{1,400})"|“([^"“”\n]{1,400})”/g).flatMap((match) => {
    const { index } = match;
    const end = index + match[0].length;
    const form = match[1] === undefined ? 'curly' : 'straight';
    return [
      { start: index, end: index + 1, form, forms: { straight: '"', curly: '“' } },
      { start: end - 1, end, form, forms: { straight: '"', curly: '”' } },
    ];
  });
}

function dates(text: string): FormUse[] {
  return words(text, /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-]|\.\d)/g).map((match) => {
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
