/**
 * A link as written → the absolute address a browser would ask for, or undefined when it is not the web's (mailto:,
 * javascript:, nonsense). `link` holds one character a byte, as headers and undecoded pages do: whatever encoding the
 * portal wrote its names in, the server gets its own bytes back, percent-encoded.
 */
export function resolveLink(link: string, base: string): string | undefined {
  const ascii = link.replace(/[\u0080-\uffff]/g, (char) =>
    char > '\u00ff' ? encodeURIComponent(char) : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (!URL.canParse(ascii, base)) return undefined;
  const url = new URL(ascii, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.hash = '';
  return url.href;
}
