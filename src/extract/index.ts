import type { PageDom } from '../dom/index.ts';
import type { Article, SiteProfile, Staged } from '../model/index.ts';

export interface ExtractOptions {
  readonly profile?: SiteProfile;
  readonly today?: string;
}

/** Find the article in a page. */
export function extract(page: PageDom, _options: ExtractOptions = {}): Staged<Article> {
  return {
    value: {
      ...(page.url !== undefined && { url: page.url }),
      pageType: 'empty',
      confidence: 0,
      body: [],
      attachments: [],
      removed: [],
      evidence: [],
    },
    notices: [{ rule: 'page/empty', level: 'error' }],
  };
}
