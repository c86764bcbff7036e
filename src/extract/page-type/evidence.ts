/** What is known of a page when its type is judged, and what the answer is. */
import type { Element, PageDom } from '../../dom/index.ts';
import type { ArticleFields, PageType } from '../../model/index.ts';
import type { PageLine } from '../lines.ts';

export interface PageTypeInput {
  readonly page: PageDom;
  readonly fields: ArticleFields;
  /** The page as its lines; those of the body are marked. */
  readonly lines: readonly PageLine[];
  /** The CMS or the site's profile names the body, and a title was found. */
  readonly named: boolean;
  /** What the blocks say, junk and fields gone. */
  readonly text: string;
  /** The cards of which the page is a list, with hardly any text beside them. */
  readonly cards: ReadonlySet<Element>;
  /** Where the day stands that is believed; of one from metadata nothing. */
  readonly dateLine?: PageLine;
  readonly images: number;
  readonly attachments: number;
}

/** Shorter than this a text needs a picture or an attachment to be an article. */
export const minArticleLetters = 40;

export interface Verdict {
  readonly pageType: PageType;
  /** A message id without its family: `not-found` is said as `reason/not-found`. */
  readonly reason?: string;
  /** The address that a page sends its reader to, as it is written there. */
  readonly target?: string;
}
