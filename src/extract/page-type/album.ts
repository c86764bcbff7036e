/** The index of an album: small pictures that lead to pages of their own, and no text. */

import { type Element, isElement, type PageDom, select } from '../../dom/index.ts';
import { leadsElsewhere } from '../companions/pictures.ts';
import { isProse } from '../lines.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';

/** Fewer thumbnails may be a column of other albums. */
const minThumbnails = 6;

/** Is the page the index of an album? */
export function album({ page, lines, fields }: PageTypeInput): Verdict | undefined {
  // Elsewhere it is what a shop offers, wanted as its text.
  if (fields.language?.startsWith('vi') !== true) return undefined;
  if (fields.publishedAt !== undefined || lines.some((line) => line.inBody && isProse(line))) return undefined;
  return albumPages(page).size >= minThumbnails ? { pageType: 'listing', reason: 'album' } : undefined;
}

/** The pages that pictures lead to. */
export function albumPages(page: PageDom): ReadonlySet<string | undefined> {
  const links = select(page, 'a img').flatMap((image) => linkAround(image) ?? []);
  return new Set(links.filter(leadsElsewhere).map(({ attribs }) => attribs.href));
}

function linkAround(image: Element): Element | undefined {
  let up = image.parent;
  while (up && isElement(up) && up.name !== 'a') up = up.parent;
  return up && isElement(up) ? up : undefined;
}
