import { compose } from '../correct/index.ts';
import { editDraft, parseDraft } from '../drafts/index.ts';
import type { Draft, DraftChange, DraftEdit } from '../model/index.ts';
import { byPlace, type DraftCorrectOptions, type FoundChanges, findDraftChanges, type ToldChange } from './changes.ts';

export interface DraftChanges {
  /** Of the level asked for, in order of place. */
  readonly changes: readonly ToldChange[];
  /** Likely but below that level, or not possible without touching markup: shown, never written. */
  readonly suggestions: readonly DraftChange[];
}

export interface DraftCorrection extends DraftChanges {
  /** The whole draft, corrected; what is not text is byte for byte what it was. */
  readonly text: string;
}

/** More is refused only where refusing changed what else is wrong: never seen. */
const maxRounds = 8;

/**
 * Correct a draft: only the characters of the edits change. Pure. The corrector reads each text as its own corrections
 * leave it; where one of them would break the markup it is refused, and the text is read again with that place as it is.
 * So it is where a character went that nobody sees (it may have stood in a misspelt word), and where there is a house
 * style: behind its marks there may be a space too many, and a correction may stand in the way of what it asks for.
 */
export function correctDraft(
  draft: Draft,
  options: DraftCorrectOptions = {},
  rounds: number = maxRounds,
): DraftCorrection {
  const made = correctOnce(draft, options);
  const first = { ...made, suggestions: [...made.suggestions, ...made.refused].sort(byPlace) };
  const mayOpenMore = ({ rule }: DraftChange): boolean =>
    rule === 'encoding/invisible-character' || Object.keys(options.style ?? {}).length > 0;
  if (rounds === 1 || !first.changes.some(mayOpenMore)) return first;
  const second = correctDraft(parseDraft(draft.source, first.text, draft.kind, options), options, rounds - 1);
  const changes = composeChanges(draft.text, first.changes, second.changes);
  const taken = changes.flatMap(({ edits }) => edits);
  const isFree = ({ start, end }: DraftChange): boolean => !taken.some((edit) => edit.start < end && start < edit.end);
  return { text: second.text, changes, suggestions: first.suggestions.filter(isFree) };
}

/** Merge two rounds of changes into changes of the original; touching edits become one, in one of the two changes. */
function composeChanges(text: string, first: readonly ToldChange[], second: readonly ToldChange[]): ToldChange[] {
  const edits = (changes: readonly ToldChange[]) =>
    changes
      .flatMap((change) => change.edits.map((edit) => ({ ...edit, confidence: change.confidence, change })))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  const made = new Map<ToldChange, DraftEdit[]>();
  for (const { change, confidence: _, ...edit } of compose(text, edits(first), edits(second)))
    made.set(change, [...(made.get(change) ?? []), edit]);
  return [...made]
    .map(([change, own]) => ({
      ...change,
      ...(!first.includes(change) && { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 }),
      edits: own,
    }))
    .sort(byPlace);
}

interface MadeChanges extends FoundChanges {
  readonly text: string;
  /** With them the draft would no longer be read as the same markup. */
  readonly refused: readonly ToldChange[];
}

/** Correct a draft until nothing that is corrected breaks its markup. */
export function correctOnce(draft: Draft, options: DraftCorrectOptions): MadeChanges {
  const refused: ToldChange[] = [];
  for (let round = 1; ; round++) {
    const { changes, suggestions } = findDraftChanges(
      draft,
      options,
      refused.flatMap(({ edits }) => edits),
    );
    const edited = editDraft(draft, changes, options);
    refused.push(...edited.refused);
    if (edited.refused.length === 0 || round === maxRounds)
      return { text: edited.text, changes: edited.applied, suggestions, refused };
  }
}
