import { readFileSync } from 'node:fs';
import { readError } from '../input/index.ts';
import { say } from '../messages/index.ts';
import { applyEdits, invertEdits, SachError } from '../model/index.ts';
import type { FixRecord } from './fix-record.ts';
import { type Terminal, tellError } from './terminal.ts';
import { replaceFile } from './write-back.ts';

/** `sach fix --undo report.json`: take a run back, byte for byte. A file that changed since is left alone and told. */
export async function undoRun(report: string, terminal: Terminal): Promise<number> {
  const records = readRecords(report);
  let done = 0;
  let failed = 0;
  for (const { source, text, edits, sha256 } of [...records].reverse()) {
    try {
      await replaceFile(source, source, sha256.after, applyEdits(text, invertEdits(edits)));
      done += 1;
    } catch (error) {
      if (!(error instanceof SachError)) throw error;
      tellError(error, terminal);
      failed += 1;
    }
  }
  if (terminal.verbosity !== 'quiet') terminal.tell(`${say(terminal.lang, 'fix/undone', { count: done })}\n`);
  return failed > 0 ? (done > 0 ? 1 : 2) : 0;
}

function readRecords(report: string): FixRecord[] {
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch (cause) {
    throw readError(report, cause);
  }
  try {
    const data: unknown = JSON.parse(text);
    const records = Array.isArray(data) ? data : [data];
    if (records.every(isRecord)) return records;
  } catch (cause) {
    throw new SachError('bad-undo', { source: report }, { cause });
  }
  throw new SachError('bad-undo', { source: report });
}

function isRecord(data: unknown): data is FixRecord {
  const record = data as Partial<FixRecord> | null;
  return (
    typeof record?.source === 'string' &&
    typeof record.text === 'string' &&
    Array.isArray(record.edits) &&
    typeof record.sha256?.after === 'string'
  );
}
