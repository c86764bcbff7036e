import { editDraft, parseDraft } from '../drafts/index.ts';
import { say } from '../messages/index.ts';
import { type Draft, type DraftChange, SachError } from '../model/index.ts';
import { prettyChange } from '../report/index.ts';
import { type Answer, openKeyboard } from './ask.ts';
import type { DraftInput } from './draft-batch.ts';
import type { DraftRun } from './draft-settings.ts';
import type { DraftTeller } from './draft-teller.ts';
import { rememberWord } from './remember-word.ts';
import type { Terminal } from './terminal.ts';
import { writeBack } from './write-back.ts';

/** What was answered once and for all. */
interface Standing {
  readonly kinds: Set<string>;
  readonly words: Set<string>;
}

/** Asks about one change; `shown` is what the person sees. */
export type Ask = (shown: string) => Promise<Answer>;

/** Ask about each change of each draft and write what was agreed to. Returns true when the person stopped the run. */
export async function fixInteractively(
  drafts: AsyncIterable<DraftInput>,
  run: DraftRun,
  terminal: Terminal,
  teller: DraftTeller,
): Promise<boolean> {
  if (!process.stdin.isTTY) throw new SachError('not-a-terminal');
  const keyboard = openKeyboard(terminal);
  const standing: Standing = { kinds: new Set(), words: new Set() };
  try {
    for await (const { input, outcome } of drafts) {
      const { before, kind } = outcome;
      if (outcome.failure || before === undefined || kind === undefined) {
        teller.tell(outcome);
        continue;
      }
      const draft = parseDraft(input.source, before, kind, run.settings);
      const changes = [...outcome.changes, ...outcome.suggestions].sort((a, b) => a.start - b.start);
      const { accepted, stopped } = await decide(draft, changes, standing, keyboard.ask, terminal);
      const { text, applied } = editDraft(draft, accepted, run.settings);
      try {
        if (await writeBack(input, { ...outcome, after: text }))
          terminal.tell(`${say(terminal.lang, 'fix/written', { source: input.source, count: applied.length })}\n`);
      } catch (error) {
        if (!(error instanceof SachError)) throw error;
        teller.fail(error);
      }
      if (stopped) return true;
    }
  } finally {
    keyboard.close();
    for (const word of standing.words) {
      const path = await rememberWord(word, run.configFile);
      terminal.tell(`${say(terminal.lang, 'fix/remembered', { word, path })}\n`);
    }
  }
  return false;
}

const kindOf = ({ rule, confidence }: DraftChange): string => `${rule} ${confidence >= 0.95}`;

/** Go through the changes of a draft with the person. */
export async function decide(
  draft: Draft,
  changes: readonly DraftChange[],
  standing: Standing,
  ask: Ask,
  terminal: Terminal,
): Promise<{ readonly accepted: readonly DraftChange[]; readonly stopped: boolean }> {
  const accepted: DraftChange[] = [];
  for (const [i, change] of changes.entries()) {
    if (standing.words.has(change.before.toLowerCase())) continue;
    if (standing.kinds.has(kindOf(change))) {
      accepted.push(change);
      continue;
    }
    const shown = prettyChange(draft, change, { number: i + 1, of: changes.length }, terminal);
    const answer = await ask(shown);
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
        if (/\p{L}/u.test(change.before)) standing.words.add(change.before.toLowerCase());
        break;
      case 'edit':
        accepted.push(withText(draft, change, answer.text));
        break;
      case 'quit':
        return { accepted, stopped: true };
      case 'no':
        break;
    }
  }
  return { accepted, stopped: false };
}

/** The change with another text in its place. */
function withText({ text }: Draft, change: DraftChange, after: string): DraftChange {
  const { start, end } = change;
  return { ...change, after, edits: [{ start, end, before: text.slice(start, end), after }] };
}
