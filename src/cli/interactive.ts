import { type DraftChange, SachError } from '../model/index.ts';
import { type ChangeLook, prettyChange, proposedText } from '../report/index.ts';
import {
  acceptedChanges,
  isWord,
  isWrittenOver,
  keepStanding,
  openStanding,
  type Standing,
  standingDecision,
  writtenPlaces,
} from '../review/decision.ts';
import type { Decision } from '../review/decision-keys.ts';
import { type Answer, openKeyboard, type Question } from './ask.ts';
import type { DraftInput } from './draft-batch.ts';
import type { DraftRun } from './draft-settings.ts';
import type { DraftTeller } from './draft-teller.ts';
import { rememberWords } from './remember-word.ts';
import type { Terminal } from './terminal.ts';
import { openUndoReport } from './undo-report.ts';
import { writeDecided } from './write-decided.ts';

/** Asks about one change; `shown` is what the person sees. */
export type Ask = (shown: string, question: Question) => Promise<Answer>;

interface Asking {
  readonly output?: string | undefined;
  readonly explain?: boolean | undefined;
  readonly terminal: Terminal;
  readonly teller: DraftTeller;
}

/** Ask about each change of each draft and write what was agreed to. Returns true when the person stopped the run. */
export async function fixInteractively(
  drafts: AsyncIterable<DraftInput>,
  run: DraftRun,
  { output, explain = false, terminal, teller }: Asking,
): Promise<boolean> {
  if (!process.stdin.isTTY) throw new SachError('not-a-terminal');
  const keyboard = openKeyboard(terminal);
  const report = openUndoReport(output, terminal);
  const standing = openStanding();
  let stopped = false;
  try {
    for await (const { input, outcome } of drafts) {
      const { before, kind } = outcome;
      if (outcome.failure || before === undefined || kind === undefined) {
        teller.tell(outcome);
        continue;
      }
      const changes = [...outcome.changes, ...outcome.suggestions].sort((a, b) => a.start - b.start);
      const shown = { source: input.source, text: before };
      const decided = await decide(shown, changes, standing, keyboard.ask, { ...terminal, explain });
      try {
        const written = await writeDecided({ input, outcome }, decided.accepted, { run, report, terminal });
        teller.count(written.outcome);
      } catch (error) {
        if (!(error instanceof SachError)) throw error;
        teller.count({ changes: [] });
        teller.fail(error, { changes: [] });
      }
      stopped = decided.stopped;
      if (stopped) break;
    }
  } finally {
    keyboard.close();
    report.close();
    await rememberWords(standing.words, run, terminal);
  }
  teller.sum(true);
  return stopped;
}

/** Go through the changes of a draft with the person. */
export async function decide(
  draft: { readonly source: string; readonly text: string },
  changes: readonly DraftChange[],
  standing: Standing,
  ask: Ask,
  look: ChangeLook,
): Promise<{ readonly accepted: readonly DraftChange[]; readonly stopped: boolean }> {
  const { text } = draft;
  const decided = new Map<DraftChange, Decision>();
  let written = writtenPlaces(text, decided);
  let stopped = false;
  for (const [i, change] of changes.entries()) {
    if (isWrittenOver(text, change, written)) continue;
    const known = standingDecision(change, standing);
    if (known) {
      decided.set(change, known);
      continue;
    }
    const shown = prettyChange(draft, change, { number: i + 1, of: changes.length }, look);
    const answer = await ask(shown, {
      isWord: isWord(change),
      proposed: proposedText(text, change, [...acceptedChanges(text, decided).values()]),
    });
    stopped = answer.kind === 'quit';
    if (answer.kind === 'quit') break;
    decided.set(change, answer);
    written = writtenPlaces(text, decided);
    keepStanding(standing, change, answer);
  }
  return { accepted: [...acceptedChanges(text, decided).values()], stopped };
}
