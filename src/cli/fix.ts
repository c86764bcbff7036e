import { extname } from 'node:path';
import { isFolder } from '../input/index.ts';
import { say } from '../messages/index.ts';
import { SachError } from '../model/index.ts';
import { type CliOptions, cliOptions, type FixFormat, fixFormats } from '../options.ts';
import { paint, prettyDiff } from '../report/index.ts';
import { cleanUpAtTheEnd } from './atomic-file.ts';
import type { Config } from './config-schema.ts';
import { type DraftInput, findDrafts, runDrafts, tellUnread } from './draft-batch.ts';
import { draftRun } from './draft-settings.ts';
import { startDraftTelling } from './draft-teller.ts';
import { recordOf } from './fix-record.ts';
import { fixInteractively } from './interactive.ts';
import {
  type Expected,
  formatOfOutput,
  isOutputFolder,
  openOutput,
  openSink,
  refuseInput,
  unlessReaderGone,
} from './output.ts';
import { patchPath } from './shown-path.ts';
import { peek } from './streams.ts';
import type { Terminal } from './terminal.ts';
import { undoRun } from './undo.ts';
import { openUndoReport } from './undo-report.ts';
import { refuseInputs } from './usage-error.ts';
import { markdownBeside } from './word-document.ts';
import { writeBack } from './write-back.ts';
import { errorOfOneFile } from './write-error.ts';

/** `sach fix`: correct drafts. Returns the exit code. */
export async function runFix(args: readonly string[], given: CliOptions<'fix'>, terminal: Terminal): Promise<number> {
  if (given.undo !== undefined) {
    refuseInputs(args, '--undo', `sach fix --undo ${given.undo}`);
    return undoRun(given.undo, terminal);
  }
  if (args.length === 0) throw new SachError('missing-argument', { name: 'input' });
  refuseInPlace(args, given);
  const run = await draftRun('fix', given, terminal);
  const jobs = given.jobs ?? run.config.jobs;
  cleanUpAtTheEnd();
  const { output } = given;
  const unread: string[] = [];
  const found = findDrafts(args, run, {
    ...(output !== undefined && { output }),
    onUnread: (sentence) => unread.push(sentence),
  });
  const { first, all } = await peek(found, 2);
  const drafts = runDrafts(all, run, terminal, {
    ...(jobs !== undefined && { jobs }),
    isSilent: given.interactive === true || given.diff === true || (!given.write && output === undefined),
  });
  const isDryRun = given.diff === true && !given.write;
  const teller = startDraftTelling(terminal, { explain: given.explain === true, isDryRun });
  const failOn = given.failOn ?? run.config.failOn ?? 'error';
  if (given.interactive) {
    const stopped = await fixInteractively(drafts, run, { ...given, terminal, teller });
    tellUnread(unread, terminal);
    return stopped ? 0 : teller.exitCode(failOn);
  }
  const expected = { several: first.length > 1, fromFolder: args.some(isFolder) };
  const keep =
    given.diff || given.write
      ? changeInPlace(terminal, given)
      : openProduct(expected, output, given.fixFormat ?? formatFor(args, output, run.config));
  try {
    for await (const draft of drafts) {
      teller.tell(draft.outcome);
      try {
        const refused = await keep.draft(draft);
        if (refused) teller.fail(refused, draft.outcome);
      } catch (error) {
        unlessReaderGone(error);
      }
    }
  } finally {
    await keep.close();
  }
  tellUnread(unread, terminal);
  teller.sum(given.write === true);
  return teller.exitCode(failOn);
}

/**
 * Drafts that are changed in place are files, and what is written of them is one report. Once for all drafts, before any is
 * read.
 */
function refuseInPlace(args: readonly string[], { write, interactive, output }: CliOptions<'fix'>): void {
  const option = write ? '--write' : interactive ? '--interactive' : undefined;
  if (option === undefined) return;
  if (args.includes('-')) throw new SachError('stdin-in-place', { option });
  if (output !== undefined && isOutputFolder(output)) throw new SachError('report-in-place', { option, path: output });
}

/** What becomes of each corrected draft. */
interface Product {
  /** Returns why this draft could not be written, where the others still can be. Throws what stops them all. */
  draft(draft: DraftInput): Promise<SachError | undefined>;
  close(): Promise<void>;
}

/**
 * Format from the output's extension: a record for .json and .jsonl, unless the draft has that extension itself, otherwise
 * the draft; without a known extension, the configuration's.
 */
function formatFor([first = '']: readonly string[], output: string | undefined, config: Config): FixFormat {
  const named = formatOfOutput(output);
  if (named === undefined) return formatOf(config);
  const isRecord = (named === 'json' || named === 'jsonl') && extname(first) !== extname(output ?? '');
  return isRecord ? named : 'md';
}

/** The configuration's format is for `clean` too, which makes more of them. */
function formatOf({ format = cliOptions.fixFormat.default }: Config): FixFormat {
  const known = fixFormats.find((one) => one === format);
  if (!known) throw new SachError('bad-choice', { name: 'format', value: format, choices: fixFormats.join(', ') });
  return known;
}

function openProduct(expected: Expected, output: string | undefined, format: FixFormat): Product {
  // What an editor wants to know first is what would change.
  if (expected.several && output === undefined && format !== 'jsonl')
    throw new SachError('drafts-to-stdout', { format });
  const sink = openSink(output, format, expected);
  return {
    async draft({ input, outcome }) {
      if (outcome.failure) return undefined;
      const extension = /\.([^./\\]+)$/.exec(markdownBeside(input.source) ?? input.source)?.[1];
      const isRecord = format === 'json' || format === 'jsonl';
      const text = isRecord
        ? `${JSON.stringify(recordOf(outcome), undefined, format === 'json' ? 2 : 0)}\n`
        : outcome.after;
      return sink.write({ ...input, ...(!isRecord && extension !== undefined && { extension }) }, text ?? '');
    },
    close: () => sink.close(),
  };
}

/** Show the changes, make them in the files themselves, or both. The output takes what was done, else the diff. */
function changeInPlace(
  terminal: Terminal,
  { diff, write, output }: Pick<CliOptions<'fix'>, 'diff' | 'write' | 'output'>,
): Product {
  const report = openUndoReport(write ? output : undefined, terminal);
  const diffPath = write ? undefined : output;
  const shown = openOutput(diffPath);
  const look =
    diffPath === undefined
      ? { paint: terminal.paint, isTerminal: process.stdout.isTTY === true }
      : { paint: paint(false), isTerminal: false };
  return {
    async draft({ input, outcome }) {
      const { before = '', after = '' } = outcome;
      if (diffPath !== undefined) refuseInput(diffPath, input);
      if (diff && before !== after)
        await shown.write(prettyDiff(patchPath(input.file ?? input.source), before, after, look));
      try {
        const path = write ? await writeBack(input, outcome, report) : undefined;
        if (path !== undefined && path !== input.file && terminal.verbosity !== 'quiet')
          terminal.tell(`${say(terminal.lang, 'fix/converted', { source: input.source, path })}\n`);
        return undefined;
      } catch (error) {
        return errorOfOneFile(error);
      }
    },
    async close() {
      report.close();
      // Also when there is nothing to change: a diff of an earlier run does not stay.
      await shown.write('');
      await shown.close();
    },
  };
}
