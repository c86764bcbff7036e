/**
 * What a line must be before a rule's pattern is worth trying. A page asks every rule about every line and nearly all say
 * no; compiling their patterns took a fifth of a first run. The build works this module out once and ships the answers.
 */
import { type Witness, witnessOf } from '../../text/index.ts';
import { junkRules } from './rules.ts';

/** By id of the rule. */
export const witnesses: Readonly<Record<string, Witness>> = Object.fromEntries(
  junkRules.map(({ id, text }) => [id, witnessOf(text)]),
);
