import type { Passage, TextRange } from '../model/index.ts';

/** What goes on over several blocks of Markdown, which read it as paragraphs, lists and quotations. */
const openings: readonly { readonly open: RegExp; readonly close: string }[] = [
  // A shortcode over several lines, whose last one, `>}}`, is read as a quotation.
  { open: /\{\{[<%]/g, close: '}}' },
  // A comment of Obsidian.
  { open: /^%%(?!%)/gm, close: '%%' },
  // A formula: its lines may begin with `-`, `+` or `=`.
  { open: /^\$\$/gm, close: '$$' },
  { open: /^\\begin\{/gm, close: '\\end{' },
  { open: /\\\(/g, close: '\\)' },
  // Escaped brackets are text elsewhere: `\[1\]`.
  { open: /^\\\[|\\\[(?=[^\]\n]{0,300}?(?:\\[a-z]{2}|[=^]))/gm, close: '\\]' },
];

/** A longer one began with a mark that means something else, or is not closed. */
const maxSpan = 20_000;

/** MDX: lines of JavaScript between paragraphs. */
const script =
  /^(?:import\s+(?:[\w$*{][^"';]{0,500}\sfrom\s*)?["'][^"'\n]+["']|export\s+(?:(?:default|const|let|var|function|async|class)\b|[{*]))/;

/** A comment of MDX, which has none of HTML. */
const comment = /\{\/\*[\s\S]{0,1000}?\*\/\}/g;

/** The passages of a Markdown draft with what is no prose of its dialects set aside, and the comments of MDX among it. */
export function withUnprinted(
  text: string,
  passages: readonly Passage[],
): { readonly passages: readonly Passage[]; readonly comments: readonly TextRange[] } {
  const spans: TextRange[] = [];
  const comments: TextRange[] = [];
  const pairs = openings.map(({ open, close }) => ({ open, close, next: finderOf(text, close) }));
  const add = (start: number, end: number): void => {
    if (start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end });
  };
  for (const passage of passages) {
    if (passage.kind === 'field') continue;
    const written = text.slice(passage.start, passage.end);
    const read = new Set(passage.from);
    const find = (pattern: RegExp): TextRange[] =>
      [...written.matchAll(pattern)]
        .map(({ index, 0: { length } }) => ({ start: passage.start + index, end: passage.start + index + length }))
        .filter(({ start }) => read.has(start));
    if (script.test(written)) add(passage.start, endOfScript(text, passage));
    comments.push(...find(comment));
    for (const { open, close, next } of pairs)
      for (const { start, end } of find(open)) {
        const closed = next(end);
        if (closed - end <= maxSpan) add(start, closed + close.length);
      }
  }
  return { passages: spans.length === 0 ? passages : passages.map((passage) => without(passage, spans)), comments };
}

/** Where a mark stands next: asked for places in order, it reads the text once. */
function finderOf(text: string, mark: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known < from) known = text.indexOf(mark, from);
    if (known < 0) known = Number.POSITIVE_INFINITY;
    return known;
  };
}

/** JavaScript goes on while brackets are open, over blank lines too. */
function endOfScript(text: string, { start, end }: TextRange): number {
  let depth = 0;
  for (const { 0: mark, index } of text.slice(start, start + maxSpan).matchAll(/[{([\])}]|$/gm)) {
    if (mark !== '') depth += '{(['.includes(mark) ? 1 : -1;
    else if (depth <= 0 && start + index >= end) return start + index;
  }
  return end;
}

/** A passage with the units of it that stand in a span fixed; spans are in order and apart, as the units are. */
function without(passage: Passage, spans: readonly TextRange[]): Passage {
  let at = firstBehind(spans, passage.start);
  if ((spans[at]?.start ?? Number.POSITIVE_INFINITY) >= passage.end) return passage;
  const fixed: TextRange[] = [];
  for (const [i, from] of passage.from.entries()) {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= from) at += 1;
    if (from >= (spans[at]?.start ?? Number.POSITIVE_INFINITY)) fixed.push({ start: i, end: i + 1 });
  }
  return { ...passage, fixed: [...passage.fixed, ...fixed] };
}

/** The first span that does not end before a place. */
function firstBehind(spans: readonly TextRange[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as TextRange).end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
