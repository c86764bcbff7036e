import { codeText } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Runs of one kind of mark that are read as marks in one paragraph. The parser holds each against all that stand before it: 15 KB
 * of `*a_` take it two seconds, 150 KB of `[a]` half a minute. What stands behind them is plain text. No paragraph by hand has a
 * tenth of them.
 */
export const maxMarks = 1000;

/**
 * Marks that are counted together, since the parser looks for one among the others: emphasis, labels of links, code. The parser asks
 * all constructs of a mark if one of them may stand there, so each must say what the ready one says of the unit before.
 */
const kinds: readonly { readonly marks: string; readonly previous?: Construct['previous'] }[] = [
  { marks: '*_~' },
  { marks: '![' },
  { marks: ']' },
  { marks: '`', previous: codeText.previous },
];

/** An extension of the parser that takes marks over the limit for text, and tells the line of the first one in each paragraph. */
export function limitMarks(tellLine: (line: number) => void): Extension {
  const told = new WeakSet<TokenizeContext>();
  const tellOnce = (context: TokenizeContext): void => {
    if (!told.has(context)) tellLine(context.now().line);
    told.add(context);
  };
  return {
    text: Object.fromEntries(
      kinds.flatMap(({ marks, previous }) => {
        const construct = { ...limitKind(tellOnce), previous };
        return [...marks].map((mark) => [mark.charCodeAt(0), construct]);
      }),
    ),
  };
}

/** Lets the marks of a kind pass to the constructs that read them, up to the limit, and is itself what reads the others. */
function limitKind(tell: (context: TokenizeContext) => void): Construct {
  const counts = new WeakMap<TokenizeContext, number>();
  return {
    name: 'markLimit',
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return (code) => {
        const count = (counts.get(this) ?? 0) + 1;
        counts.set(this, count);
        if (count <= maxMarks) return nok(code);
        tell(this);
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
}
