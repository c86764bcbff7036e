/** Parts of an article that a selector can name. */
export type SelectorPart = 'title' | 'sapo' | 'byline' | 'date' | 'section' | 'body' | 'caption';

/** What is known of one site, learnt from several of its pages; a person can read and edit it. */
export interface SiteProfile {
  /** Host name. */
  readonly site: string;
  /** How many pages it was learnt from. */
  readonly pages?: number;
  /** Selectors of the fields, the body and the captions, best first. */
  readonly selectors?: Readonly<Partial<Record<SelectorPart, readonly string[]>>>;
  /** Fingerprints of blocks that repeat over the site's pages, with the text they had. */
  readonly repeated?: readonly { readonly hash: string; readonly text: string; readonly pages: number }[];
}
