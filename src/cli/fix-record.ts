import { createHash } from 'node:crypto';
import { type Edit, type Finding, told } from '../model/index.ts';
import type { DraftOutcome } from './draft-job.ts';

/** What `sach fix -f json` says of a draft, and what `--undo` reads. */
export interface FixRecord {
  readonly source: string;
  /** The file that was made of a Word document. */
  readonly created?: string;
  /** The draft corrected, byte for byte as it is written. */
  readonly text: string;
  /** Offsets in the draft before correction, UTF-16 units, BOM counted. */
  readonly edits: readonly Omit<Edit, 'why'>[];
  readonly findings: readonly Finding[];
  /** Of the file before and after, hexadecimal: nothing is taken back from a file that changed meanwhile. */
  readonly sha256: { readonly before: string; readonly after: string };
}

export function recordOf({ source, changes, findings, after = '', sha256 = '' }: DraftOutcome): FixRecord {
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
        confidence: told(confidence),
      })),
    ),
    findings: findings.map(({ rule, level, message, line, column }) => ({ rule, level, message, line, column })),
    sha256: { before: sha256, after: hashOf(after) },
  };
}

export const hashOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
