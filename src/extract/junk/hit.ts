import { type AnyNode, type Element, isElement, isText, walk } from '../../dom/index.ts';
import type { PageLine } from '../lines.ts';
import { junkRules } from './rules.ts';

export interface JunkHit {
  readonly node: AnyNode;
  readonly rule: string;
}

/** Links to files are what the article gives its readers, whatever the link is called. */
export const fileAddress = /\.(?:docx?|xlsx?|pptx?|pdf|rar|zip|7z|odt|ods|rtf|jpe?g|png)(?:[?#]|$)/iu;

/** Is a node the box itself or inside it? */
export function isInside(node: AnyNode, box: AnyNode): boolean {
  for (let up: AnyNode | null = node; up; up = up.parent) if (up === box) return true;
  return false;
}

const pictures = /^(?:img|iframe|video|object|embed|picture)$/;

/** Does a picture belong to a list or box that goes? The nearest element with text around it says so. */
function goesWith(
  picture: Element,
  root: Element,
  texts: ReadonlyMap<AnyNode, string>,
  stays: ReadonlySet<AnyNode>,
): boolean {
  for (let up: AnyNode | null = picture.parent; up && up !== root; up = up.parent) {
    if (stays.has(up)) return false;
    for (const [text, rule] of texts) if (isInside(text, up)) return takesPictures.has(rule);
  }
  return false;
}

const takesPictures: ReadonlySet<string> = new Set(
  junkRules.filter(({ takes = 'line' }) => takes !== 'line').map(({ id }) => id),
);

/** What to remove for the lines that were taken: whole elements where all in them goes, single text nodes elsewhere. */
export function toHits(root: Element, taken: ReadonlyMap<PageLine, string>): JunkHit[] {
  if (taken.size === 0) return [];
  const texts = new Map<AnyNode, string>();
  for (const [line, rule] of taken) for (const text of line.texts) texts.set(text, rule);
  const stays = new Set<AnyNode>([root]);
  const keep = (node: AnyNode): void => {
    for (let up: AnyNode | null = node; up && !stays.has(up); up = up.parent) stays.add(up);
  };
  const seen: Element[] = [];
  walk(root, (node) => {
    if (isText(node)) {
      if (node.data.trim() !== '' && !texts.has(node)) keep(node);
    } else if (isElement(node) && pictures.test(node.name)) seen.push(node);
    return true;
  });
  const kept = seen.filter((picture) => !goesWith(picture, root, texts, stays));
  for (const picture of kept) keep(picture);
  const hits = new Map<AnyNode, string>();
  for (const [text, rule] of texts) {
    let top: AnyNode = text;
    while (top.parent && !stays.has(top.parent)) top = top.parent;
    if (!hits.has(top)) hits.set(top, rule);
  }
  return [...hits].map(([node, rule]) => ({ node, rule }));
}
