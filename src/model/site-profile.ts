/** Parts of an article that a selector can name. */
export type SelectorPart = 'title' | 'sapo' | 'byline' | 'date' | 'section' | 'body' | 'caption';

/** A run of text that many pages of a site show. */
export interface RepeatedBlock {
  readonly hash: string;
  readonly text: string;
  readonly pages: number;
  /** How often a page shows it; once where absent. What stands there once more is text that says the same. */
  readonly times?: number;
  /** Goes wherever it stands, not from the ends of the text only: no page that was read with confidence took it for text. */
  readonly anywhere?: boolean;
}

/** What is known of one site, learnt from several of its pages; a person can read and edit it. */
export interface SiteProfile {
  /** Host name. */
  readonly site: string;
  /** How many pages it was learnt from. */
  readonly pages?: number;
  /** Selectors of the fields, the body and the captions, best first. */
  readonly selectors?: Readonly<Partial<Record<SelectorPart, readonly string[]>>>;
  /** Fingerprints of blocks that repeat over the site's pages, with the text they had. */
  readonly repeated?: readonly RepeatedBlock[];
}
