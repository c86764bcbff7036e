import { diffWordsWithSpace, structuredPatch } from 'diff';
import { visibleControls } from '../text/index.ts';
import type { Look } from './pretty.ts';

/** Lines longer than this are not marked word by word: comparing them grows with the square. */
const maxMarkedUnits = 20_000;

/** How a diff looks: its colours, and whether it goes to a terminal. */
export type DiffLook = Pick<Look, 'paint'> & { readonly isTerminal: boolean };

/**
 * A unified diff of one file. Without colours, and not to a terminal, it is a patch that `git apply` and `patch` take; else
 * what a terminal would obey is named (`‹U+001B›`), and with colours the words that changed are marked in the lines.
 */
export function prettyDiff(source: string, before: string, after: string, { paint, isTerminal }: DiffLook): string {
  const isPatch = !isTerminal && paint.mark('') === '';
  const patch = structuredPatch(`a/${source}`, `b/${source}`, before, after, '', '', { context: 3, timeout: 5000 });
  if (!patch) return '';
  // As git does: without the tab, patch takes the name to end at its first space.
  const end = /\s/.test(source) ? '\t' : '';
  const out = [paint.strong(`--- a/${source}${end}`), paint.strong(`+++ b/${source}${end}`)];
  for (const hunk of patch.hunks) {
    out.push(paint.info(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`));
    const shown = isPatch ? hunk.lines : hunk.lines.map(visibleControls);
    for (const lines of runsOf(shown)) out.push(...marked(lines, paint));
  }
  return `${out.join('\n')}\n`;
}

/** Lines that change together: removed ones, then added ones; each other line alone. */
function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const joins =
      /^[-+\\]/.test(line) && last && /^[-+\\]/.test(last[0] ?? '') && !(line[0] === '-' && last.at(-1)?.[0] === '+');
    if (joins) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function marked(lines: readonly string[], paint: Look['paint']): string[] {
  const removed = lines.filter((line) => line.startsWith('-'));
  const added = lines.filter((line) => line.startsWith('+'));
  if (removed.length !== added.length || removed.join('').length > maxMarkedUnits)
    return lines.map((line) => (line[0] === '-' ? paint.error(line) : line[0] === '+' ? paint.good(line) : line));
  const pairs = removed.map((line, i) => diffWordsWithSpace(line.slice(1), (added[i] ?? '').slice(1)));
  const lineOf = (side: 'removed' | 'added', i: number): string => {
    const color = side === 'removed' ? paint.error : paint.good;
    const parts = (pairs[i] ?? []).filter((part) => !part[side === 'removed' ? 'added' : 'removed']);
    const text = parts.map((part) => (part[side] ? paint.mark(part.value) : part.value)).join('');
    return color(`${side === 'removed' ? '-' : '+'}${text}`);
  };
  let i = 0;
  let j = 0;
  return lines.map((line) =>
    line[0] === '-' ? lineOf('removed', i++) : line[0] === '+' ? lineOf('added', j++) : line,
  );
}
