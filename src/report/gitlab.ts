import type { Level } from '../model/index.ts';
import { growingArray, isNew, type Reporter } from './check-report.ts';

const severities: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's Code Quality report. */
export function toGitlab(): Reporter {
  const issues = growingArray();
  return {
    add: ({ source, findings }) =>
      findings
        .filter(isNew)
        .map(({ rule, level, message, fingerprint, line, endLine }) =>
          issues.item({
            description: message,
            check_name: rule,
            fingerprint,
            severity: severities[level],
            location: { path: source, lines: { begin: line, end: endLine } },
          }),
        )
        .join(''),
    end: issues.end,
  };
}
