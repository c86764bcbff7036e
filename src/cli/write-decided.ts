import { editDraft, parseDraft } from '../drafts/index.ts';
import { say } from '../messages/index.ts';
import type { DraftChange } from '../model/index.ts';
import type { DraftInput } from './draft-batch.ts';
import type { DraftOutcome } from './draft-job.ts';
import type { DraftRun } from './draft-settings.ts';
import type { Terminal } from './terminal.ts';
import type { UndoReport } from './undo-report.ts';
import { writeBack } from './write-back.ts';

export interface DecidedWriting {
  readonly run: DraftRun;
  readonly report: UndoReport;
  readonly terminal: Terminal;
}

export interface WrittenDraft {
  /** With the changes that were made. */
  readonly outcome: DraftOutcome;
  /** Absent when there was nothing to write. */
  readonly path?: string;
  /** Left out: with them the draft would be read as other markup. */
  readonly refused: readonly DraftChange[];
}

/** Make the changes of a draft that a person agreed to, and tell. Throws what `writeBack` throws. */
export async function writeDecided(
  { input, outcome }: DraftInput,
  accepted: readonly DraftChange[],
  { run, report, terminal }: DecidedWriting,
): Promise<WrittenDraft> {
  const { before = '', kind = 'text' } = outcome;
  const draft = parseDraft(input.source, before, kind, run.settings);
  const { text, applied, refused } = editDraft(draft, accepted, run.settings);
  for (const { after } of refused) terminal.tell(`${say(terminal.lang, 'fix/refused', { after })}\n`);
  const corrected = { ...outcome, after: text, changes: applied };
  const path = await writeBack(input, corrected, report);
  if (path !== undefined && terminal.verbosity !== 'quiet')
    terminal.tell(`${say(terminal.lang, 'fix/written', { source: path, count: applied.length })}\n`);
  return { outcome: corrected, refused, ...(path !== undefined && { path }) };
}
