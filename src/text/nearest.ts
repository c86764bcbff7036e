/** Of several names, the one that takes the fewest strokes to make of a mistyped one; capitals take none. */
export function nearest(typed: string, names: Iterable<string>): string {
  let best = { name: '', strokes: Number.POSITIVE_INFINITY };
  for (const name of names) {
    const strokes = strokesTo(typed, name);
    if (strokes < best.strokes) best = { name, strokes };
  }
  return best.name;
}

/** The same, unless more than half of the letters are other ones: then it was no slip. */
export function close(typed: string, names: Iterable<string>): string | undefined {
  const similar = nearest(typed, names);
  return similar !== '' && strokesTo(typed, similar) <= typed.length / 2 ? similar : undefined;
}

/** With fewer letters nobody means the rest. */
const minAbbreviation = 3;

function strokesTo(typed: string, name: string): number {
  const [from, to] = [typed.toLowerCase(), name.toLowerCase()];
  // `warn` is short for `warning`, not a slip for `never`.
  return from.length >= minAbbreviation && from !== to && to.startsWith(from) ? 1 : strokesBetween(from, to);
}

/** Letters to add, drop or replace (Levenshtein). */
export function strokesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
