/** The ways in which a page itself sends its reader to another address. */

/** `5; url='/trang-chu'`: seconds until then, and the address; one that is not there reloads the page. */
export function refreshOf(content = ''): { readonly seconds: number; readonly target?: string } | undefined {
  const [, seconds = '', target] = /^([\d.]*)\s*(?:$|[;,]\s*(?:url\s*=\s*)?["']?([^"']*))/i.exec(content.trim()) ?? [];
  if (seconds === '' && target === undefined) return undefined;
  const address = target?.trim();
  return { seconds: Number.parseFloat(seconds) || 0, ...(address && { target: address }) };
}

/** The address in a script. One that is put together (`'/tin.aspx?id=' + id`) is not known. */
const jump =
  /(?:\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:assign|replace)\s*\(|\bwindow\.open\s*\()\s*(?:'([^'"]+)'|"([^'"]+)")(?!\s*\+)/i;

/** Where a script leads to, when the address stands in it. */
export function scriptTarget(script: string): string | undefined {
  const match = jump.exec(script);
  return (match?.[1] ?? match?.[2])?.replaceAll('\\/', '/');
}
