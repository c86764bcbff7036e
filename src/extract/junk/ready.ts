/** Rules made ready: their patterns anchored to whole lines and compiled when a line holds what they need. */
import { stringFinder } from '../../text/index.ts';
import type { JunkRule } from './rule.ts';
import { witnesses } from './witnesses.ts';

/** A rule made ready: its pattern anchored to the whole line. */
export interface ReadyRule extends JunkRule {
  readonly whole: RegExp;
  /** No longer line matches. */
  readonly maxLetters: number;
}

const leading = '[\\s•*-]{0,3}';
const trailing = '[\\s:.!…>»|*-]{0,4}';
/** Letters that the two may add to a match. */
const maxAround = 7;

/** Anchor a rule's pattern; `whole: false` leaves it free, which is how the tests show that the anchor is needed. */
export function readyRule(rule: JunkRule, { whole = true } = {}): ReadyRule {
  let compiled: RegExp | undefined;
  const { maxLength = Number.POSITIVE_INFINITY } = witnesses[rule.id] ?? {};
  return {
    ...rule,
    maxLetters: whole ? maxLength + maxAround : Number.POSITIVE_INFINITY,
    get whole() {
      const { source } = rule.text;
      compiled ??= new RegExp(whole ? `^${leading}(?:${source})${trailing}$` : `(?:${source})`, 'iu');
      return compiled;
    },
  };
}

/** The rules whose pattern matches a line, in their order. */
export type RuleFinder = (text: string) => readonly ReadyRule[];

/** Make rules ready to be asked about many lines. */
export function ruleFinder(rules: readonly ReadyRule[]): RuleFinder {
  const worthTrying = stringFinder(rules.map(({ id }) => witnesses[id]?.strings));
  return (text) =>
    worthTrying(text)
      .map((index) => rules[index]!)
      .filter((rule) => text.length <= rule.maxLetters && rule.whole.test(text));
}
