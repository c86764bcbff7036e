/** What stands before and after a segment: the three to either side each, and a dozen together. */
import type { Segment } from '../survey.ts';
import { log, type Put, share } from './row.ts';
import { type TextFacts, tagIndex } from './text.ts';

const offsets = [-3, -2, -1, 1, 2, 3] as const;
/** Segments to either side that are summed up. */
const wide = 6;

/** Feature names, in the order in which `putNeighbours` writes them. */
export const neighbourNames: readonly string[] = [
  ...offsets.flatMap((n) => ['chars', 'links', 'sentences', 'sameBox', 'tag'].map((name) => `near${n}.${name}`)),
  'wide.chars',
  'wide.links',
  'wide.sentences',
];

/** Write what stands around segment `i`. */
export function putNeighbours(segments: readonly Segment[], texts: readonly TextFacts[], i: number, put: Put): void {
  for (const offset of offsets) {
    const other = segments[i + offset];
    put(other ? log(other.text.length) : -1);
    put(other ? share(other.linkChars, other.text.length) : -1);
    put(other ? log(texts[i + offset]!.sentences) : -1);
    put(other ? nearness(other, segments[i]!) : -1);
    put(other ? tagIndex(other.region.element.name) : -1);
  }
  let chars = 0;
  let links = 0;
  let sentences = 0;
  for (let j = Math.max(0, i - wide); j <= i + wide && j < segments.length; j += 1) {
    chars += segments[j]!.text.length;
    links += segments[j]!.linkChars;
    sentences += texts[j]!.sentences;
  }
  put(log(chars));
  put(share(links, chars));
  put(log(sentences));
}

/** 2 in the same paragraph, 1 in one beside it in the same box, 0 elsewhere. */
function nearness({ region: a }: Segment, { region: b }: Segment): number {
  if (a === b) return 2;
  return a.parent === b.parent ? 1 : 0;
}
