/** A headline that is a picture, as FrontPage and early SharePoint drew them: its words are told for those who do not see it. */
import { type AnyNode, collapse, type Element, isElement, parentElement } from '../../dom/index.ts';

/** The picture of a line of large letters: wide and low. */
const minWidth = 200;
const maxHeight = 90;
/** Fewer words name a section or the office. */
const minWords = 5;
/** So many boxes around the text may stand between it and the picture. */
const maxBoxes = 2;

/** The words of the picture that stands over the text, in the box of the text or the one around. */
export function drawnTitle(text: Element | undefined): string | undefined {
  let below = text;
  for (let box = 0; below && box < maxBoxes; box++) {
    for (let node = below.prev; node; node = node.prev) {
      const words = wordsIn(node);
      if (words !== undefined) return words;
    }
    below = parentElement(below);
  }
  return undefined;
}

function wordsIn(node: AnyNode): string | undefined {
  if (!isElement(node)) return undefined;
  const words = collapse(node.attribs.alt ?? '');
  if (isLine(node) && words.split(' ').length >= minWords) return words;
  for (const child of node.children) {
    const inside = wordsIn(child);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function isLine({ name, attribs: { width = '', height = '' } }: Element): boolean {
  return name === 'img' && Number(width) >= minWidth && Number(height) > 0 && Number(height) <= maxHeight;
}
