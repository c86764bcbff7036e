import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Runs of `*`, `_` and `~` that are read as marks in one paragraph. The parser holds each against all that stand before it: 15 KB
 * of `*a_` take it two seconds, 150 KB minutes. What stands behind them is plain text. No paragraph by hand has a tenth of them.
 */
export const maxMarks = 1000;

const marks = { star: 42, underscore: 95, tilde: 126 } as const;

/** An extension of the parser that takes marks over the limit for text, and tells the line of the first one in each paragraph. */
export function limitMarks(tellLine: (line: number) => void): Extension {
  const counts = new WeakMap<TokenizeContext, number>();
  const construct: Construct = {
    name: 'markLimit',
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return (code) => {
        const count = (counts.get(this) ?? 0) + 1;
        counts.set(this, count);
        if (count <= maxMarks) return nok(code);
        if (count === maxMarks + 1) tellLine(this.now().line);
        effects.enter('data');
        return run(code)(code);
      };

      function run(mark: Code): State {
        return function next(code) {
          if (code !== mark) {
            effects.exit('data');
            return ok(code);
          }
          effects.consume(code);
          return next;
        };
      }
    },
  };
  return { text: Object.fromEntries(Object.values(marks).map((mark) => [mark, construct])) };
}
