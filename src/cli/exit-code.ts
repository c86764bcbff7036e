import type { Level } from '../model/index.ts';
import type { FailLevel } from '../options.ts';

const severity: Readonly<Record<FailLevel, number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** Is a level as bad as another one, or worse? Nothing is as bad as `never`. */
export const isAtLeast = (level: Level, lowest: FailLevel): boolean => severity[level] >= severity[lowest];

/** What was worked on, what of it could not be done, and how many findings of each level there are. */
export interface Outcome {
  readonly total: number;
  readonly failed: number;
  readonly found: Readonly<Record<Level, number>>;
}

/** 2 when nothing at all could be done; 1 when something at or above the level was found; else 0. */
export function exitCodeOf({ total, failed, found }: Outcome, failOn: FailLevel): number {
  if (total > 0 && failed >= total) return 2;
  const levels = ['error', 'warning', 'info'] as const;
  return levels.some((level) => found[level] > 0 && isAtLeast(level, failOn)) ? 1 : 0;
}
