import { checkRules, type RuleRecord, rulesToldElsewhere } from '../check/index.ts';
import { typographyRules } from '../correct/index.ts';
import { junkRules } from '../extract/index.ts';

/** Every rule that a finding on a draft may name, by id; the record that works is stronger than one that only tells. */
export const draftRules: readonly RuleRecord[] = [
  ...new Map<string, RuleRecord>(
    [
      ...rulesToldElsewhere,
      ...checkRules,
      ...typographyRules.map(({ id, why, source, where, fixes, leaves }) => ({
        id,
        level: 'warning' as const,
        why,
        source,
        ...(where !== undefined && { where }),
        wrong: fixes.map(([wrong, right]) => `${wrong}  →  ${right}`),
        right: leaves,
      })),
      ...junkRules
        .filter(({ needs }) => needs === undefined)
        .map(({ id, error, why, source, drops, keeps }) => ({
          id,
          level: error ? ('error' as const) : ('warning' as const),
          why,
          source,
          wrong: drops,
          right: keeps,
        })),
    ].map((rule) => [rule.id, rule]),
  ).values(),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What may be written where a rule is meant: its id or its family. */
export const ruleNames: ReadonlySet<string> = new Set(draftRules.flatMap(({ id }) => [id, id.split('/')[0] ?? id]));

/** The page of a rule, as it is called in `docs/rules/`. */
export const ruleFile = (id: string): string => `${id.replace('/', '-')}.md`;
