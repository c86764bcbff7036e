import type { DraftFinding, Level } from '../model/index.ts';

/** What a check found in one draft. */
export interface DraftReport {
  /** Path seen from the working folder, `/` between; of a draft outside of it as the user named it. */
  readonly source: string;
  /** Address of a draft that lies outside the working folder. */
  readonly url?: string;
  readonly findings: readonly DraftFinding[];
}

/** What a report knows of the run. */
export interface ReportedRun {
  /** `sach/<version>` without the name. */
  readonly version: string;
  readonly rules: readonly { readonly id: string; readonly why: string; readonly level: Level }[];
  /** What to do about a rule, the user's own too: where it is told at length, how it is switched off. */
  readonly helpOf: (id: string) => string;
  /** Does a finding of this level make the run fail? */
  readonly isFailure: (level: Level) => boolean;
}

/** A report that grows draft by draft, so that no number of findings has to be held in memory. */
export interface Reporter {
  /** What comes next in the report. */
  add(report: DraftReport): string;
  /** What closes it; after it nothing may be added. */
  end(): string;
}

/** Findings that count: those of the baseline are told apart. */
export const isNew = (finding: DraftFinding): boolean => finding.isKnown !== true;

/** A JSON array that grows: what to write for each item, and at the end. */
export function growingArray(): { item(data: unknown): string; end(): string } {
  let isEmpty = true;
  return {
    item(data) {
      const opening = isEmpty ? '[' : ',';
      isEmpty = false;
      return `${opening}\n  ${JSON.stringify(data, undefined, 2).replaceAll('\n', '\n  ')}`;
    },
    end: () => (isEmpty ? '[]\n' : '\n]\n'),
  };
}
