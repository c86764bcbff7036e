import type { Draft, Passage, TextRange } from '../model/index.ts';
import { align } from './align.ts';
import { PassageBuilder } from './passage-builder.ts';

/** Read a plain text: every line that is not blank belongs to the paragraph it stands in. */
export function readPlain(source: string, text: string): Draft {
  const passages: Passage[] = [];
  for (const { start, end } of paragraphsOf(text)) {
    const value = text.slice(start, end).replaceAll('\r\n', '\n');
    const places = align(value, text, start, end, 'text');
    const builder = new PassageBuilder();
    if (places) builder.add(value, places.from, places.to);
    const passage = builder.build('paragraph', { start, end });
    if (passage) passages.push(passage);
  }
  return {
    source,
    kind: 'text',
    text,
    passages,
    headings: [],
    links: [],
    images: [],
    tags: [],
    comments: [],
    notices: [],
  };
}

/**
 * Lines that follow one another, none of them blank. Line by line: one pattern for a paragraph runs out of stack on a long
 * one.
 */
function paragraphsOf(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (/^[ \t]*$/.test(line)) continue;
    const end = index + line.length;
    const last = found.at(-1);
    if (last && /^\r?\n$/.test(text.slice(last.end, index))) found[found.length - 1] = { start: last.start, end };
    else if (/\S/.test(line)) found.push({ start: index + line.search(/\S/), end });
  }
  return found;
}
