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

/** Does a change stand where a person wrote something else? It is not corrected behind the person's back. */
export function isWrittenOver(text: string, change: DraftChange, decided: Decided): boolean {
  // Of a pair of marks, what it encloses is not changed.
  const ranges = change.isWhole ? change.edits : [shownRange(text, change)];
  return [...decided].some(([other, { kind }]) => {
    if (kind !== 'edit' || other === change) return false;
    const written = shownRange(text, other);
    return ranges.some((range) => overlap(range, written));
  });
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

/** A change as it is to be made; undefined where the person did not agree to it. */
export function acceptedChange(text: string, change: DraftChange, decided: Decided): DraftChange | undefined {
  const decision = decided.get(change);
  if (decision === undefined || isWrittenOver(text, change, decided)) return undefined;
  if (decision.kind === 'edit') return withText(text, change, decision.text);
  return decision.kind === 'yes' || decision.kind === 'all' ? change : undefined;
}

/** The changes that a person agreed to, in order of place. */
export const acceptedChanges = (text: string, decided: Decided): DraftChange[] =>
  [...decided.keys()]
    .flatMap((change) => acceptedChange(text, change, decided) ?? [])
    .sort((a, b) => a.start - b.start);

/** The change with another text in the place that was shown. */
function withText(text: string, change: DraftChange, after: string): DraftChange {
  const { start, end } = shownRange(text, change);
  const before = text.slice(start, end);
  return { ...change, start, end, before, after, edits: [{ start, end, before, after }] };
}
