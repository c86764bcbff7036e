import { safeUrl } from '../../text/index.ts';

/** The address that relative links are resolved against; undefined when the page's own is not known. */
export type Base = string | undefined;

/**
 * An address made absolute, or as written when there is no base.
 * Undefined for what is no address to follow: scripts, data, files of one machine, empty.
 */
export function resolve(href: string, base: Base): string | undefined {
  const text = href.trim();
  if (safeUrl(text) === undefined) return undefined;
  if (base === undefined) return text;
  try {
    return new URL(text, base).href;
  } catch {
    return text;
  }
}

/** `#_ftn1`, but not the `#/tin/5` and `#!tin` that scripts make pages of. */
const anchor = /^[^#]*#(?![!/])/;

/**
 * Does a link lead to another place of the page it stands on? The article keeps no anchors: such a link would lead nowhere.
 */
export function isOnPage(href: string, base: Base): boolean {
  const text = href.trim();
  if (!anchor.test(text)) return false;
  if (text.startsWith('#')) return true;
  const withoutAnchor = (address: string): string => address.replace(/#.*$/u, '');
  return (
    base !== undefined && URL.canParse(text, base) && withoutAnchor(new URL(text, base).href) === withoutAnchor(base)
  );
}
