import { type ApartRange, isRaisedMark, objectMark, type Passage, raisedMark, type TextRange } from '../model/index.ts';
import { findCommands } from './commands.ts';

/** Collects the text of one passage unit by unit, with the place where each is written. */
export class PassageBuilder {
  #text = '';
  /** The last unit, kept apart: to ask a growing text for it costs the whole text each time. */
  #last = '';
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #fixed: TextRange[] = [];
  readonly #emphasis: TextRange[] = [];
  readonly #apart: ApartRange[] = [];

  get text(): string {
    return this.#text;
  }

  /** Text that is written in the draft: one place per unit. */
  add(text: string, from: readonly number[], to: readonly number[], isFixed = false): void {
    if (isFixed) this.#fix(text.length);
    this.#text += text;
    this.#last = text.at(-1) ?? this.#last;
    for (let i = 0; i < text.length; i++) {
      this.#from.push(from[i] as number);
      this.#to.push(to[i] as number);
    }
  }

  /** The same where a run of white space is one space to the reader: it becomes one unit, written where the run is. */
  addFlowing(text: string, from: readonly number[], to: readonly number[], isFixed = false): void {
    let flowing = '';
    const starts: number[] = [];
    const ends: number[] = [];
    for (const { 0: part, index } of text.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]/g)) {
      const isSpace = /^[ \t\r\n\f]/.test(part);
      if (isSpace && flowing === '' && (this.#last === ' ' || this.#last === '\n')) {
        this.#holdLastSpace();
        continue;
      }
      flowing += isSpace ? ' ' : part;
      starts.push(from[index] as number);
      ends.push(to[index + part.length - 1] as number);
    }
    this.add(flowing, starts, ends, isFixed);
  }

  /**
   * A space written on both sides of a tag is one to the reader; taking one away would leave the other, so it is left alone.
   */
  #holdLastSpace(): void {
    const last = this.#text.length - 1;
    this.#from[last] = -1;
    this.#to[last] = -1;
    this.#fixed.push({ start: last, end: last + 1 });
  }

  /** Text that a reader sees but nobody may change here. */
  addForeign(text: string): void {
    const nowhere = new Array<number>(text.length).fill(-1);
    this.add(text, nowhere, nowhere, true);
  }

  /** What was added from a length of the text on stands in emphasis. */
  emphasize(start: number): void {
    if (start < this.#text.length) this.#emphasis.push({ start, end: this.#text.length });
  }

  /** The same of code. */
  addCode(text: string): void {
    const start = this.#text.length;
    this.#apart.push({ start, end: start + text.length, mark: objectMark });
    this.addForeign(text);
  }

  /** What was added from a length of the text on stands above the line. */
  raise(start: number): void {
    if (isRaisedMark(this.#text.slice(start))) this.#apart.push({ start, end: this.#text.length, mark: raisedMark });
  }

  /** All that another one has collected. */
  append(other: PassageBuilder, isFixed: boolean): void {
    const shift = this.#text.length;
    const shifted = <Of extends TextRange>(range: Of): Of => ({
      ...range,
      start: range.start + shift,
      end: range.end + shift,
    });
    this.#emphasis.push(...other.#emphasis.map(shifted));
    this.#apart.push(...other.#apart.map(shifted));
    this.#fixed.push(...other.#fixed.map(shifted));
    this.add(other.#text, other.#from, other.#to, isFixed);
  }

  /** The passage; undefined when it has no letter or digit. */
  build(kind: Passage['kind'], range: TextRange): Passage | undefined {
    if (!/[\p{L}\p{N}]/u.test(this.#text)) return undefined;
    const fixed = [...this.#fixed, ...findCommands(this.#text)];
    const plain = {
      text: this.#text,
      from: this.#from,
      to: this.#to,
      fixed,
      emphasis: this.#emphasis,
      apart: this.#apart,
    };
    return { kind, ...range, ...composed(plain) };
  }

  #fix(length: number): void {
    this.#fixed.push({ start: this.#text.length, end: this.#text.length + length });
  }
}

type Written = Pick<Passage, 'text' | 'from' | 'to' | 'fixed' | 'emphasis' | 'apart'>;

/** The same in NFC: a letter and its combining marks become one unit, written where the cluster is. */
function composed(passage: Written): Written {
  if (passage.text.normalize('NFC') === passage.text) return passage;
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  const moved: number[] = [];
  for (const { 0: cluster, index } of passage.text.matchAll(/\P{M}?\p{M}*/gu)) {
    for (let i = 0; i < cluster.length; i++) moved.push(text.length);
    const nfc = cluster.normalize('NFC');
    const whole = nfc !== cluster;
    for (let i = 0; i < nfc.length; i++) {
      from.push(passage.from[whole ? index : index + i] as number);
      to.push(passage.to[whole ? index + cluster.length - 1 : index + i] as number);
    }
    text += nfc;
  }
  moved.push(text.length);
  const move = <Of extends TextRange>(range: Of): Of => ({
    ...range,
    start: moved[range.start] as number,
    end: moved[range.end] ?? text.length,
  });
  const { fixed, emphasis, apart } = passage;
  return { text, from, to, fixed: fixed.map(move), emphasis: emphasis.map(move), apart: apart.map(move) };
}
