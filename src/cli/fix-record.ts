import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readError } from '../input/index.ts';
import { type Edit, type Finding, roundConfidence, SachError } from '../model/index.ts';
import type { DraftOutcome } from './draft-job.ts';

/** What `sach fix -f json` says of a draft. */
export interface FixRecord {
  readonly source: string;
  /** The draft corrected, byte for byte as it is written. */
  readonly text: string;
  /** Offsets in the draft before correction, UTF-16 units, BOM counted. */
  readonly edits: readonly Omit<Edit, 'why'>[];
  readonly findings: readonly Finding[];
}

/** What a report tells of a draft that was changed, and what `--undo` reads. */
export interface UndoRecord extends FixRecord {
  /** The folder that the run was started in, seen from that of the report. Reports of old do not tell it. */
  readonly folder?: string;
  /** The file that was made of a Word document. */
  readonly created?: string;
  /** Of the file before and after, hexadecimal: nothing is taken back from a file that changed meanwhile. */
  readonly sha256: { readonly before: string; readonly after: string };
}

export function recordOf({ source, changes, findings, after = '' }: DraftOutcome): FixRecord {
  return {
    source,
    text: after,
    edits: changes.flatMap(({ rule, confidence, edits }) =>
      edits.map(({ start, end, before, after: text }) => ({
        rule,
        field: 'text' as const,
        start,
        end,
        before,
        after: text,
        confidence: roundConfidence(confidence),
      })),
    ),
    findings: findings.map(({ rule, level, message, line, column }) => ({ rule, level, message, line, column })),
  };
}

export function undoRecordOf(outcome: DraftOutcome): UndoRecord {
  const { after = '', sha256 = '' } = outcome;
  return { ...recordOf(outcome), sha256: { before: sha256, after: hashOf(after) } };
}

export const hashOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The records of a report. Throws SachError `bad-undo` for what is none, `not-found`, `cannot-read`. */
export function readRecords(report: string): UndoRecord[] {
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch (cause) {
    throw readError(report, cause);
  }
  try {
    const data: unknown = JSON.parse(closed(text));
    const records = Array.isArray(data) ? data : [data];
    if (records.every(isRecord)) return records;
  } catch (cause) {
    throw new SachError('bad-undo', { source: report }, { cause });
  }
  throw new SachError('bad-undo', { source: report });
}

/** The list of a run that was interrupted has no end: it is read up to its last whole record. */
function closed(text: string): string {
  if (!text.startsWith('[\n{') || text.trimEnd().endsWith(']')) return text;
  const end = text.lastIndexOf('\n}');
  return end < 0 ? '[]' : `${text.slice(0, end)}\n}]`;
}

function isRecord(data: unknown): data is UndoRecord {
  const record = data as Partial<UndoRecord> | null;
  return (
    typeof record?.source === 'string' &&
    typeof record.text === 'string' &&
    Array.isArray(record.edits) &&
    typeof record.sha256?.after === 'string'
  );
}
