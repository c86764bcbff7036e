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

/** Counts that neighbours ask for too. */
export interface TextFacts {
  readonly sentences: number;
  readonly words: number;
}

const sentenceEnd = /[\p{L}\p{N}\p{M})"”’»][.!?…]+(?=\s|$|["”’»])|[。！？]/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

export const textFacts = ({ text }: Segment): TextFacts => ({
  sentences: text.match(sentenceEnd)?.length ?? 0,
  words: text.match(word)?.length ?? 0,
});

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
  put(log(text.match(/[,;，、；]/g)?.length ?? 0));
  put(share(text.match(/\d/g)?.length ?? 0, chars));
  put(share(text.match(/\p{Lu}/gu)?.length ?? 0, chars));
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

export function tagIndex(name: string): number {
  if (headingLevel(name) > 0) return 4;
  const at = tagNames.indexOf(name);
  return at < 0 ? tagNames.length : at;
}

const price = /[$€£¥₫]\s?\d|\d\s?(?:€|₫|đ(?![\p{L}])|VND|USD|EUR|£|zł|kr(?![\p{L}]))/gu;

/** Sums of money, up to 4. */
export const pricesIn = (text: string): number => Math.min(4, text.match(price)?.length ?? 0);
