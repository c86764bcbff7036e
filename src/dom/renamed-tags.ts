import { readTags } from './tags.ts';

/**
 * Tags under other names, by which the parser and everybody after it know them. It drops what stands in a `<frameset>`, and
 * reads `<noframes>` as letters, tags and all, though many old sites keep their only text there. Pages for AMP have pictures
 * of their own.
 */
const names: Readonly<Record<string, string>> = {
  frameset: 'div',
  noframes: 'div',
  'amp-img': 'img',
  'amp-anim': 'img',
};
const anyOfThem = /<(?:frameset|noframes|amp-(?:img|anim))/i;

/** The page with these tags renamed. Each is as long as it was, so that places stay. */
export function renameTags(source: string): string {
  if (!anyOfThem.test(source)) return source;
  const parts: string[] = [];
  let copied = 0;
  readTags(source, ({ name, closes, start }) => {
    const known = Object.hasOwn(names, name) ? names[name] : undefined;
    if (known !== undefined) {
      const from = start + (closes ? 2 : 1);
      parts.push(source.slice(copied, from), known.padEnd(name.length));
      copied = from + name.length;
    }
    return true;
  });
  return [...parts, source.slice(copied)].join('');
}
