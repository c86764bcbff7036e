import { type Inline, toScript } from '../model/index.ts';
import { safeUrl, withoutControls } from '../text/index.ts';
import { fitMarks } from './fit-marks.ts';
import { appendRun, type Line, mark, type Run } from './runs.ts';

/** Few texts hold any: writing one anew costs many times what a look at it does. */
const untidy = /[\t\n\r\v\f]| {2}/;
/** Line ends of HTML source are spaces; controls cannot be written in Markdown, YAML or XML. */
function collapse(text: string): string {
  const printed = withoutControls(text);
  return untidy.test(printed) ? printed.replace(/[ \t\n\r\v\f]+/g, ' ') : printed;
}

const isStyled = (run: Run): boolean => run.marks !== 0 || run.href !== undefined;
const isSpace = (run: Run): boolean => run.kind === 'text' && run.value.trim() === '';

/** Cut the space at the ends of a styled run off as runs of their own. */
function cutSpaces(run: Run): Run[] {
  if (run.kind !== 'text' || !isStyled(run)) return [run];
  const core = run.value.trim();
  if (core === run.value || core === '') return [run];
  const at = run.value.indexOf(core);
  return [run.value.slice(0, at), core, run.value.slice(at + core.length)]
    .filter((value) => value !== '')
    .map((value) => ({ ...run, value }));
}

/** The marks that cover the whole of the link a run stands in: others end inside it, and are written inside. */
function marksAroundLinks(line: readonly Run[]): number[] {
  const around: number[] = [];
  for (let i = 0; i < line.length; ) {
    let end = i;
    let common = ~0;
    const href = line[i]?.href;
    for (; end < line.length && (end === i || (href !== undefined && line[end]?.href === href)); end++)
      common &= line[end]?.marks ?? 0;
    for (; i < end; i++) around[i] = common;
  }
  return around;
}

const bits = Object.values(mark);

/**
 * The marks that hold from each run to the next without being closed and opened again. A mark that began inside one
 * that ends here cannot: `**a _b_** _c_`.
 */
function marksHeld(line: readonly Run[]): number[] {
  const since: number[] = [];
  return line.map((run, i) => {
    const next = line[i + 1]?.marks ?? 0;
    const opening = run.marks & ~(line[i - 1]?.marks ?? 0);
    for (const bit of bits) if ((opening & bit) !== 0) since[bit] = i;
    const common = run.marks & next;
    const ending = run.marks & ~next;
    if (common === 0 || ending === 0) return common;
    let oldest = i;
    for (const bit of bits) if ((ending & bit) !== 0) oldest = Math.min(oldest, since[bit] ?? i);
    let held = common;
    for (const bit of bits) if ((common & bit) !== 0 && (since[bit] ?? i) > oldest) held &= ~bit;
    return held;
  });
}

/** Space belongs to no mark that does not hold on both sides of it: `<b>a </b>b` is `**a** b`. */
function settleSpaces(line: readonly Run[]): Run[] {
  if (!line.some(isStyled)) return [...line];
  const pieces = line.flatMap(cutSpaces);
  const inked = pieces.filter((run) => !isSpace(run));
  const around = marksAroundLinks(inked);
  const held = marksHeld(inked);
  let right = 0;
  const out: Run[] = [];
  for (const run of pieces) {
    if (!isSpace(run)) {
      right++;
      appendRun(out, run);
      continue;
    }
    const href = inked[right - 1]?.href;
    // Space between two links to one address parts them; space in one of them does not: editors tear links in pieces.
    const inOne = right > 0 && href === inked[right]?.href && href === run.href;
    const marks = (held[right - 1] ?? 0) & (inOne ? ~0 : (around[right - 1] ?? 0) & (around[right] ?? 0));
    appendRun(out, { kind: 'text', value: run.value, marks, ...(inOne && href !== undefined && { href }) });
  }
  return out;
}

/** Raised and lowered text in Unicode's own characters, where it has them for all of it. */
function raiseScripts(line: readonly Run[]): Run[] {
  const scripts = mark.sub | mark.sup;
  if (!line.some((run) => (run.marks & scripts) !== 0)) return [...line];
  const out: Run[] = [];
  for (let i = 0; i < line.length; ) {
    const bits = (line[i]?.marks ?? 0) & scripts;
    let end = i + 1;
    while (bits !== 0 && end < line.length && ((line[end]?.marks ?? 0) & scripts) === bits) end++;
    const group = line.slice(i, end);
    const kind = bits === mark.sub ? 'sub' : bits === mark.sup ? 'sup' : undefined;
    const written = group.map((run) => (kind && run.kind === 'text' ? toScript(kind, run.value) : undefined));
    const isWritten = written.every((value) => value !== undefined);
    group.forEach((run, at) => {
      appendRun(out, isWritten ? { ...run, value: written[at] ?? '', marks: run.marks & ~scripts } : run);
    });
    i = end;
  }
  return out;
}

function trimLine(line: readonly Run[]): Run[] {
  const out = [...line];
  for (let first = out[0]; first?.kind === 'text'; first = out[0]) {
    const value = first.value.trimStart();
    if (value === first.value) break;
    if (value === '') out.shift();
    else out[0] = { ...first, value };
  }
  for (let last = out.at(-1); last?.kind === 'text'; last = out.at(-1)) {
    const value = last.value.trimEnd();
    if (value === last.value) break;
    if (value === '') out.pop();
    else out[out.length - 1] = { ...last, value };
  }
  return out;
}

/** Lay inlines out as lines of runs; an empty line is two breaks in a row. */
export function toLines(inlines: readonly Inline[], { inCell = false } = {}): Line[] {
  const only = inlines.length === 1 ? inlines[0] : undefined;
  if (only?.kind === 'text') {
    const value = collapse(only.value).trim();
    return [value === '' ? [] : [{ kind: 'text', value, marks: 0 }]];
  }
  const lines: Run[][] = [[]];
  const add = (run: Run): void => appendRun(lines.at(-1) as Run[], run);
  const walk = (nodes: readonly Inline[], marks: number, href: string | undefined): void => {
    const style = { marks, ...(href !== undefined && { href }) };
    for (const node of nodes) {
      switch (node.kind) {
        case 'text':
          add({ kind: 'text', value: collapse(node.value), ...style });
          break;
        case 'code': {
          const value = collapse(node.value);
          // `[`a]:`](…)` at the start of a paragraph would define a link instead of being one, and parsers disagree
          // about backslashes before pipes in the code of a cell: there code is plain text.
          const misread = (href !== undefined && value.includes(']:')) || (inCell && value.includes('\\'));
          const kind = misread ? 'text' : 'code';
          if (value.trim() !== '') add({ kind, value: value.trim(), ...style });
          break;
        }
        case 'break':
          // A link is one thing: a break inside it would make two links of it.
          if (href === undefined) lines.push([]);
          else add({ kind: 'text', value: ' ', ...style });
          break;
        case 'image': {
          const src = safeUrl(node.src);
          const alt = collapse(node.alt ?? '').trim();
          if (src !== undefined) add({ kind: 'image', value: alt, src, ...style });
          else if (alt !== '') add({ kind: 'text', value: alt, ...style });
          break;
        }
        case 'link':
          walk(node.children, marks, href ?? safeUrl(node.href));
          break;
        case 'reference':
          // Within a link it is a part of what the link says.
          if (href === undefined) add({ kind: 'reference', value: node.label, ...style });
          else walk(node.children, marks, href);
          break;
        case 'sub':
        case 'sup':
        case 'strong':
        case 'emphasis':
        case 'strike':
          walk(node.children, marks | mark[node.kind], href);
          break;
      }
    }
  };
  walk(inlines, 0, undefined);
  return lines.map((line) => trimLine(settleSpaces(fitMarks(raiseScripts(settleSpaces(line))))));
}
