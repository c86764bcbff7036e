import { isSyllable } from '../../text/index.ts';

/** How far back a sentence is looked at. */
const window = 80;

/** French sets a space before these marks, and before no comma or stop. */
const spacedMark = /^[ \u00a0]+[;:!?]/;

/**
 * Does the space at `at` stand behind a foreign sentence and before a mark that French sets apart: “Où est la gare ?”. One
 * foreign word shows nothing, “Website :”, and capitals may be an abbreviation; of two and more at least half must be no
 * syllable of ours.
 */
export function isFrenchSpace(text: string, at: number): boolean {
  if (!spacedMark.test(text.slice(at, at + 4))) return false;
  const [clause = ''] = text
    .slice(Math.max(0, at - window), at)
    .split(/[.;:!?«“”"\n]/)
    .slice(-1);
  const words = (clause.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word !== word.toUpperCase());
  const foreign = words.filter((word) => !isSyllable(word.toLowerCase())).length;
  return words.length > 1 && 2 * foreign >= words.length;
}
