/** Of several names, the one that takes the fewest strokes to make of a mistyped one. */
export function nearest(typed: string, names: Iterable<string>): string {
  let best = { name: '', strokes: Number.POSITIVE_INFINITY };
  for (const name of names) {
    const strokes = strokesBetween(typed, name);
    if (strokes < best.strokes) best = { name, strokes };
  }
  return best.name;
}

/** The same, unless more than half of the letters are other ones: then it was no slip. */
export function close(typed: string, names: Iterable<string>): string | undefined {
  const similar = nearest(typed, names);
  return similar !== '' && strokesBetween(typed, similar) <= typed.length / 2 ? similar : undefined;
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
