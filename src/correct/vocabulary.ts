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
    const other = id < syllables && /[oau]/.test(word) ? newStyle(word) : word;
    if (other !== word) ids.set(other, id);
  }
  return { words, syllables, ids };
}

function newStyle(word: string): string {
  const parts = parseSyllable(word);
  return parts === undefined ? word : writeSyllable(parts, 'new');
}

/** The one spelling under which a lower-case word is counted: “hoà” → “hòa”, “tóan” stays. */
export function canonical(word: string): string {
  const parts = parseSyllable(word);
  if (parts === undefined) return word;
  const old = writeSyllable(parts, 'old');
  return old === word || writeSyllable(parts, 'new') === word ? old : word;
}
