/** Panels that wait hidden until a click on a line opens them: the answers of a list of questions, the steps of a guide. */
import { type AnyNode, type Element, isElement, isHidden } from '../../dom/index.ts';
import { makeOf, type Region, type Segment, type Survey } from '../classify/survey.ts';

/** Attributes in which a line names what it opens. */
const opening = ['aria-controls', 'data-target', 'data-bs-target', 'href', 'onclick'] as const;
/** The element with the click stands no farther around the line than this. */
const maxSteps = 4;
/** Panels that no line names are told by their likes: one alone is a menu, a form, an offer. */
const minAlike = 2;
/** A shorter panel holds a button. */
const minPanelLetters = 40;

/** The choice, with the hidden panels that a chosen line opens. */
export function withPanels({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const panels = regions.filter(isPanel);
  if (panels.length === 0) return kept;
  const opened = new Set<string>();
  for (const segment of segments) if (kept[segment.index]) for (const id of opensOf(segment)) opened.add(id);
  // Those right under a chosen line each, by their make.
  const under = panels.filter(({ first }) => kept[first - 1] === true);
  const alike = new Map<string, number>();
  for (const panel of under) alike.set(makeInBox(panel), (alike.get(makeInBox(panel)) ?? 0) + 1);
  const inRow = new Set(under.filter((panel) => alike.get(makeInBox(panel))! >= minAlike));
  const all = [...kept];
  for (const panel of panels) {
    const { id } = panel.element.attribs;
    if (!(id && opened.has(id)) && !inRow.has(panel)) continue;
    for (let i = panel.first; i < panel.last; i += 1) all[i] = true;
  }
  return all;
}

/** A hidden box of some running text. */
const isPanel = ({ element, chars, linkChars }: Region): boolean =>
  isHidden(element) && chars >= minPanelLetters && linkChars * 2 < chars;

const makeInBox = (region: Region): string => `${region.parent && makeOf(region.parent)}>${makeOf(region)}`;

/** What may be names of elements that the line, or an element around it, opens. */
function opensOf({ nodes }: Segment): readonly string[] {
  const names: string[] = [];
  let node: AnyNode | null | undefined = nodes[0];
  for (let step = 0; node && step <= maxSteps; step += 1) {
    if (isElement(node)) names.push(...namesIn(node));
    node = node.parent;
  }
  return names;
}

const namesIn = ({ attribs }: Element): readonly string[] =>
  opening.flatMap((name) => attribs[name]?.match(/[\p{L}\p{N}_:.-]+/gu) ?? []);
