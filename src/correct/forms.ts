/** Words as written, looked up once each. */
import { parseSyllable } from '../text/index.ts';
import { type Candidates, findCandidates, type SyllableIndex } from './candidates.ts';
import { twinOf } from './variants.ts';
import { canonical, unknownId } from './vocabulary.ts';

export const shape = { lower: 0, capital: 1, upper: 2, mixed: 3 } as const;

/** All that is known of one written word, whatever text it stands in. */
export interface Form {
  /** Lower case, NFC. */
  readonly lower: string;
  /** Vocabulary id, 0 when unknown. */
  readonly id: number;
  readonly shape: number;
  /** Whether its letters can be a Vietnamese syllable with the tone mark in its place. */
  readonly possible: boolean;
  /** Vocabulary id of the same word with the other of i and y: lì for lỳ; 0 for none. */
  readonly twin: number;
  candidates?: Candidates;
}

const maxForms = 200_000;
const caches = new WeakMap<SyllableIndex, Map<string, Form>>();

/** Look a written word up. */
export function formOf(word: string, index: SyllableIndex): Form {
  let cache = caches.get(index);
  if (cache === undefined || cache.size > maxForms) {
    cache = new Map();
    caches.set(index, cache);
  }
  let form = cache.get(word);
  if (form === undefined) {
    form = toForm(word, index);
    cache.set(word, form);
  }
  return form;
}

function toForm(word: string, { vocabulary }: SyllableIndex): Form {
  const nfc = word.normalize('NFC');
  // The Icelandic Ð was typed for Đ on Windows-1252 keyboards; it is the same letter to a reader.
  const lower = nfc.toLowerCase().replaceAll('ð', 'đ');
  const id = vocabulary.ids.get(lower) ?? unknownId;
  const parts = id === unknownId ? parseSyllable(lower) : undefined;
  const possible =
    id !== unknownId
      ? id < vocabulary.syllables
      : parts !== undefined && vocabulary.ids.get(canonical(lower)) === undefined;
  const twin = vocabulary.ids.get(twinOf(lower) ?? '') ?? unknownId;
  return { lower, id, shape: shapeOf(nfc, lower), possible, twin };
}

function shapeOf(word: string, lower: string): number {
  if (word === lower) return shape.lower;
  const rest = word.slice(1);
  if (rest === lower.slice(1)) return shape.capital;
  return word === word.toUpperCase() ? shape.upper : shape.mixed;
}

/** The form's candidates, found when first asked for. */
export function candidatesOf(form: Form, index: SyllableIndex): Candidates {
  form.candidates ??= findCandidates(form.lower, index);
  return form.candidates;
}

/**
 * Letters that no keyboard for Vietnamese and no scanner makes of ours, and marks that make no letter with the one before
 * them, but for one tone that was typed too late: “khh́ac”.
 */
export const hasForeignLetter = (word: string): boolean =>
  /[çñßœæ]/.test(word) ||
  (/\p{M}/u.test(word) &&
    (/\p{M}/u.test(word.replace(toneMarks, '')) || word.normalize('NFD').match(toneMarks)?.length !== 1));
const toneMarks = /\u0300|\u0301|\u0303|\u0309|\u0323/g;
