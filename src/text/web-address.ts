/**
 * Is it the absolute address of a page on the web? Others (`file:`, `mailto:`, `urn:`) have no host, and no relative address
 * stands on them.
 */
export const isWebAddress = (text: string): boolean => /^https?:/i.test(text.trim()) && URL.canParse(text);

/** A host without the `www.` that sites are called with and without. */
export const bareHost = (host: string): string => host.toLowerCase().replace(/^www\./, '');
