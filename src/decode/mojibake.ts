/**
 * UTF-8 bytes shown one character a byte: “Tiáº¿ng Viá»‡t”. The whole sequences are decoded where they stand, so text that was
 * only spoilt in part comes back too. Then the broken ones: a database or an editor often lost the five bytes that
 * windows-1252 does not have, made the no-break space a space, or dropped the soft hyphen:
 *
 *     nÃ y → này (A0 became a space)     chá»n → chọn (8D was lost)     Äá»“ng → Đồng (90 was lost)
 *
 * What was lost is found by trying: the commonest syllable wins.
 */
import { isSyllable, syllableWeight } from '../text/index.ts';

const wholeSequence =
  /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** What a sequence without its last byte can have been. `spaced`: the last byte was A0, and a space stands for it. */
const cutSequences: Readonly<Record<string, { readonly letters: string; readonly spaced?: string }>> = {
  '\u00e1\u00bb': { letters: 'ềọỏỐờử', spaced: 'Ỡ' },
  '\u00e1\u00ba': { letters: 'ậ', spaced: 'Ạ' },
  '\u00c3': { letters: 'ÁÍÝí', spaced: 'à' },
  '\u00c6': { letters: '', spaced: 'Ơ' },
};

const cutLead = '\u00e1[\u00ba\u00bb]|[\u00c3\u00c6]';
const cutWord = new RegExp(`\\p{L}{0,6}?(?:${cutLead})(?![\u0080-\u00bf])[ \u00a0]?\\p{L}{0,6}`, 'gu');
const cutAt = new RegExp(cutLead);
/** Of the letters whose first byte is C4, Vietnamese has đ, ă, ĩ, whose second byte cannot be lost, and Đ. */
const cutD = /\u00c4(?![\u0080-\u00bf])/g;

const mixedCase = /\p{Ll}\p{Lu}/u;
const capitals = /\p{Lu}$/u;

/** Decode whole sequences on a surface; the rest stays. */
export const decodeWholeUtf8 = (surface: string): string =>
  surface.replace(wholeSequence, (sequence) => {
    const letter = Buffer.from(sequence, 'latin1').toString('utf8');
    return letter.includes('\ufffd') ? sequence : letter;
  });

/** Decode mojibake on a surface, cut sequences too; what is not mojibake stays. */
export function decodeShownUtf8(surface: string): string {
  const whole = decodeWholeUtf8(surface);
  if (whole === surface) return surface;
  return whole.replace(cutD, 'Đ').replace(cutWord, (word) => restoreCut(word) ?? word);
}

/** The commonest way to fill in a word's lost bytes; undefined when none gives a syllable. */
function restoreCut(word: string): string | undefined {
  const at = word.match(cutAt);
  const sequence = cutSequences[at?.[0] ?? ''];
  if (at?.index === undefined || sequence === undefined) return undefined;
  const head = word.slice(0, at.index);
  const tail = word.slice(at.index + at[0].length);
  const space = /^[ \u00a0]/.test(tail) ? tail.charAt(0) : '';
  const next = tail.slice(space.length);
  const options: { readonly text: string; readonly weight: number }[] = [];
  const consider = (syllable: string, rest: string): void => {
    const weight = mixedCase.test(syllable) ? 0 : syllableWeight(syllable.toLowerCase());
    // “Cử” and “CỐ” can both have been cut to the same; capitals are rarer.
    if (weight > 0) options.push({ text: syllable + rest, weight: capitals.test(syllable) ? weight - 8 : weight });
  };
  for (const letter of sequence.letters)
    if (space === '') consider(head + letter + next, '');
    else consider(head + letter, tail);
  if (sequence.spaced !== undefined && space !== '') {
    // “nÃ y”: the space is half of a letter, unless what follows is a word of its own.
    if (next.length < 2 || !isSyllable(next.toLowerCase())) consider(head + sequence.spaced + next, '');
    if (options.length === 0 || next === '') consider(head + sequence.spaced, tail);
  }
  return options.sort((a, b) => b.weight - a.weight)[0]?.text;
}
