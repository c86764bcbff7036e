import { hintFor } from '../messages/index.ts';
import { type Level, SachError } from '../model/index.ts';
import type { FailLevel } from '../options.ts';
import { prettyExplanation, prettyFinding, prettyHint, type Tally } from '../report/pretty.ts';
import { exitCodeOf, isAtLeast } from './exit-code.ts';
import type { PageOutcome } from './page-job.ts';
import { type Terminal, tellError } from './terminal.ts';

/** Tells each page's findings as it is done, and keeps what the end of the run needs: counts and the exit code. */
export interface Teller {
  /** `label`: how the page is named, when not by its source. */
  tell(outcome: PageOutcome, isStub: boolean, label?: string): void;
  tally(): Omit<Tally, 'records' | 'files'>;
  /** 2 when not one page could be read; 1 when something at or above the level was found; else 0. */
  exitCode(failOn: FailLevel): number;
}

const lowestTold = { quiet: 'error', normal: 'warning', verbose: 'info' } as const;

export function startTelling(terminal: Terminal): Teller {
  const found: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  const hinted = new Set<string>();
  const types = { article: 0, listing: 0, error: 0, empty: 0 };
  const counts = { pages: 0, failed: 0, stubs: 0, edits: 0, suggestions: 0, removed: 0 };

  const tellFindings = (source: string, findings: PageOutcome['findings']): void => {
    for (const finding of findings) {
      found[finding.level] += 1;
      if (!isAtLeast(finding.level, lowestTold[terminal.verbosity])) continue;
      terminal.tell(prettyFinding(source, finding, terminal));
      // A hint is told once: a folder of a hundred listings does not need it a hundred times.
      const hint = hinted.has(finding.rule) ? undefined : hintFor(terminal.lang, finding.rule);
      hinted.add(finding.rule);
      if (hint !== undefined) terminal.tell(prettyHint(hint, terminal));
    }
  };
  return {
    tell(outcome, isStub, label) {
      counts.pages += 1;
      if (isStub) {
        counts.stubs += 1;
        return;
      }
      const { failure, explanation, findings, source } = outcome;
      if (outcome.pageType) types[outcome.pageType] += 1;
      for (const key of ['edits', 'suggestions', 'removed'] as const) counts[key] += outcome[key];
      if (failure) {
        counts.failed += 1;
        found.error += 1;
        const params = label === undefined ? failure.params : { ...failure.params, source: label };
        tellError(new SachError(failure.code, params), terminal);
      } else tellFindings(label ?? source, findings);
      if (explanation) terminal.tell(prettyExplanation(label ?? source, explanation, terminal));
    },
    tally: () => ({ ...counts, types: { ...types } }),
    exitCode: (failOn) => exitCodeOf({ total: counts.pages, failed: counts.failed, found }, failOn),
  };
}
