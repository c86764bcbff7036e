import type { Level } from '../model/index.ts';
import { isNew, type Reporter } from './check-report.ts';

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows beside the changed lines. */
export function toGithub(): Reporter {
  return {
    add: ({ source, findings }) =>
      findings
        .filter(isNew)
        .map(({ rule, level, message, line, column, endLine, endColumn }) => {
          const place = { file: source, line, endLine, col: column, endColumn, title: rule };
          const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
          return `::${commands[level]} ${properties.join(',')}::${data(message)}\n`;
        })
        .join(''),
    end: () => '',
  };
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
