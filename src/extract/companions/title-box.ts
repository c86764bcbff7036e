/** Where the classifier is in doubt: the box that the page's own title heads, and nothing besides. */
import { headingLevel, type PageDom } from '../../dom/index.ts';
import { isLinked, type Region, type Segment, type Survey } from '../classify/survey.ts';
import { findDates } from '../fields/date-text.ts';
import { isVietnamese } from '../fields/language.ts';
import { loose } from '../fields/rank.ts';
import { windowNames } from '../fields/site-name.ts';

/** Shorter names head boxes and sections. */
const minTitleWords = 4;
const minProseLetters = 40;

const isProse = (segment: Segment): boolean =>
  !segment.hidden && !isLinked(segment) && segment.text.length >= minProseLetters;

const isHeading = ({ text, region, linkChars, hidden }: Segment): boolean =>
  !hidden && linkChars === 0 && headingLevel(region.element.name) > 0 && text.split(' ').length >= minTitleWords;

/** Is it the heading that the window's title names? “Video: Đua ghe ngo” may stand before it. */
function isNamed(heading: Segment, names: readonly string[]): boolean {
  const own = loose(heading.text);
  return names.some((name) => name === own || name.endsWith(` ${own}`));
}

/** Has the heading its day under it? */
function isDated({ index }: Segment, segments: readonly Segment[]): boolean {
  const below = segments[index + 1];
  return below !== undefined && below.text.length < minProseLetters && findDates(below.text).length > 0;
}

/**
 * The choice, of which only what stands with the title in its box is kept: an infographic or a film with one sentence says
 * less than the boxes beside it. The box ends where another heading or a link follows it; where text follows, it was only
 * the head of the article.
 */
export function withinTitleBox(page: PageDom, { segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const names = windowNames(page);
  const headings = segments.filter(isHeading);
  const named = headings.filter((heading) => isNamed(heading, names));
  const [title, ...others] = named.length > 0 ? named : headings.filter((heading) => isDated(heading, segments));
  if (title === undefined || others.length > 0) return kept;
  let box: Region | undefined = title.region;
  const isHeadOnly = ({ last }: Region): boolean => {
    const next = segments[last];
    return next !== undefined && !isLinked(next) && headingLevel(next.region.element.name) === 0;
  };
  const saysIn = ({ last }: Region): readonly Segment[] =>
    segments.slice(title.index + 1, last).filter((segment) => kept[segment.index] && isProse(segment));
  while (box && (saysIn(box).length === 0 || isHeadOnly(box))) box = box.parent;
  if (
    box === undefined ||
    !isVietnamese(
      saysIn(box)
        .map(({ text }) => text)
        .join(' '),
    )
  )
    return kept;
  const { first, last } = box;
  return kept.map((isKept, i) => isKept && i >= first && i < last);
}
