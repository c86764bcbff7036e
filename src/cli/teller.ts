import { hintFor } from '../messages/index.ts';
import { type Level, SachError } from '../model/index.ts';
import type { FailLevel } from '../options.ts';
import { prettyExplanation, prettyFinding, prettyHint, type Tally } from '../report/index.ts';
import type { PageOutcome } from './page-job.ts';
import { type Terminal, tellError } from './terminal.ts';

const severity: Readonly<Record<FailLevel, number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** Tells each page's findings as it is done, and keeps what the end of the run needs: counts and the exit code. */
export class Teller {
  readonly #terminal: Terminal;
  readonly #hinted = new Set<string>();
  readonly #told: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  readonly #tally = {
    pages: 0,
    types: { article: 0, listing: 0, error: 0, empty: 0 },
    failed: 0,
    stubs: 0,
    edits: 0,
    suggestions: 0,
    removed: 0,
  };

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  get tally(): Tally {
    return this.#tally;
  }

  tell(outcome: PageOutcome, isStub: boolean): void {
    this.#tally.pages += 1;
    if (isStub) {
      this.#tally.stubs += 1;
      return;
    }
    if (outcome.pageType) this.#tally.types[outcome.pageType] += 1;
    this.#tally.edits += outcome.edits;
    this.#tally.suggestions += outcome.suggestions;
    this.#tally.removed += outcome.removed;
    if (outcome.failure) this.#tellFailure(outcome.failure);
    else this.#tellFindings(outcome);
    if (outcome.explanation)
      this.#terminal.tell(prettyExplanation(outcome.source, outcome.explanation, this.#terminal));
  }

  /** 2 when not one page could be read; 1 when something at or above the level was found; else 0. */
  exitCode(failOn: FailLevel): number {
    if (this.#tally.pages > 0 && this.#tally.failed === this.#tally.pages) return 2;
    const found = (['error', 'warning', 'info'] as const).some(
      (level) => this.#told[level] > 0 && severity[level] >= severity[failOn],
    );
    return found ? 1 : 0;
  }

  #tellFailure({ code, params }: NonNullable<PageOutcome['failure']>): void {
    this.#tally.failed += 1;
    this.#told.error += 1;
    tellError(new SachError(code, params), this.#terminal);
  }

  #tellFindings({ source, findings }: PageOutcome): void {
    const { verbosity, lang } = this.#terminal;
    const lowest = { quiet: 'error', normal: 'warning', verbose: 'info' } as const;
    for (const finding of findings) {
      this.#told[finding.level] += 1;
      if (severity[finding.level] < severity[lowest[verbosity]]) continue;
      this.#terminal.tell(prettyFinding(source, finding, this.#terminal));
      const hint = this.#hinted.has(finding.rule) ? undefined : hintFor(lang, finding.rule);
      this.#hinted.add(finding.rule);
      if (hint !== undefined) this.#terminal.tell(prettyHint(hint, this.#terminal));
    }
  }
}
