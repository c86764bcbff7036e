import { type CheckContext, findHits, type JunkLine, localPath, sketchOf } from '../check/index.ts';
import { findDirectives, findDisabled, isDisabled, joinPassages, lineStarts } from '../drafts/index.ts';
import { junkRules, readyRule } from '../extract/index.ts';
import type { Draft, DraftFinding, DraftHit } from '../model/index.ts';
import { nearest } from '../text/index.ts';
import type { DraftCorrectOptions, ToldChange } from './changes.ts';
import { correctOnce } from './correct.ts';
import { type FindingOptions, toFindings } from './findings.ts';
import { ruleNames } from './rules.ts';

export interface DraftCheckOptions extends DraftCorrectOptions, CheckContext, FindingOptions {}

/**
 * Check a finished draft: what is misspelt, damaged, left over, missing or broken. Pure: what only the network knows comes
 * in as `more`.
 */
export function checkDraft(
  draft: Draft,
  options: DraftCheckOptions = {},
  more: readonly DraftHit[] = [],
): DraftFinding[] {
  const { changes, suggestions, refused } = correctOnce(draft, options);
  const disabled = findDisabled(draft);
  const toHit = (change: ToldChange): DraftHit => ({ ...change, changes: [change] });
  const notices = draft.notices.map((notice) => ({ ...notice, ...rangeOfLine(draft, notice.line ?? 1) }));
  // What can be put right is told as the corrector leaves it.
  const toldOnly = findHits(draft, options).filter(({ changes: own }) => own === undefined);
  const found = [...toldOnly, ...findUnknownRules(draft, options), ...more, ...notices].filter(
    ({ rule, start }) => !isDisabled(disabled, rule, start),
  );
  const hits: DraftHit[] = [
    ...[...changes, ...suggestions].map(toHit),
    ...refused.map((change) => ({ ...toHit(change), isRefused: true as const })),
    ...found,
  ];
  return toFindings(draft, hits, options);
}

/** Comments that name a rule that does not exist, and so switch nothing off. */
function findUnknownRules(draft: Draft, { junk = [] }: CheckContext): DraftHit[] {
  const names = new Set(['*', ...ruleNames, ...junk.map(({ id }) => id)]);
  return findDirectives(draft).flatMap(({ rules, start, end }) =>
    rules
      .filter((name) => !names.has(name))
      .map((name) => ({
        rule: 'markup/unknown-rule',
        level: 'warning' as const,
        start,
        end,
        params: { name, similar: nearest(name, names) },
      })),
  );
}

function rangeOfLine({ text }: Draft, line: number) {
  const starts = lineStarts(text);
  const start = starts[line - 1] ?? 0;
  return { start, end: starts[line] ?? text.length };
}

/** Does the draft switch a rule off that is about all of it, wherever the comment stands? */
export const isSwitchedOff = (draft: Draft, rule: string): boolean =>
  findDisabled(draft).some((part) => isDisabled([part], rule, part.start));

/** What near duplicates are found by. */
export function sketchOfDraft(draft: Draft): readonly number[] | undefined {
  return sketchOf(joinPassages(draft.passages).text);
}

/** The files beside the draft that it names. */
export function usedPaths({ links, images }: Draft): string[] {
  return [...links.map(({ href }) => href), ...images.map(({ src }) => src)]
    .map(localPath)
    .filter((path) => path !== undefined);
}

/**
 * Lines of templates and servers that `clean` removes, for content in which they stayed. Rules that need to see the page
 * round the line are left out: in a finished draft there is none.
 */
export function builtInJunk(): readonly JunkLine[] {
  return junkRules
    .filter(({ needs }) => needs === undefined)
    .map((rule) => ({
      id: rule.id,
      level: rule.error ? 'error' : 'warning',
      whole: readyRule(rule).whole,
      ...(rule.error && { isError: true }),
    }));
}
