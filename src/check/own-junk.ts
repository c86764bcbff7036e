import { createContext, Script } from 'node:vm';
import { SachError } from '../model/index.ts';
import type { JunkLine } from './rule.ts';

/** A pattern of the user as it is held against a whole line. Throws SyntaxError. */
export const wholeLine = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'iu');

/** Lines of a whole draft take a sound pattern a few milliseconds. */
const maxSeconds = 1;
/** Only a script of its own can be broken off amid a regular expression. */
const search = new Script('lines.map((line) => whole.test(line))');
const searched = createContext({ whole: /(?:)/, lines: [] as readonly string[] });

/**
 * Which lines a pattern of the user matches. Nobody has measured it as ours are, and one that tries everything would never
 * end nor let itself be interrupted: it is given a second. Throws SachError `slow-pattern`.
 */
export function matchLines(
  source: string,
  { id, whole }: Pick<JunkLine, 'id' | 'whole'>,
  lines: readonly string[],
): readonly boolean[] {
  Object.assign(searched, { whole, lines });
  try {
    return search.runInContext(searched, { timeout: maxSeconds * 1000 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw cause;
    throw new SachError('slow-pattern', { source, name: id, seconds: maxSeconds });
  }
}

/**
 * Lines that make a careless pattern try everything: an example up to each of its letters, that letter forty times, and a
 * sign that fits nothing. `(a+)+` has 2⁴⁰ ways to fail on them.
 */
export const hardLines = (examples: readonly string[]): string[] =>
  examples.flatMap((line) =>
    [...line].map((letter, i, letters) => `${letters.slice(0, i).join('')}${letter.repeat(40)}\u0001`),
  );
