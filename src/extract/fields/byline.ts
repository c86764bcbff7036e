/**
 * Who wrote it. Portals print the name last in the body (bold, or at the right edge), or behind a label (“Tin, ảnh:”, “Tác giả:”),
 * or beside the date; the metadata mostly names the website or the account that typed the article in.
 */

import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { findDates } from './date-text.ts';
import { type Metadata, metaOf } from './metadata.ts';
import { isAccount, nameLikeness } from './names.ts';
import { type Candidate, loose } from './rank.ts';
import { isSiteName } from './site-name.ts';

export interface BylineContext {
  readonly lines: readonly PageLine[];
  readonly metadata: Metadata;
  readonly title?: PageLine;
  readonly bodyStart?: number;
  readonly bodyEnd?: number;
  readonly marked: ReadonlySet<PageLine>;
  readonly url?: string;
  readonly language?: string;
}

/** Labels in front of a name. “Theo”, “Nguồn” and a bare “Ảnh” are not among them: source and photographer are not the author. */
const label =
  /^(?:\(?(?:tác giả|người viết|bài viết của|bài viết|bài(?:,| và|\/|-| -|,? ghi)? ?ảnh|(?:tin|bài)(?: ?[,/-] ?| và )bài(?:(?:,| và)? ?ảnh)?|tin(?: ?[,/-]? ?| và )ảnh|ảnh(?: ?[,/-]? ?| và )(?:tin|bài)|bài|tin|tin bài|thực hiện|biên soạn|(?:nhóm )?phóng viên|nhóm pv|pv|ghi chép(?: của)?|người thực hiện|sưu tầm|written by|posted by|author|authors|reporter|text|von|por|texto|par|作者|记者|撰文|文)\s*[:：]\s*|(?:by|written by|posted by|von|par|por|bài viết của|bài và ảnh của)\s+(?=\p{Lu})|作者\s+|(?:本报)?记者\s?)/iu;
const notAuthor =
  /^\(?(?:(?:được )?đăng (?:ngày|lúc|tin)|ngày|cập nhật|theo|nguồn|source|ảnh\s?:|photo|trích|tham khảo|via|责任编辑|编辑|editor)/iu;

/** The names in a byline: label, date and office cut off. */
export function namesOf(text: string): string {
  let rest = text;
  for (const { start, end } of findDates(text).reverse()) rest = `${rest.slice(0, start)} | ${rest.slice(end)}`;
  rest = rest.replace(/\s+/gu, ' ').trim();
  rest = rest
    .replace(label, '')
    .replace(label, '')
    .replace(/^(?:about|follow|meet|more from|über)\s(?=\p{Lu})/iu, '');
  rest =
    rest.split(/\s[|•·]\s?|\s?\|\s|,?\s(?:updated|published|posted|last)\s/iu).find((part) => /\p{L}/u.test(part)) ??
    '';
  // “Phi Tiến – Quỹ …”: the office behind the name is not the name.
  const parts = rest.split(/(?<!\s)\s+[-–—]\s*|[-–—]\s+/u);
  if (
    parts.length > 1 &&
    nameLikeness(parts[0] ?? '') > 0.3 &&
    !parts.slice(1).every((part) => nameLikeness(part) > 0.3)
  )
    rest = parts[0] ?? rest;
  return rest.replace(/^[\s(*_:–—-]+/u, '').replace(/(?<![\s)*_.:;,–—/-])[\s)*_.:;,–—/-]+$/u, '');
}

const maxNames = 90;

function usable(names: string, { metadata, url }: BylineContext): boolean {
  return (
    names.length >= 2 &&
    names.length <= maxNames &&
    !isAccount(names) &&
    /\p{L}{2}/u.test(names) &&
    !/https?:|www\.|@/iu.test(names) &&
    !isSiteName(names, metadata, url)
  );
}

function fromLine(line: PageLine, context: BylineContext, told: ReadonlySet<string>): Candidate | undefined {
  const { title, bodyStart = line.index, bodyEnd = line.index + 1, marked } = context;
  if (line.text.length > 160 || line === title || notAuthor.test(line.text)) return undefined;
  const hint = hinted(line.hints.slice(0, 3), 'byline');
  const labelled = label.test(line.text);
  const names = namesOf(line.text);
  if (!usable(names, context)) return undefined;
  const likeness = nameLikeness(names);
  const atEnd = line.index < bodyEnd + 4 && line.index >= Math.max(bodyStart, bodyEnd - 6);
  const atHead =
    title !== undefined && line.index > title.index && line.index <= Math.max(title.index + 6, bodyStart + 1);
  const between = line.index >= (title?.index ?? bodyStart) - 3 && line.index < bodyEnd + 6;
  if (!between && hint === 0) return undefined;
  let sum = 2 * likeness;
  if (labelled) sum += /^(?:tin|bài|text|文)\s*[:：]/iu.test(line.text) ? 1.5 : 2.5;
  if (hint > 0) sum += 1 + hint;
  if (marked.has(line)) sum += 1.5;
  if (told.has(loose(names))) sum += 2;
  if (atEnd) sum += 0.8 + (line.right ? 1 : 0) + (line.bold ? 0.7 : 0) + (line.italic ? 0.3 : 0);
  // Alone between title and prose, or beside the date.
  if (atHead)
    sum += line.text.length > names.length + 8 || (context.lines[line.index + 1]?.text.length ?? 0) > 100 ? 0.7 : 0.4;
  // A bare name under the text is the Vietnamese way; elsewhere short lines there are buttons and headings.
  const bare = context.language === undefined || context.language.startsWith('vi');
  if (!labelled && hint === 0 && !(bare && (atEnd || atHead))) return undefined;
  if (labelled && likeness === 0 && names.split(' ').length > 8) return undefined;
  if (!labelled && likeness === 0) sum -= 1.5;
  if (!between) sum -= 1.5;
  if (line.zone !== 'content') sum -= 2;
  if (hinted(line.hints, 'related') > 0 || line.listed) sum -= 1;
  if (line.heading > 0) sum -= 1;
  const rule = labelled ? 'byline/label' : hint > 0 ? 'byline/hint' : atEnd ? 'byline/last-line' : 'byline/under-title';
  return { value: names, line, rule, score: sum };
}

/** All candidates for the byline. */
export function findBylines(context: BylineContext): Candidate[] {
  const authors = new Set(metaOf(context.metadata, 'author').map(({ value }) => loose(namesOf(value))));
  const printed = context.lines.flatMap((line) => fromLine(line, context, authors) ?? []);
  // Vietnamese portals put the account or the office into `meta author`; elsewhere it may be any pen name.
  const trusting = context.language !== undefined && !context.language.startsWith('vi') ? 0.6 : 0;
  const told = metaOf(context.metadata, 'author').flatMap(({ value, source, trust }): Candidate[] => {
    const names = namesOf(value);
    if (!usable(names, context)) return [];
    return [{ value: names, rule: `byline/${source}`, score: 2 * trust + trusting + 1.2 * nameLikeness(names) }];
  });
  return [...printed, ...told];
}
