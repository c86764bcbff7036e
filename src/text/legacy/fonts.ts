import { legacyEncodings } from './index.ts';

/** Font names as markup writes them: `face=".VnTime"`, `font-family:'VNI-Times',serif`. */
const fontNames = /(?:\bface\s*=\s*|font(?:-family)?\s*:)([^;}<>]{1,160})/gi;

/** The encoding that a font family shows, and whether its letters are capitals only. */
export function fontEncoding(family: string): { readonly id: string; readonly capitals: boolean } | undefined {
  const name = family
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
  const found = legacyEncodings.find(({ fonts }) => fonts?.test(name));
  return found && { id: found.id, capitals: found.id === 'tcvn3' && /h(?:\s*(?:bold|italic))*$/.test(name) };
}

/** The encodings that the fonts named in a page's source speak for. */
export function fontEvidence(source: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, families = ''] of source.matchAll(fontNames))
    for (const family of families.split(/["',]|&quot;/)) {
      const id = fontEncoding(family)?.id;
      if (id !== undefined) ids.add(id);
    }
  return ids;
}
