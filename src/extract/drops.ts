import { type AnyNode, isElement } from '../dom/index.ts';
import type { Removed } from '../model/index.ts';
import { cutText } from '../text/index.ts';
import { toImage } from './blocks/index.ts';
import type { Body } from './body.ts';
import type { Region, Segment } from './classify/survey.ts';

export interface Drops {
  readonly nodes: Set<AnyNode>;
  readonly removed: Removed[];
}

/** Longest text told of a removed block. */
const maxToldChars = 200;

const maxToldPictures = 20;

/** What a segment shows besides its words. */
const picturesIn = ({ nodes }: Segment): string[] =>
  nodes.flatMap((node) => {
    const image = isElement(node) ? toImage(node, undefined) : undefined;
    return image ? [`![${image.alt ?? ''}](${image.src})`] : [];
  });

/**
 * Every box of the page that holds nothing kept, the largest such box once; and single segments beside kept ones.
 * What is outside the body's node is the page's frame; what is inside was not chosen.
 */
export function dropUnkept({ root, survey, kept }: Body): Drops {
  const { segments, regions } = survey;
  const before = [0];
  for (let i = 0; i < segments.length; i += 1) before.push(before[i]! + (kept[i] ? 1 : 0));
  const holds = ({ first, last }: Region): boolean => before[last]! > before[first]!;
  const nodes = new Set<AnyNode>();
  const removed: Removed[] = [];
  const gone = new Uint8Array(regions.length);
  const within = new Uint8Array(regions.length);
  const tell = (inside: boolean, first: number, last: number): void => {
    let text = '';
    for (let i = first; i < last && text.length < maxToldChars; i += 1)
      text += `${text && segments[i]!.text ? ' ' : ''}${segments[i]!.text}`;
    // The frame's pictures are logos, banners and buttons.
    const pictures = inside ? segments.slice(first, last).flatMap(picturesIn).slice(0, maxToldPictures) : [];
    const told = [...(text === '' ? [] : [cutText(text, maxToldChars)]), ...pictures].join(' ');
    if (told !== '') removed.push({ rule: inside ? 'boilerplate/block' : 'boilerplate/frame', text: told });
  };
  for (const region of regions) {
    const { parent, element, index, first, last } = region;
    within[index] = element === root || (parent && within[parent.index]) ? 1 : 0;
    if (parent && gone[parent.index]) gone[index] = 1;
    else if (last > first && !holds(region)) {
      gone[index] = 1;
      nodes.add(element);
      tell(within[index] === 1, first, last);
    }
  }
  segments.forEach((segment, i) => {
    if (kept[i] || gone[segment.region.index]) return;
    for (const node of segment.nodes) nodes.add(node);
    tell(within[segment.region.index] === 1, i, i + 1);
  });
  return { nodes, removed };
}
