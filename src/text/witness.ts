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
  const { strings, starts, mayBeEmpty, length } = new PatternReader(source).branches();
  return {
    ...(strings && { strings }),
    ...(starts && !mayBeEmpty && { starts }),
    ...(Number.isFinite(length) && { maxLength: length }),
  };
}

/** How often a term may match. */
interface Times {
  readonly least: number;
  readonly most: number;
  readonly written: boolean;
}

/** Reads a pattern from its beginning to its end, one method a rule of its grammar. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Any of the branches may match: each must have its strings. */
  branches(): Part {
    const all = [this.#branch()];
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      all.push(this.#branch());
    }
    return {
      strings: union(all.map(({ strings }) => strings)),
      starts: union(all.map(({ starts }) => starts)),
      mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty),
      length: Math.max(...all.map(({ length }) => length)),
    };
  }

  /** All of the terms match: the best of their strings will do. */
  #branch(): Part {
    const terms = new Terms();
    while (!this.#isAtEnd()) this.#term(terms);
    return terms.part();
  }

  #isAtEnd(): boolean {
    const next = this.#source[this.#at];
    return next === undefined || next === '|' || next === ')';
  }

  #term(terms: Terms): void {
    if (this.#read(edge)) return;
    const open = this.#read(groupOpen);
    const any = open ? null : this.#read(anyOf);
    if (open) {
      const inner = this.branches();
      this.#at += 1;
      const times = this.#times();
      if (!/^\(\?<?[=!]/.test(open[0])) terms.addGroup(inner, times);
    } else if (any) {
      // A letter of a class may be one of two units; what a group matched before has any length.
      const longest = any[0].startsWith('\\k') ? Number.POSITIVE_INFINITY : 2;
      terms.addAny(longest, this.#times());
    } else {
      const letter = this.#letter();
      terms.addLetter(letter, this.#times());
    }
  }

  #letter(): string {
    if (this.#source[this.#at] === '\\') this.#at += 1;
    const found = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += found.length;
    return found.toLowerCase();
  }

  /** How often the term just read may match. */
  #times(): Times {
    const found = this.#read(quantifier);
    if (found === null) return { least: 1, most: 1, written: false };
    const { least, open, most } = found.groups ?? {};
    const sign = found[0][0];
    if (least === undefined)
      return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY, written: true };
    const upTo = most ?? (open ? Number.POSITIVE_INFINITY : least);
    return { least: Number(least), most: Number(upTo), written: true };
  }

  #read(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}

/** What the terms of a branch need together, one after the other. */
class Terms {
  #best: readonly string[] | undefined;
  #starts: readonly string[] | undefined = [];
  #mayBeEmpty = true;
  #length = 0;
  /** The letters read last that stand side by side in every match. */
  #run = '';

  addLetter(letter: string, { least, most, written }: Times): void {
    if (least > 0) this.#run += letter;
    if (written) this.#endRun();
    if (least === 0) this.#begin([letter], true);
    this.#length += most * letter.length;
  }

  addAny(longest: number, { least, most }: Times): void {
    this.#length += longest * most;
    this.#endRun();
    this.#begin(undefined, least === 0);
  }

  addGroup({ strings, starts, mayBeEmpty, length }: Part, { least, most }: Times): void {
    this.#length += most === 0 || length === 0 ? 0 : most * length;
    this.#endRun();
    if (least > 0 && strings) this.#best = better(strings, this.#best);
    this.#begin(starts, least === 0 || mayBeEmpty);
  }

  part(): Part {
    this.#endRun();
    return { strings: this.#best, starts: this.#starts, mayBeEmpty: this.#mayBeEmpty, length: this.#length };
  }

  #begin(strings: readonly string[] | undefined, isOptional: boolean): void {
    if (!this.#mayBeEmpty) return;
    this.#starts = this.#starts && strings && [...this.#starts, ...strings];
    this.#mayBeEmpty = isOptional;
  }

  #endRun(): void {
    if (this.#run === '') return;
    this.#best = better([this.#run], this.#best);
    this.#begin([this.#run], false);
    this.#run = '';
  }
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
