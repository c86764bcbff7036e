/** Footnotes: they stand far below the text, in boxes of their own, and are told by the links that lead to them. */
import { type AnyNode, isElement, walk } from '../../dom/index.ts';
import { noteName } from '../blocks/index.ts';
import type { Segment, Survey } from '../classify/survey.ts';

/** A box with more lines than this is no note. */
const maxNoteSegments = 3;

/** The choice, with the notes that a link in it leads to. */
export function withNotes({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const wanted = new Set(segments.flatMap((segment) => (kept[segment.index] ? linksOf(segment) : [])));
  if (wanted.size === 0) return kept;
  return segments.map(
    (segment) => kept[segment.index] || (!segment.hidden && namesOf(segment).some((name) => wanted.has(name))),
  );
}

function linksOf({ nodes, region }: Segment): readonly string[] {
  const found: string[] = [];
  for (const node of nodes)
    for (let up: AnyNode | null = node; up && up !== region.element; up = up.parent)
      if (isElement(up) && up.name === 'a' && up.attribs.href?.startsWith('#')) found.push(up.attribs.href.slice(1));
  return found.filter((name) => noteName.test(name));
}

/** Names of the anchors in a segment and of the small boxes around it. */
function namesOf({ region }: Segment): readonly string[] {
  const boxes = [region, region.parent].filter((box) => box && box.last - box.first <= maxNoteSegments);
  const names = boxes.flatMap((box) => box?.element.attribs.id ?? []);
  if (region.last - region.first > maxNoteSegments) return names;
  walk(region.element, (node) => {
    if (isElement(node) && node.name === 'a') names.push(node.attribs.name ?? '', node.attribs.id ?? '');
    return true;
  });
  return names;
}
