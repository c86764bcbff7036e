import type { PageKind } from '../model/index.ts';
import { type Repaired, repairLetters } from './letters.ts';
import { reread } from './misread.ts';

/** Text can have been spoilt twice; more was never seen. */
const maxRounds = 4;

/** Undo what went wrong before the page was saved, until nothing more is found. NFC text → NFC text. */
export function repairText(text: string, kind: PageKind): Repaired {
  const repairs = new Map<string, number>();
  let now = text;
  for (let round = 0; round < maxRounds; round++) {
    const before = now;
    for (const repair of [(from: string) => reread(from, kind), repairLetters]) {
      const result = repair(now);
      if (result.text === now) continue;
      for (const [id, count] of result.repairs) repairs.set(id, (repairs.get(id) ?? 0) + count);
      now = result.text.normalize('NFC');
    }
    if (now === before) break;
  }
  return { text: now, repairs };
}
