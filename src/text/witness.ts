/**
 * What a text must be for a pattern to match it, read from the pattern itself. Hundreds of patterns are tried on every
 * line of a page and nearly all fail, yet compiling one with `\p{L}` or without regard to case takes longer than reading
 * the page's bytes. `(?:các )?tin (?:liên quan|khác):?` needs “tin ” and at most eighteen letters.
 */
export interface Witness {
  /** In lower case; every match holds one of them. Absent: nothing to tell by. */
  readonly strings?: readonly string[];
  /** In lower case; every match begins with one of them. Absent: nothing to tell by. */
  readonly starts?: readonly string[];
  /** No match is longer, UTF-16 units. Absent: there is no limit. */
  readonly maxLength?: number;
}

/** A dot, a class, or an escape: any of several letters, or one that is better not read from its number. */
const anyOf =
  /\.|\[(?:\\.|[^\]\\])*\]|\\(?:[dDwWsSfnrtv0-9]|c[A-Za-z]|x[\da-f]{2}|u(?:\{[\da-f]+\}|[\da-f]{4})|[pP]\{[^}]*\}|k<[^>]*>)/iuy;
/** What takes no room: what stands before it and after it stand side by side. */
const edge = /\\[bB]|[\^$]/y;
const groupOpen = /\((?:\?(?:<?[=!]|:|<[^>]*>))?/y;
const quantifier = /(?:[*+?]|\{(?<least>\d+)(?<open>,)?(?<most>\d+)?\})\??/y;

interface Part {
  readonly strings: readonly string[] | undefined;
  readonly starts: readonly string[] | undefined;
  /** It may match nothing: what comes after it may be the start. */
  readonly mayBeEmpty: boolean;
  readonly length: number;
}

/** Read what a pattern (flag `u`) needs. */
export function witnessOf({ source }: RegExp): Witness {
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    at += found?.[0].length ?? 0;
    return found;
  };
  /** How often the term just read may match. */
  const times = (): { readonly least: number; readonly most: number; readonly written: boolean } => {
    const found = read(quantifier);
    if (found === null) return { least: 1, most: 1, written: false };
    const { least, open, most } = found.groups ?? {};
    const sign = found[0][0];
    if (least === undefined)
      return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY, written: true };
    const upTo = most ?? (open ? Number.POSITIVE_INFINITY : least);
    return { least: Number(least), most: Number(upTo), written: true };
  };
  const letter = (): string => {
    if (source[at] === '\\') at += 1;
    const found = String.fromCodePoint(source.codePointAt(at) ?? 0);
    at += found.length;
    return found.toLowerCase();
  };

  /** All of the terms match: the best of their strings will do. */
  const branch = (): Part => {
    let best: readonly string[] | undefined;
    let starts: readonly string[] | undefined = [];
    let mayBeEmpty = true;
    let run = '';
    let length = 0;
    const begin = (strings: readonly string[] | undefined, isOptional: boolean): void => {
      if (!mayBeEmpty) return;
      starts = starts && strings && [...starts, ...strings];
      mayBeEmpty = isOptional;
    };
    const endRun = (strings?: readonly string[]): void => {
      if (run !== '') {
        best = better([run], best);
        begin([run], false);
      }
      if (strings) best = better(strings, best);
      run = '';
    };
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      if (read(edge)) continue;
      const open = read(groupOpen);
      const any = open ? null : read(anyOf);
      if (open) {
        const inner = branches();
        at += 1;
        const { least, most } = times();
        if (/^\(\?<?[=!]/.test(open[0])) continue;
        length += most === 0 || inner.length === 0 ? 0 : most * inner.length;
        endRun(least > 0 ? inner.strings : undefined);
        begin(inner.starts, least === 0 || inner.mayBeEmpty);
      } else if (any) {
        // A letter of a class may be one of two units; what a group matched before has any length.
        const { least, most } = times();
        length += (any[0].startsWith('\\k') ? Number.POSITIVE_INFINITY : 2) * most;
        endRun();
        begin(undefined, least === 0);
      } else {
        const one = letter();
        const { least, most, written } = times();
        if (least > 0) run += one;
        if (written) endRun();
        if (least === 0) begin([one], true);
        length += most * one.length;
      }
    }
    endRun();
    return { strings: best, starts, mayBeEmpty, length };
  };

  /** Any of the branches may match: each must have its strings. */
  function branches(): Part {
    const all = [branch()];
    while (source[at] === '|') {
      at += 1;
      all.push(branch());
    }
    return {
      strings: union(all.map(({ strings }) => strings)),
      starts: union(all.map(({ starts }) => starts)),
      mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty),
      length: Math.max(...all.map(({ length }) => length)),
    };
  }
  const { strings, starts, mayBeEmpty, length } = branches();
  return {
    ...(strings && { strings }),
    ...(starts && !mayBeEmpty && { starts }),
    ...(Number.isFinite(length) && { maxLength: length }),
  };
}

/** What any of several may hold; nothing can be told when nothing can be told of one. */
function union(sets: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return sets.includes(undefined) ? undefined : [...new Set(sets.flatMap((set) => set ?? []))];
}

/** Longer strings are rarer; of equally long ones the fewer are better. */
function better(set: readonly string[], than: readonly string[] | undefined): readonly string[] {
  if (than === undefined) return set;
  const [a, b] = [shortest(set), shortest(than)];
  return a > b || (a === b && set.length < than.length) ? set : than;
}

const shortest = (set: readonly string[]): number => Math.min(...set.map(({ length }) => length));
