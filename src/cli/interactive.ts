import { editDraft, parseDraft } from '../drafts/index.ts';
import { say } from '../messages/index.ts';
import { certainFrom, type Draft, type DraftChange, SachError } from '../model/index.ts';
import { type ChangeLook, prettyChange, proposedText } from '../report/index.ts';
import { shownRange } from '../text/index.ts';
import { type Answer, openKeyboard, type Question } from './ask.ts';
import type { DraftInput } from './draft-batch.ts';
import type { DraftRun } from './draft-settings.ts';
import type { DraftTeller } from './draft-teller.ts';
import { rememberWord } from './remember-word.ts';
import type { Terminal } from './terminal.ts';
import { openUndoReport } from './undo-report.ts';
import { writeBack } from './write-back.ts';

/** What was answered once and for all. */
interface Standing {
  readonly kinds: Set<string>;
  readonly words: Set<string>;
}

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
  const { lang } = terminal;
  const keyboard = openKeyboard(terminal);
  const report = openUndoReport(output, terminal);
  const standing: Standing = { kinds: new Set(), words: new Set() };
  let stopped = false;
  try {
    for await (const { input, outcome } of drafts) {
      const { before, kind } = outcome;
      if (outcome.failure || before === undefined || kind === undefined) {
        teller.tell(outcome);
        continue;
      }
      const draft = parseDraft(input.source, before, kind, run.settings);
      const changes = [...outcome.changes, ...outcome.suggestions].sort((a, b) => a.start - b.start);
      const decided = await decide(draft, changes, standing, keyboard.ask, { ...terminal, explain });
      const { text, applied, refused } = editDraft(draft, decided.accepted, run.settings);
      for (const { after } of refused) terminal.tell(`${say(lang, 'fix/refused', { after })}\n`);
      const corrected = { ...outcome, after: text, changes: applied };
      teller.count(corrected);
      try {
        const written = await writeBack(input, corrected, report);
        if (written !== undefined)
          terminal.tell(`${say(lang, 'fix/written', { source: written, count: applied.length })}\n`);
      } catch (error) {
        if (!(error instanceof SachError)) throw error;
        teller.fail(error, corrected);
      }
      stopped = decided.stopped;
      if (stopped) break;
    }
  } finally {
    keyboard.close();
    report.close();
    for (const word of standing.words) {
      const path = await rememberWord(word, run.configFile);
      terminal.tell(`${say(lang, 'fix/remembered', { word, path })}\n`);
    }
  }
  teller.sum(true);
  return stopped;
}

const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

const kindOf = ({ rule, confidence }: DraftChange): string => `${rule} ${confidence >= certainFrom}`;

/** Go through the changes of a draft with the person. */
export async function decide(
  draft: Draft,
  changes: readonly DraftChange[],
  standing: Standing,
  ask: Ask,
  look: ChangeLook,
): Promise<{ readonly accepted: readonly DraftChange[]; readonly stopped: boolean }> {
  const accepted: DraftChange[] = [];
  let writtenUpTo = 0;
  for (const [i, change] of changes.entries()) {
    if (standing.words.has(change.before.toLowerCase())) continue;
    // What was written by hand is not corrected behind the person's back.
    if (shownRange(draft.text, change).start < writtenUpTo) continue;
    if (standing.kinds.has(kindOf(change))) {
      accepted.push(change);
      continue;
    }
    const shown = prettyChange(draft, change, { number: i + 1, of: changes.length }, look);
    const answer = await ask(shown, {
      isWord: hasLetter(change.before),
      proposed: proposedText(draft.text, change),
    });
    switch (answer.kind) {
      case 'yes':
        accepted.push(change);
        break;
      case 'all':
        standing.kinds.add(kindOf(change));
        accepted.push(change);
        break;
      case 'never':
        // A space or mark is no word: it is left alone this once.
        if (hasLetter(change.before)) standing.words.add(change.before.toLowerCase());
        break;
      case 'edit':
        accepted.push(withText(draft, change, answer.text));
        writtenUpTo = accepted.at(-1)?.end ?? 0;
        break;
      case 'quit':
        return { accepted, stopped: true };
      case 'no':
        break;
    }
  }
  return { accepted, stopped: false };
}

/** The change with another text in the place that was shown. */
function withText({ text }: Draft, change: DraftChange, after: string): DraftChange {
  const { start, end } = shownRange(text, change);
  const before = text.slice(start, end);
  return { ...change, start, end, before, after, edits: [{ start, end, before, after }] };
}
