import { isElement } from '../../dom/index.ts';
import { resolve } from './address.ts';
import type { BlockHandler } from './handler.ts';

/** Frames worth a link: videos, maps, documents. Advertisements and buttons are not. */
const embeds =
  /youtube|youtu\.be|vimeo|dailymotion|facebook\.com\/plugins\/(?:video|post)|player|video|docs\.google|slideshare|scribd|maps/i;

export const embed: BlockHandler = (el, { context }) => {
  const source =
    el.attribs.src ??
    el.attribs['data-src'] ??
    el.attribs.data ??
    el.children.filter(isElement).find((child) => child.name === 'source')?.attribs.src;
  const href = source === undefined ? undefined : resolve(source, context.base);
  if (!href || ((el.name === 'iframe' || el.name === 'embed' || el.name === 'object') && !embeds.test(href))) return [];
  const title = el.attribs.title?.trim();
  return [{ kind: 'embed', href, ...(title && { title }) }];
};
