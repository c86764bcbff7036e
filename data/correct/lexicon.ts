/** Word lists that stand beside the corpus: attested syllables, dictionary words, place names, vocabulary after 2019. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { phrases } from '../../src/correct/phrases.ts';

export interface Lexicon {
  readonly syllables: ReadonlySet<string>;
  /** Those that several dictionaries have: words however seldom they are met. */
  readonly established: ReadonlySet<string>;
  /** Words of two to four syllables that several dictionaries have, and those that only two have. */
  readonly compounds: readonly string[];
  readonly rareCompounds: readonly string[];
  /** Terms that the corpus, which ends about 2019, hardly knows: counted as if they had been met so often. */
  readonly terms: readonly { readonly text: string; readonly count: number }[];
}

/** So many of the sources make a dictionary word; misspellings stand in one, and in two that copied each other. */
const several = 3;
/** tudientv: what no other source has was looked through, and is right (“tráo đổi”, “vơi đầy”, “lội bộ”). */
const edited = 't';
const isWord = (sources: string): boolean => sources.length >= several || sources.includes(edited);
const countOfTerm = 60;
const countOfPlace = 6;

const lines = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Read `syllables.tsv`, `compounds.tsv` and, when there, `admin_units_2025.txt` of a folder. */
export function readLexicon(folder: string): Lexicon {
  const rows = (name: string): string[][] => lines(join(folder, name)).map((line) => line.split('\t'));
  const places = join(folder, 'admin_units_2025.txt');
  const syllables = rows('syllables.tsv');
  const compounds = rows('compounds.tsv');
  return {
    syllables: new Set(syllables.map(([word = '']) => word)),
    established: new Set(syllables.flatMap(([word = '', , sources = '']) => (sources.length >= several ? [word] : []))),
    compounds: compounds.flatMap(([word = '', sources = '']) => (isWord(sources) ? [word] : [])),
    rareCompounds: compounds.flatMap(([word = '', sources = '']) =>
      !isWord(sources) && sources.length === 2 ? [word] : [],
    ),
    terms: [
      ...phrases.map(({ text }) => ({ text, count: countOfTerm })),
      ...(existsSync(places) ? lines(places) : []).map((text) => ({ text: text.toLowerCase(), count: countOfPlace })),
    ],
  };
}
