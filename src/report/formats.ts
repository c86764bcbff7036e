import type { ReportFormat } from '../options.ts';
import type { CheckReport } from './check-report.ts';
import { toGithub } from './github.ts';
import { toGitlab } from './gitlab.ts';
import { toJson } from './json.ts';
import { toJunit } from './junit.ts';
import { toSarif } from './sarif.ts';

/** Format → the whole report as text. `pretty` is told draft by draft instead. */
export const reporters: Readonly<Record<Exclude<ReportFormat, 'pretty'>, (report: CheckReport) => string>> = {
  json: toJson,
  sarif: toSarif,
  junit: toJunit,
  github: toGithub,
  gitlab: toGitlab,
};
