/**
 * Cutting a text into words, numbers and marks. Written over character codes, because this runs over every
 * letter of every page: a regular expression with \p{L} takes four times as long.
 */
import { objectMark } from '../model/index.ts';
import { isSyllable } from '../text/index.ts';
import { classified, classRuns, letterClass } from './letter-classes.ts';

/** Kinds of token. The numbers of the marks are also their ids in the language model. */
export const kind = { word: 0, edge: 1, mark: 2, number: 3, mixed: 4 } as const;

/** Tokens of one text as parallel lists. White space is no token. */
export interface Tokens {
  readonly kinds: number[];
  readonly starts: number[];
  readonly ends: number[];
}

const { letter, digit, space, stop, newline } = letterClass;
/** Class of the code units of the commonest scripts; the rest is told by `classOf`. */
const classes = new Uint8Array(classified);
for (const [what, start, end] of classRuns) classes.fill(what, start, end);

function classOf(code: number): number {
  if (code < classified) return classes[code] as number;
  if (code === 0x2026) return stop;
  if (code === 0x2028 || code === 0x2029) return newline;
  if (code <= 0x200f || code === 0x202f || code === 0x205f || code === 0x2060 || code === 0xfeff) return space;
  if (code === 0x2070 || (code >= 0x2074 && code <= 0x2079)) return space;
  if (code === objectUnit || opensPictograph(code)) return 0;
  // What only says how the emoji before it looks.
  if (code >= 0xfe00 && code <= 0xfe0f) return space;
  // Above the punctuation blocks: CJK, private use, surrogates. Letters of no language we know.
  return code >= 0x2c00 && !(code >= 0x3000 && code <= 0x303f) && !(code >= 0xff00 && code <= 0xff20) ? letter : 0;
}

const objectUnit = objectMark.charCodeAt(0);

/** The first half of an emoji, or of another sign of the blocks U+1F000–1FBFF. */
const opensPictograph = (code: number): boolean => code >= 0xd83c && code <= 0xd83e;

/** Whether the code unit is a letter or a combining mark. */
export const isLetter = (code: number): boolean => classOf(code) === letter;

/** Marks that bind a number to what stands beside it: 12/10/2009, 3.000,5, 07:30, 50%, -5. */
const bindsNumbers = (code: number): boolean =>
  code === 0x2e || code === 0x2c || code === 0x2f || code === 0x3a || code === 0x2d || code === 0x25;

/**
 * Cut `text` into tokens.
 *
 *     Ngày 12/10, cô đến A4.     →   word number mark word word mixed edge
 *
 * One line end between two lower-case letters is a wrapped line, not an edge.
 */
export function scan(text: string): Tokens {
  const kinds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const { length } = text;
  const push = (what: number, start: number, end: number): void => {
    kinds.push(what);
    starts.push(start);
    ends.push(end);
  };
  let at = 0;
  while (at < length) {
    const start = at;
    const type = classOf(text.charCodeAt(at));
    if (type === letter || type === digit) {
      let letters = type === letter;
      let digits = type === digit;
      for (at++; at < length; at++) {
        const code = text.charCodeAt(at);
        const next = classOf(code);
        if (next === letter) letters = true;
        else if (next === digit) digits = true;
        else if (!(digits && bindsNumbers(code) && at + 1 < length && classOf(text.charCodeAt(at + 1)) === digit))
          break;
      }
      push(letters ? (digits ? kind.mixed : kind.word) : kind.number, start, at);
    } else if (type === space) at++;
    else {
      at += opensPictograph(text.charCodeAt(at)) ? 2 : 1;
      const edge = type === stop ? !isAbbreviationDot(text, start) : type === newline && !isWrap(text, start);
      const wrapped = type === newline && !edge;
      if (!wrapped) push(edge ? kind.edge : kind.mark, start, at);
    }
  }
  return { kinds, starts, ends };
}

const isUpper = (char: string): boolean => char !== char.toLowerCase();
const isLower = (char: string): boolean => char !== char.toUpperCase();

/**
 * The dot of “TP.”, “Th.”, “ThS.” or of an initial: the word before it is short, begins with a capital and is no syllable as
 * “Mỹ” is.
 */
function isAbbreviationDot(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x2e) return false;
  let start = at;
  while (start > 0 && at - start < 4 && isLetter(text.charCodeAt(start - 1))) start--;
  const size = at - start;
  if (size === 0 || size > 3) return false;
  const word = text.slice(start, at);
  if (size === 1) return true;
  if (!isUpper(word[0] as string)) return false;
  return isUpper(word.at(-1) as string) || text[at + 1] !== ' ' || (size === 2 && !isSyllable(word.toLowerCase()));
}

/** Whether a line end at `at` stands inside a sentence. */
export function isWrap(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return before !== undefined && after !== undefined && isLower(before) && isLower(after);
}
