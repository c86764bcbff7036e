/** The words that the language model knows, and their numbers. */
import { parseSyllable, writeSyllable } from '../text/index.ts';

/** Numbers below this one are no words: 0 unknown word, 1 edge of a sentence, 2 mark, 3 number. */
export const firstWord = 4;
export const unknownId = 0;
export const edgeId = 1;

export interface Vocabulary {
  /** Lower case, canonical spelling, commonest first within each part; the first `firstWord` are empty. */
  readonly words: readonly string[];
  /** Words below this number are attested syllables: what a correction may put in. */
  readonly syllables: number;
  readonly ids: ReadonlyMap<string, number>;
}

/** Number the words; “hoà” finds the number of “hòa”. */
export function toVocabulary(words: readonly string[], syllables: number): Vocabulary {
  const ids = new Map<string, number>();
  for (let id = firstWord; id < words.length; id++) {
    const word = words[id] as string;
    ids.set(word, id);
    if (id < syllables && markOnFirst.test(word) && !word.startsWith('qu')) ids.set(newStyle(word), id);
  }
  return { words, syllables, ids };
}

/** Open oa, oe, uy with the tone mark on the first letter: the only ones that have two styles. */
const markOnFirst = /(?:[òóỏõọ][ae]|[ùúủũụ]y)$/u;

function newStyle(word: string): string {
  const [vowel = '', mark = ''] = word.at(-2)?.normalize('NFD') ?? '';
  return word.slice(0, -2) + vowel + `${word.at(-1)}${mark}`.normalize('NFC');
}

/** The one spelling under which a lower-case word is counted: “hoà” → “hòa”, “tóan” stays. */
export function canonical(word: string): string {
  const parts = parseSyllable(word);
  if (parts === undefined) return word;
  const old = writeSyllable(parts, 'old');
  return old === word || writeSyllable(parts, 'new') === word ? old : word;
}
