import { say } from '../messages/index.ts';
import { SachError } from '../model/index.ts';
import type { CliOptions } from '../options.ts';
import { openReview } from '../review/actions.ts';
import { startServer } from '../review/server.ts';
import { toReviewed } from '../review/session.ts';
import type { DraftInput } from './draft-batch.ts';
import type { DraftOutcome } from './draft-job.ts';
import { draftRun } from './draft-settings.ts';
import { startDraftTelling } from './draft-teller.ts';
import { openBrowser } from './open-browser.ts';
import { isOutputFolder } from './output.ts';
import { rememberWords } from './remember-word.ts';
import { openDesk, readDrafts, toRead } from './review-desk.ts';
import { type Terminal, tellAs } from './terminal.ts';
import { openUndoReport } from './undo-report.ts';

/** What a draft failed with, its hint one that `review` can follow: it takes no `--encoding`. */
const inReview = ({ outcome }: DraftInput): DraftOutcome =>
  outcome.failure
    ? { ...outcome, failure: { ...outcome.failure, params: { ...outcome.failure.params, command: 'review' } } }
    : outcome;

const isReadable = ({ outcome }: DraftInput): boolean => outcome.failure === undefined;

/** `sach review`: decide on the changes of drafts in a browser. Returns the exit code when the person has finished. */
export async function runReview(
  args: readonly string[],
  given: CliOptions<'review'>,
  terminal: Terminal,
): Promise<number> {
  const { undoReport: output, port = 0, explain = false } = given;
  const { lang } = terminal;
  if (args.includes('-')) throw new SachError('review-stdin');
  if (output !== undefined && isOutputFolder(output)) throw new SachError('output-is-folder', { path: output });
  const run = await draftRun('fix', given, terminal);
  const teller = startDraftTelling(terminal, { explain: false });
  const drafts = await readDrafts(args, run, terminal, given.jobs);
  if (drafts.length === 0) throw new SachError('no-drafts', { source: args.join(' ') });
  for (const draft of drafts) if (!isReadable(draft)) teller.tell(inReview(draft));
  const failOn = given.failOn ?? run.config.failOn ?? 'error';
  if (!drafts.some(isReadable)) return teller.exitCode(failOn);

  const report = openUndoReport(output, terminal);
  const { desk, reviewed } = openDesk(drafts, { run, report, terminal, explain });
  const session = drafts.map((draft) => toReviewed(toRead(draft, terminal)));
  const review = openReview(session, desk, lang);
  const server = await startServer(review, port, lang);
  try {
    // Also with -q: without it nobody could come in.
    terminal.tell(`${say(lang, 'review/address', { address: server.address })}\n`);
    if (given.open !== false) openBrowser(server.once);
    await Promise.race([review.finished, interrupted()]);
    await server.close();
    await review.settled();
  } finally {
    report.close();
    await rememberWords(review.words(), run, terminal);
  }
  for (const [at, { made, error }] of reviewed.entries()) {
    if (isReadable(drafts[at] as DraftInput)) teller.count({ changes: made });
    if (error) teller.fail(error, { changes: [] });
  }
  const unwritten = review.unwritten();
  if (unwritten > 0 && terminal.verbosity !== 'quiet')
    tellAs('warning', say(lang, 'review/unwritten', { count: unwritten }), terminal);
  teller.sum(true);
  return teller.exitCode(failOn);
}

/** Ctrl-C, and a terminal that is closed, end a review as its button does. */
function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
