/** The picture that a CMS prints between title and text, in a field of its own, with its caption. */
import { type AnyNode, contains, type Element, isElement, textOf } from '../dom/index.ts';
import { maxCaptionChars } from './blocks/index.ts';

/** Narrower pictures are icons; of one that does not say how wide it is the address must not call it so. */
const minWidth = 100;
const icon =
  /(?:^|[/_-])(?:icons?|print(?:er)?|in|mail|email|share|facebook|twitter|zalo|google|star|rating|bullet|arrow|logo|banner|spacer|loading|avatar|user|calendar|clock|pdf|doc|rss)(?:[/_.\d-]|$)/iu;

function isLarge({ name, attribs: { src = '', width = '', style = '' } }: Element): boolean {
  if (name !== 'img' || src === '') return false;
  const pixels = /^\s*(\d+)/.exec(width)?.[1] ?? /(?:^|;)\s*width\s*:\s*(\d+)px/iu.exec(style)?.[1];
  return pixels === undefined ? !icon.test(src) : Number(pixels) >= minWidth;
}

function pictureIn(node: Element): Element | undefined {
  if (isLarge(node)) return node;
  for (const child of node.children) {
    const found = isElement(child) ? pictureIn(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The smallest boxes with a picture and its caption: the lead may stand beside them. */
function framesIn(node: Element): readonly Element[] {
  if (pictureIn(node) === undefined) return [];
  return textOf(node).length <= maxCaptionChars ? [node] : node.children.filter(isElement).flatMap(framesIn);
}

/**
 * The boxes between `title` and `root`, in reading order, that hold a picture and at most its caption. `root` is the node
 * that the CMS names for the text.
 */
export function picturesOver(root: Element, title: AnyNode): readonly Element[] {
  const found: Element[] = [];
  let inside: Element | null = root.parent !== null && isElement(root.parent) ? root.parent : null;
  let branch: AnyNode = root;
  // What stands before the text in each box around it, up to the one that holds the title as well.
  while (inside && !contains(branch, title)) {
    const before = inside.children.slice(0, inside.children.indexOf(branch as Element));
    const from = before.findLastIndex((node) => contains(node, title)) + 1;
    found.unshift(...before.slice(from).filter(isElement).flatMap(framesIn));
    branch = inside;
    inside = inside.parent !== null && isElement(inside.parent) ? inside.parent : null;
  }
  return found;
}
