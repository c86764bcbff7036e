/**
 * Junk inside the body: each rule is a record in a file of its topic, and proves itself with lines it drops and lines it
 * keeps (`test/rules.test.ts`).
 */
import type { AnyNode, Element } from '../../dom/index.ts';
import { findClassBoxes } from './find-boxes.ts';
import { findJunkLines, type JunkContext } from './find-lines.ts';
import { type JunkHit, toHits } from './hit.ts';
import { readyRule, ruleFinder } from './ready.ts';
import { junkRules } from './rules.ts';

export { type ClassBox, classBoxes } from './class-boxes.ts';
export { findClassBoxes } from './find-boxes.ts';
export { findJunkLines } from './find-lines.ts';
export { findGluedTags, type GluedTags } from './glued-tags.ts';
export { type ReadyRule, type RuleFinder, readyRule, ruleFinder } from './ready.ts';
export type { JunkGuards, JunkRule } from './rule.ts';
export { junkRules } from './rules.ts';

/** Nodes inside the body that are junk, each with the rule that says so. Changes nothing. */
export function findJunk(root: Element, context: JunkContext = {}): readonly JunkHit[] {
  const named = findClassBoxes(root);
  const inNamed = new Set(named.map(({ node }) => node));
  const lines = toHits(root, findJunkLines(root, context));
  const isNew = ({ node }: JunkHit): boolean => {
    for (let up: AnyNode | null = node; up && up !== root; up = up.parent) if (inNamed.has(up)) return false;
    return true;
  };
  return [...named, ...lines.filter(isNew)];
}

const neverTitles = ruleFinder(junkRules.filter(({ neverTitle }) => neverTitle).map((rule) => readyRule(rule)));

/** Is a line that of a counter, a clock or a log-in box, which heads no article however large it is set? */
export const isNeverTitle = (text: string): boolean => neverTitles(text).length > 0;
