import type { Draft, DraftHit, Level, Passage, RuleInfo, TextRange } from '../model/index.ts';
import type { Style } from '../text/index.ts';

/** What a rule may ask about the world; the caller answers, so that rules stay pure. */
export interface CheckContext {
  /** `2026-11-24`: dates after it are in the future. Absent: no such check. */
  readonly today?: string;
  /** Is there a file at this path relative to the draft? Absent: links to files are not followed. */
  readonly fileExists?: (path: string) => boolean;
  /** Whole lines that are template text or server errors, the built-in ones and the user's own. */
  readonly junk?: readonly JunkLine[];
  /** Forms that the house style asks for. */
  readonly style?: Style;
  /** Names of the front-matter keys. */
  readonly keys?: { readonly title?: string; readonly date?: string };
}

export interface JunkLine {
  readonly id: string;
  readonly level: Level;
  /** Held against a whole line. */
  readonly whole: RegExp;
  /** In code and quotations it is what the article is about. */
  readonly isError?: boolean;
  /** The pattern is the user's, and its time is bounded. */
  readonly isOwn?: boolean;
}

type Found = Omit<DraftHit, 'rule' | 'level'>;

/** One thing to look for in a finished draft. */
export interface CheckRule extends RuleInfo {
  readonly level: Level;
  /** Its fixes are right whatever the words are: the corrector makes them too. */
  readonly isRepair?: true;
  readonly find: (draft: Draft, context: CheckContext) => readonly Found[];
  /** Markdown drafts in which it finds something. */
  readonly wrong: readonly string[];
  /** Near misses, in which it finds nothing. */
  readonly right: readonly string[];
}

/** Where a stretch of a passage's text is written; of what nobody wrote so the place of the passage. */
export function rangeIn({ from, to, start, end }: Passage, at: number, length: number): TextRange {
  const first = from[at] ?? -1;
  const last = to[at + length - 1] ?? -1;
  return { start: first < 0 ? start : first, end: last < 0 ? end : last };
}

/** A correction of a stretch of a passage that is written in one piece. */
export function replacement(draft: Draft, rule: string, start: number, end: number, after: string) {
  const before = draft.text.slice(start, end);
  return { rule, start, end, before, after, confidence: 1, edits: [{ start, end, before, after }] };
}
