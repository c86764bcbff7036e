import { type Element, isElement } from '../../dom/index.ts';
import { resolve } from './address.ts';
import type { BlockHandler } from './handler.ts';

/** Frames worth a link: videos, maps, documents. Advertisements and buttons are not. */
const embeds =
  /youtube|youtu\.be|vimeo|dailymotion|facebook\.com\/plugins\/(?:video|post)|player|video|docs\.google|slideshare|scribd|maps|\.(?:flv|wmv|asf|avi|mp[34]|mov|rm|rmvb|wav|wma|mpe?g)(?:[?#]|$)/i;
/** In what the players of old browsers were told the file to play. */
const fileParams = new Set(['src', 'url', 'movie', 'filename']);

/** The address of what an element shows that is no text and no picture. */
export function embedded(el: Element): string | undefined {
  const inside = el.children.filter(isElement);
  const param = inside.find(
    ({ name, attribs }) => name === 'param' && fileParams.has((attribs.name ?? '').toLowerCase()),
  );
  return (
    el.attribs.src ??
    el.attribs['data-src'] ??
    el.attribs.data ??
    param?.attribs.value ??
    inside.find((child) => child.name === 'source' || child.name === 'embed')?.attribs.src
  );
}

/** A frame, player or object → a link to what it shows; nothing for advertisements and buttons. */
export const embed: BlockHandler = (el, { context }) => {
  const source = embedded(el);
  const href = source === undefined ? undefined : resolve(source, context.base);
  if (!href || ((el.name === 'iframe' || el.name === 'embed' || el.name === 'object') && !embeds.test(href))) return [];
  context.shown.add(el);
  const title = el.attribs.title?.trim();
  return [{ kind: 'embed', href, ...(title && { title }) }];
};
