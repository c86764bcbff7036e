/**
 * Which segments of a page stand in its gold text? Labels for training, and the ceiling of what choosing segments can reach.
 */
const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words in lower case; scripts written without spaces are cut into characters. */
export function tokens(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  return words.flatMap((w) => (noSpaces.test(w) ? [...w] : [w]));
}

interface Match {
  readonly at: number;
  readonly end: number;
  readonly hit: number;
}

/** Share of each segment's words that stand in the gold text, matched in order where order can be kept. */
export function align(segments: readonly string[], gold: string): number[] {
  const want = tokens(gold);
  const trigrams = new Map<string, number[]>();
  const single = new Map<string, number[]>();
  want.forEach((w, i) => {
    (single.get(w) ?? single.set(w, []).get(w)!).push(i);
    if (i + 2 < want.length) {
      const key = want.slice(i, i + 3).join(' ');
      (trigrams.get(key) ?? trigrams.set(key, []).get(key)!).push(i);
    }
  });
  const words = segments.map(tokens);
  const matches = words.map((mine): Match[] =>
    mine.length >= 3 ? longMatches(mine, trigrams) : shortMatches(mine, want, single),
  );
  const chosen = chain(matches, words, want.length);
  const covered = new Uint8Array(want.length);
  for (const m of chosen) if (m) covered.fill(1, m.at, m.end);
  return words.map((mine, i) => {
    const inOrder = chosen[i];
    if (inOrder) return inOrder.hit / mine.length;
    // Moved about by the labeller: believed only when long and not already found elsewhere.
    const other = matches[i]!.find(
      (m) => mine.length >= 6 && m.hit / mine.length > 0.8 && covered.subarray(m.at, m.end).every((c) => c === 0),
    );
    if (!other) return 0;
    covered.fill(1, other.at, other.end);
    return other.hit / mine.length;
  });
}

function longMatches(mine: readonly string[], trigrams: ReadonlyMap<string, readonly number[]>): Match[] {
  const votes = new Map<number, Set<number>>();
  for (let i = 0; i + 2 < mine.length; i += 1)
    for (const at of (trigrams.get(mine.slice(i, i + 3).join(' ')) ?? []).slice(0, 30)) {
      // Small insertions shift the diagonal; rounding lets near diagonals vote together.
      const set = votes.get(at - i) ?? new Set<number>();
      votes.set(at - i, set);
      for (let k = 0; k < 3; k += 1) set.add(i + k);
    }
  const merged: Match[] = [];
  const diagonals = [...votes.keys()].sort((a, b) => a - b);
  for (const d of diagonals) {
    const hits = new Set<number>();
    for (const e of diagonals) if (e >= d && e - d <= 12) for (const i of votes.get(e)!) hits.add(i);
    const at = Math.max(0, d + Math.min(...hits));
    merged.push({ at, end: d + Math.max(...hits) + 1, hit: hits.size });
  }
  return merged
    .sort((a, b) => b.hit - a.hit)
    .slice(0, 5)
    .filter((m) => m.hit >= mine.length * 0.4);
}

function shortMatches(
  mine: readonly string[],
  want: readonly string[],
  single: ReadonlyMap<string, readonly number[]>,
): Match[] {
  if (mine.length === 0) return [];
  return (single.get(mine[0]!) ?? [])
    .filter((at) => mine.every((w, k) => want[at + k] === w))
    .slice(0, 40)
    .map((at) => ({ at, end: at + mine.length, hit: mine.length }));
}

/** The heaviest chain of matches whose places in the gold text rise. */
function chain(
  matches: readonly (readonly Match[])[],
  words: readonly (readonly string[])[],
  length: number,
): (Match | undefined)[] {
  interface Link {
    readonly weight: number;
    readonly segment: number;
    readonly match: Match;
    readonly before: Link | undefined;
  }
  // Fenwick tree of the best chain that ends at or before a place.
  const tree: (Link | undefined)[] = new Array(length + 2);
  const best = (end: number): Link | undefined => {
    let top: Link | undefined;
    for (let i = end + 1; i > 0; i -= i & -i) if (tree[i] && (!top || tree[i]!.weight > top.weight)) top = tree[i];
    return top;
  };
  const put = (end: number, link: Link): void => {
    for (let i = end + 1; i < tree.length; i += i & -i) if (!tree[i] || tree[i]!.weight < link.weight) tree[i] = link;
  };
  let top: Link | undefined;
  matches.forEach((list, segment) => {
    const links = list.map((match): Link => {
      const before = best(match.at);
      const weight = match.hit * (match.hit / words[segment]!.length) - 0.2;
      return { weight: (before?.weight ?? 0) + weight, segment, match, before };
    });
    for (const link of links) {
      put(link.match.end, link);
      if (!top || link.weight > top.weight) top = link;
    }
  });
  const chosen: (Match | undefined)[] = matches.map(() => undefined);
  for (let link: Link | undefined = top; link; link = link.before) chosen[link.segment] = link.match;
  return chosen;
}
