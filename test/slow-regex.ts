import { createContext, Script } from 'node:vm';
import { cpuTime } from './cpu-time.ts';

/**
 * No regular expression of the project may be slow on a hostile page. Each is run on 100 KB strings that make careless
 * patterns try everything: one character or short phrase over and over, and a last character that makes the whole fail.
 * The phrases are common ones and the pattern's own characters.
 */

export interface Found {
  readonly place: string;
  readonly pattern: RegExp;
}

const phrases = [
  ' ',
  'a',
  'á',
  '1',
  '-',
  '.',
  '<',
  '&',
  '"',
  '\n',
  '(',
  '[',
  'a ',
  ' a',
  'a-',
  '1/',
  '1.',
  'a@',
  'ab',
  ': ',
  '<a ',
  'http://',
  '\t ',
  '“',
]; // prettier-ignore

/** Letters and signs of the pattern itself, alone and in pairs. */
function ownPhrases({ source }: RegExp): string[] {
  const chars = [...new Set(source.replace(/\\[A-Za-z]\{[^}]*\}|\\[A-Za-z]/g, '').replace(/[\\^$?*+|{}()[\]]/g, ''))];
  const few = chars.slice(0, 6);
  return [...few, ...few.slice(1).map((char, i) => `${few[i]}${char}`)];
}

export const maxMilliseconds = 100;
const length = 100_000;

/** A pattern that takes this long has failed, and is broken off: a catastrophic one would never end. */
const maxPatience = 5_000;
const search = new Script('if (pattern.global) for (const _ of text.matchAll(pattern)); else pattern.test(text);');
const searched = createContext({ pattern: /(?:)/, text: '' });

/** Time of one search through a text of this length; what a replace of all does, when the pattern is global. */
function timeOf({ source, flags }: RegExp, phrase: string, size: number): number {
  searched.text = `${phrase.repeat(Math.ceil(size / phrase.length))}\u0001`;
  searched.pattern = new RegExp(source, flags);
  const started = cpuTime();
  try {
    search.runInContext(searched, { timeout: maxPatience });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return Number.POSITIVE_INFINITY;
  }
  return cpuTime() - started;
}

/**
 * The phrase that is too slow. An eighth of the text comes first: where it takes a hundredth of the time allowed, time
 * would have to grow with the square of the length to pass the limit, and then it is measured in full.
 */
function slowPhrase(pattern: RegExp): string | undefined {
  return [...new Set([...phrases, ...ownPhrases(pattern)])].find((phrase) => {
    if (timeOf(pattern, phrase, length / 8) < maxMilliseconds / 100) return false;
    if (timeOf(pattern, phrase, length / 8) > maxMilliseconds) return true;
    // Several times: the collector of garbage may have run, or the machine be shared.
    return [1, 2, 3, 4].every(() => timeOf(pattern, phrase, length) > maxMilliseconds);
  });
}

/** The patterns that are too slow, each with its place and a phrase. */
export const slowOf = (all: readonly Found[]): string[] =>
  all.flatMap(({ place, pattern }) => {
    const phrase = slowPhrase(pattern);
    return phrase === undefined ? [] : [`${place} ${pattern} on ${JSON.stringify(phrase)}`];
  });
