import { say } from '../messages/index.ts';
import { type Level, SachError } from '../model/index.ts';
import type { FailLevel } from '../options.ts';
import { prettyChanges, prettyFinding } from '../report/index.ts';
import type { DraftOutcome } from './draft-job.ts';
import { exitCodeOf, isAtLeast } from './exit-code.ts';
import { type Terminal, tellError } from './terminal.ts';

/** Tells what there is to tell of each draft, and keeps the counts that the end of the run needs. */
export interface DraftTeller {
  tell(outcome: DraftOutcome): void;
  /** Count a draft that a person decides on: nothing more is told of it than the questions did. */
  count(outcome: Pick<DraftOutcome, 'changes'>): void;
  /** An error that a later step met: it counts as the draft's, and its corrections were not made. */
  fail(error: SachError, outcome: Pick<DraftOutcome, 'changes'>): void;
  /** One line at the end of a run; `isWritten`: the changes were made in the files. */
  sum(isWritten: boolean): void;
  exitCode(failOn: FailLevel): number;
}

const lowestTold = { quiet: 'error', normal: 'info', verbose: 'info' } as const;

export interface DraftTelling {
  readonly explain: boolean;
  /** The changes are shown and nobody makes them: they are findings, as in a check. */
  readonly isDryRun?: boolean;
}

export function startDraftTelling(terminal: Terminal, { explain, isDryRun }: DraftTelling): DraftTeller {
  const found: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  const counts = { drafts: 0, changed: 0, corrections: 0, suggestions: 0, failed: 0 };
  const count = ({ changes }: Pick<DraftOutcome, 'changes'>): void => {
    counts.drafts += 1;
    counts.corrections += changes.length;
    if (changes.length > 0) counts.changed += 1;
  };
  return {
    count,
    tell(outcome) {
      count(outcome);
      counts.suggestions += outcome.suggestions.length;
      if (outcome.failure) {
        counts.failed += 1;
        found.error += 1;
        tellError(new SachError(outcome.failure.code, outcome.failure.params), terminal);
        if (outcome.bug !== undefined) terminal.tell(`${outcome.bug}\n`);
        return;
      }
      if (isDryRun) for (const level of outcome.changeLevels ?? []) found[level] += 1;
      for (const finding of outcome.findings) {
        found[finding.level] += 1;
        if (isAtLeast(finding.level, lowestTold[terminal.verbosity]))
          terminal.tell(prettyFinding(outcome.source, finding, terminal));
      }
      if (explain && outcome.before !== undefined)
        terminal.tell(prettyChanges({ source: outcome.source, text: outcome.before }, outcome, terminal));
    },
    fail(error, { changes }) {
      counts.failed += 1;
      if (changes.length > 0) counts.changed -= 1;
      counts.corrections -= changes.length;
      found.error += 1;
      tellError(error, terminal);
    },
    sum(isWritten) {
      if (terminal.verbosity === 'quiet') return;
      const { lang } = terminal;
      const parts = [
        say(lang, isWritten ? 'fix/sum-written' : 'fix/sum', counts),
        ...(counts.suggestions > 0 ? [say(lang, 'fix/sum-suggestions', counts)] : []),
        ...(counts.failed > 0 ? [say(lang, 'fix/sum-failed', counts)] : []),
      ];
      terminal.tell(`${say(lang, 'check/drafts', { count: counts.drafts })}: ${parts.join('; ')}.\n`);
    },
    exitCode: (failOn) => exitCodeOf({ total: counts.drafts, failed: counts.failed, found }, failOn),
  };
}
