import { kind, type Tokens } from './scan.ts';
import { edgeId, unknownId } from './vocabulary.ts';

/** A text as the language model sees it: ids of words and marks, an edge at both ends. */
export interface Sequence {
  readonly ids: number[];
  /** Index of the token that each id stands for; -1 for the outer edges. */
  readonly tokens: number[];
}

/** Turn tokens into ids. Runs of marks are one, and an edge swallows the marks beside it. */
export function toSequence(tokens: Tokens, idOf: (token: number) => number): Sequence {
  const ids = [edgeId];
  const at = [-1];
  const push = (id: number, token: number): void => {
    ids.push(id);
    at.push(token);
  };
  const pushMark = (mark: number, token: number): void => {
    const last = ids.at(-1);
    if (mark !== kind.number && (last === mark || (last === edgeId && mark === kind.mark))) return;
    if (last === kind.mark && mark === edgeId) ids[ids.length - 1] = edgeId;
    else push(mark, token);
  };
  for (let i = 0; i < tokens.kinds.length; i++) {
    const what = tokens.kinds[i] as number;
    if (what === kind.word) push(idOf(i), i);
    else if (what === kind.mixed) push(unknownId, i);
    else pushMark(what, i);
  }
  pushMark(edgeId, -1);
  return { ids, tokens: at };
}
