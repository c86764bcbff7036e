/**
 * VIQR (RFC 1456): Vietnamese in ASCII, marks typed after their vowel.
 *
 *     Tie^'ng Vie^.t dde^? ddo.c         “(” breve  “^” circumflex  “+” or “*” horn  “dd” đ  tones ' ` ? ~ .
 *
 * `.` `?` and `'` are punctuation too: they are tones only where the syllable has none yet and becomes a valid one.
 */
import { isSyllable, parseSyllable } from '../syllable.ts';
import { syllableWeight } from '../vietnamese-score.ts';

const vowelMarks: Readonly<Record<string, string>> = { '(': '\u0306', '^': '\u0302', '+': '\u031b', '*': '\u031b' };
const toneMarks: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '’': '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};

/** A word with its marks; at most nine letters, each with at most two marks, so the match is linear. */
const word = /(?<![\p{L}\p{N}/@\\_-])[A-Za-z](?:[A-Za-z(^+*'’`?~.]{0,18})/gu;
const vowel = /[aeiouy]/i;
const ambiguous = /[.?'’]/;

/**
 * Read letters and marks from the start; gives the NFC text of the longest valid syllable and how much of the input it took.
 */
function readSyllable(
  input: string,
): { readonly text: string; readonly length: number; readonly sure: boolean } | undefined {
  let text = '';
  let toned = false;
  let sure = false;
  let best: { text: string; length: number; sure: boolean } | undefined;
  for (let i = 0; i < input.length; i++) {
    const c = input.charAt(i);
    const previous = text.normalize('NFD').match(/\p{L}(?=\p{M}*$)/u)?.[0] ?? '';
    if (/[A-Za-z]/.test(c)) {
      if (/d/i.test(c) && text.length === 1 && /d/i.test(text)) {
        text = text === 'D' ? 'Đ' : 'đ';
        sure = true;
      } else text += c;
    } else if (vowel.test(previous) && vowelMarks[c] !== undefined) {
      text += vowelMarks[c];
      sure = true;
    } else if (vowel.test(previous) && toneMarks[c] !== undefined && !toned) {
      text += toneMarks[c];
      toned = true;
      if (!ambiguous.test(c)) sure = true;
    } else break;
    const composed = text.normalize('NFC');
    if (isWritten(composed)) best = { text: composed, length: i + 1, sure };
  }
  return best;
}

/** A syllable, or one whose tone was forgotten: “vie^c” is not possible, and clearly “viêc”. */
const isWritten = (text: string): boolean => isSyllable(text) || parseSyllable(`${text}\u0301`) !== undefined;

/** Whether what follows a word says that its last sign was punctuation: the end, or a capital after a space. */
const sentenceEnd = /^(?:["')\]]?(?:\s*$|\s+["'(]?\p{Lu}))/u;

/** Where the sentence may end, the tone is believed only if the syllable is so much commoner with it (log2). */
const muchCommoner = 3;

/** Decode VIQR text; what does not become a syllable stays. */
export function decodeViqr(text: string): string {
  return text
    .replace(word, (whole: string, offset: number) => {
      const read = readSyllable(whole);
      if (read === undefined) return whole;
      const rest = whole.slice(read.length);
      // The word must end here, but for punctuation.
      if (/^[A-Za-z]/.test(rest)) return whole;
      if (
        rest === '' &&
        /[.?]$/.test(whole) &&
        sentenceEnd.test(text.slice(offset + whole.length, offset + whole.length + 8))
      ) {
        const shorter = readSyllable(whole.slice(0, -1));
        if (
          shorter?.length === whole.length - 1 &&
          !isToneSure(read.text, shorter.text, text.slice(Math.max(0, offset - 12), offset))
        )
          return shorter.text + whole.slice(-1);
      }
      return read.text + rest;
    })
    .replace(/\\(?=[.?'`~^(+*d\\])/gi, '');
}

/**
 * Hỏi is on one syllable in eight, and few sentences are questions: so common (log2) a syllable is believed before a line’s
 * end.
 */
const commonWithHook = 14;

/** Whether a last `.` or `?` is a tone although the sentence may end there. */
function isToneSure(toned: string, bare: string, before: string): boolean {
  const weight = syllableWeight(toned.toLowerCase());
  const hook = toned.normalize('NFD').includes('\u0309');
  // “Nguye^~n Thi. Minh”: a name goes on.
  const insideName = /^\p{Lu}/u.test(toned) && /\p{Lu}\S*\s+$/u.test(before);
  if ((hook && weight >= commonWithHook) || (insideName && weight > 0)) return true;
  // The weights are of syllables with marks only; “la” is common though it has none.
  return /[^\x00-\x7f]/.test(bare) && weight > syllableWeight(bare.toLowerCase()) + muchCommoner;
}

/**
 * How much speaks for VIQR: words with signs that are not punctuation and make valid syllables, and words with such signs
 * that do not.
 */
export function viqrEvidence(text: string): { readonly valid: number; readonly invalid: number } {
  const seen = new Set<string>();
  let valid = 0;
  let invalid = 0;
  for (const [whole] of text.matchAll(word)) {
    if (!/[aeiouy][(^+*`~]|^dd/i.test(whole) || seen.has(whole)) continue;
    seen.add(whole);
    const read = readSyllable(whole);
    if (read?.sure && syllableWeight(read.text.toLowerCase()) > 0 && !/^[A-Za-z(^+*`~]/.test(whole.slice(read.length)))
      valid++;
    else invalid++;
  }
  return { valid, invalid };
}
