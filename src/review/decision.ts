import { certainFrom, type DraftChange, type TextRange } from '../model/index.ts';
import { shownRange } from '../text/index.ts';
import type { Decision } from './decision-keys.ts';

/** What a person typed; nothing at all leaves the text as it is. */
export const typedDecision = (text: string): Decision =>
  text === '' ? { kind: 'no' } : { kind: 'edit', text: text.normalize('NFC') };

/** What was decided once and for all, over all drafts of a run. */
export interface Standing {
  readonly kinds: Set<string>;
  readonly words: Set<string>;
}

/** A word may be left alone for ever; a space or mark may not. */
export const isWord = ({ before }: DraftChange): boolean => /\p{L}/u.test(before);

const wordOf = ({ before }: DraftChange): string => before.toLowerCase();

const kindOf = ({ rule, confidence }: DraftChange): string => `${rule} ${confidence >= certainFrom}`;

export const openStanding = (): Standing => ({ kinds: new Set(), words: new Set() });

/** Keep what a decision says about changes to come. */
export function keepStanding({ kinds, words }: Standing, change: DraftChange, { kind }: Decision): void {
  if (kind === 'all') kinds.add(kindOf(change));
  if (kind === 'never' && isWord(change)) words.add(wordOf(change));
}

/** What was decided about a change before anybody came to it. */
export function standingDecision(change: DraftChange, { kinds, words }: Standing): Decision | undefined {
  if (words.has(wordOf(change))) return { kind: 'never' };
  return kinds.has(kindOf(change)) ? { kind: 'all' } : undefined;
}

/** The decisions about the changes of one draft. */
export type Decided = ReadonlyMap<DraftChange, Decision>;

/** The decisions, those once and for all that are about this change too being of their own change alone. */
export const withoutStanding = (decided: Decided, change: DraftChange): Decided =>
  new Map(
    [...decided].map(([own, decision]) => {
      if (decision.kind === 'all' && kindOf(own) === kindOf(change)) return [own, { kind: 'yes' }];
      if (decision.kind === 'never' && wordOf(own) === wordOf(change)) return [own, { kind: 'no' }];
      return [own, decision];
    }),
  );

/** The places where a person wrote something else, by the change that was shown there. */
export type Written = ReadonlyMap<DraftChange, TextRange>;

export const writtenPlaces = (text: string, decided: Decided): Written =>
  new Map(
    [...decided].flatMap(([change, { kind }]) =>
      kind === 'edit' ? [[change, shownRange(text, change)] as const] : [],
    ),
  );

/** Does a change stand where a person wrote something else? It is not corrected behind the person's back. */
export function isWrittenOver(text: string, change: DraftChange, written: Written): boolean {
  if (written.size === 0) return false;
  // Of a pair of marks, what it encloses is not changed.
  const ranges = change.isWhole ? change.edits : [shownRange(text, change)];
  return [...written].some(([other, place]) => other !== change && ranges.some((range) => overlap(range, place)));
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

/** The changes that a person agreed to, each with what is to be made. */
export function acceptedChanges(text: string, decided: Decided): ReadonlyMap<DraftChange, DraftChange> {
  const written = writtenPlaces(text, decided);
  return new Map(
    [...decided].flatMap(([change, decision]) => {
      if (isWrittenOver(text, change, written)) return [];
      if (decision.kind === 'edit') return [[change, withText(text, change, decision.text)] as const];
      return decision.kind === 'yes' || decision.kind === 'all' ? [[change, change] as const] : [];
    }),
  );
}

/** The change with another text in the place that was shown. */
function withText(text: string, change: DraftChange, after: string): DraftChange {
  const { start, end } = shownRange(text, change);
  const before = text.slice(start, end);
  return { ...change, start, end, before, after, edits: [{ start, end, before, after }] };
}
