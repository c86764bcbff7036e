import type { PageKind } from '../model/index.ts';
import { syllableShare } from '../text/index.ts';
import { toNfc } from './census.ts';
import { expandEntities, showEntities, writtenAs } from './entities.ts';
import { invisible, type Repaired, repairLetters } from './letters.ts';
import { reread } from './misread.ts';

/** Text can have been spoilt twice; more was never seen. */
const maxRounds = 4;

/**
 * Undo what went wrong before the page was saved, until nothing more is found. Text → NFC text. `done`: whether letters
 * stand in the place of their entities already, and how many zero-width characters are gone.
 */
export function repairText(text: string, kind: PageKind, done = { isExpanded: false, invisible: 0 }): Repaired {
  const repairs = new Map<string, number>(done.invisible > 0 ? [[invisible, done.invisible]] : []);
  const steps = [(from: string) => showLetters(from, kind), (from: string) => reread(from, kind), repairLetters];
  let now = toNfc(kind === 'html' && !done.isExpanded ? expandEntities(text, writtenAs) : text);
  for (let round = 0; round < maxRounds; round++) {
    const before = now;
    for (const repair of steps) {
      const result = repair(now);
      if (result.text === now) continue;
      for (const [id, count] of result.repairs) repairs.set(id, (repairs.get(id) ?? 0) + count);
      now = toNfc(result.text);
    }
    if (now === before) break;
  }
  return { text: now, repairs };
}

function showLetters(text: string, kind: PageKind): Repaired {
  const shown = showEntities(text, kind === 'html');
  return shown === text || syllableShare(shown) < syllableShare(text)
    ? { text, repairs: new Map() }
    : { text: shown, repairs: new Map([['entities/shown', 1]]) };
}
