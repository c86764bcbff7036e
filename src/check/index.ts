/** Checks of finished content: one file per rule family; each rule is a record that proves itself with examples. */
import type { Draft, DraftHit } from '../model/index.ts';
import { encodingRules } from './encoding.ts';
import { fieldRules } from './field.ts';
import { imageRules } from './image.ts';
import { findJunkLines, junkRules } from './junk.ts';
import { linkRules } from './link.ts';
import { markupRules } from './markup.ts';
import { pageRules } from './page.ts';
import type { CheckContext, CheckRule } from './rule.ts';
import { styleRules } from './style.ts';

export { localPath } from './link.ts';
export { DuplicateFinder, minSimilarity, sketchOf } from './near-duplicate.ts';
export { hardLines, matchLines, wholeLine } from './own-junk.ts';
export type { CheckContext, CheckRule, JunkLine } from './rule.ts';
export { type RuleRecord, rulesToldElsewhere } from './told-elsewhere.ts';

export const checkRules: readonly CheckRule[] = [
  ...encodingRules,
  ...junkRules,
  ...fieldRules,
  ...linkRules,
  ...imageRules,
  ...markupRules,
  ...pageRules,
  ...styleRules,
];

const hitsOf = (rules: readonly CheckRule[], draft: Draft, context: CheckContext): DraftHit[] =>
  rules.flatMap(({ id, level, find }) => find(draft, context).map((found) => ({ ...found, rule: id, level })));

const repairRules = checkRules.filter(({ isRepair }) => isRepair);

/**
 * Find what may be put right in a draft whatever its words are: letters in two characters, characters that nobody sees.
 * Pure.
 */
export const findRepairs = (draft: Draft): DraftHit[] => hitsOf(repairRules, draft, {});

/** Find everything that the rules find in a draft, in order of place. Pure. */
export function findHits(draft: Draft, context: CheckContext = {}): DraftHit[] {
  const hits = [...hitsOf(checkRules, draft, context), ...findJunkLines(draft, context)];
  return hits.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}
