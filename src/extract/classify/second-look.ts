/**
 * What a segment is judged by when the whole page has been judged once: how likely its neighbours, the boxes around it and
 * the segments of its make are, and how sure the first look was of the page. A line between two paragraphs of the article is
 * the article's; so is the tenth card of a list whose other nine are.
 */
import { makeOf, type Region, type Segment, type Survey } from './survey.ts';

/** Steps up the boxes around a segment. */
const levels = [0, 1, 2, 3, 4, 6, 8] as const;
const neighbours = [-3, -2, -1, 1, 2, 3] as const;
/** Segments to either side that count as near. */
const windows = [6, 20] as const;
/** Segments of one make: same tag and class, in a box of any or of the same tag and class. */
const makes = ['own', 'ownInBox'] as const;
/** Probability from which a line counts as article text when distances are measured. */
const likely = 0.5;
/** Cap on distances, in segments. */
const farAway = 99;

/**
 * Names of the numbers, in the order of a row: all are chances, shares and short distances, which mean the same on any page.
 */
export const secondNames: readonly string[] = [
  'odds',
  ...neighbours.map((n) => `near${n}.odds`),
  ...windows.map((n) => `within${n}`),
  ...levels.map((n) => `up${n}`),
  ...makes,
  'likelier.words',
  'likelier.right',
  'likelier.f1',
  'sinceLikely',
  'untilLikely',
  'page.expectedF1',
  'page.mean',
  'page.most',
  'page.unsure',
];

const clamp = (p: number): number => Math.min(0.9999, Math.max(0.0001, p));
const oddsOf = (p: number): number => Math.log(p / (1 - p));

/** Sums up to and without each index. */
function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = sums[i]! + value;
  });
  return sums;
}

/** Rows of all segments of a page, laid end to end; `words` is 0 for segments that are not asked about. */
export function secondLook(
  { segments }: Survey,
  probability: ArrayLike<number>,
  words: readonly number[],
): { readonly rows: Float32Array; readonly width: number } {
  const width = secondNames.length;
  const count = segments.length;
  const rows = new Float32Array(count * width);
  const chances = Array.from({ length: count }, (_, i) => clamp(probability[i]!));
  const odds = chances.map(oddsOf);
  const right = words.map((n, i) => n * chances[i]!);
  const wordsUpTo = runningSums(words);
  const rightUpTo = runningSums(right);
  const allWords = wordsUpTo[count]!;
  const allRight = rightUpTo[count]!;
  /** Share of the words between two indexes that are likely the article's; half a word keeps empty parts defined. */
  const meanOf = (from: number, to: number): number =>
    (rightUpTo[to]! - rightUpTo[from]!) / (wordsUpTo[to]! - wordsUpTo[from]! + 0.5);
  const groups = makes.map((_, outer) => groupsOf(segments, words, right, outer));
  const { wordsOver, rightOver } = likelierThan(chances, words, right);
  const f1s = chances.map((_, i) => (2 * rightOver[i]!) / (wordsOver[i]! + allRight + 1e-9));
  const likelies = chances.flatMap((p, i) => (p > likely && words[i]! > 0 ? [i] : []));
  const page = [
    f1s.reduce((most, f1) => Math.max(most, f1), 0),
    allRight / (allWords + 1),
    chances.reduce((most, p, i) => (words[i]! > 0 ? Math.max(most, p) : most), 0),
    right.reduce((sum, n, i) => sum + n * (1 - chances[i]!), 0) / (allRight + 1),
  ];
  let passed = 0;
  for (let i = 0; i < count; i += 1) {
    let at = i * width;
    const put = (value: number): void => {
      rows[at] = value;
      at += 1;
    };
    put(odds[i]!);
    for (const n of neighbours) put(odds[i + n] ?? -9);
    for (const n of windows) put(meanOf(Math.max(0, i - n), Math.min(count, i + n + 1)));
    let region: Region = segments[i]!.region;
    let level = 0;
    for (const wanted of levels) {
      while (level < wanted) {
        region = region.parent ?? region;
        level += 1;
      }
      put(meanOf(region.first, region.last));
    }
    for (const group of groups) put(group[i]!.right / (group[i]!.words + 0.5));
    put(wordsOver[i]! / (allWords + 1));
    put(rightOver[i]! / (allRight + 1));
    put(f1s[i]!);
    while (passed < likelies.length && likelies[passed]! < i) passed += 1;
    put(passed > 0 ? Math.min(farAway, i - likelies[passed - 1]!) : farAway);
    put(passed < likelies.length ? Math.min(farAway, likelies[passed]! - i) : farAway);
    for (const value of page) put(value);
  }
  return { rows, width };
}

interface Group {
  words: number;
  right: number;
}

/** The group of each segment: those whose boxes have the same tag and class, `outer` boxes up included. */
function groupsOf(
  segments: readonly Segment[],
  words: readonly number[],
  right: readonly number[],
  outer: number,
): readonly Group[] {
  const groups = new Map<string, Group>();
  const madeAs = new Map<Region, Group>();
  return segments.map(({ region }, i) => {
    let group = madeAs.get(region);
    if (!group) {
      const key = outer > 0 && region.parent ? `${makeOf(region)}>${makeOf(region.parent)}` : makeOf(region);
      group = groups.get(key) ?? { words: 0, right: 0 };
      groups.set(key, group);
      madeAs.set(region, group);
    }
    group.words += words[i]!;
    group.right += right[i]!;
    return group;
  });
}

/** Words, and words likely right, of all segments at least as likely as each. */
function likelierThan(chances: readonly number[], words: readonly number[], right: readonly number[]) {
  const order = chances.map((_, i) => i).sort((a, b) => chances[b]! - chances[a]!);
  const wordsOver = new Float64Array(chances.length);
  const rightOver = new Float64Array(chances.length);
  let sumWords = 0;
  let sumRight = 0;
  for (const i of order) {
    sumWords += words[i]!;
    sumRight += right[i]!;
    wordsOver[i] = sumWords;
    rightOver[i] = sumRight;
  }
  return { wordsOver, rightOver };
}
