/** How much like the title of the article a line is: the signs that add up. */
import type { AnyNode } from '../../dom/index.ts';
import { bare } from '../../text/index.ts';
import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { findDates } from './date-text.ts';
import { type Metadata, metaOf } from './metadata.ts';
import { loose, overlapOf, wordsIn } from './rank.ts';
import { isOfficeName, isSiteName, withoutSiteName } from './site-name.ts';

export interface TitleContext {
  readonly lines: readonly PageLine[];
  readonly metadata: Metadata;
  /** Index of the first line of the body; undefined when there is none. */
  readonly bodyStart?: number;
  /** Lines that a template names. */
  readonly marked: ReadonlySet<PageLine>;
  readonly url?: string;
  /** What a picture over the text says that is drawn in place of a headline. */
  readonly drawn?: string;
}

export interface Scoring extends TitleContext {
  /** Metadata or window name something other than the site. */
  readonly told: boolean;
  /** There is one `h1` on the page. */
  readonly onlyHeading: boolean;
  readonly agreement: (text: string) => number;
  /** Is it set in larger type than the text? */
  readonly isLarge: (line: PageLine) => boolean;
}

/** Letters of running text, where the page does not say how large they are. */
const plainSize = 12.5;
const minLarger = 1.2;

/** Is a line set in larger type than the text of the page? Only markup tells: style sheets are not read. */
export function largerThan(lines: readonly PageLine[]): (line: PageLine) => boolean {
  const text = lines.find(({ inBody, text, size }) => inBody && size !== undefined && text.length > 100);
  const least = minLarger * (text?.size ?? plainSize);
  return ({ size }) => size !== undefined && size >= least;
}

/** Titles that share less of their words do not say the same. */
const minOverlap = 0.6;

function countWords(text: string): number {
  let count = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}

/** “dinhlangke” of “ĐÌNH LÀNG KÊ”: the name of a file, which FrontPage put into the window. */
const isFileName = (window: string, own: string): boolean =>
  window.length > 5 && !window.includes(' ') && bare(own).replaceAll(' ', '') === window;

/** Text → what it has in common with the titles that metadata and a telling window name, 0–4. */
export function agreementWith(metadata: Metadata, windowTitle: string): (text: string) => number {
  const told = metaOf(metadata, 'title').map(({ value, trust }) => {
    const title = loose(value);
    return { title, words: wordsIn(title), trust };
  });
  const window = loose(windowTitle);
  const windowWords = wordsIn(window);
  const agreement = (text: string): number => {
    const own = loose(text);
    const count = countWords(own);
    let words: ReadonlySet<string> | undefined;
    /** A menu's two words share too little with any title, whichever they are. */
    const overlap = (theirs: ReadonlySet<string>): number => {
      if (count <= minOverlap * theirs.size) return 0;
      words ??= wordsIn(own);
      return overlapOf(words, theirs);
    };
    let score = 0;
    for (const { title, words: theirs, trust } of told) {
      if (own === title) score = Math.max(score, 4 * trust);
      // A shortened or reworded copy: most words are shared.
      else if (title.startsWith(own) && own.length > 15) score = Math.max(score, 3 * trust);
      else if (overlap(theirs) > 0.7) score = Math.max(score, 2.5 * trust);
    }
    if (own === window || isFileName(window, own)) score = Math.max(score, 3);
    // What stands before the section and the site.
    else if (own.length > 8 && window.startsWith(`${own} `)) score = Math.max(score, 3.6);
    // The end of a window title is more often the section or the site.
    else if (own.length > 8 && window.endsWith(` ${own}`)) score = Math.max(score, 2);
    else if (own.length > 15 && window.includes(own)) score = Math.max(score, 2);
    else if (overlap(windowWords) > minOverlap) score = Math.max(score, 1.5);
    return score;
  };
  const known = new Map<string, number>();
  return (text) => {
    const score = known.get(text) ?? agreement(text);
    known.set(text, score);
    return score;
  };
}

/** Names of boxes and of pages of the CMS itself, which stand in headings as big as a title. */
export const boxHeading =
  /^(?:chi tiết(?: tin| bài viết| bản tin| tin tức)?|nội dung(?: chi tiết)?|thống kê.*|(?:các )?liên kết.*|thông báo|tin (?:mới|nổi bật|khác|liên quan|tức(?:(?: [-&] | và )?sự kiện)?|hoạt động.{0,25}|trong (?:tỉnh|huyện|nước|ngành)|địa phương|nội bộ|thế giới)|(?:tin tức )?hoạt động(?: [-&] sự kiện)?|bản tin.{0,20}|thư viện .*|video.*|hình ảnh.*|quảng cáo|thăm dò.*|bình chọn|bản in|tìm kiếm.*|danh mục.*|chuyên mục.*|lượt truy cập.*|số lượt .*|văn bản .{0,20}|leave a (?:comment|reply)|comments?|related .*|share this.*|about (?:us|the author)|newsletter.*|subscribe.*|table of contents)$/i;

/** “Tin tức > Giao thông - Xây dựng”: the way to the page. */
const path = /^[^>»›]{2,40}(?:\s?[>»›]\s?[^>»›]{2,60})+$/u;

/** What heads a part of an act or of a list. */
const partHeading = /^(?:(?:điều|chương|khoản|mục) (?:\d|[ivx]+(?!\p{L}))|\d{1,2}[.)]\s|\p{Ll}\)\s)/iu;

/** An element with the letters of the lines in it. */
interface Box {
  readonly around: Box | undefined;
  all: number;
  body: number;
}

/** Where a line stands by the letters of the boxes around it. */
export interface Standing {
  /**
   * How much of the smallest box around line and body is body, 0–1: near 1 for what heads the article,
   * near 0 for what heads a box in a side column.
   */
  readonly bodyShare: number;
  /** The first box around the line with more text than a row of tools holds none of the body. */
  readonly headsOther: boolean;
}

/** Day, names and buttons beside a title have fewer letters. */
const minOtherLetters = 100;

/** The standing of each line. */
export function standings(lines: readonly PageLine[]): (line: PageLine) => Standing {
  /** Outer boxes before the inner ones. */
  const boxes = new Map<AnyNode, Box>();
  const boxOf = (node: AnyNode): Box => {
    const known = boxes.get(node);
    if (known) return known;
    const box = { around: node.parent ? boxOf(node.parent) : undefined, all: 0, body: 0 };
    boxes.set(node, box);
    return box;
  };
  for (const { element, text, inBody } of lines) {
    const box = boxOf(element);
    box.all += text.length;
    if (inBody) box.body += text.length;
  }
  for (const { around, all, body } of [...boxes.values()].reverse()) {
    if (!around) continue;
    around.all += all;
    around.body += body;
  }
  return ({ element, text, inBody }) => {
    let headsOther = false;
    for (let box = boxes.get(element); box; box = box.around) {
      // More body than the line itself may be.
      if (box.body > (inBody ? text.length : 0)) return { bodyShare: box.body / Math.max(1, box.all), headsOther };
      headsOther ||= box.all > text.length + minOtherLetters;
    }
    return { bodyShare: 0, headsOther };
  };
}

/** The home page, as a site's name at the head of each page links to it. */
const homePage = /^(?:https?:\/\/[^/]+)?\/?(?:(?:default|index|home)\.\w{2,5})?$/iu;

/** Does a line lead to the home page, and do the metadata not call this page so? */
const isHomeLink = ({ text, linkShare, href = '' }: PageLine, metadata: Metadata): boolean =>
  linkShare > 0.8 &&
  href !== '' &&
  homePage.test(href) &&
  !metaOf(metadata, 'title').some(({ value }) => loose(value) === loose(text));

/** Lines from the top of a page in which its letterhead stands, and letters of the links in the menu under it. */
const maxBannerIndex = 3;
const minMenuLetters = 40;

/** Is a line the name of an office over the menu: the letterhead of the page? */
const isBanner = ({ text, index }: PageLine, { lines, bodyStart = 0 }: TitleContext): boolean =>
  index <= maxBannerIndex &&
  isOfficeName(text) &&
  lines
    .slice(index + 1, bodyStart)
    .reduce((sum, { text, linkShare }) => sum + (linkShare > 0.8 ? text.length : 0), 0) >= minMenuLetters;

/** “Sở Công Thương - Hỏi đáp”: the name of the site and that of a section, which the menu has too. */
function isSectionOfSite({ text, heading }: PageLine, { lines, metadata, url }: TitleContext): boolean {
  if (heading === 0) return false;
  const section = withoutSiteName(text, metadata, url);
  return (
    section !== text &&
    (boxHeading.test(section) || lines.some(({ zone, text: other }) => zone === 'nav' && other === section))
  );
}

const headingScore = [0, 3, 2, 1.5, 1, 0.5, 0.5] as const;

/** Names of sections and first subheadings have fewer words. */
export const minHeadlineWords = 4;
/** A bold sapo has more letters. */
const maxHeadlineLetters = 100;
const isHeadlineLong = (text: string): boolean =>
  countWords(text) >= minHeadlineWords && text.length <= maxHeadlineLetters;

/** Above the text, the nearer the better; inside it only its first lines can be the title. */
function placeScore({ index, inBody, heading, bold, text }: PageLine, bodyStart: number | undefined): number {
  if (bodyStart === undefined) return 0;
  const distance = bodyStart - index;
  if (distance > 0) return Math.max(-2, 2.5 - 0.2 * distance);
  // What opens the text and stands out from it heads the article as well as what stands over it.
  if (inBody && distance === 0 && (heading > 0 || bold) && isHeadlineLong(text)) return 2;
  if (inBody && distance > -3) return 0.5;
  return -4;
}

/** A short line that holds a day. */
export const isDay = ({ text, listed }: PageLine): boolean => text.length < 80 && !listed && findDates(text).length > 0;

/** Score of a line as the title of the article: the sum of its signs. */
export function score(line: PageLine, context: Scoring, standing: (line: PageLine) => Standing): number {
  const { lines, metadata, bodyStart, marked, isLarge } = context;
  const next = lines.slice(line.index + 1, line.index + 4);
  const own = hinted(line.hints, 'title', 2);
  const isHome = isHomeLink(line, metadata);
  // “Tên trang: Tên bài” agrees with both; the one that leads home is the site's.
  const agreed = isHome ? 0 : context.agreement(line.text);
  let sum = (headingScore[line.heading as 0] ?? 0) + agreed + placeScore(line, bodyStart);
  // Where the metadata names an article, a heading that shares nothing with it heads something else.
  if (agreed === 0 && context.told) sum -= 3.5;
  if (line.heading === 1 && context.onlyHeading) sum += 1.5;
  if (own > 0 && !hinted(line.hints, 'notTitle', 2)) sum += 2.5 * own;
  if (hinted(line.hints, 'notTitle', 2)) sum -= 1.5;
  if (marked.has(line)) sum += 2;
  if (next.some(isDay)) sum += 1;
  if (line.bold) sum += 0.5;
  if (isLarge(line)) sum += 1;
  if (line.linkShare > 0.8) sum -= line.heading === 1 || line.heading === 2 ? 0.5 : 2;
  if (line.listed) sum -= 1;
  if (line.zone !== 'content') sum -= line.zone === 'header' && line.heading === 1 ? 1 : 3;
  if (hinted(line.hints, 'related')) sum -= 2;
  const isOfSite =
    isHome || isSiteName(line.text, metadata, context.url) || isSectionOfSite(line, context) || isBanner(line, context);
  if (isOfSite) sum -= 5;
  if (boxHeading.test(line.text) || partHeading.test(line.text) || path.test(line.text)) sum -= 3;
  // A section's name heads the article too, and stands in the menu besides.
  if (line.text.length < 40 && lines.some((other) => other.zone === 'nav' && other.text === line.text)) sum -= 2;
  const { bodyShare, headsOther } = standing(line);
  if (headsOther && agreed === 0) sum -= 1.5;
  sum += 2.5 * bodyShare + Math.min(8, line.text.split(' ').length) * 0.2;
  if (line.text.length > 110) sum -= 1;
  if (line.text.length > 180) sum -= 2;
  if (/[.…;,]$/u.test(line.text) && line.text.length > 100) sum -= 2;
  return sum;
}
