import { isWebAddress } from '../text/index.ts';

/** Host name of a page's address; undefined for none and for what is no address of a page. */
export const siteOf = (url: string | undefined): string | undefined => addressOf(url).site;

/** Address and host name as an article has them: absent when not known. */
export function addressOf(url: string | undefined): { readonly url?: string; readonly site?: string } {
  return url !== undefined && isWebAddress(url) ? { url, site: new URL(url).hostname } : {};
}
