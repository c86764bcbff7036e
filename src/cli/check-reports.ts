import { extname, resolve } from 'node:path';
import type { PageInput } from '../input/index.ts';
import { say, whyOf } from '../messages/index.ts';
import { SachError } from '../model/index.ts';
import type { CliOptions, FailLevel, Listed, ReportFormat } from '../options.ts';
import { draftRules, ruleFile } from '../proofread/rules.ts';
import { type DraftReport, prettyDraft, type Reporter, reporters } from '../report/index.ts';
import { version } from '../version.ts';
import { isAtLeast } from './exit-code.ts';
import { openOutput, refuseInput } from './output.ts';
import { addressOutside } from './shown-path.ts';
import type { Terminal } from './terminal.ts';

/** The reports of a check, each written as it grows. */
export interface Reports {
  readonly usesStdout: boolean;
  /** Throws SachError `output-is-input`, `cannot-write`. */
  add(input: PageInput, findings: DraftReport['findings']): Promise<void>;
  close(): Promise<void>;
}

/** Open a report of each format asked for. */
export function openReports(given: CliOptions<'check'>, failOn: FailLevel, terminal: Terminal): Reports {
  const targets = targetsOf(given);
  const open = targets.map(({ format, path }) => ({
    path,
    file: openOutput(path),
    reporter: reporterOf(format, given, failOn, terminal),
  }));
  return {
    usesStdout: targets.some(({ path }) => path === undefined),
    async add(input, findings) {
      const url = input.file === undefined ? undefined : addressOutside(input.file);
      const report = { source: input.source, ...(url !== undefined && { url }), findings };
      for (const { path, file, reporter } of open) {
        if (path !== undefined) refuseInput(path, input);
        const text = reporter.add(report);
        if (text !== '') await file.write(text);
      }
    },
    async close() {
      for (const { file, reporter } of open) {
        // Also when there is nothing to say: a report of an earlier run does not stay.
        await file.write(reporter.end());
        await file.close();
      }
    },
  };
}

/** Where each format goes: to the output that follows it on the command line, else to standard output. */
function targetsOf(given: CliOptions<'check'>): { readonly format: ReportFormat; readonly path: string | undefined }[] {
  const outputs = [...(given.reportOutput ?? [])];
  const formats = given.reportFormat ?? formatsOf(outputs);
  const targets = formats.map(({ value, at }, i) => {
    const next = formats[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    const found = outputs.findIndex((output) => (output.at > at && output.at < next) || formats.length === 1);
    return { format: value, path: found < 0 ? undefined : outputs.splice(found, 1)[0]?.value };
  });
  if (outputs.length > 0) throw new SachError('output-without-format', { path: outputs[0]?.value ?? '' });
  const files = targets.flatMap(({ path }) => path ?? []);
  const twice = files.find((path, i) => files.findIndex((other) => resolve(other) === resolve(path)) < i);
  if (twice !== undefined) throw new SachError('reports-to-one-file', { path: twice });
  if (targets.filter(({ path }) => path === undefined).length > 1) throw new SachError('formats-to-stdout');
  return targets;
}

/** What reports are called, where no format is named. */
const formatOfExtension: Readonly<Record<string, ReportFormat>> = {
  '.json': 'json',
  '.sarif': 'sarif',
  '.xml': 'junit',
};

/**
 * Report formats implied by the extensions of the `-o` outputs, each placed just before its output; `pretty` without `-o`.
 */
function formatsOf(outputs: readonly Listed[]): readonly Listed<ReportFormat>[] {
  if (outputs.length === 0) return [{ value: 'pretty', at: 0 }];
  return outputs.map(({ value, at }) => ({
    value: formatOfExtension[extname(value).toLowerCase()] ?? 'pretty',
    at: at - 0.5,
  }));
}

function reporterOf(
  format: ReportFormat,
  { explain }: CliOptions<'check'>,
  failOn: FailLevel,
  terminal: Terminal,
): Reporter {
  const rules = draftRules.map(({ id, level, why }) => ({ id, level, why: whyOf(terminal.lang, { id, why }) }));
  const whys = new Map<string, string>(rules.map(({ id, why }) => [id, why]));
  if (format !== 'pretty')
    return reporters[format]({
      version,
      rules,
      helpOf: (id) =>
        [
          ...(whys.has(id) ? [say(terminal.lang, 'check/rule-page', { page: `docs/rules/${ruleFile(id)}` })] : []),
          say(terminal.lang, 'check/rule-off', { id }),
        ].join(' '),
      isFailure: (level) => isAtLeast(level, failOn),
    });
  const look = { ...terminal, ...(explain && { whyOf: (rule: string) => whys.get(rule) }) };
  const lowest = terminal.verbosity === 'quiet' ? 'error' : 'info';
  return {
    add: ({ source, findings }) =>
      prettyDraft({ source, findings: findings.filter(({ level }) => isAtLeast(level, lowest)) }, look),
    end: () => '',
  };
}
