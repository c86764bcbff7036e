import { type CheckContext, findHits, findRepairs, type JunkLine, localPath, sketchOf } from './check/index.ts';
import { type CorrectOptions, compose, correctTexts, findPoems, findProtected, touches } from './correct/index.ts';
import { type FindingOptions, toFindings } from './draft-findings.ts';
import { ruleNames } from './draft-rules.ts';
import {
  editDraft,
  findDirectives,
  findDisabled,
  inLines,
  isDisabled,
  type JoinedText,
  joinPassages,
  lineStarts,
  parseDraft,
  placeChange,
} from './drafts/index.ts';
import { junkRules, readyRule } from './extract/index.ts';
import {
  applyEdits,
  type Draft,
  type DraftChange,
  type DraftEdit,
  type DraftFinding,
  type DraftHit,
  type Level,
  type TextRange,
} from './model/index.ts';
import { letterFormOf, nearest, type Style, styleChoices } from './text/index.ts';

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
  /** Forms that the house style asks for; without it both forms stay as they are. */
  readonly style?: Style;
  /** Level of a rule, as the configuration says: one that is `off` corrects nothing. */
  readonly levelOf?: NonNullable<FindingOptions['levelOf']>;
}

const byPlace = (a: DraftChange, b: DraftChange): number => a.start - b.start || a.end - b.end;

/** A change as it is told. */
type ToldChange = DraftChange & Pick<DraftHit, 'level' | 'params'>;

const toldAt =
  (level: Level) =>
  (change: DraftChange): ToldChange => ({ ...change, level });

/** What can be changed in a draft. */
interface FoundChanges {
  /** Corrections, and what is put right whatever the words are: no two touch the same letters. */
  readonly changes: readonly ToldChange[];
  readonly suggestions: readonly ToldChange[];
}

const splitAccents = 'encoding/split-accents';

/** Find the corrections of a draft without making them; what stands at `kept` is left as it is. */
function findDraftChanges(
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
  const taken = new Set(
    [...kept, ...changes.flatMap(({ edits }) => edits)].flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, i) => start + i),
    ),
  );
  const isTaken = ({ start, end }: TextRange): boolean => {
    for (let at = start; at < end; at++) if (taken.has(at)) return true;
    return false;
  };
  const repairs = findRepairs(draft)
    .filter(({ rule, start }) => !isOff(rule) && !isDisabled(disabled, rule, start))
    .flatMap(({ rule, level, params, changes: own = [] }) => {
      const isFree = (edit: DraftEdit): boolean => !isDisabled(disabled, rule, edit.start) && !isTaken(edit);
      return own
        .map((change) => ({ ...change, level, ...(params && { params }), edits: change.edits.filter(isFree) }))
        .filter(({ edits }) => edits.length > 0);
    });
  return {
    changes: [...changes.map(toldAt('warning')), ...repairs].sort(byPlace),
    suggestions: placed(found?.suggestions ?? []).map(toldAt('info')),
  };
}

/** A change of the joined text; of a pair of marks each half, and both with what they enclose. */
interface Correction extends Omit<DraftChange, 'edits'> {
  readonly halves?: readonly Half[];
}

type Half = Pick<DraftChange, 'start' | 'end' | 'before' | 'after'>;

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

/** The uses of a form that the style does not ask for, where a text is prose and nothing else is corrected. */
function findStyle(
  text: string,
  style: Style,
  words: readonly string[] = [],
  taken: readonly TextRange[] = [],
): Correction[] {
  const uses = styleChoices.flatMap(({ id, find }) => {
    const form = style[id];
    if (form === undefined) return [];
    return find(text)
      .filter((use) => use.form !== form && use.forms[form] !== undefined)
      .map(({ closing, ...use }) =>
        (closing ? [use, closing] : [use]).map(({ start, end, forms }) => ({
          start,
          end,
          before: text.slice(start, end),
          after: forms[form] ?? '',
        })),
      );
  });
  if (uses.length === 0) return [];
  const left = findProtected(text, words, taken);
  return uses
    .filter((halves) => halves.every(({ start, end }) => !touches(left, start, end)))
    .map((halves) => ({
      rule: 'typo/style',
      confidence: 1,
      ...joinHalves(text, halves),
      ...(halves.length > 1 && { halves }),
    }));
}

function joinHalves(text: string, halves: readonly Half[]): Half {
  const [{ start } = { start: 0 }] = halves;
  const end = halves.at(-1)?.end ?? start;
  const before = text.slice(start, end);
  return {
    start,
    end,
    before,
    after: applyEdits(
      before,
      halves.map((half) => ({ ...half, start: half.start - start, end: half.end - start })),
    ),
  };
}

const restyle = (text: string, style: Style, words: readonly string[] | undefined): string =>
  applyEdits(
    text,
    findStyle(text, style, words).flatMap(({ halves, ...whole }) => halves ?? [whole]),
  );

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
function composeChanges(text: string, first: readonly DraftChange[], second: readonly DraftChange[]): DraftChange[] {
  const edits = (changes: readonly DraftChange[]) =>
    changes
      .flatMap((change) => change.edits.map((edit) => ({ ...edit, confidence: change.confidence, change })))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  const made = new Map<DraftChange, DraftEdit[]>();
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

function correctOnce(draft: Draft, options: DraftCorrectOptions): MadeChanges {
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

export interface DraftCheckOptions extends DraftCorrectOptions, CheckContext, FindingOptions {}

/**
 * Check a finished draft: what is misspelt, damaged, left over, missing or broken. Pure: what only the network knows comes
 * in as `more`.
 */
export function checkDraft(
  draft: Draft,
  options: DraftCheckOptions = {},
  more: readonly DraftHit[] = [],
): DraftFinding[] {
  const { changes, suggestions, refused } = correctOnce(draft, options);
  const disabled = findDisabled(draft);
  const toHit = (change: ToldChange): DraftHit => ({ ...change, changes: [change] });
  const notices = draft.notices.map((notice) => ({ ...notice, ...rangeOfLine(draft, notice.line ?? 1) }));
  // What can be put right is told as the corrector leaves it.
  const toldOnly = findHits(draft, options).filter(({ changes: own }) => own === undefined);
  const found = [...toldOnly, ...findUnknownRules(draft, options), ...more, ...notices].filter(
    ({ rule, start }) => !isDisabled(disabled, rule, start),
  );
  const hits: DraftHit[] = [
    ...[...changes, ...suggestions].map(toHit),
    ...refused.map((change) => ({ ...toHit(change), isRefused: true as const })),
    ...found,
  ];
  return toFindings(draft, hits, options);
}

/** Comments that name a rule that does not exist, and so switch nothing off. */
function findUnknownRules(draft: Draft, { junk = [] }: CheckContext): DraftHit[] {
  const names = new Set(['*', ...ruleNames, ...junk.map(({ id }) => id)]);
  return findDirectives(draft).flatMap(({ rules, start, end }) =>
    rules
      .filter((name) => !names.has(name))
      .map((name) => ({
        rule: 'markup/unknown-rule',
        level: 'warning' as const,
        start,
        end,
        params: { name, similar: nearest(name, names) },
      })),
  );
}

function rangeOfLine({ text }: Draft, line: number) {
  const starts = lineStarts(text);
  const start = starts[line - 1] ?? 0;
  return { start, end: starts[line] ?? text.length };
}

/** Does the draft switch a rule off that is about all of it, wherever the comment stands? */
export const isSwitchedOff = (draft: Draft, rule: string): boolean =>
  findDisabled(draft).some((part) => isDisabled([part], rule, part.start));

/** What near duplicates are found by. */
export function sketchOfDraft(draft: Draft): readonly number[] | undefined {
  return sketchOf(joinPassages(draft.passages).text);
}

/** The files beside the draft that it names. */
export function usedPaths({ links, images }: Draft): string[] {
  return [...links.map(({ href }) => href), ...images.map(({ src }) => src)]
    .map(localPath)
    .filter((path) => path !== undefined);
}

/**
 * Lines of templates and servers that `clean` removes, for content in which they stayed. Rules that need to see the page
 * round the line are left out: in a finished draft there is none.
 */
export function builtInJunk(): readonly JunkLine[] {
  return junkRules
    .filter(({ needs }) => needs === undefined)
    .map((rule) => ({
      id: rule.id,
      level: rule.error ? 'error' : 'warning',
      whole: readyRule(rule).whole,
      ...(rule.error && { isError: true }),
    }));
}
