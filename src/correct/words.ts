import type { Proposal } from './proposal.ts';
import { type Range, touches } from './protect.ts';
import { kind, scan } from './scan.ts';
import { replaceMarks } from './tone-place.ts';

/** Misspelt words of one text. */
export function findWords(text: string, guarded: readonly Range[]): Proposal[] {
  const { kinds, starts, ends } = scan(text);
  const found: Proposal[] = [];
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== kind.word) continue;
    const start = starts[i] as number;
    const end = ends[i] as number;
    const before = text.slice(start, end);
    const nfc = before.normalize('NFC');
    const meant = replaceMarks(nfc.toLowerCase());
    if (meant === undefined || touches(guarded, start, end)) continue;
    const after = withForm(meant, before);
    found.push({
      rule: 'typo/tone-place',
      start,
      end,
      before,
      after,
      confidence: 0.99,
      why: `“${nfc}” is no syllable`,
    });
  }
  return found;
}

/** Write a lower-case word in the case and the Unicode form of another. */
export function withForm(word: string, like: string): string {
  const cased =
    like === like.toLowerCase()
      ? word
      : like === like.toUpperCase() && [...like].length > 1
        ? word.toUpperCase()
        : (word[0] as string).toUpperCase() + word.slice(1);
  return like === like.normalize('NFC') ? cased : cased.normalize('NFD');
}
