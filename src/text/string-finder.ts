/** Cases that `toLowerCase` leaves apart and patterns without regard to case do not. */
const longS = /ſ/g;
/** Letters in the case in which strings are compared where patterns have no regard to it. */
export const foldCase = (text: string): string => text.toLowerCase().replace(longS, 's');

/**
 * Which of many sets have one of their strings in a text, whatever the case: one look over the text for all of them.
 * Sets are in lower case; of an undefined set it is said that it might.
 */
export function stringFinder(sets: readonly (readonly string[] | undefined)[]): (text: string) => readonly number[] {
  const always: number[] = [];
  const single: { readonly string: string; readonly set: number }[] = [];
  const byStart = new Map<number, { readonly string: string; readonly third: number; readonly set: number }[]>();
  sets.forEach((strings, set) => {
    if (strings === undefined) always.push(set);
    for (const string of strings ?? []) {
      if (string.length < 2) single.push({ string, set });
      else {
        const key = keyAt(string, 0);
        const list = byStart.get(key) ?? [];
        list.push({ string, third: string.charCodeAt(2), set });
        byStart.set(key, list);
      }
    }
  });
  // Two letters that nothing starts with are passed by with one look into a table; few others have the same slot in it.
  const starts = new Uint8Array(slotMask + 1);
  for (const key of byStart.keys()) starts[slotOf(Math.floor(key / 0x10000), key % 0x10000)] = 1;
  return (text) => {
    const lower = foldCase(text);
    const found = new Set(always);
    for (const { string, set } of single) if (lower.includes(string)) found.add(set);
    let letter = lower.charCodeAt(0);
    for (let at = 0; at + 1 < lower.length; at++) {
      const next = lower.charCodeAt(at + 1);
      if (starts[slotOf(letter, next)] === 1)
        for (const { string, third, set } of byStart.get(keyAt(lower, at)) ?? [])
          if ((third === lower.charCodeAt(at + 2) || string.length < 3) && lower.startsWith(string, at)) found.add(set);
      letter = next;
    }
    return [...found].sort((a, b) => a - b);
  };
}

/** Two letters as one number. */
const keyAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const slotMask = 0xffff;
const slotOf = (letter: number, next: number): number => (Math.imul(letter, 0x9e37) ^ next) & slotMask;
