import { type CorrectOptions, correctTexts } from './correct/index.ts';
import { editDraft, findDisabled, isDisabled, joinPassages, placeChange } from './drafts/index.ts';
import type { Draft, DraftChange } from './model/index.ts';

export interface DraftChanges {
  /** Of the level asked for, in order of place. */
  readonly changes: readonly DraftChange[];
  /** Likely but below that level, or not possible without touching markup: shown, never written. */
  readonly suggestions: readonly DraftChange[];
}

export interface DraftCorrection extends DraftChanges {
  /** The whole draft, corrected; what is not text is byte for byte what it was. */
  readonly text: string;
}

export interface DraftCorrectOptions extends CorrectOptions {
  /** Front-matter keys whose values are text to read. */
  readonly textKeys?: readonly string[];
}

/** Find the corrections of a draft without making them. */
export function findDraftChanges(draft: Draft, options: DraftCorrectOptions = {}): DraftChanges {
  const joined = joinPassages(draft.passages);
  const [found] = correctTexts([joined], options);
  const disabled = findDisabled(draft);
  const placed = (corrections: NonNullable<typeof found>['edits']): DraftChange[] =>
    corrections
      .map((correction) => placeChange(joined, correction, draft.text))
      .filter((change) => change !== undefined)
      .filter(({ rule, start }) => !isDisabled(disabled, rule, start))
      .sort(byPlace);
  return { changes: placed(found?.edits ?? []), suggestions: placed(found?.suggestions ?? []) };
}

const byPlace = (a: DraftChange, b: DraftChange): number => a.start - b.start || a.end - b.end;

/** Correct a draft: only the characters of the edits change. Pure. */
export function correctDraft(draft: Draft, options: DraftCorrectOptions = {}): DraftCorrection {
  const { changes, suggestions } = findDraftChanges(draft, options);
  const { text, applied, refused } = editDraft(draft, changes, options);
  return { text, changes: applied, suggestions: [...suggestions, ...refused].sort(byPlace) };
}
