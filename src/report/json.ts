import type { CheckReport } from './check-report.ts';

/** Every finding as a JSON array, one draft after the other. */
export function toJson({ drafts }: CheckReport): string {
  const findings = drafts.flatMap(({ source, findings: found }) =>
    found.map(({ start: _start, end: _end, ...finding }) => ({ source, ...finding })),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}
