/** Host name of an address; undefined for none and for what is no address. */
export function siteOf(url: string | undefined): string | undefined {
  try {
    return url === undefined ? undefined : new URL(url).hostname;
  } catch {
    return undefined;
  }
}

/** Address and host name as an article has them: absent when not known. */
export function addressOf(url: string | undefined): { readonly url?: string; readonly site?: string } {
  const site = siteOf(url);
  return { ...(url !== undefined && { url }), ...(site !== undefined && { site }) };
}
