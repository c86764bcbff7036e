import { codeText } from 'micromark-core-commonmark';
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Runs of one kind of mark that are read as marks in one paragraph. The parser holds each against all that stand before it:
 * 15 KB of `*a_` take it two seconds, 150 KB of `[a]` half a minute. What stands behind them is plain text. No paragraph by
 * hand has a tenth of them.
 */
export const maxMarks = 1000;

/**
 * A longer run of marks of emphasis is a line drawn with them (a blank to fill in): text, as it mostly is by Markdown's own
 * rules. Two runs of 60,000 round a letter are 30,000 levels of emphasis, which take the parser minutes and whoever walks
 * them the stack.
 */
const maxRun = 10;

/**
 * Marks that are counted together, since the parser looks for one among the others: emphasis, labels of links, code. The
 * parser asks all constructs of a mark if one of them may stand there, so each must say what the ready one says of the unit
 * before.
 */
const kinds: readonly {
  readonly marks: string;
  readonly isEmphasis?: true;
  readonly previous?: Construct['previous'];
}[] = [
  { marks: '*_~', isEmphasis: true },
  { marks: '![' },
  { marks: ']' },
  { marks: '`', previous: codeText.previous },
];

/**
 * An extension of the parser that takes marks over the limit for text, and tells the line of the first one in each
 * paragraph.
 */
export function limitMarks(tellLine: (line: number) => void): Extension {
  const told = new WeakSet<TokenizeContext>();
  const tellOnce = (context: TokenizeContext): void => {
    if (!told.has(context)) tellLine(context.now().line);
    told.add(context);
  };
  return {
    text: Object.fromEntries(
      kinds.flatMap(({ marks, isEmphasis, previous }) => {
        const construct = { ...(isEmphasis ? limitEmphasis(tellOnce) : limitKind(tellOnce)), previous };
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
    tokenize(effects, ok, nok) {
      return (code) => {
        const count = (counts.get(this) ?? 0) + 1;
        counts.set(this, count);
        if (count <= maxMarks) return nok(code);
        tell(this);
        return readRun(effects, () => ok)(code);
      };
    },
  };
}

/** The same of emphasis, where a run counts for as many levels as it can make. */
function limitEmphasis(tell: (context: TokenizeContext) => void): Construct {
  const counts = new WeakMap<TokenizeContext, number>();
  return {
    name: 'markLimit',
    tokenize(effects, ok, nok) {
      return readRun(effects, (length) => {
        if (length > maxRun) return ok;
        const count = (counts.get(this) ?? 0) + Math.ceil(length / 2);
        counts.set(this, count);
        if (count <= maxMarks) return nok;
        tell(this);
        return ok;
      });
    },
  };
}

/** Reads a run of one mark as text, and goes on as its length says. */
function readRun(effects: Effects, then: (length: number) => State): State {
  return (mark) => {
    let length = 0;
    const next: State = (code) => {
      if (code !== mark) {
        effects.exit('data');
        return then(length)(code);
      }
      effects.consume(code);
      length += 1;
      return next;
    };
    effects.enter('data');
    return next(mark);
  };
}
