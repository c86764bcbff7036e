/** Rules made ready: their patterns anchored to whole lines and compiled when a line holds what they need. */
import { foldCase, stringFinder } from '../../text/index.ts';
import type { JunkRule } from './rule.ts';
import { witnesses } from './witnesses.ts';

/** A rule made ready: its pattern anchored to the whole line. */
export interface ReadyRule extends JunkRule {
  readonly whole: RegExp;
  /** What another line must be, anchored too. */
  readonly beside: RegExp | undefined;
  /** Whether a line may match at all, which is told without the pattern. */
  readonly mayMatch: (text: string) => boolean;
}

const leading = '[\\s•*-]{0,3}';
const maxLeading = 3;
const trailing = '[\\s:.!…>»|*-]{0,4}';
/** Letters that the two may add to a match. */
const maxAround = 7;

/** Anchor a rule's pattern; `whole: false` leaves it free, which is how the tests show that the anchor is needed. */
export function readyRule(rule: JunkRule, { whole = true } = {}): ReadyRule {
  let compiled: RegExp | undefined;
  let other: RegExp | undefined;
  const { maxLength = Number.POSITIVE_INFINITY, starts } = witnesses[rule.id] ?? {};
  return {
    ...rule,
    mayMatch: (text) => !whole || (text.length <= maxLength + maxAround && (!starts || beginsWith(text, starts))),
    get whole() {
      const { source } = rule.text;
      compiled ??= caseless(whole ? `^${leading}(?:${source})${trailing}$` : `(?:${source})`);
      return compiled;
    },
    get beside() {
      if (rule.needs?.beside) other ??= new RegExp(`^(?:${rule.needs.beside.source})$`, 'iu');
      return other;
    },
  };
}

/**
 * A pattern without regard to case. By flag `u` every letter is looked up in Unicode's tables, which takes thrice as long.
 */
const caseless = (source: string): RegExp =>
  new RegExp(source, /\\[pP]\{|\\u\{|[\ud800-\udfff]/.test(source) ? 'iu' : 'i');

/** Whether one of the strings opens a line, after what may lead. */
function beginsWith(text: string, strings: readonly string[]): boolean {
  const opening = foldCase(text.slice(0, maxLeading + Math.max(...strings.map(({ length }) => length))));
  for (let at = 0; at <= maxLeading; at++) {
    if (strings.some((string) => opening.startsWith(string, at))) return true;
    if (!/[\s•*-]/.test(opening.charAt(at))) return false;
  }
  return false;
}

/** The rules whose pattern matches a line, in their order. */
export type RuleFinder = (text: string) => readonly ReadyRule[];

/** Make rules ready to be asked about many lines. */
export function ruleFinder(rules: readonly ReadyRule[]): RuleFinder {
  const worthTrying = stringFinder(rules.map(({ id }) => witnesses[id]?.strings));
  return (text) =>
    worthTrying(text)
      .map((index) => rules[index]!)
      .filter((rule) => rule.mayMatch(text) && rule.whole.test(text));
}
