import { say } from '../messages/index.ts';
import { type Level, SachError } from '../model/index.ts';
import type { FailLevel } from '../options.ts';
import { prettyFinding } from '../report/index.ts';
import type { DraftOutcome } from './draft-job.ts';
import { type Terminal, tellError } from './terminal.ts';

/** Tells what there is to tell of each draft, and keeps the counts that the end of the run needs. */
export interface DraftTeller {
  tell(outcome: DraftOutcome): void;
  /** An error that a later step met: it counts as the draft's. */
  fail(error: SachError): void;
  sum(): void;
  exitCode(failOn: FailLevel): number;
}

export const severity: Readonly<Record<FailLevel, number>> = { info: 0, warning: 1, error: 2, never: 3 };
const lowestTold = { quiet: 'error', normal: 'info', verbose: 'info' } as const;

export function startDraftTelling(terminal: Terminal): DraftTeller {
  const found: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  const counts = { drafts: 0, changed: 0, corrections: 0, suggestions: 0, failed: 0 };
  return {
    tell(outcome) {
      counts.drafts += 1;
      counts.corrections += outcome.changes.length;
      counts.suggestions += outcome.suggestions.length;
      if (outcome.changes.length > 0) counts.changed += 1;
      if (outcome.failure) {
        counts.failed += 1;
        found.error += 1;
        tellError(new SachError(outcome.failure.code, outcome.failure.params), terminal);
        if (outcome.bug !== undefined) terminal.tell(`${outcome.bug}\n`);
        return;
      }
      for (const finding of outcome.findings) {
        found[finding.level] += 1;
        if (severity[finding.level] >= severity[lowestTold[terminal.verbosity]])
          terminal.tell(prettyFinding(outcome.source, finding, terminal));
      }
    },
    fail(error) {
      counts.failed += 1;
      found.error += 1;
      tellError(error, terminal);
    },
    sum() {
      if (terminal.verbosity !== 'quiet') terminal.tell(`${say(terminal.lang, 'fix/sum', counts)}\n`);
    },
    exitCode(failOn) {
      if (counts.drafts > 0 && counts.failed >= counts.drafts) return 2;
      const levels = ['error', 'warning', 'info'] as const;
      return levels.some((level) => found[level] > 0 && severity[level] >= severity[failOn]) ? 1 : 0;
    },
  };
}
