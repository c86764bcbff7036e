import { existsSync } from 'node:fs';
import { DuplicateFinder } from '../check/index.ts';
import type { PageInput } from '../input/index.ts';
import { say } from '../messages/index.ts';
import { type DraftFinding, SachError } from '../model/index.ts';
import type { CliOptions } from '../options.ts';
import { levelIn, nearDuplicate } from '../proofread/findings.ts';
import { isNew, prettyCheckSummary } from '../report/index.ts';
import { cleanUpAtTheEnd, writeAtomically } from './atomic-file.ts';
import { openBaseline } from './baseline.ts';
import { changedFiles } from './changed-files.ts';
import { openCheckCache } from './check-cache.ts';
import { isFixable, writeFixed } from './check-fix.ts';
import { openReports } from './check-reports.ts';
import { findDrafts, runDrafts, tellUnread } from './draft-batch.ts';
import { type DraftOutcome, failedDraft } from './draft-job.ts';
import { type DraftRun, draftRun } from './draft-settings.ts';
import { exitCodeOf } from './exit-code.ts';
import { startingConfig } from './starting-config.ts';
import type { Terminal } from './terminal.ts';
import { refuseInputs } from './usage-error.ts';
import { errorOfOneFile } from './write-error.ts';

/** `sach check`: validate finished drafts. Returns the exit code. */
export async function runCheck(
  args: readonly string[],
  given: CliOptions<'check'>,
  terminal: Terminal,
): Promise<number> {
  if (given.init) {
    refuseInputs(args, '--init', 'sach check --init');
    return init(terminal);
  }
  const run = await draftRun('check', given, terminal);
  cleanUpAtTheEnd();
  const failOn = given.failOn ?? run.config.failOn ?? 'error';
  const reports = openReports(given, failOn, terminal);
  const baseline = openBaseline(given.baseline);
  const cache = await openCheckCache(given.cache !== false && !given.online, run);
  const jobs = given.jobs ?? run.config.jobs;
  const only = given.changed === undefined ? undefined : changedFiles(given.changed === true ? 'HEAD' : given.changed);
  const duplicates = new DuplicateFinder();
  const tally = { drafts: 0, failed: 0, fixable: 0, fixed: 0, known: 0, levels: { error: 0, warning: 0, info: 0 } };
  const unread: string[] = [];
  const found = findDrafts(args.length === 0 ? ['.'] : args, run, {
    ...(only && { only }),
    onUnread: (sentence) => unread.push(sentence),
  });
  const drafts = runDrafts(found, run, terminal, {
    ...(jobs !== undefined && { jobs }),
    isSilent: reports.usesStdout,
    ...(given.applyFix && { applyFix: (input: PageInput) => isFixable(input, run) }),
    recall: (input) => {
      const known = cache.recall(input);
      return given.applyFix && known?.findings.some(({ isCertain }) => isCertain) ? undefined : known;
    },
  });
  for await (const { input, outcome: checked } of drafts) {
    const outcome = await writeFixed(input, checked).catch((error: unknown) =>
      failedDraft(checked.source, errorOfOneFile(error), run.settings),
    );
    cache.remember(input, outcome);
    const inText = outcome.failure ? [] : outcome.findings;
    const all = baseline.mark([...inText, ...onWholeDraft(outcome, duplicates, run, input.file)]);
    tally.drafts += 1;
    tally.fixed += outcome.changes.length;
    if (outcome.failure) tally.failed += 1;
    for (const finding of all) {
      if (!isNew(finding)) tally.known += 1;
      else {
        tally.levels[finding.level] += 1;
        if (finding.isCertain && isFixable(input, run)) tally.fixable += 1;
      }
    }
    if (outcome.bug !== undefined) terminal.tell(`${outcome.bug}\n`);
    await reports.add(input, all);
  }
  await reports.close();
  await baseline.close();
  tellUnread(unread, terminal);
  if (terminal.verbosity !== 'quiet') terminal.tell(prettyCheckSummary(tally, terminal));
  return exitCodeOf({ total: tally.drafts, failed: tally.failed, found: tally.levels }, failOn);
}

/** Write a configuration to start from; one that is there stays. */
async function init({ lang, tell }: Terminal): Promise<number> {
  const path = 'sach.config.yaml';
  if (['sach.config.json', path, 'sach.config.yml'].some((name) => existsSync(name)))
    throw new SachError('config-exists', { path });
  await writeAtomically(path, startingConfig(lang));
  tell(`${say(lang, 'check/init', { path })}\n`);
  return 0;
}

/** What is found about drafts as a whole only when their outcomes are back, by the levels that are set for them. */
function onWholeDraft(
  { source, sketch, mayRepeat, failure, findings }: DraftOutcome,
  finder: DuplicateFinder,
  { levelsFor, settings }: DraftRun,
  file: string | undefined,
): DraftFinding[] {
  const other = finder.add(source, sketch);
  const levelOf = levelIn(levelsFor(file ?? source));
  return [
    ...(failure ? findings : []),
    ...(other && !mayRepeat ? [nearDuplicate(source, other, settings.lang)] : []),
  ].flatMap((finding) => {
    const level = levelOf(finding.rule, finding.level);
    return level === 'off' ? [] : [{ ...finding, level }];
  });
}
