/** What a line is for whoever judges the page: running text, a link to another page, a headline, a teaser. */
import { isFileAddress } from '../blocks/index.ts';
import { findDates } from '../fields/date-text.ts';
import { isProse, type PageLine } from '../lines.ts';

/** A link to another page, with the day of that behind it; `#tl1` opens an answer on this one. */
export const isLink = ({ linkShare, text, href = '' }: PageLine): boolean =>
  !/^#./.test(href) && (linkShare > 0.8 || (linkShare > 0.55 && findDates(text).length > 0));

/** A link to a file is no headline of another page: documents are listed in articles. */
export const isHeadline = (line: PageLine): boolean =>
  isLink(line) &&
  !isFileAddress(line.href ?? '') &&
  line.text.length >= 25 &&
  line.zone !== 'nav' &&
  line.zone !== 'footer';

/** Letters of some lines together, UTF-16 units. */
export const letters = (lines: readonly PageLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** Tolerance for letters that breaks and spaces add to the text of the lines. */
const minHiddenLetters = 200;

/** Letters of the text that no line shows: answers that wait for a click. */
export function hiddenLetters(text: string, lines: readonly PageLine[]): number {
  const more = text.length - letters(lines.filter(({ inBody }) => inBody));
  return more > minHiddenLetters ? more : 0;
}

/** A line with more text than this is no teaser. */
const maxTeaserLetters = 500;
/** A longer line is no mere day, unless it tells more of the same kind: who asked, when, of what. */
const maxDayLetters = 40;
const maxFactsLetters = 120;
const facts = /:.*:/u;
const minHeadlineLetters = 15;

/**
 * The lines that a linked headline stands over, with a day between them or not: each tells of another page. Some templates
 * link an article's title to itself, and more paragraphs follow the first.
 */
export function teasersOf(lines: readonly PageLine[], title?: string): ReadonlySet<PageLine> {
  const heads = (line: PageLine | undefined): boolean =>
    line !== undefined &&
    isLink(line) &&
    line.text.length >= minHeadlineLetters &&
    line.text !== title &&
    line.zone !== 'nav';
  const isDay = (line: PageLine | undefined): boolean =>
    line !== undefined &&
    line.text.length <= (facts.test(line.text) ? maxFactsLetters : maxDayLetters) &&
    findDates(line.text).length > 0;
  return new Set(
    lines.filter((line) => {
      if (!isProse(line) || line.text.length > maxTeaserLetters) return false;
      const [before, above, below] = [lines[line.index - 2], lines[line.index - 1], lines[line.index + 1]];
      return (heads(above) || (isDay(above) && heads(before))) && !(below && isProse(below));
    }),
  );
}

const pager =
  /^(?:(?:Page|Trang) \d{1,5} ?(?:of|\/|trên|của|trong(?: tổng)?(?: số)?) ?\d{1,5}(?: (?:tiếp|sau|cuối|next|last|»|>)){0,3}|(?:Hiển thị|Showing) \d{1,5}(?: ?(?:-|–|đến|to) ?\d{1,5})? (?:of|trên|của|trong)(?: tổng)?(?: số)? ?\d{1,6}(?: kết quả| results| tin| bài)?\.?|\d{1,5} ?(?:-|–|đến|to) ?\d{1,5} (?:of|trên|của|trong)(?: tổng)?(?: số)? ?\d{1,6}(?: \p{L}{1,7}){0,2}(?: (?:tiếp|sau|cuối|next|last|»|>)){0,3})$/iu;

/** “Trang: 1 2 3 … 41 Tiếp Cuối” */
const pageLinks =
  /^(?:(?:trang|page)\s?:?\s)?(?:\[?\d{1,4}\]?(?:[\s|,.…·-]{1,6}|$)){2,12}(?:(?:tiếp|sau|cuối|next|last|trang (?:sau|cuối)|»|>)[\s|»>]{0,3}){0,3}$/iu;

/** Does a line say which of its pages a list is on? */
export const isPager = ({ text }: PageLine): boolean => pager.test(text);

/** Is a line the row of links to the other pages of a list? */
export const isPageLinks = ({ text }: PageLine): boolean => pageLinks.test(text);

/** The first words of lines in which a portal says who runs it. */
const imprint =
  /^(?:(?:Cơ quan|Đơn vị) (?:chủ quản|quản lý)|(?:Người )?chịu trách nhiệm|Trưởng ban biên tập|Tổng biên tập|Giấy phép|Bản quyền|©|Địa chỉ|Trụ sở|Điện thoại|Trang (?:thông tin|tin) điện tử|Cổng thông tin điện tử)(?!\p{L})/iu;

/** Does a line say who runs the portal? */
export const isImprint = ({ text }: PageLine): boolean => imprint.test(text);
