/**
 * The title: the line that heads the article. No single sign is safe (portals head every box with a class `title`, put the
 * site's name into `h1`, the same window title on every page, a shortened title into `og:title`), so every line above the
 * text and every metadata title is a candidate, and the signs add up.
 */
import { collapse, type Element, isElement } from '../../dom/index.ts';
import { bare, vietnameseOnly } from '../../text/index.ts';
import { hinted } from '../hints.ts';
import { isNeverTitle } from '../junk/index.ts';
import type { PageLine } from '../lines.ts';
import { findDates, withoutDayBehind } from './date-text.ts';
import { metaOf } from './metadata.ts';
import { type Candidate, loose, once, wordOverlap } from './rank.ts';
import { isHomeTitle, isSiteName, namesNoPage, withoutSiteName } from './site-name.ts';
import {
  agreementWith,
  boxHeading,
  isDay,
  largerThan,
  minHeadlineWords,
  type Scoring,
  score,
  standings,
  type TitleContext,
} from './title-score.ts';

const maxLength = 300;
const notTitles =
  /^(?:trang chủ|home|menu|tin tức|in (?:trang|bài viết)|chia sẻ|share|đăng nhập|tìm kiếm|search|skip to .*|welcome guest.*|sign in|log ?in|đăng (?:ký|xuất)|liên hệ|(?:tin |bài viết |nội dung )?chi tiết(?: (?:tin(?: tức| bài)?|bài(?: viết)?|văn bản|nội dung))?|xem (?:tin|bài|chi tiết)(?: viết| tin)?|nội dung (?:tin|bài viết)|cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s?-\s?tự do\s?-\s?hạnh phúc)$/iu;

/** Whoever issues an act is named in capitals between its kind and its grounds: “ỦY BAN NHÂN DÂN HUYỆN …”. */
const issuer =
  /^(?:(?:CHỦ TỊCH )?(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)|HỘI ĐỒNG NHÂN DÂN|TÒA ÁN NHÂN DÂN|BỘ TRƯỞNG BỘ|GIÁM ĐỐC SỞ)(?: [\p{Lu}\s,-]{2,60})?$/u;

const place = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN) [\p{Lu}\s]{2,40}$/u;
const isIssuer = ({ text, index }: PageLine, lines: readonly PageLine[]): boolean =>
  issuer.test(text) || (place.test(text) && issuer.test(lines[index - 1]?.text ?? ''));

/** A section's name scores higher than the title by no more than this: it is bold and has a class, the title has neither. */
const maxSectionLead = 2.5;

/** A short line over another that could as well be the title is the name of the section. */
function isOverTitle({ value, line, score }: Candidate, all: readonly Candidate[], bodyStart?: number): boolean {
  const isTitleInBody = (other: PageLine): boolean =>
    other.index === bodyStart && other.linkShare === 0 && boxHeading.test(value);
  return (
    value.length <= 30 &&
    all.some(
      (other) =>
        line !== undefined &&
        other.line !== undefined &&
        (!other.line.inBody || isTitleInBody(other.line)) &&
        other.line.index > line.index &&
        other.score >= score - maxSectionLead &&
        other.value.length <= 160 &&
        !other.value.endsWith('.'),
    )
  );
}

/** “Trung tâm Y tế > Tin tức > Tin hoạt động”: DotNetNuke names the tabs that lead to the page, not the page. */
const tabPath = /^[^>]+ > (?:[^>]+ > )*([^>]+)$/u;
function namesTabs({ metadata, lines }: TitleContext): boolean {
  const [, tab] = tabPath.exec(metadata.windowTitle) ?? [];
  if (tab === undefined) return false;
  const isOnWay = ({ zone, linkShare, text }: PageLine): boolean =>
    linkShare > 0.5 && (zone === 'breadcrumb' ? text.includes(tab) : zone === 'nav' && text === tab);
  return tab.split(' ').length < minHeadlineWords || lines.some(isOnWay);
}

/** FrontPage kept one window title for a whole site: it is printed below the text in a longer line, and heads nothing. */
function isFrameTitle({ lines, metadata, bodyStart }: TitleContext): boolean {
  const window = bare(loose(metadata.windowTitle));
  if (window === '' || bodyStart === undefined) return false;
  const lastBody = lines.findLastIndex(({ inBody }) => inBody);
  const signs = lines.slice(lastBody + 1).some(({ text, linkShare }) => {
    if (linkShare >= 0.5) return false;
    const own = bare(loose(text));
    return own.length > window.length && own.includes(window);
  });
  return signs && !lines.slice(0, bodyStart + 4).some(({ text }) => wordOverlap(bare(loose(text)), window) > 0.7);
}

/** Is a name that of a box on the page, which the window may spell without accents: “Tin hoat dong”? */
const isBoxName = (name: string, lines: readonly PageLine[]): boolean =>
  boxHeading.test(name) ||
  lines.some(({ text }) => boxHeading.test(text) && bare(text.toLowerCase()) === name.toLowerCase());

/** “Mot cua”: what the program is called, where the page is in Vietnamese and prints no such name. */
function isOfProgram(name: string, { lines, bodyStart = 0 }: TitleContext): boolean {
  if (name.split(' ').length >= minHeadlineWords || !/^[\x20-\x7e]+$/.test(name)) return false;
  const own = bare(loose(name));
  const above = lines.slice(0, bodyStart + 4).map(({ text }) => bare(loose(text)));
  return (
    lines.some(({ inBody, text }) => inBody && vietnameseOnly.test(text)) && !above.some((text) => text.includes(own))
  );
}

/** SharePoint names the library that a page lies in before the page. */
const ofLibrary = /^pages - /i;

/** The window's title without the site's name; empty where it names the site, a box or nothing rather than this page. */
function windowTitle(context: TitleContext): string {
  const { metadata, url } = context;
  const own = withoutSiteName(metadata.windowTitle, metadata, url);
  const isTelling =
    !isHomeTitle(metadata.windowTitle) &&
    !isSiteName(own, metadata, url) &&
    !namesNoPage(own) &&
    !isBoxName(own, context.lines) &&
    !notTitles.test(own.replace(ofLibrary, '')) &&
    !isFrameTitle(context) &&
    !isOfProgram(own, context) &&
    !namesTabs(context);
  return isTelling ? own : '';
}

/** `<a href="?topic=3">Chia buồn</a> : Thầy giáo từ trần`: XOOPS prints the topic before the title, as a link. */
function withoutTopic({ text, texts }: PageLine): string {
  const [first, second] = texts.filter(({ data }) => data.trim() !== '');
  const isTopic =
    first?.parent && isElement(first.parent) && first.parent.name === 'a' && /^\s*:\s/.test(second?.data ?? '');
  const topic = isTopic ? collapse(first.data) : '';
  return topic !== '' && text.startsWith(topic) ? text.slice(topic.length).replace(/^[\s:]+/, '') : text;
}

/**
 * The words of a headline without the topic before it, and without the day behind it, in brackets or in an element of its
 * own.
 */
function headlineOf(line: PageLine): string {
  const { texts } = line;
  const text = withoutTopic(line);
  const last = texts.findLast(({ data }) => data.trim() !== '');
  const day = last && collapse(last.data);
  const isApart = day !== undefined && texts.length > 1 && last?.parent !== texts[0]?.parent;
  if (isApart && /\d/.test(day) && text.endsWith(day)) {
    const [only] = findDates(day);
    if (only && only.end - only.start === day.length)
      return text.slice(0, -day.length).replace(/(?<![\s|–-])[\s|–-]+$/u, '');
  }
  return withoutDayBehind(text);
}

/** So many lines above the text the title of an unknown template stands, with day, section and counters about it. */
const maxLinesAbove = 4;
/** A headline begins large and does not end like a label or a sentence. */
const headline = /^["“'‘(]?[\p{Lu}\p{N}](?!.*[:;.…]$)/u;

/**
 * A line over the text, or over a day at its head, that reads like a headline, though neither its element nor its class says
 * so.
 */
function isPlainHeadline(line: PageLine, lines: readonly PageLine[], bodyStart: number): boolean {
  const above = bodyStart - line.index;
  const below = lines[line.index + 1];
  const text = headlineOf(line);
  return (
    above <= maxLinesAbove &&
    (above > 0 || text !== line.text || (below !== undefined && isDay(below))) &&
    line.zone === 'content' &&
    !line.listed &&
    line.linkShare < 0.2 &&
    headline.test(text) &&
    text.split(' ').length >= minHeadlineWords &&
    !boxHeading.test(text) &&
    (findDates(text).length === 0 || text !== line.text)
  );
}

/** Longest line of a title that is set in two lines; neither may be a sentence. */
const maxPart = 90;
const isPart = ({ text, bold, linkShare }: PageLine): boolean =>
  bold && linkShare === 0 && text.length <= maxPart && /\p{L}{2}/u.test(text) && !/[.:;…]$/u.test(text);
const capitals = (text: string): boolean => text === text.toUpperCase();
/** “LỄ KHAI GIẢNG NĂM HỌC / 2005 - 2006”: words that want a number, and one. */
const beforeNumber = /(?:năm(?: học)?|kh[oó][aá]|giai đoạn|nhiệm kỳ|lần(?: thứ)?|quý|tháng|kỳ)$/iu;
const number = /^(?:\d{1,4}|[IVX]{1,5})(?:\s?[-–/]\s?(?:\d{1,4}|[IVX]{1,5}))?$/u;

/** The kind of a document in a line of its own over what it is about. */
const documentKind =
  /^(?:THƯ (?:KÊU GỌI|NGỎ|MỜI|CẢM ƠN|CHÚC MỪNG)|LỜI KÊU GỌI|GIẤY MỜI|KẾ HOẠCH|BÁO CÁO|HƯỚNG DẪN|QUY CHẾ|THỂ LỆ|ĐIỀU LỆ|CHƯƠNG TRÌNH|DIỄN VĂN|BÀI PHÁT BIỂU)$/u;

/** Alike in everything that a style tells of a paragraph. */
const lookOf = ({ name, attribs: { class: classes = '', align = '', style = '' } }: Element): string =>
  `${name} ${classes} ${align} ${style}`;

/**
 * Do two lines make one title? A break parts it in its own element, “TRUYỀN THỐNG / TRƯỜNG TÂN HƯNG”, both in capitals, or
 * “THƯ NGỎ / Về việc sửa cầu”; or it goes
 * on in small letters in a paragraph of the same look, “Kinh nghiệm trồng lan / trong mùa nghỉ”, or with the number it
 * wants.
 */
export function isOneTitle(first: PageLine, second: PageLine): boolean {
  if (!isPart(first) || isDay(first) || boxHeading.test(first.text) || notTitles.test(first.text)) return false;
  if (first.element === second.element && beforeNumber.test(first.text) && number.test(second.text)) return true;
  if (!isPart(second) || isDay(second)) return false;
  const goesOn = /^\p{Ll}/u.test(second.text);
  if (first.element === second.element)
    return goesOn || documentKind.test(first.text) || (capitals(first.text) && capitals(second.text));
  return (
    goesOn &&
    first.element.parent === second.element.parent &&
    lookOf(first.element) === lookOf(second.element) &&
    first.inBody === second.inBody
  );
}

/** What may stand over the headline within the text: the site's name, an address, a day. */
const isLetterhead = (line: PageLine, { metadata, url }: TitleContext): boolean =>
  isSiteName(line.text, metadata, url) || /^(?:https?:\/\/|www\.)\S+$/iu.test(line.text) || isDay(line);

/** Where the text begins when its letterhead is passed over, as pages made for printing have one. */
function textStart(context: TitleContext): number | undefined {
  const { lines, bodyStart } = context;
  const start = lines.findIndex((line) => line.inBody && !isLetterhead(line, context));
  return start < 0 ? bodyStart : start;
}

/** All candidates for the title: lines of the page, then metadata without the site's name. */
export function findTitles(given: TitleContext): Candidate[] {
  const bodyStart = textStart(given);
  const context: TitleContext = { ...given, ...(bodyStart !== undefined && { bodyStart }) };
  const { lines, metadata, marked, url } = context;
  const standing = standings(lines);
  const told = metaOf(metadata, 'title')
    .filter(({ value }) => !isSiteName(value, metadata, url))
    .map(
      ({ value, trust, source }): Candidate => ({
        value: withoutSiteName(value, metadata, url),
        rule: `title/${source}`,
        score: 1 + 4 * trust,
      }),
    );
  const window = windowTitle(context);
  if (context.drawn !== undefined) told.push({ value: context.drawn, rule: 'title/picture', score: 2.2 });
  if (window !== '') told.push({ value: window, rule: 'title/window', score: 2.5 });
  const agreement = agreementWith(metadata, window === '' ? '' : metadata.windowTitle);
  const isLarge = largerThan(lines);
  const scoring: Scoring = {
    ...context,
    isLarge,
    agreement,
    told: told.length > 0,
    onlyHeading: lines.filter(({ heading }) => heading === 1).length === 1,
  };
  const to = bodyStart === undefined ? lines.length : bodyStart + 4;
  const printed = lines
    .slice(0, to)
    .filter((line) => {
      if (line.text.length < 3 || line.text.length > maxLength || !/\p{L}{2}/u.test(line.text)) return false;
      if (notTitles.test(line.text) || isIssuer(line, lines) || line.element.name === 'button') return false;
      if (isNeverTitle(line.text)) return false;
      return (
        line.heading > 0 ||
        line.bold ||
        (isLarge(line) && (!line.inBody || line.text.split(' ').length >= minHeadlineWords)) ||
        marked.has(line) ||
        hinted(line.hints, 'title') > 0 ||
        agreement(line.text) > 0 ||
        (bodyStart !== undefined && isPlainHeadline(line, lines, bodyStart))
      );
    })
    .map((line): Candidate => {
      const rule = marked.has(line) ? 'title/template' : line.heading > 0 ? 'title/heading' : 'title/line';
      return { value: once(headlineOf(line)), line, rule, score: score(line, scoring, standing) };
    });
  const lowered = printed.map((candidate) =>
    isOverTitle(candidate, printed, bodyStart)
      ? { ...candidate, score: candidate.score - maxSectionLead - 0.1 }
      : candidate,
  );
  return [...lowered, ...told];
}
