import { readTags } from './tags.ts';

/** What frames are built of, but for the frames themselves. */
const builders = new Set(['frameset', 'noframes']);
const anyBuilder = /<(?:frameset|noframes)/i;

/**
 * A page of frames as a page of text: the parser drops what stands in a `<frameset>`, and reads `<noframes>` as letters, tags
 * and all, though many old sites keep their only text there. Both become `<div>`, as long as they were, so that places stay.
 */
export function openFrames(source: string): string {
  if (!anyBuilder.test(source)) return source;
  const parts: string[] = [];
  let copied = 0;
  readTags(source, ({ name, closes, start }) => {
    if (builders.has(name)) {
      const from = start + (closes ? 2 : 1);
      parts.push(source.slice(copied, from), 'div'.padEnd(name.length));
      copied = from + name.length;
    }
    return true;
  });
  return [...parts, source.slice(copied)].join('');
}
