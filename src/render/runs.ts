/**
 * Running text as Markdown sees it: a flat row of runs, each with the marks that lie on it. Nested, doubled, empty and
 * torn marks (Word splits one word over five `<b>`) fall together here; how runs nest again is `nest-marks.ts`.
 */
export interface Run {
  readonly kind: 'text' | 'code' | 'image' | 'reference';
  /** Text, code, what an image shows when it does not load, or the label of a footnote. */
  readonly value: string;
  /** Sum of the `mark` bits. */
  readonly marks: number;
  /** Address of the link that it stands in. */
  readonly href?: string;
  /** Address of an image. */
  readonly src?: string;
}

/** One line of runs, no line break inside, no space at its ends. */
export type Line = readonly Run[];

export const mark = { strong: 1, emphasis: 2, strike: 4, sub: 8, sup: 16 } as const;
export type Mark = keyof typeof mark;

const sameStyle = (a: Run, b: Run): boolean => a.marks === b.marks && a.href === b.href;

/** Append a run, joining text (or code) of one style and keeping one space where two texts meet. */
export function appendRun(line: Run[], run: Run): void {
  const last = line.at(-1);
  const twice = run.kind === 'text' && last?.kind === 'text' && last.value.endsWith(' ') && run.value.startsWith(' ');
  const value = twice ? run.value.slice(1) : run.value;
  if (value === '' && run.kind !== 'image') return;
  if (last?.kind === run.kind && (run.kind === 'text' || run.kind === 'code') && sameStyle(last, run))
    line[line.length - 1] = { ...last, value: last.value + value };
  else line.push({ ...run, value });
}
