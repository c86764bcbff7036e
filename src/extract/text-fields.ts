/**
 * The fields of a plain text. A copied article begins with its title, and the day stands over or under it: what a line is
 * can only be told by where it stands and how it ends, so a text that begins otherwise is left without.
 */
import type { ArticleFields } from '../model/index.ts';
import { findDates } from './fields/date-text.ts';

export interface TextFields {
  readonly fields: Pick<ArticleFields, 'title' | 'publishedAt' | 'section'>;
  /** Lines that are fields and so no text, by number. */
  readonly lines: ReadonlyMap<number, `field/${string}`>;
}

/** The head of a text is looked for among so many of its first lines. */
const maxHeadLines = 8;
/** Labels and the name of the day beside a date: “Thứ Hai, 12/03/2009 | Đăng bởi:” */
const maxBesideDate = 30;
const titleLetters = { least: 4, most: 200 };
/** Lines this long are running text, unless a date under them says that they are a title. */
const proseLetters = 80;

/** Find title, day and section over the running text. Lines: trimmed, empty where a paragraph ends. */
export function findTextFields(lines: readonly string[], today?: string): TextFields {
  const head = [...lines.entries()].filter(([, line]) => line !== '').slice(0, maxHeadLines);
  const day = head.findIndex(([, line]) => dayIn(line, today) !== undefined);
  const title = titleAt(head, day);
  const [first, trail = ''] = head[title - 1] ?? [];
  const section = trailEnd.exec(trail)?.[1];
  const found = new Map<number, `field/${string}`>();
  const at = (index: number): string => {
    const [number = -1, line = ''] = head[index] ?? [];
    found.set(number, index === day ? 'field/date' : 'field/title');
    return line;
  };
  if (title < 0) return { fields: {}, lines: found };
  if (first !== undefined && section !== undefined) found.set(first, 'field/section');
  const publishedAt = day < 0 ? undefined : dayIn(at(day), today);
  return {
    fields: {
      title: at(title),
      ...(section !== undefined && { section }),
      ...(publishedAt !== undefined && { publishedAt }),
    },
    lines: found,
  };
}

type Head = readonly (readonly [number, string])[];

/** Beside the day, or else the first line when running text follows it; -1 for none. */
function titleAt(head: Head, day: number): number {
  const isTitle = (index: number): boolean => looksLikeTitle(head[index]?.[1] ?? '');
  if (day >= 0) return [day - 1, day + 1].find(isTitle) ?? -1;
  const prose = head.findIndex(([, line], index) => index > 0 && line.length >= proseLetters);
  const isShort = (head[0]?.[1].length ?? 0) < proseLetters;
  return (prose === 1 || prose === 2) && isShort && isTitle(0) ? 0 : -1;
}

/** A title is no sentence: it has no full stop. */
const looksLikeTitle = (line: string): boolean =>
  line.length >= titleLetters.least &&
  line.length <= titleLetters.most &&
  /\p{L}/u.test(line) &&
  !/(?<!\.)[.,;:]$/u.test(line);

/** The day that a line consists of. */
function dayIn(line: string, today: string | undefined): string | undefined {
  const [date] = findDates(line, today === undefined ? {} : { today });
  return date !== undefined && line.length - (date.end - date.start) <= maxBesideDate ? date.iso : undefined;
}

/** A trail of the site's sections as copying glues it together: “Trang chủThông tin”. */
const trailEnd = /^(?:Trang chủ|Trang nhất|Home)\s?[»›>/|-]?\s?(\p{Lu}[^.]{1,60})$/u;
