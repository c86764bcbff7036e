import type { Draft, Passage } from '../model/index.ts';
import { align } from './align.ts';
import { PassageBuilder } from './passage-builder.ts';

/** Read a plain text: every line that is not blank belongs to the paragraph it stands in. */
export function readPlain(source: string, text: string): Draft {
  const passages: Passage[] = [];
  for (const match of text.matchAll(/[^\s\ufeff](?:[^\r\n]|\r?\n(?![ \t]*\r?\n|[ \t]*$))*/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const value = match[0].replaceAll('\r\n', '\n');
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
