import type { Element, PageDom } from '../dom/index.ts';
import type { ArticleFields, Block, PageType } from '../model/index.ts';

export interface PageTypeInput {
  readonly page: PageDom;
  readonly body?: Element;
  readonly blocks: readonly Block[];
  readonly fields: ArticleFields;
}

/** Is there an article, and if not, what is the page? */
export function judgePageType({ blocks }: PageTypeInput): { readonly pageType: PageType; readonly reason?: string } {
  return { pageType: blocks.length > 0 ? 'article' : 'empty' };
}
