import type { TextRange } from '../model/index.ts';
import { decodeShown, legacyEncoding } from './legacy/index.ts';
import { vietnameseScorer } from './vietnamese-score.ts';

/** Letters of TCVN3 that no other text has inside a word: ă â ê ơ ư đ, and a with each tone. */
const letterOfTcvn3 = /[¨©ª¬\u00ad®µ¶·¸¹]/;

/** Share of its words that are Vietnamese from which a line decoded is taken for what was typed. */
const minShare = 0.9;

/**
 * Find the lines that were typed for the fonts of TCVN3 and never decoded: the soft hyphen of
 * “Trêi m\xada to” is the letter ư and no stray. One word is not enough: “m\xada” may have been “ma”.
 */
export function findLegacyLines(text: string): TextRange[] {
  if (!letterOfTcvn3.test(text)) return [];
  const decode = legacyEncoding('tcvn3')?.decode;
  if (decode === undefined) return [];
  const score = vietnameseScorer();
  const found: TextRange[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (letterOfTcvn3.test(line) && score(line).score < 0) {
      const { words, valid } = score(decodeShown(line, decode));
      if (words > 1 && valid >= minShare * words) found.push({ start, end });
    }
    start = end + 1;
  }
  return found;
}
