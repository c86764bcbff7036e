/** What a segment is by itself: how long, how much of it link or bold, whether it reads as a sentence, in which tag. */
import { headingLevel } from '../../../dom/index.ts';
import type { Segment } from '../survey.ts';
import { log, type Put, share } from './row.ts';

export const textNames = [
  'chars',
  'words',
  'wordLength',
  'linkDensity',
  'boldShare',
  'images',
  'sentences',
  'commas',
  'digits',
  'capitals',
  'endsSentence',
  'endsColon',
  'endsComma',
  'startsCapital',
  'tag',
  'headingLevel',
  'hidden',
  'links',
] as const;

/** What is counted in a text; neighbours ask for some of it too. */
export interface TextFacts {
  readonly sentences: number;
  readonly words: number;
  readonly commas: number;
  readonly digits: number;
  readonly capitals: number;
}

/** Sorts of letters, a bit each: a text is gone through once for all of them. */
const sorts = [/[\p{L}\p{M}\p{N}]/u, /[,;，、；]/, /\d/, /\p{Lu}/u, /[.!?…。！？]/];
const [isWord, isComma, isDigit, isCapital, isStop] = [1, 2, 4, 8, 16] as const;
const isKnown = 128;
/** The sorts of each letter that was met. */
const known = new Uint8Array(0x10000);

function sortsOf(code: number): number {
  const letter = String.fromCodePoint(code);
  const bits = sorts.reduce((sum, sort, i) => (sort.test(letter) ? sum | (1 << i) : sum), isKnown);
  if (code < known.length) known[code] = bits;
  return bits;
}

const sentenceEnd = /[\p{L}\p{N}\p{M})"”’»][.!?…]+(?=\s|$|["”’»])|[。！？]/gu;

/** Count words, sentences and sorts of letters in one pass. */
export function textFacts(text: string): TextFacts {
  let words = 0;
  let commas = 0;
  let digits = 0;
  let capitals = 0;
  let before = 0;
  let all = 0;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    // Letters beyond the first plane are written as two.
    if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(at)!;
    if (code >= 0x10000) at += 1;
    const bits = known[code] || sortsOf(code);
    if ((bits & ~before & isWord) !== 0) words += 1;
    if ((bits & isComma) !== 0) commas += 1;
    if ((bits & isDigit) !== 0) digits += 1;
    if ((bits & isCapital) !== 0) capitals += 1;
    all |= bits;
    before = bits;
  }
  const sentences = (all & isStop) === 0 ? 0 : (text.match(sentenceEnd)?.length ?? 0);
  return { sentences, words, commas, digits, capitals };
}

const ideographs = /[\u3040-\u9fff]/;

/** Words of a text; of scripts written without spaces, letters. */
export const wordsIn = (text: string): number =>
  ideographs.test(text) ? (text.match(/[\u3040-\u9fff]|[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) : textFacts(text).words;

/** Write what a segment is by itself. */
export function putText(
  { text, linkChars, boldChars, images, region, hidden, nodes }: Segment,
  facts: TextFacts,
  put: Put,
): void {
  const chars = text.length;
  put(log(chars));
  put(log(facts.words));
  put(share(chars, facts.words));
  put(share(linkChars, chars));
  put(share(boldChars, chars));
  put(Math.min(images, 5));
  put(log(facts.sentences));
  put(log(facts.commas));
  put(share(facts.digits, chars));
  put(share(facts.capitals, chars));
  put(/[.!?…。！？]["”’»)]?$/.test(text) ? 1 : 0);
  put(/[:：]$/.test(text) ? 1 : 0);
  put(/[,，]$/.test(text) ? 1 : 0);
  put(/^["“‘«(]?\p{Lu}/u.test(text) ? 1 : 0);
  put(tagIndex(region.element.name));
  put(headingLevel(region.element.name));
  put(hidden ? 1 : 0);
  put(Math.min(nodes.length, 20));
}

const tagNames: readonly string[] = [
  'p',
  'li',
  'td',
  'div',
  'heading',
  'blockquote',
  'pre',
  'figcaption',
  'dt',
  'dd',
  'section',
  'label',
];

/** Number of a tag as a feature; headings share one, and so do all tags that have none of their own. */
export function tagIndex(name: string): number {
  if (headingLevel(name) > 0) return 4;
  const at = tagNames.indexOf(name);
  return at < 0 ? tagNames.length : at;
}

const price = /[$€£¥₫]\s?\d|\d\s?(?:€|₫|đ(?![\p{L}])|VND|USD|EUR|£|zł|kr(?![\p{L}]))/gu;

/** Sums of money, up to 4. */
export const pricesIn = (text: string): number => Math.min(4, text.match(price)?.length ?? 0);
