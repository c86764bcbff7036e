import { type AnyNode, type Element, isElement } from '../dom/index.ts';
import { isFileAddress } from './attachments.ts';
import { findDates } from './fields/date-text.ts';
import type { PageLine } from './lines.ts';
import { isLink } from './page-type/line-kinds.ts';

/** Fewer cards alike are a box of related articles. */
const minCards = 4;
/** Boxes of a card between its headline and itself. */
const maxCardDepth = 6;
/** A card of a shop has a name and a price, one of a list of articles a sentence. */
const minTeaserLetters = 40;
/** A card with more text than this is no teaser: a post of a thread, a part of an article. */
const maxTeaserLetters = 500;
/** So many rows with a headline and a day each, and nearly all of the rows. */
const minRows = 5;
const minShareOfDated = 0.8;
/** Cards are what the page is about when nearly all that was chosen stands in them. */
const minShareInCards = 0.8;

/** Shorter links are buttons; a heading of a card may be a name. */
const minHeadlineLetters = 15;
const minNameLetters = 6;

const isHeadline = (line: PageLine): boolean =>
  line.href !== undefined &&
  !isFileAddress(line.href) &&
  isLink(line) &&
  line.text.length >= (line.heading > 0 ? minNameLetters : minHeadlineLetters) &&
  (line.zone === 'content' || line.zone === 'header');

/** The first class, without a number that counts the cards; rows of a table are called even and odd. */
const classOf = ({ name, attribs }: Element): string =>
  name === 'tr' ? '' : ((attribs.class ?? '').trim().split(/\s+/u)[0] ?? '').replace(/\d{1,6}$/u, '');

/** A row with no more than a day says when its page was written. */
const maxDayLetters = 30;
const isDay = ({ text }: PageLine): boolean => text.length <= maxDayLetters && findDates(text).length > 0;

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
 * The cards of a list of articles: boxes alike, each with a linked headline of its own and a teaser or a day, in which nearly all
 * text that was chosen stands. Empty when the page is no such list.
 */
export function findCards(lines: readonly PageLine[]): ReadonlySet<Element> {
  const cardsOf = (line: PageLine, cards: ReadonlyMap<Element, PageLine>): Element | undefined => {
    for (let up: AnyNode | null = line.element; up && isElement(up); up = up.parent) if (cards.has(up)) return up;
    return undefined;
  };
  const body = lines.filter(({ inBody }) => inBody);
  const days = lines.filter((line) => isDay(line) || (isHeadline(line) && findDates(line.text).length > 0));
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
    // The row of a list view has no teaser, but the day of the page it leads to.
    const dated = new Set(days.flatMap((line) => cardsOf(line, cards) ?? []));
    const isList = teased.size >= minCards || (dated.size >= minRows && dated.size >= minShareOfDated * cards.size);
    if (inside >= minShareInCards * all && isList && Math.max(...letters.values()) <= maxTeaserLetters)
      return new Set(cards.keys());
  }
  return new Set();
}
