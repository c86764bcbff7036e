import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { type Candidate, loose } from './rank.ts';

/** The kicker: a short line right above the title that a class calls so, or that a template names. */
export function findKickers(
  lines: readonly PageLine[],
  title: PageLine | undefined,
  marked: ReadonlySet<PageLine>,
): Candidate[] {
  if (!title) return [];
  return lines.slice(Math.max(0, title.index - 3), title.index).flatMap((line): Candidate[] => {
    const hint = hinted(line.hints, 'kicker', 2);
    if ((hint === 0 && !marked.has(line)) || line.text.length > 120 || loose(line.text) === loose(title.text))
      return [];
    return [{ value: line.text, line, rule: marked.has(line) ? 'kicker/template' : 'kicker/hint', score: 1 + hint }];
  });
}
