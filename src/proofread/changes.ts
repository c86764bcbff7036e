import { findRepairs } from '../check/index.ts';
import { type CorrectOptions, correctTexts, findPoems } from '../correct/index.ts';
import { findDisabled, inLines, isDisabled, type JoinedText, joinPassages, placeChange } from '../drafts/index.ts';
import type { Draft, DraftChange, DraftEdit, DraftHit, Level, TextRange } from '../model/index.ts';
import { letterFormOf, type Style } from '../text/index.ts';
import type { FindingOptions } from './findings.ts';
import { type Correction, findStyle, restyle } from './style.ts';

export interface DraftCorrectOptions extends CorrectOptions {
  /** Front-matter keys whose values are text to read. */
  readonly textKeys?: readonly string[];
  /** Forms that the house style asks for; without it both forms stay as they are. */
  readonly style?: Style;
  /** Level of a rule, as the configuration says: one that is `off` corrects nothing. */
  readonly levelOf?: NonNullable<FindingOptions['levelOf']>;
}

/** In order of place. */
export const byPlace = (a: DraftChange, b: DraftChange): number => a.start - b.start || a.end - b.end;

/** A change as it is told. */
export type ToldChange = DraftChange & Pick<DraftHit, 'level' | 'params'>;

const toldAt =
  (level: Level) =>
  (change: DraftChange): ToldChange => ({ ...change, level });

/** What can be changed in a draft. */
export interface FoundChanges {
  /** Corrections, and what is put right whatever the words are: no two touch the same letters. */
  readonly changes: readonly ToldChange[];
  readonly suggestions: readonly ToldChange[];
}

const splitAccents = 'encoding/split-accents';

/** Find the corrections of a draft without making them; what stands at `kept` is left as it is. */
export function findDraftChanges(
  draft: Draft,
  options: DraftCorrectOptions = {},
  kept: readonly TextRange[] = [],
): FoundChanges {
  const joined = joinPassages(draft.passages, kept);
  const isOff = (rule: string): boolean => options.levelOf?.(rule, 'warning') === 'off';
  const verse = findPoems(inLines(joined, draft.text));
  const [found] = correctTexts([{ ...joined, verse }], { ...options, isOff });
  const disabled = findDisabled(draft);
  const itsForm = letterFormOf(draft.text);
  // Where letters in two characters are put right, so are those that are written anew.
  const inItsForm = (text: string, at: number): string =>
    isOff(splitAccents) || isDisabled(disabled, splitAccents, at) ? itsForm(text) : text;
  const placed = (corrections: readonly Correction[]): DraftChange[] =>
    corrections
      .map((correction) => placeCorrection(joined, correction, draft.text))
      .filter((change) => change !== undefined)
      .map((change) => ({
        ...change,
        edits: change.edits.map((edit) => ({ ...edit, after: inItsForm(edit.after, edit.start) })),
      }))
      .filter(({ rule, start }) => !isDisabled(disabled, rule, start))
      .sort(byPlace);
  const style = isOff('typo/style') ? {} : (options.style ?? {});
  const corrections = (found?.edits ?? []).map((edit) => ({
    ...edit,
    after: restyle(edit.after, style, options.words),
  }));
  const wanted = findStyle(joined.text, style, options.words, [...joined.fixed, ...corrections]);
  const changes = placed([...corrections, ...wanted]);
  const taken = lettersOf([...kept, ...changes.flatMap(({ edits }) => edits)]);
  const repairs = findRepairs(draft)
    .filter(({ rule, start }) => !isOff(rule) && !isDisabled(disabled, rule, start))
    .flatMap((repair) =>
      repairOf(repair, (edit) => !isDisabled(disabled, repair.rule, edit.start) && !isTaken(taken, edit)),
    );
  return {
    changes: [...changes.map(toldAt('warning')), ...repairs].sort(byPlace),
    suggestions: placed(found?.suggestions ?? []).map(toldAt('info')),
  };
}

/** The letters in some ranges, by their offsets. */
const lettersOf = (ranges: readonly TextRange[]): ReadonlySet<number> =>
  new Set(ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));

function isTaken(taken: ReadonlySet<number>, { start, end }: TextRange): boolean {
  for (let at = start; at < end; at++) if (taken.has(at)) return true;
  return false;
}

/** What is put right whatever the words are, at the places where nothing else is. */
function repairOf({ level, params, changes = [] }: DraftHit, isFree: (edit: DraftEdit) => boolean): ToldChange[] {
  return changes
    .map((change) => ({ ...change, level, ...(params && { params }), edits: change.edits.filter(isFree) }))
    .filter(({ edits }) => edits.length > 0);
}

/** A correction as a change of the draft; of a pair of marks both, or none. */
function placeCorrection(
  joined: JoinedText,
  { halves, ...correction }: Correction,
  text: string,
): DraftChange | undefined {
  if (!halves) return placeChange(joined, correction, text);
  const placed = halves.map((half) => placeChange(joined, { ...correction, ...half }, text));
  const edits = placed.flatMap((change) => change?.edits ?? []);
  const [first] = edits;
  if (!first || placed.includes(undefined)) return undefined;
  return { ...correction, start: first.start, end: edits.at(-1)?.end ?? first.end, edits, isWhole: true };
}
