/** What is known of one site, learnt from several of its pages; a person can read and edit it. */
export interface SiteProfile {
  /** Host name. */
  readonly site: string;
  /** Selectors of the fields and the body, best first. */
  readonly selectors?: Readonly<
    Partial<Record<'title' | 'sapo' | 'byline' | 'date' | 'body' | 'section', readonly string[]>>
  >;
  /** Fingerprints of blocks that repeat over the site's pages, with the text they had. */
  readonly repeated?: readonly { readonly hash: string; readonly text: string; readonly pages: number }[];
  /** How many pages it was learnt from. */
  readonly pages?: number;
}
