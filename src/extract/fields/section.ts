import { type AnyNode, collapse, isElement, isText, walk } from '../../dom/index.ts';
import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { metaOf } from './metadata.ts';
import { nameLikeness } from './names.ts';
import type { PartContext } from './part-context.ts';
import { type Candidate, loose, once } from './rank.ts';
import { isSiteName } from './site-name.ts';

const home = /^(?:trang chủ|home|trang nhất|trang đầu|bạn đang ở.*|»|>|\/)$/iu;
/** What every portal calls its news: a section only where no other is told. */
const allNews = /^(?:tin tức|news)$/iu;
const maxLength = 60;

/** “Danh mục: Tin tức”: the row says what it holds. */
const label = /^(?:danh mục|chuyên mục|thể loại|chuyên trang|category|posted in|rubrik|ressort)\s*:\s*/iu;
/** The head of a breadcrumb that no class calls so. A row parted by bars is a menu. */
const crumbHead = /^(?:bạn đang (?:ở|xem)(?: đây)?\s*:|(?:trang chủ|trang nhất|trang đầu|home)\s?[»›>/→])\s*(?=\S)/iu;

/** “Văn thể >> Thông báo”: a breadcrumb that does not begin at home. */
const crumbs = /^\p{Lu}[^>»›]{2,30}(?:\s?(?:>{1,2}|»|›)\s?\p{Lu}[^>»›]{2,60}){1,4}$/u;
/** A longer line names more than the sections that lead to a page. */
const maxWayLetters = 160;

/** Is a text the way to the page, and nothing else? */
export const isWay = (text: string): boolean =>
  text.length <= maxWayLetters && !/[.!?…]$/u.test(text) && (crumbHead.test(text) || crumbs.test(text));

/** Links of a breadcrumb that stand without a space between them: “Trang chủThông tin KT-XH”. */
const withoutHome = (text: string): string => text.replace(/^(?:Trang chủ|Trang nhất|Home)(?=\p{Lu})/u, '');

const crumbsOf = (text: string): readonly string[] =>
  text.split(/(?:(?<!\s)\s+)?[»›>/|→]\s*/u).map((part) => once(withoutHome(part.trim())));

/** Crumbs that only a picture or the border of a link parts: Joomla and DotNetNuke draw their arrows. */
function linkedCrumbs({ element, text: all }: PageLine): readonly string[] {
  const parts = [''];
  const part = (node: AnyNode): void => {
    if (isElement(node) && (node.name === 'a' || node.name === 'img')) parts.push('');
  };
  walk(
    element,
    (node) => {
      part(node);
      if (isText(node)) parts.push(`${parts.pop()}${node.data}`);
      return true;
    },
    part,
  );
  // The element that makes the line may hold more than the line.
  return parts.map(collapse).filter((text) => text !== '' && all.includes(text));
}

/** “Kinh tế › Thị trường”: the section is the inner one. */
const innermost = (text: string): string => (/[»›>]/u.test(text) ? (crumbsOf(text).at(-1) ?? text) : text);

/** Is the line a breadcrumb, by its zone or by its own words? */
const isBreadcrumb = ({ zone, text, index }: PageLine, title: PageLine | undefined): boolean =>
  zone === 'breadcrumb' || (zone !== 'footer' && crumbHead.test(text) && index < (title?.index ?? 0));

/** A picture may part the last two crumbs: the title is no part of the section. */
const withoutTitle = (text: string, title: string): string =>
  title !== '' && text.endsWith(title) ? text.slice(0, -title.length) : text;

/** The last crumb before the title: breadcrumbs end in the article or in its section. */
function fromBreadcrumb({ lines, title, titleText = '' }: PartContext): Candidate[] {
  const crumbs = lines
    .filter((line) => isBreadcrumb(line, title))
    .flatMap((line) => {
      const text = withoutTitle(line.text.replace(crumbHead, ''), titleText);
      const crumbs = crumbsOf(text);
      return (crumbs.length > 1 ? crumbs : linkedCrumbs(line)).map((text) => ({ text, line }));
    })
    .filter(
      ({ text }) => text !== '' && !home.test(text) && loose(text) !== loose(titleText) && text.length <= maxLength,
    );
  const last = crumbs.findLast(({ text }) => !allNews.test(text)) ?? crumbs.at(-1);
  return last ? [{ value: last.text, line: last.line, rule: 'section/breadcrumb', score: 2.5 }] : [];
}

function fromLines({ lines, title, titleText = '', marked, metadata, url }: PartContext): Candidate[] {
  return lines.flatMap((line): Candidate[] => {
    const isLabelled = label.test(line.text);
    const value = withoutHome(innermost(line.text.replace(label, '')));
    if (value.length < 3 || value.length > maxLength || home.test(value) || /\d{4}/u.test(value)) return [];
    const hint = hinted(line.hints, 'section', 3);
    if (
      (hint === 0 && !marked.has(line)) ||
      loose(value) === loose(titleText) ||
      isSiteName(value, metadata, url) ||
      (allNews.test(value) && !isLabelled && hint < 1)
    )
      return [];
    const below = relCategory.test(line.hints[0] ?? '') ? lines.length : isLabelled ? maxLinesToLabel : nearTitle;
    if (title && (line.index > title.index + below || line.index < title.index - 6)) return [];
    if (line.zone === 'nav' || line.zone === 'footer') return [];
    return [
      {
        value,
        line,
        rule: marked.has(line) ? 'section/template' : 'section/hint',
        score: 1.5 + hint + (marked.has(line) ? 2 : 0),
      },
    ];
  });
}

/** WordPress marks the link to the category of a post, wherever its theme prints it. */
const relCategory = /(?:^|\s)category tag(?:\s|$)/u;
/** Tools, author and date may stand between the title and a row that names the section. */
const maxLinesToLabel = 12;

const nearTitle = 4;
/** Headlines have addresses that spell them too, but longer ones. */
const maxSlugLetters = 40;

/** “Tin nổi bật” → `tin-noi-bat`. */
const slugOf = (text: string): string =>
  loose(text).replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');

/** A link beside the title whose address spells its text leads to the section: `/tin-noi-bat`, `/dau-tu-d6/`. */
function fromSlugs({ lines, title, titleText = '' }: PartContext): Candidate[] {
  if (!title) return [];
  return lines.slice(Math.max(0, title.index - nearTitle), title.index + nearTitle + 1).flatMap((line): Candidate[] => {
    const { text, linkShare, zone, listed, href = '' } = line;
    if (linkShare < 0.9 || listed || zone !== 'content' || text.length > maxSlugLetters || !text.includes(' '))
      return [];
    if (loose(text) === loose(titleText) || nameLikeness(text) > 0) return [];
    const address = /(?<![^/])([^/]{1,80}?)(?:-\w?\d+)?(?:\.\w{2,5})?\/?$/u.exec(href.replace(/[?#].*$/u, ''))?.[1];
    return address?.toLowerCase() === slugOf(text) ? [{ value: text, line, rule: 'section/slug', score: 2.2 }] : [];
  });
}

/** All candidates for the section (chuyên mục). */
export function findSections(context: PartContext): Candidate[] {
  const told = metaOf(context.metadata, 'section').map(
    ({ value, source, trust }): Candidate => ({ value, rule: `section/${source}`, score: 3.2 * trust }),
  );
  return [
    ...fromLines(context),
    ...fromBreadcrumb(context),
    ...fromSlugs(context),
    ...told.filter(({ value }) => value.length <= maxLength && !/^\d+$/u.test(value)),
  ];
}
