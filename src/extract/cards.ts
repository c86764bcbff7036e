import { type AnyNode, type Element, isElement } from '../dom/index.ts';
import { isFileAddress } from './blocks/index.ts';
import { findDates } from './fields/date-text.ts';
import { loose } from './fields/rank.ts';
import { minHeadlineWords } from './fields/title-score.ts';
import type { PageLine } from './lines.ts';
import { relatedHeading } from './page-type/headed.ts';
import { isImprint, isLink, isPageLinks, isPager } from './page-type/line-kinds.ts';

/** Fewer cards alike are a box of related articles. */
const minCards = 4;
/** Where the page says that it is a list, and has nothing else to read, so many will do. */
const minCardsAlone = 2;
/** Largest depth of a headline below the element of its card. */
const maxCardDepth = 6;
/** A card of a shop has a name and a price, one of a list of articles a sentence. */
const minTeaserLetters = 40;
/** A card with more text than this is no teaser: a post of a thread, a part of an article. */
const maxTeaserLetters = 500;
/** A list of rows needs this many with a headline and a day, and nearly all rows must have both. */
const minRows = 5;
const minShareOfDated = 0.8;
/** Cards are what the page is about when nearly all that was chosen stands in them. */
const minShareInCards = 0.8;
/** The way to the other pages of a list stands straight under its last card. */
const maxLinesToPager = 3;

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

/** Cards with the headline of each. */
type Cards = ReadonlyMap<Element, PageLine>;

/** Elements of one parent that are called the same, one for each headline inside. */
function siblingsAlike(headlines: readonly PageLine[]): readonly Cards[] {
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

function cardAround({ element }: PageLine, cards: Cards): Element | undefined {
  for (let up: AnyNode | null = element; up && isElement(up); up = up.parent) if (cards.has(up)) return up;
  return undefined;
}

const isTeaser = ({ text, linkShare }: PageLine): boolean => text.length >= minTeaserLetters && linkShare < 0.4;

/** The last link of a list on its first page. */
const leadsToMore =
  /^(?:(?:trang )?(?:sau|tiếp(?: theo)?)|xem (?:tất cả|toàn bộ|thêm tin)|older posts|next)[\s.…»›>]*$/iu;

/**
 * Are a few cards all that the page is about? No text and no headline stand outside them, and the page calls itself a list:
 * by the name of a section over them, which the window has too, or by a way to its other pages under them.
 */
function areAll(cards: Cards, lines: readonly PageLine[], names: readonly string[]): boolean {
  const inside = lines.filter((line) => cardAround(line, cards));
  const [first, last] = [inside[0], inside.at(-1)];
  const teased = new Set(inside.filter(isTeaser).map((line) => cardAround(line, cards)));
  if (!first || !last || teased.size < cards.size) return false;
  const others = lines.filter((line) => line.zone === 'content' && line.linkShare < 0.5 && !cardAround(line, cards));
  const isText = (line: PageLine): boolean =>
    line.text.length >= minTeaserLetters && !(line.index > last.index && (isImprint(line) || isPager(line)));
  const isTitle = ({ heading, bold, text }: PageLine): boolean =>
    (heading > 0 || bold) && text.split(' ').length >= minHeadlineWords;
  const over = others.findLast(({ index, heading, bold }) => index < first.index && (heading > 0 || bold));
  if (over && relatedHeading.whole.test(over.text)) return false;
  const isSection = over !== undefined && names.includes(loose(over.text));
  if (others.some((line) => isText(line) || (isTitle(line) && line !== over))) return false;
  // A headline that the window names, or a window that names another page than its section, is that of an article.
  if (over ? isTitle(over) : names.some((name) => name.split(' ').length >= minHeadlineWords)) return false;
  const below = lines.slice(last.index + 1, last.index + 1 + maxLinesToPager);
  return isSection || below.some((line) => isPager(line) || isPageLinks(line) || leadsToMore.test(line.text));
}

/**
 * The cards of a list of articles: boxes alike, each with a linked headline of its own and a teaser or a day, in which
 * nearly all text that was chosen stands. Fewer than four are a list where they are all of the page; `names` are those that
 * its window has. Empty when the page is no such list.
 */
export function findCards(lines: readonly PageLine[], names: readonly string[] = []): ReadonlySet<Element> {
  const body = lines.filter(({ inBody }) => inBody);
  const days = lines.filter((line) => isDay(line) || (isHeadline(line) && findDates(line.text).length > 0));
  const all = body.reduce((sum, { text }) => sum + text.length, 0);
  if (all === 0) return new Set();
  for (const cards of siblingsAlike(lines.filter(isHeadline))) {
    const count = Math.min(cards.size, new Set([...cards.values()].map(({ href }) => href)).size);
    if (count < minCardsAlone) continue;
    const letters = new Map<Element, number>();
    const teased = new Set<Element>();
    let inside = 0;
    for (const line of body) {
      const card = cardAround(line, cards);
      if (!card) continue;
      inside += line.text.length;
      letters.set(card, (letters.get(card) ?? 0) + line.text.length);
      if (isTeaser(line)) teased.add(card);
    }
    // The row of a list view has no teaser, but the day of the page it leads to.
    const dated = new Set(days.flatMap((line) => cardAround(line, cards) ?? []));
    const isList =
      count < minCards
        ? areAll(cards, lines, names)
        : teased.size >= minCards || (dated.size >= minRows && dated.size >= minShareOfDated * cards.size);
    if (inside >= minShareInCards * all && isList && Math.max(...letters.values()) <= maxTeaserLetters)
      return new Set(cards.keys());
  }
  return new Set();
}
