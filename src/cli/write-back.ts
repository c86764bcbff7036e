import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { type PageInput, readError, realPath } from '../input/index.ts';
import { SachError } from '../model/index.ts';
import { refuseReadOnly, writeAtomically } from './atomic-file.ts';
import type { DraftOutcome } from './draft-job.ts';
import { hashOf, undoRecordOf } from './fix-record.ts';
import { refuseInput } from './output.ts';
import type { UndoReport } from './undo-report.ts';
import { markdownBeside } from './word-document.ts';
import { writeError } from './write-error.ts';

/**
 * Write a corrected draft where it came from, and return the file; undefined when there was nothing to write. A Word
 * document is written beside itself. A link stays a link; the file keeps its mode; the report is told before. Throws
 * SachError `changed-meanwhile`, `cannot-write`, `draft-not-file`, `docx-exists`, `output-is-input`.
 */
export async function writeBack(
  { source, file }: PageInput,
  outcome: DraftOutcome,
  report: UndoReport,
): Promise<string | undefined> {
  const { before, after, failure, sha256 } = outcome;
  if (failure || before === undefined || after === undefined) return undefined;
  if (file === undefined) throw new SachError('draft-not-file', { source });
  const target = markdownBeside(file);
  if (report.path !== undefined) refuseInput(report.path, { file: target ?? file });
  if (target !== undefined) {
    if (existsSync(target)) throw new SachError('docx-exists', { source, path: target });
    report.add({ ...undoRecordOf(outcome), created: target });
    await writeAtomically(target, after);
    return target;
  }
  if (before === after) return undefined;
  await replaceFile(file, source, {
    sha256: sha256 ?? '',
    text: after,
    beforeWriting: () => report.add(undoRecordOf(outcome)),
  });
  return file;
}

interface Replacing {
  /** Hash that the file must still have. */
  readonly sha256: string;
  readonly text: string;
  readonly beforeWriting?: () => void;
}

/** Replace a file's text if it still has the hash it had. */
export async function replaceFile(
  file: string,
  source: string,
  { sha256, text, beforeWriting }: Replacing,
): Promise<void> {
  const target = realPath(file) ?? file;
  let mode: number;
  try {
    if (hashOf(readFileSync(target)) !== sha256) throw new SachError('changed-meanwhile', { source });
    mode = statSync(target).mode;
  } catch (cause) {
    throw cause instanceof SachError ? cause : readError(source, cause);
  }
  refuseReadOnly(target, source);
  beforeWriting?.();
  await writeAtomically(target, text);
  try {
    chmodSync(target, mode & 0o7777);
  } catch (cause) {
    throw writeError(source, cause);
  }
}
