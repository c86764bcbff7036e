import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { say } from '../messages/index.ts';
import { applyEdits, invertEdits, SachError } from '../model/index.ts';
import { hashOf, readRecords, type UndoRecord } from './fix-record.ts';
import { type Terminal, tellError } from './terminal.ts';
import { replaceFile } from './write-back.ts';

/** `sach fix --undo report.json`: take a run back, byte for byte. A file that changed since is left alone and told. */
export async function undoRun(report: string, terminal: Terminal): Promise<number> {
  const records = readRecords(report);
  let done = 0;
  let failed = 0;
  for (const record of [...records].reverse()) {
    try {
      if (await takeBack(record, report)) done += 1;
    } catch (error) {
      if (!(error instanceof SachError)) throw error;
      tellError(error, terminal);
      failed += 1;
    }
  }
  if (terminal.verbosity !== 'quiet') terminal.tell(`${say(terminal.lang, 'fix/undone', { count: done })}\n`);
  return failed > 0 ? (done > 0 ? 1 : 2) : 0;
}

/** Returns whether there was something to take back: an interrupted run may have announced a change and not made it. */
async function takeBack(record: UndoRecord, report: string): Promise<boolean> {
  const { source, created, text, edits, sha256 } = record;
  const changed = created ?? source;
  const path = placeIn(record, changed, report);
  const now = hashOnDisk(path);
  if (created === undefined && now === sha256.before) return false;
  if (now !== undefined && now !== sha256.after) throw new SachError('changed-since', { source: changed });
  if (created === undefined) {
    if (now === undefined) throw new SachError('undo-not-found', { source });
    await replaceFile(path, source, { sha256: sha256.after, text: textBefore(source, text, edits) });
    return true;
  }
  if (now === undefined) return false;
  rmSync(path);
  return true;
}

/**
 * Where a file of a report is: seen from the folder that the run was started in, or from this one when the report was moved.
 */
function placeIn({ folder }: UndoRecord, path: string, report: string): string {
  const there = resolve(dirname(report), folder ?? '', path);
  return folder !== undefined && existsSync(there) ? there : path;
}

/**
 * The text before the edits. Throws SachError `bad-undo` when they are not those of the text: somebody has changed the
 * report.
 */
function textBefore(source: string, text: string, edits: UndoRecord['edits']): string {
  try {
    return applyEdits(text, invertEdits(edits));
  } catch (cause) {
    throw new SachError('bad-undo', { source }, { cause });
  }
}

function hashOnDisk(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return undefined;
  }
}
