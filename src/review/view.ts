import type { Decision } from './decision-keys.ts';

/** What the page is told, and what it asks for. */

/** A draft in the list. */
export interface DraftRow {
  readonly source: string;
  /** Changes by what was decided; those that a person wrote over are in none. */
  readonly open: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly total: number;
  /** It was written; to go on with it, it is read anew. */
  readonly isWritten: boolean;
  /** A Word document: written as Markdown, also without a change. */
  readonly isDocument: boolean;
  /** Why it cannot be reviewed or could not be written. */
  readonly problem?: string;
}

export type ChangeState = 'open' | 'accepted' | 'rejected' | 'written-over';

/** A change as a person sees it: `left [before → after] right`. */
export interface ChangeView {
  readonly place: string;
  readonly left: string;
  readonly before: string;
  readonly after: string;
  readonly right: string;
  readonly rule: string;
  /** 0–1. */
  readonly confidence: number;
  /** The evidence. */
  readonly why?: string;
  /** Not one that would be made unasked. */
  readonly isSuggestion: boolean;
  /** It may be left alone for ever. */
  readonly isWord: boolean;
  /** Where another text begins from. */
  readonly proposed: string;
  readonly state: ChangeState;
  /** Decided, here or at another change, once and for all. */
  readonly standing?: 'all' | 'never';
}

/** A stretch of the draft's text: as it is, or with what a change makes of it. */
export type TextPart = string | { readonly change: number; readonly before: string; readonly after: string };

/** A draft that is looked at. */
export interface DraftView extends DraftRow {
  /** Told with each decision: one about an earlier reading is refused. */
  readonly reading: number;
  readonly changes: readonly ChangeView[];
  readonly parts: readonly TextPart[];
}

/** What can be asked for, each with its answer. */
export interface ReviewRequests {
  open: { readonly ask: object; readonly answer: Opened };
  draft: { readonly ask: { readonly draft: number }; readonly answer: DraftView };
  /** Without a decision: the one that was made is taken back. */
  decide: { readonly ask: OfChange & { readonly decision?: Decision }; readonly answer: DraftView };
  acceptCorrections: { readonly ask: OfReading; readonly answer: DraftView };
  write: { readonly ask: OfReading; readonly answer: { readonly told: readonly string[]; readonly view: DraftView } };
  writeAll: { readonly ask: object; readonly answer: { readonly told: readonly string[] } };
  /** From the disk; what was decided about it is gone. */
  readAnew: { readonly ask: { readonly draft: number }; readonly answer: DraftView };
  finish: { readonly ask: object; readonly answer: object };
}

export interface Opened {
  readonly lang: string;
  /** The page's sentences, by id. */
  readonly sentences: Readonly<Record<string, string>>;
  readonly drafts: readonly DraftRow[];
}

interface OfReading {
  readonly draft: number;
  readonly reading: number;
}

interface OfChange extends OfReading {
  readonly change: number;
}
