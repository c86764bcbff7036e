/** The page of a calendar: a grid of days, with a word beside some of them. */
import { isProse } from '../lines.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';

/** The shortest month. */
const minDays = 28;

/** Is the grid of a month what was kept? A calendar beside an article was not. */
export function calendar({ lines }: PageTypeInput): Verdict | undefined {
  if (lines.some((line) => line.inBody && isProse(line))) return undefined;
  let day = 0;
  let kept = 0;
  for (const { inBody, text } of lines) {
    if (Number.parseInt(text, 10) !== day + 1) continue;
    day += 1;
    if (inBody) kept += 1;
  }
  return day >= minDays && kept * 2 > day ? { pageType: 'listing', reason: 'calendar' } : undefined;
}
