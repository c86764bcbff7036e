/**
 * Where each letter of a YAML value is written that goes over several lines or holds escapes. Value and source are read side
 * by side, and the two must agree in every letter: a value of which they do not is left alone.
 */
import type { Scalar } from 'yaml';

/** A text with the place of each unit, and whether it is to stay: line ends, and the white space beside them. */
export interface WrittenScalar {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly isFixed: readonly boolean[];
}

type Style = NonNullable<Scalar['type']>;

/** A line end, with the indentation behind it and, where lines are folded, the blank lines between. */
const foldedEnd = /[ \t]*(?:\r\n?|\n)[ \t\r\n]*/y;
const literalEnd = (indent: number): RegExp => new RegExp(`(?:\\r\\n?|\\n) {0,${indent}}`, 'y');
const blockFoldedEnd = (indent: number): RegExp => new RegExp(`(?:(?:\\r\\n?|\\n) {0,${indent}})+`, 'y');

const blockHeader = /[|>][-+\d]{0,2}[ \t]*(?:#[^\r\n]*)?/y;
const escapes = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/y;
const named: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** Find the places of a value in the source of the front matter; undefined when they cannot be told. */
export function alignScalar({ value, type, range }: Scalar, yaml: string): WrittenScalar | undefined {
  const [start, end] = range ?? [];
  if (typeof value !== 'string' || !type || start === undefined || end === undefined) return undefined;
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return alignBlock(value, yaml.slice(0, end), start, type);
  const quotes = type === 'PLAIN' ? 0 : 1;
  const source = yaml.slice(0, end - quotes);
  const aligned = new Aligner(value, source, start + quotes, type, foldedEnd);
  return aligned.read() && aligned.at === source.length ? aligned.written() : undefined;
}

function alignBlock(whole: string, source: string, start: number, type: Style): WrittenScalar | undefined {
  blockHeader.lastIndex = start;
  if (!blockHeader.test(source)) return undefined;
  const at = blockHeader.lastIndex;
  const value = whole.replace(/(?<!\n)\n+$/, '');
  // What the first line has before its text is the indentation, but for what the value has there too.
  const indent = leadingSpaces(source.slice(at)) - leadingSpaces(value);
  if (indent < 1) return undefined;
  const isFolded = type === 'BLOCK_FOLDED';
  const lineEnd = isFolded ? blockFoldedEnd(indent) : literalEnd(indent);
  lineEnd.lastIndex = at;
  if (!lineEnd.test(source)) return undefined;
  const aligned = new Aligner(value, source, lineEnd.lastIndex, type, lineEnd);
  if (isFolded) aligned.take(/^\n*/.exec(value)?.[0].length ?? 0, lineEnd.lastIndex, true);
  return aligned.read() && source.slice(aligned.at).trim() === '' ? aligned.written() : undefined;
}

/** Spaces before the text of the first line that has one. */
const leadingSpaces = (text: string): number => /^\s*?( *)[^\s]/.exec(text)?.[1]?.length ?? 0;

class Aligner {
  at: number;
  readonly #value: string;
  readonly #source: string;
  readonly #type: Style;
  readonly #lineEnd: RegExp;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #isFixed: boolean[] = [];

  constructor(value: string, source: string, at: number, type: Style, lineEnd: RegExp) {
    this.#value = value;
    this.#source = source;
    this.at = at;
    this.#type = type;
    this.#lineEnd = lineEnd;
  }

  /** The next units of the value are written from here to a place of the source. */
  take(units: number, to: number, isFixed = false): void {
    for (let i = 0; i < units; i++) {
      this.#from.push(this.at);
      this.#to.push(to);
      this.#isFixed.push(isFixed);
    }
    this.at = to;
  }

  /** Read to the end of the value; false where it does not agree with the source. */
  read(): boolean {
    while (this.#from.length < this.#value.length) if (!this.#lineBreak() && !this.#letter()) return false;
    return true;
  }

  #lineBreak(): boolean {
    // A run of spaces is looked at once, at its start: at each of them it would cost the square of its length.
    if (this.#lineEnd === foldedEnd && /[ \t]/.test(this.#source[this.at - 1] ?? '')) return false;
    this.#lineEnd.lastIndex = this.at;
    if (!this.#lineEnd.test(this.#source)) return false;
    const end = this.#lineEnd.lastIndex;
    const breaks = this.#breaksOf(this.#source.slice(this.at, end), this.#value.slice(this.#from.length));
    if (breaks === 0) return false;
    this.take(breaks, end, true);
    return true;
  }

  /** How many units of the value the line ends of a piece of source are: 0 where the value begins otherwise. */
  #breaksOf(piece: string, value: string): number {
    const [spaceOrBreaks = ''] = /^(?: |\n+)/.exec(value) ?? [];
    // Beside lines that are moved in none is folded.
    if (this.#type === 'BLOCK_FOLDED') return spaceOrBreaks.length;
    const ends = piece.match(/\r\n?|\n/g)?.length ?? 0;
    const wanted = this.#type === 'BLOCK_LITERAL' ? '\n' : ends === 1 ? ' ' : '\n'.repeat(ends - 1);
    return value.startsWith(wanted) ? wanted.length : 0;
  }

  #letter(): boolean {
    const letter = this.#value[this.#from.length];
    const [read, length] = this.#written();
    if (read !== letter) return false;
    this.take(1, this.at + length, read === '\n' || read === '\t');
    return true;
  }

  /** What is written here, and in how many units. */
  #written(): readonly [string | undefined, number] {
    const here = this.#source[this.at];
    if (this.#type === 'QUOTE_SINGLE' && here === "'") return [this.#source[this.at + 1] === "'" ? "'" : undefined, 2];
    if (this.#type !== 'QUOTE_DOUBLE' || here !== '\\') return [here, 1];
    escapes.lastIndex = this.at;
    const [whole = '', x, u, long, name = ''] = escapes.exec(this.#source) ?? [];
    const code = Number.parseInt(x ?? u ?? long ?? '', 16);
    // A letter of two units has two escapes, or one that is left alone.
    return [Number.isNaN(code) ? named[name] : code <= 0xffff ? String.fromCharCode(code) : undefined, whole.length];
  }

  written(): WrittenScalar {
    const isFixed = [...this.#isFixed];
    const isSpace = (i: number): boolean => this.#value[i] === ' ' || this.#value[i] === '\t';
    // Of lines that are moved in nothing may be taken: they would be folded.
    if (this.#type === 'BLOCK_LITERAL' || this.#type === 'BLOCK_FOLDED') {
      for (let i = 0; i < isFixed.length; i++) isFixed[i] ||= isSpace(i) && (isFixed[i - 1] ?? true);
      for (let i = isFixed.length - 1; i >= 0; i--) isFixed[i] ||= isSpace(i) && (isFixed[i + 1] ?? true);
    }
    return { text: this.#value, from: this.#from, to: this.#to, isFixed };
  }
}
