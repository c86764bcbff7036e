import type { ReportFormat } from '../options.ts';
import type { ReportedRun, Reporter } from './check-report.ts';
import { toGithub } from './github.ts';
import { toGitlab } from './gitlab.ts';
import { toJson } from './json.ts';
import { toJunit } from './junit.ts';
import { toSarif } from './sarif.ts';

/** Format → a report that grows. `pretty` needs to know the terminal too. */
export const reporters: Readonly<Record<Exclude<ReportFormat, 'pretty'>, (run: ReportedRun) => Reporter>> = {
  json: toJson,
  sarif: toSarif,
  junit: toJunit,
  github: toGithub,
  gitlab: toGitlab,
};
