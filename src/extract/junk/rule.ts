import type { RuleInfo } from '../../model/index.ts';

/**
 * A piece of template, or of a server's complaint, that strays into the text. A rule always judges a whole line as the
 * reader sees it: “An article about such an error message keeps it” is the law of this folder.
 */
export interface JunkRule extends RuleInfo {
  readonly id: `junk/${string}`;
  /** Written without `^` and `$`: the engine holds it against the whole line. */
  readonly text: RegExp;
  /**
   * What goes: the `line` (default); the `box` around it, as long as that holds no running text; the `list` of links that
   * follows it; or the `tail` of the body from here on, as long as no running text follows.
   */
  readonly takes?: 'line' | 'box' | 'list' | 'tail';
  /** A leaked error message: in code, preformatted text and quotations it is what the article is about. */
  readonly error?: true;
  /** What must hold besides the text. Each guard has a near-miss in `keeps` that is lost without it. */
  readonly needs?: JunkGuards;
  /** With nothing else to read on the page, the page is this: the reason told with `page/error` or `page/empty`. */
  readonly page?: string;
  /** Nothing is headed so: a line that is this is no candidate for the title, wherever it stands. */
  readonly neverTitle?: true;
  /** Lines, or HTML when they begin with `<`, in which the rule must take something. */
  readonly drops: readonly string[];
  /** Lines or HTML in which no rule may take anything. */
  readonly keeps: readonly string[];
}

export interface JunkGuards {
  /** Another line of the body that matches as a whole. */
  readonly beside?: RegExp;
  /** At least so many lines of this rule within three lines of each other. */
  readonly run?: number;
  /** A picture stands right over the line. */
  readonly picture?: true;
  /** The next lines are links. */
  readonly links?: true;
  /** The line is a link, a button, a label or a list item: something to press, not to read. */
  readonly control?: true;
  /** No running text comes after it. */
  readonly end?: true;
}
