/** Words that are no Vietnamese syllable as typed, and certainly one when the marks move to their place. */
import { isSyllable, parseSyllable, splitTone, writeSyllable } from '../text/index.ts';

/**
 * The one syllable meant by a lower-case word whose tone mark stands on the wrong letter or whose horn is
 * missing in “ươ”: “tóan” → “toán”, “đưọc” → “được”, “trừơng” → “trường”. `undefined` when nothing is wrong or nothing is
 * certain.
 */
export function replaceMarks(word: string): string | undefined {
  if (isSyllable(word)) return undefined;
  const parts = parseSyllable(word) ?? withHorns(word);
  return parts === undefined ? undefined : writeSyllable(parts);
}

function withHorns(word: string): ReturnType<typeof parseSyllable> {
  const split = splitTone(word);
  if (split === undefined || !/ưo|uơ/.test(split[0])) return undefined;
  const marks = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
  return parseSyllable(split[0].replace(/ưo|uơ/, `ươ${marks[split[1]] ?? ''}`).normalize('NFC'));
}
