import { isPartOfSavedPage, type PageInput } from '../input/index.ts';
import type { PageOutcome } from './page-job.ts';

/** What pictures, scripts, styles and fonts are called. */
const assetName = /\.(?:css|js|ico|png|gif|jpe?g|bmp|svg|webp|swf|woff2?|ttf|eot|xml|json)$/i;

/** Folders that hold nothing else; the last are the Wayback Machine's (`20190307im_`). */
const assetFolder = /(?:^|\/)(?:images?|img|imgs|icons?|css|styles?|js|scripts?|fonts?|\d{4,14}(?:im|js|cs)_)\//i;

const doubt = 'page/low-confidence';

/**
 * Mirrors save the server's 404 page under the name of each missing picture or script: hundreds of error pages that
 * nobody misses. They are counted, not told one by one. An article in a folder `images/` stays what it is: only pages
 * that hold no article are asked about their name. So it is with the frames of a page that a browser saved whole: most are
 * advertisements and buttons, and the one that holds the article is one.
 */
export function isAssetStub({ name, file }: PageInput, { pageType, url, findings }: PageOutcome): boolean {
  const isDoubtful = pageType === 'error' || pageType === 'empty' || findings.some(({ rule }) => rule === doubt);
  if (isDoubtful && file !== undefined && isPartOfSavedPage(file)) return true;
  if (pageType !== 'error' && pageType !== 'empty') return false;
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname : '';
  return assetName.test(name) || assetName.test(path) || assetFolder.test(name);
}
