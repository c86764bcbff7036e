import { explainError, say } from '../messages/index.ts';
import { type DraftChange, SachError } from '../model/index.ts';
import { prettyChanges } from '../report/index.ts';
import type { Desk } from '../review/actions.ts';
import type { ReadForReview } from '../review/session.ts';
import { type DraftInput, findDrafts, runDrafts, tellUnread } from './draft-batch.ts';
import type { DraftRun } from './draft-settings.ts';
import type { Terminal } from './terminal.ts';
import { markdownBeside } from './word-document.ts';
import { type DecidedWriting, writeDecided } from './write-decided.ts';

/** What became of a draft until the end of the review. */
export interface Reviewed {
  /** Changes that were written. */
  readonly made: DraftChange[];
  /** Why the last writing failed. */
  error?: SachError | undefined;
}

export interface DeskOptions extends DecidedWriting {
  /** Tell the rule behind each change that is written. */
  readonly explain: boolean;
}

/** The reading and writing of a review, and what became of each draft. */
export function openDesk(
  read: readonly DraftInput[],
  { explain, ...writing }: DeskOptions,
): { readonly desk: Desk; readonly reviewed: readonly Reviewed[] } {
  const { run, terminal } = writing;
  const { lang } = terminal;
  const drafts = [...read];
  const reviewed = drafts.map((): Reviewed => ({ made: [] }));
  const desk: Desk = {
    async write(at, accepted) {
      const one = reviewed[at] as Reviewed;
      try {
        const { path, outcome, refused } = await writeDecided(drafts[at] as DraftInput, accepted, writing);
        const { source, before: text = '', changes } = outcome;
        one.made.push(...changes);
        one.error = undefined;
        if (explain) terminal.tell(prettyChanges({ source, text }, { changes, suggestions: [] }, terminal));
        return [
          ...refused.map(({ after }) => say(lang, 'fix/refused', { after })),
          ...(path === undefined ? [] : [say(lang, 'fix/written', { source: path, count: changes.length })]),
        ];
      } catch (error) {
        if (error instanceof SachError) one.error = error;
        throw error;
      }
    },
    async read(at) {
      const { input } = drafts[at] as DraftInput;
      const [again] = await readDrafts([input.source], run, terminal);
      if (again) drafts[at] = again;
      (reviewed[at] as Reviewed).error = undefined;
      return toRead(drafts[at] as DraftInput, terminal);
    },
    explain: (error) => explainError(error, lang).message,
  };
  return { desk, reviewed };
}

/** The drafts that the arguments name, each with what would be changed in it. */
export async function readDrafts(
  args: readonly string[],
  run: DraftRun,
  terminal: Terminal,
  jobs: number | undefined = run.config.jobs,
): Promise<DraftInput[]> {
  const unread: string[] = [];
  const found = findDrafts(args, run, { onUnread: (sentence) => unread.push(sentence) });
  const drafts: DraftInput[] = [];
  for await (const draft of runDrafts(found, run, terminal, jobs === undefined ? {} : { jobs })) drafts.push(draft);
  tellUnread(unread, terminal);
  return drafts;
}

export function toRead({ input, outcome }: DraftInput, { lang }: Pick<Terminal, 'lang'>): ReadForReview {
  const { before: text = '', changes: corrections, suggestions, failure } = outcome;
  return {
    source: input.source,
    text,
    corrections,
    suggestions,
    isDocument: failure === undefined && markdownBeside(input.source) !== undefined,
    ...(failure && { problem: explainError(new SachError(failure.code, failure.params), lang).message }),
  };
}
