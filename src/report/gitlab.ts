import type { Level } from '../model/index.ts';
import { type CheckReport, isNew } from './check-report.ts';

const severities: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's Code Quality report. */
export function toGitlab({ drafts }: CheckReport): string {
  const issues = drafts.flatMap(({ source, findings }) =>
    findings.filter(isNew).map(({ rule, level, message, fingerprint, line, endLine }) => ({
      description: message,
      check_name: rule,
      fingerprint,
      severity: severities[level],
      location: { path: source, lines: { begin: line, end: endLine } },
    })),
  );
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
