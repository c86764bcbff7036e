/** The ways to take a written word apart into the parts of a syllable, even when none is made so. */
import { parseSyllable, type Syllable, withoutTones } from '../text/index.ts';

/** A word taken apart, and what it costs to take it so. */
export type Reading = Syllable & { readonly cost?: number };

/** Letters that Vietnamese does not have and scanners see in it, or old encodings leave in it. */
const lookAlikes: Readonly<Record<string, string>> = { ø: 'o', ı: 'i', ÿ: 'ỷ' };
const costOfLookAlike = 2;

/** The ways to take a word apart into onset, nucleus, coda and tone, even when no syllable is made so. */
export function readings(word: string): Reading[] {
  const seen = word.replace(/[øıÿ]/gu, (letter) => lookAlikes[letter] ?? letter);
  if (seen === word) return readingsOf(word);
  return readingsOf(seen).map((reading) => ({ ...reading, cost: (reading.cost ?? 0) + costOfLookAlike }));
}

function readingsOf(word: string): Reading[] {
  const parsed = parseSyllable(word);
  if (parsed !== undefined) return [parsed, ...sameSound(parsed), ...otherEnds(parsed)];
  const { letters, tone } = withoutTones(word);
  const match =
    /^((?:qu|gi)(?=[aăâeêioôơuưy])|[bcdđfghjklmnpqrstvwxz]*)([aăâeêioôơuưy]+)([bcdđfghjklmnpqrstvwxz]*)$/u.exec(
      letters,
    );
  if (match === null) return tone === 0 ? [] : withoutVowel(letters, tone);
  const [, onset = '', nucleus = '', coda = ''] = match;
  return onset.length > 4 || nucleus.length > 4 || coda.length > 3 ? [] : [{ onset, nucleus, coda, tone }];
}

/** A tone mark but no vowel: it was left out, anywhere among the consonants: “hǹh” for “hành” or “hình”. */
function withoutVowel(letters: string, tone: Reading['tone']): Reading[] {
  if (letters.length > 5 || /[^bcdđghklmnpqrstvx]/u.test(letters)) return [];
  return [...letters, ''].map((_, i) => ({ onset: letters.slice(0, i), nucleus: '', coda: letters.slice(i), tone }));
}

/** “cuốc” and “quốc” sound alike and share no part. */
function sameSound({ onset, nucleus, coda, tone }: Syllable): Reading[] {
  const cost = 4;
  if (onset === 'qu') return [{ onset: 'c', nucleus: `u${nucleus}`, coda, tone, cost }];
  return (onset === 'c' || onset === 'k') && /^u./.test(nucleus)
    ? [{ onset: 'qu', nucleus: nucleus.slice(1), coda, tone, cost }]
    : [];
}

const costOfOtherEnd = 7.5;
export const glides = ['i', 'o', 'u', 'y'];
const finals = ['c', 'm', 'n', 'p', 't'];

/** One wrong letter at the end may turn a vowel into a final or back: “cấy” for “cấp”, “khiếm” for “khiếu”. */
function otherEnds({ onset, nucleus, coda, tone }: Syllable): Reading[] {
  const cost = costOfOtherEnd;
  if (coda === '') {
    if (nucleus.length === 1 || !glides.includes(nucleus.at(-1) ?? '')) return [];
    return finals.map((final) => ({ onset, nucleus: nucleus.slice(0, -1), coda: final, tone, cost }));
  }
  return finals.includes(coda)
    ? glides.map((glide) => ({ onset, nucleus: nucleus + glide, coda: '', tone, cost }))
    : [];
}

/** A word that is no syllable, with two neighbours swapped or one letter less. */
export function rearranged(word: string): string[] {
  const out: string[] = [];
  if (word.length > 9) return out;
  for (let i = 0; i < word.length; i++) {
    out.push(word.slice(0, i) + word.slice(i + 1));
    if (i + 1 < word.length) out.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  return out;
}
