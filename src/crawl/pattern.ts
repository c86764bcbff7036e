import { SachError } from '../model/index.ts';
import { escapeRegex } from '../text/index.ts';

/**
 * A pattern of the option `include` or `exclude`: `/regular expression/`, or text in which `*` stands for anything.
 * Throws SachError `bad-pattern`.
 */
export function toPattern(pattern: string, option: 'include' | 'exclude'): RegExp {
  const regex = /^\/(.*)\/(i?)$/s.exec(pattern);
  if (!regex) {
    const parts = pattern.split('*').map(escapeRegex);
    return new RegExp(pattern.includes('*') ? `^${parts.join('.*')}$` : parts.join(''));
  }
  try {
    return new RegExp(regex[1] ?? '', regex[2]);
  } catch (cause) {
    // V8 repeats the expression before it says what is wrong with it.
    const reason = String((cause as Error).message).replace(/^.*: /s, '');
    throw new SachError('bad-pattern', { option, pattern, reason }, { cause });
  }
}
