import { type Line, type Mark, mark, type Run } from './runs.ts';

/** Runs nested again: each mark and link opened once, over all it covers. */
export type Nest =
  | { readonly kind: 'run'; readonly run: Run; readonly before?: Run; readonly after?: Run }
  | { readonly kind: Mark; readonly children: readonly Nest[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Nest[] };

/** Outermost first, where two marks cover the same runs: tags outside, because delimiters read badly around them. */
const order: readonly Mark[] = ['sub', 'sup', 'strike', 'emphasis', 'strong'];

/**
 * Nest a line: of the marks that open at a run, the one that reaches furthest is outermost. A link is never cut in
 * two; a mark that ends inside one is.
 */
export function nestMarks(line: Line): Nest[] {
  const nest = (from: number, to: number, open: number, linked: boolean): Nest[] => {
    const out: Nest[] = [];
    for (let i = from; i < to; ) {
      const run = line[i] as Run;
      const reach = (holds: (other: Run) => boolean): number => {
        let end = i + 1;
        while (end < to && holds(line[end] as Run)) end++;
        return end;
      };
      const { href } = run;
      const linkEnd = !linked && href !== undefined ? reach((other) => other.href === href) : i;
      let best: Mark | undefined;
      let bestEnd = i;
      for (const name of order) {
        if ((run.marks & ~open & mark[name]) === 0) continue;
        let end = reach((other) => (other.marks & mark[name]) !== 0);
        const cut = line[end - 1]?.href;
        if (!linked && cut !== undefined && end < to && line[end]?.href === cut && end > linkEnd)
          while (line[end - 1]?.href === cut) end--;
        if (end > bestEnd) {
          best = name;
          bestEnd = end;
        }
      }
      if (href !== undefined && linkEnd > i && linkEnd >= bestEnd) {
        out.push({ kind: 'link', href, children: nest(i, linkEnd, open, true) });
        i = linkEnd;
      } else if (best !== undefined) {
        out.push({ kind: best, children: nest(i, bestEnd, open | mark[best], linked) });
        i = bestEnd;
      } else {
        const before = line[i - 1];
        const after = line[i + 1];
        out.push({ kind: 'run', run, ...(before && { before }), ...(after && { after }) });
        i++;
      }
    }
    return out;
  };
  return nest(0, line.length, 0, false);
}
