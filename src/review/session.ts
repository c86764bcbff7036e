import { lineStarts, placeAt } from '../drafts/index.ts';
import type { DraftChange } from '../model/index.ts';
import { changeInSentence, proposedText } from '../report/index.ts';
import { visible } from '../text/index.ts';
import {
  acceptedChanges,
  type Decided,
  isWord,
  isWrittenOver,
  keepStanding,
  openStanding,
  type Standing,
  standingDecision,
  typedDecision,
  type Written,
  withoutStanding,
  writtenPlaces,
} from './decision.ts';
import type { Decision } from './decision-keys.ts';
import type { ChangeState, ChangeView, DraftRow, DraftView, TextPart } from './view.ts';

/** What is read of a draft. */
export interface ReadForReview {
  readonly source: string;
  readonly text: string;
  /** Those that would be made unasked. */
  readonly corrections: readonly DraftChange[];
  readonly suggestions: readonly DraftChange[];
  /** A Word document: written as Markdown, also without a change. */
  readonly isDocument: boolean;
  /** Why it cannot be reviewed. */
  readonly problem?: string;
}

/** A draft under review. */
export interface ReviewedDraft extends Omit<ReadForReview, 'corrections'> {
  /** Corrections and suggestions in order of place. */
  readonly changes: readonly DraftChange[];
  /** What was decided at this draft itself. */
  readonly decided: Decided;
  /** How often it was read. */
  readonly reading: number;
  readonly isWritten: boolean;
}

/** All drafts of a run and what was decided about them. Never changed: a decision makes another one. */
export type Session = readonly ReviewedDraft[];

export function toReviewed({ corrections, ...read }: ReadForReview, reading = 1): ReviewedDraft {
  const changes = [...corrections, ...read.suggestions].sort((a, b) => a.start - b.start);
  return { ...read, changes, decided: new Map(), reading, isWritten: false };
}

const withDraft = (session: Session, at: number, changed: Partial<ReviewedDraft>): Session =>
  session.map((draft, i) => (i === at ? { ...draft, ...changed } : draft));

const draftAt = (session: Session, at: number): ReviewedDraft => session[at] as ReviewedDraft;

/** What was decided once and for all, at whichever draft. */
export function standingOf(session: Session): Standing {
  const standing = openStanding();
  for (const { decided } of session) for (const [change, decision] of decided) keepStanding(standing, change, decision);
  return standing;
}

/** What was decided about the changes of a draft, here or once and for all. */
function decidedOf({ changes, decided, isWritten }: ReviewedDraft, standing: Standing): Decided {
  return new Map(
    changes.flatMap((change) => {
      const decision = decided.get(change) ?? (isWritten ? undefined : standingDecision(change, standing));
      return decision ? [[change, decision] as const] : [];
    }),
  );
}

/**
 * Decide about one change; without a decision, the one that was made is taken back, wherever it was. Where a person wrote
 * something else there is nothing to decide.
 */
export function decide(session: Session, at: number, number: number, decision: Decision | undefined): Session {
  const { text, changes, decided } = draftAt(session, at);
  const change = changes[number] as DraftChange;
  if (isWrittenOver(text, change, writtenPlaces(text, decided))) return session;
  if (decision) {
    const sound = decision.kind === 'edit' ? typedDecision(decision.text) : decision;
    return withDraft(session, at, { decided: new Map([...decided, [change, sound]]) });
  }
  return session.map((draft, i) => {
    const kept = new Map(withoutStanding(draft.decided, change));
    if (i === at) kept.delete(change);
    return { ...draft, decided: kept };
  });
}

/** Accept what would be made unasked, where nothing else was decided. */
export function acceptCorrections(session: Session, at: number): Session {
  const draft = draftAt(session, at);
  const known = decidedOf(draft, standingOf(session));
  const open = draft.changes.filter((change) => !known.has(change) && !draft.suggestions.includes(change));
  return withDraft(session, at, {
    decided: new Map([...draft.decided, ...open.map((change) => [change, { kind: 'yes' }] as const)]),
  });
}

/** The changes of a draft that are to be made. */
export function acceptedOf(session: Session, at: number): DraftChange[] {
  const draft = draftAt(session, at);
  return [...acceptedChanges(draft.text, decidedOf(draft, standingOf(session))).values()];
}

/** The drafts with changes to be made, by number, and how many. */
export function waitingOf(session: Session): ReadonlyMap<number, number> {
  const standing = standingOf(session);
  return new Map(
    session.flatMap((draft, at) => {
      if (draft.isWritten) return [];
      const { size } = acceptedChanges(draft.text, decidedOf(draft, standing));
      return size > 0 ? [[at, size] as const] : [];
    }),
  );
}

/** The draft was written: what was decided about it stays as it is, whatever is decided once and for all later. */
export function markWritten(session: Session, at: number): Session {
  const { problem: _, ...draft } = draftAt(session, at);
  const stood = [...decidedOf(draft, standingOf(session))].map(
    ([change, { kind }]) => [change, { kind: kind === 'all' ? 'yes' : 'no' }] as const,
  );
  return session.with(at, { ...draft, decided: new Map([...stood, ...draft.decided]), isWritten: true });
}

export const markFailed = (session: Session, at: number, problem: string): Session =>
  withDraft(session, at, { problem });

/** The draft as it stands on the disk now. Of what was decided about it stays what was decided once and for all. */
export function readAnew(session: Session, at: number, read: ReadForReview): Session {
  const { decided, reading } = draftAt(session, at);
  const standing = [...decided].filter(([, { kind }]) => kind === 'all' || kind === 'never');
  return session.with(at, { ...toReviewed(read, reading + 1), decided: new Map(standing) });
}

function stateOf(text: string, change: DraftChange, decided: Decided, written: Written): ChangeState {
  if (isWrittenOver(text, change, written)) return 'written-over';
  const decision = decided.get(change);
  if (decision === undefined) return 'open';
  return decision.kind === 'no' || decision.kind === 'never' ? 'rejected' : 'accepted';
}

export const rowsOf = (session: Session): DraftRow[] => {
  const standing = standingOf(session);
  return session.map((draft) => rowOf(draft, decidedOf(draft, standing)));
};

function rowOf({ source, text, changes, isWritten, isDocument, problem }: ReviewedDraft, decided: Decided): DraftRow {
  const written = writtenPlaces(text, decided);
  const states = changes.map((change) => stateOf(text, change, decided, written));
  const count = (state: ChangeState): number => states.filter((one) => one === state).length;
  return {
    source,
    open: count('open'),
    accepted: count('accepted'),
    rejected: count('rejected'),
    total: changes.length,
    isWritten,
    isDocument,
    ...(problem !== undefined && { problem }),
  };
}

export function viewOf(session: Session, at: number): DraftView {
  const draft = draftAt(session, at);
  const decided = decidedOf(draft, standingOf(session));
  return {
    ...rowOf(draft, decided),
    reading: draft.reading,
    changes: changeViews(draft, decided),
    parts: partsOf(draft, decided),
  };
}

/** Columns of a sentence: the page breaks it where it has less room. */
const sentenceWidth = 240;

/** Changes to either side that may be of the same words. */
const near = 3;

function changeViews({ text, changes, suggestions }: ReviewedDraft, decided: Decided): ChangeView[] {
  const accepted = acceptedChanges(text, decided);
  const written = writtenPlaces(text, decided);
  const starts = lineStarts(text);
  return changes.map((change, i) => {
    const decision = decided.get(change);
    const { line, column } = placeAt(starts, change.start, text.startsWith('\ufeff'));
    const agreed = changes.slice(Math.max(0, i - near), i + near + 1).flatMap((one) => accepted.get(one) ?? []);
    return {
      ...changeInSentence(text, accepted.get(change) ?? change, sentenceWidth),
      place: `${line}:${column}`,
      rule: change.rule,
      confidence: change.confidence,
      ...(change.why !== undefined && { why: change.why }),
      isSuggestion: suggestions.includes(change),
      isWord: isWord(change),
      proposed: decision?.kind === 'edit' ? decision.text : proposedText(text, change, agreed),
      state: stateOf(text, change, decided, written),
      ...((decision?.kind === 'all' || decision?.kind === 'never') && { standing: decision.kind }),
    };
  });
}

/** The whole text, with the places that a change is about. */
function partsOf({ text, changes }: ReviewedDraft, decided: Decided): TextPart[] {
  const accepted = acceptedChanges(text, decided);
  const written = writtenPlaces(text, decided);
  const edits = changes
    .flatMap((change, number) => {
      if (isWrittenOver(text, change, written)) return [];
      return (accepted.get(change) ?? change).edits.map((edit) => ({ ...edit, number }));
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end, before, after, number } of edits) {
    parts.push(plain(text.slice(at, start)), { change: number, before: visible(before), after: visible(after) });
    at = end;
  }
  return [...parts, plain(text.slice(at))].filter((part) => part !== '');
}

/** A browser shows a carriage return as a line end of its own. */
const plain = (text: string): string => text.replaceAll('\r', '').replace(/^\ufeff/, '');
