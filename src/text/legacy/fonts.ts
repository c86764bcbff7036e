import { legacyEncodings } from './index.ts';

/** The encoding that a font family shows, and whether its letters are capitals only. */
export function fontEncoding(family: string): { readonly id: string; readonly capitals: boolean } | undefined {
  const name = family
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
  const found = legacyEncodings.find(({ fonts }) => fonts?.test(name));
  return found && { id: found.id, capitals: found.id === 'tcvn3' && /h(?:\s*(?:bold|italic))*$/.test(name) };
}

const familyList = /\bfont-family\s*:\s*([^;{}<>]{1,160})/i;
/** `font: bold 12pt/1.2 .VnTime, serif`: the families come after the size. */
const shorthand = /\bfont\s*:\s*[^;{}<>]{0,80}?\d(?:pt|px|em|rem|%)(?:\/\S{1,8})?\s+([^;{}<>]{1,160})/i;

const listed = (families: string): string[] =>
  families.split(',').map((family) => family.replace(/&quot;|["']/g, '').trim());

/** The font families that a style sets, the first wanted first. */
export function fontFamilies(style: string): readonly string[] {
  const families = (familyList.exec(style) ?? shorthand.exec(style))?.[1];
  return families === undefined ? [] : listed(families);
}

/** Font names as markup writes them: `face=".VnTime"`, `font-family:'VNI-Times',serif`. */
const fontNames = /(?:\bface\s*=\s*|\bfont(?:-family)?\s*:)([^;}<>]{1,160})/gi;

/** The encodings that the fonts named in a page's source speak for. */
export function fontEvidence(source: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, families = ''] of source.matchAll(fontNames))
    for (const family of families.split(/["',]|&quot;|\s(?=\.?[Vv])/)) {
      const id = fontEncoding(family)?.id;
      if (id !== undefined) ids.add(id);
    }
  return ids;
}
