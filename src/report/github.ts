import type { Level } from '../model/index.ts';
import { type CheckReport, isNew } from './check-report.ts';

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the changed lines. */
export function toGithub({ drafts }: CheckReport): string {
  return drafts
    .flatMap(({ source, findings }) =>
      findings.filter(isNew).map(({ rule, level, message, line, column, endLine, endColumn }) => {
        const place = { file: source, line, endLine, col: column, endColumn, title: rule };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
        return `::${commands[level]} ${properties.join(',')}::${data(message)}\n`;
      }),
    )
    .join('');
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
