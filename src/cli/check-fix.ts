import { draftKindOf, type PageInput } from '../input/index.ts';
import type { DraftOutcome } from './draft-job.ts';
import type { DraftRun } from './draft-settings.ts';
import { hashOf } from './fix-record.ts';
import { replaceFile } from './write-back.ts';

/** Can `check --fix` write this draft? It changes files in place: no Word document, no standard input, nothing but UTF-8. */
export const isFixable = ({ file }: PageInput, { settings }: DraftRun): boolean =>
  settings.encoding === undefined && file !== undefined && draftKindOf(file) !== 'docx';

/**
 * `check --fix`: write a draft with its certain corrections. Returns what is then known of the file. Throws as `replaceFile`
 * does.
 */
export async function writeFixed({ file, source }: PageInput, outcome: DraftOutcome): Promise<DraftOutcome> {
  const { after, sha256 = '' } = outcome;
  if (file === undefined || after === undefined) return outcome;
  await replaceFile(file, source, { sha256, text: after });
  return { ...outcome, sha256: hashOf(after) };
}
