/** Reading keystrokes that an input method should have turned into letters: Telex “tieengs”, VNI “tie61ng”. */
import { isSyllable, parseSyllable, splitTone, writeSyllable } from '../text/index.ts';
import type { Vocabulary } from './vocabulary.ts';

const tones: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const vniTones: Readonly<Record<string, string>> = { 1: 's', 2: 'f', 3: 'r', 4: 'x', 5: 'j' };

const doubled: readonly (readonly [RegExp, string])[] = [
  [/dd/, 'đ'],
  [/uow|uwow|uwo/, 'ươ'],
  // The hook is often typed last: “moiws”, “huowng” and “huongw”.
  [/uo([cimnpt]|ng)w/, 'ươ$1'],
  [/o([imnpt])w/, 'ơ$1'],
  [/u([aicnt]|ng)w/, 'ư$1'],
  [/a([cmnpt]|ng)w/, 'ă$1'],
  [/ow/, 'ơ'],
  [/uw/, 'ư'],
  [/aw/, 'ă'],
  [/aa/, 'â'],
  [/ee/, 'ê'],
  [/oo/, 'ô'],
];

/** The syllable that the keystrokes of a lower-case word spell, when they spell one and are not one themselves. */
export function readTelex(word: string): string | undefined {
  if (word.length < 2 || word.length > 10 || isSyllable(word)) return undefined;
  let letters = word;
  for (const [keys, letter] of doubled) letters = letters.replace(keys, letter);
  // “dduwowjc”: the keys of one letter with a tone key among them; “ddoongj”: the tone key last.
  for (const key of /[sfrxj]/g[Symbol.matchAll](letters)) {
    const tone = tones[key[0]] as string;
    const rest = letters.slice(0, key.index) + letters.slice(key.index + 1);
    const found = key.index > 0 ? withTone(rest, tone) : undefined;
    if (found !== undefined) return found;
  }
  if (letters === word) return /w/.test(word) ? plain(word.replace('w', 'ư')) : undefined;
  return plain(letters);
}

/** English words that are the keys of a syllable as well. */
const english = new Set(['beef', 'goof', 'hoof', 'reef', 'roof', 'woof']);
const markKeys = /dd|aa|ee|oo|[aou]w|[aou][imnpt]w/;
const lateTone = /.[fj]/;

/** Are these keys no word of any language near: a mark and a tone that only Telex has, “nhowf”, “tuaanf”? */
export const isKeyedOnly = (word: string): boolean => markKeys.test(word) && lateTone.test(word) && !english.has(word);

/** VNI: digits for marks; 9 for 8 is a slip of the finger, for after a vowel it means nothing. */
export function readVni(word: string): string | undefined {
  if (!/^\p{L}+(?:\d\p{L}*){1,3}$/u.test(word) || word.length < 4 || word.length > 10) return undefined;
  const letters = word
    .replace(/d9/, 'đ')
    .replace(/uo(\p{L}{0,10})7/u, 'ươ$1')
    .replace(/([aeo])(\p{L}{0,10})6/u, (_, vowel: string, rest: string) => ({ a: 'â', e: 'ê', o: 'ô' })[vowel] + rest)
    .replace(/([ou])(\p{L}{0,10})7/u, (_, vowel: string, rest: string) => (vowel === 'o' ? 'ơ' : 'ư') + rest)
    .replace(/a(\p{L}{0,10})[89]/u, 'ă$1');
  const tone = /[1-5]/.exec(letters)?.[0];
  if (tone === undefined) return plain(letters);
  return withTone(letters.replace(tone, ''), tones[vniTones[tone] as string] as string);
}

/** Whether a lower-case word is another one with a single digit behind it, which may be the number of a note: “đông2”. */
export function isNumbered(word: string, { ids, syllables }: Vocabulary): boolean {
  const [, before = ''] = /^(\p{L}+)\d$/u.exec(word) ?? [];
  return (ids.get(before) ?? syllables) < syllables;
}

const plain = (letters: string): string | undefined => (isSyllable(letters) ? letters : undefined);

function withTone(letters: string, mark: string): string | undefined {
  const vowel = /[aăâeêioôơuưy]/u.exec(letters);
  if (vowel === null || splitTone(letters)?.[1] !== 0) return undefined;
  const at = vowel.index + 1;
  const marked = parseSyllable((letters.slice(0, at) + mark + letters.slice(at)).normalize('NFC'));
  return marked === undefined ? undefined : writeSyllable(marked);
}
