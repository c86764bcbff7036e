import { type AnyNode, type Element, isElement } from '../dom/index.ts';
import type { PageLine } from './lines.ts';

/** Fewer cards alike are a box of related articles. */
const minCards = 4;
/** Boxes of a card between its headline and itself. */
const maxCardDepth = 6;
/** A card of a shop has a name and a price, one of a list of articles a sentence. */
const minTeaserLetters = 40;
/** A card with more text than this is no teaser: a post of a thread, a part of an article. */
const maxTeaserLetters = 500;
/** Cards are what the page is about when nearly all that was chosen stands in them. */
const minShareInCards = 0.8;

const isHeadline = ({ linkShare, text, href, zone }: PageLine): boolean =>
  href !== undefined && linkShare > 0.8 && text.length >= 15 && (zone === 'content' || zone === 'header');

const classOf = ({ attribs }: Element): string => (attribs.class ?? '').trim().split(/\s+/u)[0] ?? '';

/** Elements of one parent that are called the same, one for each headline inside. */
function siblingsAlike(headlines: readonly PageLine[]): readonly ReadonlyMap<Element, PageLine>[] {
  const rows = new Map<AnyNode, Map<string, Map<Element, PageLine>>>();
  for (const line of headlines) {
    let up: AnyNode | null = line.element;
    for (let depth = 0; up && isElement(up) && up.name !== 'body' && depth < maxCardDepth; depth += 1) {
      const { parent }: Element = up;
      if (!parent) break;
      const row = rows.get(parent) ?? new Map<string, Map<Element, PageLine>>();
      const key = `${up.name}.${classOf(up)}`;
      const alike = row.get(key) ?? new Map<Element, PageLine>();
      if (!alike.has(up)) alike.set(up, line);
      rows.set(parent, row.set(key, alike));
      up = parent;
    }
  }
  return [...rows.values()].flatMap((row) => [...row.values()]);
}

/**
 * The cards of a list of articles: boxes alike, each with a linked headline of its own and a teaser, in which nearly all
 * text that was chosen stands. Empty when the page is no such list.
 */
export function findCards(lines: readonly PageLine[]): ReadonlySet<Element> {
  const cardsOf = (line: PageLine, cards: ReadonlyMap<Element, PageLine>): Element | undefined => {
    for (let up: AnyNode | null = line.element; up && isElement(up); up = up.parent) if (cards.has(up)) return up;
    return undefined;
  };
  const body = lines.filter(({ inBody }) => inBody);
  const all = body.reduce((sum, { text }) => sum + text.length, 0);
  if (all === 0) return new Set();
  for (const cards of siblingsAlike(lines.filter(isHeadline))) {
    if (cards.size < minCards || new Set([...cards.values()].map(({ href }) => href)).size < minCards) continue;
    const letters = new Map<Element, number>();
    const teased = new Set<Element>();
    let inside = 0;
    for (const line of body) {
      const card = cardsOf(line, cards);
      if (!card) continue;
      inside += line.text.length;
      letters.set(card, (letters.get(card) ?? 0) + line.text.length);
      if (line.text.length >= minTeaserLetters && line.linkShare < 0.4) teased.add(card);
    }
    if (inside >= minShareInCards * all && teased.size >= minCards && Math.max(...letters.values()) <= maxTeaserLetters)
      return new Set(cards.keys());
  }
  return new Set();
}
