import { blockQuote, list } from 'micromark-core-commonmark';
import type { Construct, Effects, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';

/**
 * Quotations and lists that may stand one in another. The parser takes one step more into itself for each: `> ` 75,000 times
 * over takes it minutes, then its stack is full. Marks that stand deeper are text.
 */
export const maxLevels = 100;

/**
 * An extension of the parser that takes marks of containers below the limit for text, and tells the line of each first one.
 */
export function limitDepth(tellLine: (line: number) => void): Extension {
  const levels = new WeakMap<TokenizeContext, Levels>();

  /** The same, asked only above the limit, and counted where it finds a container. */
  const counted = (tokenize: Tokenizer): Tokenizer =>
    function (effects, ok, nok) {
      const { line, offset } = this.now();
      const here = levels.get(this)?.line === line ? (levels.get(this) as Levels) : new Levels(line);
      levels.set(this, here);
      if (here.depthAt(offset) >= maxLevels) {
        if (here.tell()) tellLine(line);
        return nok;
      }
      const counting: State = (code) => {
        here.add(offset);
        return ok(code);
      };
      return tokenize.call(this, effects, counting, nok);
    };

  /**
   * A renamed copy of a construct, since the original is disabled by its name. When its continuation attempts the original,
   * the copy is used.
   */
  const limited = (construct: Construct): Construct => {
    const renamed = { ...construct, name: `${construct.name}Limited` };
    const { continuation } = construct;
    const goOn: Tokenizer = function (effects, ok, nok) {
      const attempt: Effects['attempt'] = (given, ...states) =>
        effects.attempt(given === construct ? renamed : given, ...states);
      return (continuation as Construct).tokenize.call(this, { ...effects, attempt }, ok, nok);
    };
    return { ...renamed, tokenize: counted(construct.tokenize), continuation: { tokenize: counted(goOn) } };
  };
  const quotes = limited(blockQuote);
  const lists = limited(list);
  const digits = Array.from('0123456789', (digit) => [digit.charCodeAt(0), lists] as const);
  return {
    disable: { null: ['blockQuote', 'list'] },
    document: { 42: lists, 43: lists, 45: lists, 62: quotes, ...Object.fromEntries(digits) },
  };
}

/** Where containers begin or go on in one line. The parser asks for some twice, to look ahead: a place counts once. */
class Levels {
  readonly line: number;
  readonly #offsets: number[] = [];
  #told = false;

  constructor(line: number) {
    this.line = line;
  }

  add(offset: number): void {
    if (offset > (this.#offsets.at(-1) ?? -1)) this.#offsets.push(offset);
  }

  depthAt(offset: number): number {
    const after = this.#offsets.findLastIndex((begin) => begin < offset);
    return after + 1;
  }

  tell(): boolean {
    const isFirst = !this.#told;
    this.#told = true;
    return isFirst;
  }
}
