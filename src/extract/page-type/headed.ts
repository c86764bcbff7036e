/**
 * Does a title stand over the text that was kept? Of all signs of an article it is the one that boxes and lists do not
 * share.
 */
import { loose } from '../fields/rank.ts';
import { windowNames } from '../fields/site-name.ts';
import { readyRule } from '../junk/index.ts';
import { relatedList } from '../junk/related.ts';
import type { PageLine } from '../lines.ts';
import type { PageTypeInput } from './evidence.ts';
import { isHeadline } from './line-kinds.ts';

/** Fewer words head a box or a category. */
export const minTitleWords = 4;
/** Name, day and lead stand between a title and the text. */
const maxLinesUnderTitle = 6;
/** A line with fewer letters is a label, unless others of its kind follow: verses, points. */
const minSentenceLetters = 40;
const minShortLines = 3;
/** A day that stands further from title and text than this is the clock of the page's head, or that of another article. */
const maxLinesToDay = 12;

/** The title in so many words, or the last part of a window's title that tells the way to the page. */
export function isTitleLine({ text }: PageLine, { title }: PageTypeInput['fields']): boolean {
  if (title === undefined) return false;
  const own = loose(text);
  return own === loose(title) || (own !== '' && / [>»-] /u.test(title) && loose(title).endsWith(` ${own}`));
}

/** Is a line the one greatest heading of the page? Boxes share theirs with one another. */
export const isGreatest = ({ heading }: PageLine, lines: readonly PageLine[]): boolean =>
  heading > 0 && lines.filter((other) => other.heading > 0 && other.heading <= heading).length === 1;

/**
 * Does a line stand under the name of the page? That is the title; where a box was kept in place of a text its heading is
 * taken for the title, and the name is what the window says or what the page makes its greatest heading.
 */
export function isUnderName(line: PageLine, { page, lines, fields }: PageTypeInput): 'title' | 'name' | undefined {
  const above = lines.slice(Math.max(0, line.index - 2), line.index).filter(({ linkShare }) => linkShare < 0.6);
  if (above.some((other) => isTitleLine(other, fields))) return 'title';
  const names = windowNames(page);
  return above.some((other) => names.includes(loose(other.text)) || isGreatest(other, lines)) ? 'name' : undefined;
}

/** A day of the week and the date, with no word of what was done on it. */
const clock = /^(?:hôm nay(?: là)?\s?:?\s?)?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\s?,.{8,40}$/iu;

/** Is there a day, and does it belong to what was kept or to the title? The clock in the head of a page stands over both. */
export function isDated(input: PageTypeInput): boolean {
  const { lines, fields, dateLine } = input;
  if (fields.publishedAt === undefined) return false;
  if (dateLine === undefined) return true;
  const first = lines.find((line) => line.inBody || isTitleLine(line, fields));
  if (first && dateLine.index < first.index && clock.test(dateLine.text)) return false;
  return lines.some(
    (line) => (line.inBody || isTitleLine(line, fields)) && Math.abs(line.index - dateLine.index) <= maxLinesToDay,
  );
}

/** What stands over a list of other articles. */
export const relatedHeading = readyRule(relatedList);

const noLines: ReadonlySet<PageLine> = new Set();

/**
 * Does a title stand over kept text, with no more than name, day and lead between? A message between is the page's own word
 * in the place of the text, but a quotation where the next paragraph of a dated article stands beside it.
 */
export function isHeaded(input: PageTypeInput, messages: ReadonlySet<PageLine> = noLines): boolean {
  const { lines, fields } = input;
  const isText = (line: PageLine): boolean =>
    line.inBody &&
    line.linkShare < 0.4 &&
    !messages.has(line) &&
    (line.text.length >= minSentenceLetters ||
      lines.slice(line.index, line.index + minShortLines).every((next) => next.inBody && next.linkShare < 0.4));
  return lines.some((line) => {
    if (messages.has(line) || !isTitleLine(line, fields) || line.text.split(' ').length < minTitleWords) return false;
    const below = lines.slice(line.index + 1, line.index + 1 + maxLinesUnderTitle);
    const at = below.findIndex(isText);
    const between = below.slice(0, Math.max(0, at));
    if (at < 0 || between.some(isHeadline)) return false;
    // A linked headline with one paragraph under it is a teaser as well.
    const next = lines[line.index + at + 2];
    if (line.linkShare > 0.6 && !(next && isText(next))) return false;
    const said = between.filter((other) => messages.has(other));
    return (
      said.length === 0 || (isDated(input) && said.every(({ element }) => element.parent === below[at]?.element.parent))
    );
  });
}
