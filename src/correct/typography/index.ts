import type { TextRange } from '../../model/index.ts';
import type { Proposal } from '../proposal.ts';
import { touches } from '../protect.ts';
import { typographyRules } from './rules.ts';

/** Slips of spacing and punctuation of one text, in no order. */
export function findTypography(text: string, guarded: readonly TextRange[]): Proposal[] {
  const found: Proposal[] = [];
  for (const rule of typographyRules) {
    if (!rule.hint.test(text)) continue;
    for (const match of text.matchAll(rule.pattern())) {
      const after = rule.replace(match);
      const start = match.index;
      const end = start + match[0].length;
      if (after === undefined || after === match[0] || touches(guarded, start, end)) continue;
      found.push(trimmed({ rule: rule.id, start, end, before: match[0], after, confidence: rule.confidence }));
    }
  }
  return found;
}

/** The same change without the letters that stay: the rest is free for other edits. */
function trimmed(proposal: Proposal): Proposal {
  const { before, after } = proposal;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    ...proposal,
    start: proposal.start + head,
    end: proposal.end - tail,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}
