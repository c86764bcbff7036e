import type { Region, Segment, Survey } from './classify/survey.ts';

/** Shorter lines come twice in any text: salutations, refrains, names. */
const minLineLetters = 40;
/** A second copy is nearly half of all that was chosen; a chorus sung again is less. */
const minCopyShare = 0.35;
/** The box of a copy adds a head and a foot of its own, no more. */
const minRepeatedInBox = 0.6;

/**
 * Portals that print through a script keep the whole article a second time in a box for the printer. The copy goes with its
 * box, so that the title, the date and the name which it repeats go too.
 */
export function withoutPrintCopy({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const firsts = new Map<string, number>();
  const chosen = segments.filter(({ index, text }) => kept[index] && text.length >= minLineLetters);
  const copies = chosen.filter(({ index, text }) => {
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, index);
    return first !== undefined;
  });
  const lettersOf = (some: readonly Segment[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  if (copies.length < 2 || lettersOf(copies) < minCopyShare * lettersOf(chosen)) return kept;
  const originals = copies.map(({ text }) => firsts.get(text) ?? 0);
  const box = boxOf(copies);
  if (!box || originals.some((index) => index >= box.first && index < box.last)) return kept;
  const inside = segments.slice(box.first, box.last).filter(({ index }) => kept[index]);
  if (lettersOf(copies) < minRepeatedInBox * lettersOf(inside)) return kept;
  return kept.map((keep, index) => keep && (index < box.first || index >= box.last));
}

/** The smallest region around some segments. */
function boxOf(segments: readonly Segment[]): Region | undefined {
  const from = segments[0]?.index ?? 0;
  const to = segments.at(-1)?.index ?? 0;
  let box = segments[0]?.region;
  while (box && !(box.first <= from && box.last > to)) box = box.parent;
  return box;
}
