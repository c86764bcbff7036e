/**
 * UTF-8 bytes shown one character a byte: “Tiáº¿ng Viá»‡t”. The whole sequences are decoded where they stand, so text that
 * was only spoilt in part comes back too. Then the broken ones: a database or an editor often lost the five bytes that
 * windows-1252 does not have, made the no-break space a space, or dropped the soft hyphen:
 *
 *     nÃ y → này (A0 became a space)     chá»n → chọn (8D was lost)     Äá»“ng → Đồng (90 was lost)
 *     chá»�n → chọn (8D was lost, and a mark stands for it)
 *
 * What was lost is found by trying: the commonest syllable wins.
 */
import { isSyllable, type Reader, readByte, syllableWeight, toSurface } from '../text/index.ts';

/**
 * Bytes are kept on U+F700–F7FF while they wait, so that a letter just decoded (à) is no byte (E0), and what was no mojibake
 * can be given back as it was.
 */
const waiting = (surface: string): string =>
  surface.replace(/[\u0080-\u00ff]/g, (c) => String.fromCharCode(0xf700 + c.charCodeAt(0)));

const wholeSequence =
  /[\uf7c2-\uf7df][\uf780-\uf7bf]|[\uf7e0-\uf7ef][\uf780-\uf7bf]{2}|[\uf7f0-\uf7f4][\uf780-\uf7bf]{3}/g;

/** What a sequence without its last byte can have been. `spaced`: the last byte was A0, and a space stands for it. */
const cutSequences: Readonly<Record<string, { readonly letters: string; readonly spaced?: string }>> = {
  '\uf7e1\uf7bb': { letters: 'ềọỏỐờử', spaced: 'Ỡ' },
  '\uf7e1\uf7ba': { letters: 'ậ', spaced: 'Ạ' },
  '\uf7c3': { letters: 'ÁÍÝí', spaced: 'à' },
  '\uf7c6': { letters: '', spaced: 'Ơ' },
};

const cutLead = '\uf7e1[\uf7ba\uf7bb]|[\uf7c3\uf7c6]';
const cutWord = new RegExp(
  `\\p{L}{0,6}?(?:${cutLead})(?!\ufffd?[\uf780-\uf7bf])\ufffd?[ \uf7a0\u00a0]?\\p{L}{0,6}`,
  'gu',
);
const cutAt = new RegExp(cutLead);
/** Of the letters whose first byte is C4, Vietnamese has đ, ă, ĩ, whose second byte cannot be lost, and Đ. */
const cutD = /\uf7c4(?!\ufffd?[\uf780-\uf7bf])\ufffd?/g;

const mixedCase = /\p{Ll}\p{Lu}/u;
const capitals = /\p{Lu}$/u;

const decodeWhole = (bytes: string): string =>
  bytes.replace(wholeSequence, (sequence) => {
    const letter = Buffer.from([...sequence].map((c) => c.charCodeAt(0) - 0xf700)).toString('utf8');
    return letter.includes('\ufffd') ? sequence : letter;
  });

/** Show again what was no mojibake. */
const giveBack = (text: string, reader: Reader): string =>
  text.replace(/[\uf780-\uf7ff]/g, (c) => readByte(c.charCodeAt(0) - 0xf700, reader)).normalize('NFC');

/** Undo mojibake that `reader` made; what is not mojibake stays. `twice`: it happened two times. */
export function decodeShownUtf8(text: string, reader: Reader, twice = false): string {
  const once = decodeWhole(waiting(toSurface(text, reader)));
  const whole = twice ? decodeWhole(waiting(toSurface(giveBack(once, reader), reader))) : once;
  if (!/[\uf780-\uf7ff]/.test(whole)) return whole;
  const hasMojibake = whole.length < toSurface(text, reader).length;
  return giveBack(
    hasMojibake ? whole.replace(cutD, 'Đ').replace(cutWord, (word) => restoreCut(word) ?? word) : whole,
    reader,
  );
}

/** The commonest way to fill in a word's lost bytes; undefined when none gives a syllable. */
function restoreCut(word: string): string | undefined {
  const at = word.match(cutAt);
  const sequence = cutSequences[at?.[0] ?? ''];
  if (at?.index === undefined || sequence === undefined) return undefined;
  const head = word.slice(0, at.index);
  const behind = word.slice(at.index + at[0].length);
  const isMarked = behind.startsWith('\ufffd');
  const tail = isMarked ? behind.slice(1) : behind;
  const space = /^[ \u00a0\uf7a0]/.test(tail) ? tail.charAt(0) : '';
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
  if (sequence.spaced !== undefined && space !== '' && !isMarked) {
    // “nÃ y”: the space is half of a letter, unless what follows is a word of its own.
    if (next.length < 2 || !isSyllable(next.toLowerCase())) consider(head + sequence.spaced + next, '');
    if (options.length === 0 || next === '') consider(head + sequence.spaced, tail);
  }
  return options.sort((a, b) => b.weight - a.weight)[0]?.text;
}
