import type { RuleInfo } from '../../model/index.ts';

/**
 * What is known of one content management system. Selectors are tried in order, most specific first;
 * recognition is by markup, never by host name: one CMS serves many portals.
 */
export interface Template extends RuleInfo {
  readonly id: `template/${string}`;
  /** Any one of them on the page says that this CMS made it. */
  readonly detect: readonly string[];
  /**
   * Nodes that hold the article of the page and nothing else ever: believed though they hold next to nothing. Boxes of the
   * portal may go by the selectors of `body`.
   */
  readonly own?: readonly string[];
  /** The node that holds the article's text; all matches of the first selector that finds text are taken. */
  readonly body: readonly string[];
  /** Boxes of the portal, which may use the classes of an article for what is in them. */
  readonly boxes?: readonly string[];
  readonly title?: readonly string[];
  readonly kicker?: readonly string[];
  readonly sapo?: readonly string[];
  readonly byline?: readonly string[];
  readonly date?: readonly string[];
  readonly section?: readonly string[];
  readonly tags?: readonly string[];
  /** The lead picture with its caption, where it stands outside the body node. */
  readonly picture?: readonly string[];
  /** Parts inside the body node that are not text of the article. */
  readonly drop?: readonly string[];
}
