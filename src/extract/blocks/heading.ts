import { type Block, inlineText } from '../../model/index.ts';
import type { BlockHandler } from './handler.ts';
import { unmark } from './inline.ts';

/** `<h1>` to `<h6>` → heading, unless the markup only wanted big type. */
export const heading: BlockHandler = (el, { flow }) => {
  const blocks = flow(el.children);
  const level = Number(el.name[1]) as 1 | 2 | 3 | 4 | 5 | 6;
  // A heading of several lines in a row of paragraphs is layout; one that runs on for sentences is a paragraph in big type.
  return blocks.map((block): Block => {
    if (block.kind !== 'paragraph' || block.role) return block;
    return inlineText(block.children).length > maxHeadingChars
      ? block
      : { kind: 'heading', level, children: unmark(block.children) };
  });
};

/** Longest heading seen on the portal pages: 190 letters. */
const maxHeadingChars = 240;
