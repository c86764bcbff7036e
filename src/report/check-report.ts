import type { DraftFinding, Level } from '../model/index.ts';

/** What a check found in one draft. */
export interface DraftReport {
  /** Path as the user named it, `/` between. */
  readonly source: string;
  readonly findings: readonly DraftFinding[];
}

/** What a check found, for programs that read it. */
export interface CheckReport {
  readonly drafts: readonly DraftReport[];
  /** `sach/<version>` without the name. */
  readonly version: string;
  readonly rules: readonly { readonly id: string; readonly why: string; readonly level: Level }[];
}

/** Findings that count: those of the baseline are told apart. */
export const isNew = (finding: DraftFinding): boolean => finding.isKnown !== true;
