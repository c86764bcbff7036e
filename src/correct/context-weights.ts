/** What the context net says of a spot. */
import { type ContextNet, expectAt, fitOf, width } from './context-net.ts';
import type { Choice } from './features.ts';
import { unknownId } from './vocabulary.ts';

const expected = new Float32Array(width);
/** The lead of a choice that has no rival. */
const alone = 10;

/** Score the choices of a spot with the context net; returns the score of the word as written, 0 for an unknown one. */
export function weighContext(
  net: ContextNet,
  ids: readonly number[],
  at: number,
  own: number,
  choices: readonly Choice[],
): number {
  expectAt(net, ids, at, expected);
  for (const choice of choices) choice.context = fitOf(net, expected, choice.id);
  for (const choice of choices)
    choice.contextLead = choices.reduce(
      (lead, other) => (other === choice ? lead : Math.min(lead, choice.context - other.context)),
      alone,
    );
  return own === unknownId ? 0 : fitOf(net, expected, own);
}
