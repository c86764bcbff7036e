import { editDraft, parseDraft } from '../drafts/index.ts';
import { draftKindOf, type PageInput, readDraftBytes } from '../input/index.ts';
import type { DraftChange, DraftFinding } from '../model/index.ts';
import type { DraftOutcome } from './draft-job.ts';
import type { DraftRun } from './draft-settings.ts';
import { replaceFile } from './write-back.ts';

/** Can `check --fix` write this draft? It changes files in place: no Word document, no standard input, nothing but UTF-8. */
export const isFixable = ({ file }: PageInput, { settings }: DraftRun): boolean =>
  settings.encoding === undefined && file !== undefined && draftKindOf(file) !== 'docx';

/** `check --fix`: make the certain fixes of a draft in place. Returns how many, and the findings that are left. */
export async function fixCertain(
  { file, source }: PageInput,
  { findings, sha256, failure }: DraftOutcome,
  { settings }: DraftRun,
): Promise<{ readonly fixed: number; readonly findings: readonly DraftFinding[] }> {
  const kind = file === undefined ? 'docx' : draftKindOf(file);
  const certain = apart(findings.filter(({ isCertain, fix }) => isCertain && fix));
  if (file === undefined || failure || kind === 'docx' || certain.length === 0) return { fixed: 0, findings };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readDraftBytes(file, source));
  const draft = parseDraft(source, text, kind, settings);
  const changes = certain.map((finding): DraftChange & { finding: DraftFinding } => ({
    rule: finding.rule,
    start: finding.start,
    end: finding.end,
    before: finding.fix?.before ?? '',
    after: finding.fix?.after ?? '',
    confidence: 1,
    edits: finding.fix?.edits ?? [],
    finding,
  }));
  const { text: after, applied } = editDraft(draft, changes, settings);
  if (after === text) return { fixed: 0, findings };
  await replaceFile(file, source, { sha256: sha256 ?? '', text: after });
  const places = new Set(applied.map(({ rule, start }) => `${rule} ${start}`));
  return {
    fixed: applied.length,
    findings: findings.filter(({ rule, start }) => !places.has(`${rule} ${start}`)),
  };
}

/** Findings whose edits do not touch; of two that do, the first stays. One may have edits on both sides of another. */
function apart(findings: readonly DraftFinding[]): DraftFinding[] {
  const taken = new Set<number>();
  return findings.filter(({ fix }) => {
    const units = (fix?.edits ?? []).flatMap(({ start, end }) =>
      Array.from({ length: Math.max(1, end - start) }, (_, i) => start + i),
    );
    if (units.some((unit) => taken.has(unit))) return false;
    for (const unit of units) taken.add(unit);
    return true;
  });
}
