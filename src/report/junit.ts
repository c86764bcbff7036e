import type { DraftFinding } from '../model/index.ts';
import { isNew, type ReportedRun, type Reporter } from './check-report.ts';

/**
 * JUnit XML: a test suite per draft, a failed test per finding that makes the run fail, one passed test for a draft without
 * any. Findings below that are told in its output: a platform that counts failures agrees with the exit code.
 */
export function toJunit({ isFailure }: Pick<ReportedRun, 'isFailure'>): Reporter {
  let isOpen = false;
  const open = (): string => {
    if (isOpen) return '';
    isOpen = true;
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sach check">\n';
  };
  return {
    add({ source, findings }) {
      const failed = findings.filter(isNew).filter(({ level }) => isFailure(level));
      const told = findings.filter(isNew).filter(({ level }) => !isFailure(level));
      const cases = failed.length === 0 ? [passed(source)] : failed.map((finding) => failure(source, finding));
      const attributes = `name="${xml(source)}" tests="${cases.length}" failures="${failed.length}"`;
      return `${open()}  <testsuite ${attributes}>\n${cases.join('')}${output(source, told)}  </testsuite>\n`;
    },
    end: () => `${open()}</testsuites>\n`,
  };
}

const passed = (source: string): string => `    <testcase name="sach" classname="${xml(source)}"/>\n`;

function failure(source: string, { rule, level, message, line, column, excerpt }: DraftFinding): string {
  const name = `${rule} ${line}:${column}`;
  const text = `${source}:${line}:${column}\n${excerpt}`;
  return [
    `    <testcase name="${xml(name)}" classname="${xml(source)}">\n`,
    `      <failure type="${level}" message="${xml(message)}">${xml(text)}</failure>\n`,
    '    </testcase>\n',
  ].join('');
}

function output(source: string, findings: readonly DraftFinding[]): string {
  if (findings.length === 0) return '';
  const lines = findings.map(
    ({ rule, level, message, line, column }) => `${source}:${line}:${column}: ${level}[${rule}]: ${message}\n`,
  );
  return `    <system-out>${xml(lines.join(''))}</system-out>\n`;
}

/** Text and attribute values; characters that XML cannot hold are left out. */
function xml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"\r\n\t]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
