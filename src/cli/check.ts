import { existsSync } from 'node:fs';
import { DuplicateFinder } from '../check/index.ts';
import { nearDuplicate } from '../draft-pipeline.ts';
import { draftRules } from '../draft-rules.ts';
import { say } from '../messages/index.ts';
import { type DraftFinding, type Level, SachError } from '../model/index.ts';
import type { CliOptions, Listed, ReportFormat } from '../options.ts';
import { type DraftReport, isNew, prettyCheckSummary, prettyDraft, reporters } from '../report/index.ts';
import { version } from '../version.ts';
import { cleanUpAtTheEnd, openAtomically, writeAtomically } from './atomic-file.ts';
import { openBaseline } from './baseline.ts';
import { changedFiles } from './changed-files.ts';
import { openCheckCache } from './check-cache.ts';
import { fixCertain } from './check-fix.ts';
import { runDrafts } from './draft-batch.ts';
import type { DraftOutcome } from './draft-job.ts';
import { type DraftRun, draftRun } from './draft-settings.ts';
import { severity } from './draft-teller.ts';
import { writeStdout } from './output.ts';
import { startingConfig } from './starting-config.ts';
import type { Terminal } from './terminal.ts';

/** `sach check`: validate finished drafts. Returns the exit code. */
export async function runCheck(
  args: readonly string[],
  given: CliOptions<'check'>,
  terminal: Terminal,
): Promise<number> {
  if (given.init) return init(terminal);
  const run = await draftRun('check', given, terminal);
  cleanUpAtTheEnd();
  const writers = openReports(given, terminal);
  const baseline = openBaseline(given.baseline);
  const cache = openCheckCache(given.cache !== false && !given.online, run);
  const jobs = given.jobs ?? run.config.jobs;
  const only = given.changed === undefined ? undefined : changedFiles(given.changed === true ? 'HEAD' : given.changed);
  const duplicates = new DuplicateFinder();
  const tally = { drafts: 0, failed: 0, fixable: 0, fixed: 0, known: 0, levels: { error: 0, warning: 0, info: 0 } };
  const drafts = runDrafts(args.length === 0 ? ['.'] : args, run, terminal, {
    ...(jobs !== undefined && { jobs }),
    ...(only && { only }),
    isSilent: writers.usesStdout,
    recall: cache.recall,
  });
  for await (const { input, outcome } of drafts) {
    cache.remember(input, outcome);
    const { fixed, findings } = given.applyFix
      ? await fixCertain(input, outcome, run)
      : { fixed: 0, findings: outcome.findings };
    const all = baseline.mark([...findings, ...duplicateOf(outcome, duplicates, run, input.file)]);
    tally.drafts += 1;
    tally.fixed += fixed;
    if (outcome.failure) tally.failed += 1;
    for (const finding of all) {
      if (!isNew(finding)) tally.known += 1;
      else {
        tally.levels[finding.level] += 1;
        if (finding.isCertain) tally.fixable += 1;
      }
    }
    if (outcome.bug !== undefined) terminal.tell(`${outcome.bug}\n`);
    await writers.add({ source: input.source, findings: all });
  }
  await writers.close();
  await baseline.close();
  await cache.close();
  if (terminal.verbosity !== 'quiet') terminal.tell(prettyCheckSummary(tally, terminal));
  return exitCode(tally, given.failOn ?? run.config.failOn ?? 'error');
}

function exitCode(
  { drafts, failed, levels }: { drafts: number; failed: number; levels: Readonly<Record<Level, number>> },
  failOn: keyof typeof severity,
): number {
  if (drafts > 0 && failed === drafts) return 2;
  const names = ['error', 'warning', 'info'] as const;
  return names.some((level) => levels[level] > 0 && severity[level] >= severity[failOn]) ? 1 : 0;
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

function duplicateOf(
  { source, sketch }: DraftOutcome,
  finder: DuplicateFinder,
  { levelsFor, settings }: DraftRun,
  file: string | undefined,
): DraftFinding[] {
  const other = finder.add(source, sketch);
  const levels = levelsFor(file ?? source);
  const level = levels['page/near-duplicate'] ?? levels.page ?? 'warning';
  return other === undefined || level === 'off' ? [] : [nearDuplicate(source, other, level, settings.lang)];
}

interface ReportWriters {
  readonly usesStdout: boolean;
  add(report: DraftReport): Promise<void>;
  close(): Promise<void>;
}

/** Where each format goes: to the output that follows it on the command line, else to standard output. */
function openReports(given: CliOptions<'check'>, terminal: Terminal): ReportWriters {
  const formats: readonly Listed<ReportFormat>[] = given.reportFormat ?? [{ value: 'pretty', at: 0 }];
  const outputs = [...(given.reportOutput ?? [])];
  const targets = formats.map(({ value, at }, i) => {
    const next = formats[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    const found = outputs.findIndex((output) => (output.at > at && output.at < next) || formats.length === 1);
    return { format: value, path: found < 0 ? undefined : outputs.splice(found, 1)[0]?.value };
  });
  if (outputs.length > 0) throw new SachError('output-without-format', { path: outputs[0]?.value ?? '' });
  if (targets.filter(({ path }) => path === undefined).length > 1) throw new SachError('formats-to-stdout');
  const reports: DraftReport[] = [];
  const pretty = targets.find(({ format }) => format === 'pretty');
  const rest = targets.filter(({ format }) => format !== 'pretty');
  const prettyFile = pretty?.path === undefined ? undefined : openAtomically(pretty.path);
  const whys = new Map(draftRules.map(({ id, why }) => [id as string, why]));
  const look = { ...terminal, ...(given.explain && { whyOf: (rule: string) => whys.get(rule) }) };
  const lowest = { quiet: 2, normal: 0, verbose: 0 }[terminal.verbosity];
  return {
    usesStdout: targets.some(({ path }) => path === undefined),
    async add({ source, findings }) {
      if (rest.length > 0) reports.push({ source: source.replaceAll('\\', '/'), findings });
      if (!pretty) return;
      const told = findings.filter(({ level }) => severity[level] >= lowest);
      const text = prettyDraft({ source, findings: told }, look);
      if (text !== '') await (prettyFile ? prettyFile.write(text) : writeStdout(text));
    },
    async close() {
      await prettyFile?.close();
      for (const { format, path } of rest) {
        if (format === 'pretty') continue;
        const text = reporters[format]({ drafts: reports, version, rules: draftRules });
        await (path === undefined ? writeStdout(text) : writeAtomically(path, text));
      }
    },
  };
}
