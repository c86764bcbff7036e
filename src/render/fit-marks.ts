import { appendRun, type Line, mark, type Run } from './runs.ts';

/** Marks written with delimiters. */
const delimited = mark.strong | mark.emphasis | mark.strike;
/** Marks written as tags, which open and close anywhere. */
const tagged = mark.sub | mark.sup;

export type Side = 'space' | 'punctuation' | 'letter';

/**
 * What a delimiter sees in the character outside it. An emoji is a letter to parsers that read UTF-16 units and a
 * symbol to those that read code points; outside, a letter is the careful answer.
 */
export function sideOf(char: string): Side {
  if (char === '' || /^\s/.test(char)) return 'space';
  return char.length === 1 && /^[\p{P}\p{S}]/u.test(char) ? 'punctuation' : 'letter';
}

export const firstChar = (text: string): string => [...text.slice(0, 2)][0] ?? '';
export const lastChar = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** Between two letters may stand one delimiter, or `***`; of a row of different ones the outer closes nothing. */
const readsBetweenLetters = (marks: number): boolean => (marks & mark.strike) === 0 || marks === mark.strike;

/** Mend the places where marks open. What opens at line start or after space or punctuation is always understood. */
function fitOpenings(line: Line): Run[] {
  const out: Run[] = [];
  const queue = [...line].reverse();
  for (let run = queue.pop(); run !== undefined; run = queue.pop()) {
    const before = out.at(-1);
    const opens = before === undefined ? 0 : run.marks & ~before.marks;
    const closes = before === undefined ? 0 : before.marks & ~run.marks;
    const fresh = opens & delimited;
    // What closes here stands between, unless it is written with stars too and makes one row with what opens.
    const between = (closes & ~(mark.strong | mark.emphasis)) !== 0;
    const guarded = before?.kind !== 'text' || between || (before.href !== undefined && before.href !== run.href);
    if (fresh === 0 || guarded || sideOf(lastChar(before.value)) !== 'letter') {
      appendRun(out, run);
      continue;
    }
    const bare = run.marks & ~fresh;
    const startsWithTag = (opens & tagged) !== 0 || run.href !== before.href || run.kind !== 'text';
    const [head = ''] = startsWithTag ? [] : (/^[\p{P}\p{S}]\s*/u.exec(run.value) ?? []);
    if (head !== '') {
      appendRun(out, { ...run, value: head, marks: bare });
      if (head !== run.value) queue.push({ ...run, value: run.value.slice(head.length) });
    } else if (!startsWithTag && readsBetweenLetters(fresh)) appendRun(out, run);
    else queue.push({ ...run, marks: bare });
  }
  return out;
}

/** Does a mark open or close here with no space beside it? Most lines have no such place and pass as they are. */
const touches = (before: Run | undefined, run: Run): boolean =>
  before !== undefined &&
  ((before.marks ^ run.marks) & delimited) !== 0 &&
  !/\s$/.test(before.value.slice(-1)) &&
  !/^\s/.test(run.value);

/** The line read from its end; an image or code is one thing and is not turned round. */
const mirror = (line: Line): Run[] =>
  line.toReversed().map((run) => (run.kind === 'text' ? { ...run, value: [...run.value].reverse().join('') } : run));

/**
 * Markdown opens and closes emphasis only at the edge of a word: in `**Ảnh:**Lan` the closing stars stand between
 * punctuation and a letter and close nothing. There the punctuation leaves the mark, `**Ảnh**:Lan`: every letter
 * stays, and no character reference (`&#x4C;an`) disturbs the reader. What is no text and stands at such an edge
 * (a link, code, an image, a further mark) loses the mark instead: the accepted cost.
 *
 * Rules: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
export function fitMarks(line: Line): Line {
  if (!line.some((run, i) => touches(line[i - 1], run))) return line;
  return mirror(fitOpenings(mirror(fitOpenings(line))));
}
