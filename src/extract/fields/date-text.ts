/** Dates in a line of text: the day by the table of forms, the time of day beside it, one ISO 8601 string out. */
import { dateForms, monthNumber } from './date-forms.ts';

export interface DateOptions {
  /** BCP 47 of the page: decides day/month order and the time zone. */
  readonly language?: string;
  /** `2026-11-24`: what is later is not believed. */
  readonly today?: string;
}

export interface FoundDate {
  /** ISO 8601: with time and offset when both are known, the day alone otherwise. */
  readonly iso: string;
  /** The id of the form it is written in. */
  readonly form: string;
  /** UTF-16 offsets of date and time in the text. */
  readonly start: number;
  readonly end: number;
}

const zone = String.raw`(?:\s?\(?(?:GMT|UTC)\s?(?<zh>[+-]\d{1,2})?(?::?(?<zm>\d{2}))?\)?|(?<z>Z)(?!\p{L})|\s?(?<oh>[+-]\d{2}):?(?<om>\d{2})(?!\d))?`;
const clock = String.raw`(?<H>\d{1,2})\s?(?::|h|g|giờ)\s?(?<M>\d{2})(?!\d)(?:\s?phút|['’′])?(?::(?<S>\d{2})(?!\d))?(?:\.\d{1,9})?(?:[\s:]?(?<half>[AP]M|[ap]\.m\.|SA|CH|sáng|trưa|chiều|tối)(?!\p{L}))?`;
const timeAfter = new RegExp(String.raw`^(?:T|[\s,|(–—:-]{1,6}(?:(?:at|um|lúc|vào lúc)\s)?)${clock}${zone}`, 'iu');
const timeBefore = new RegExp(
  String.raw`(?<!\p{N})${clock}${zone}[\s,|)–—-]{1,5}(?:(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật),?\s)?(?:ngày\s?:?\s?)?$`,
  'iu',
);

const earliestYear = 1990;
const pad = (value: number): string => String(value).padStart(2, '0');
const isDay = (y: number, m: number, d: number): boolean =>
  m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();

/** Hours east of Greenwich, in minutes; undefined when the text does not tell and the page is not Vietnamese. */
function offsetOf(
  groups: Readonly<Record<string, string | undefined>>,
  language: string | undefined,
): number | undefined {
  const hours = groups.zh ?? groups.oh;
  if (hours !== undefined) {
    const sign = hours.startsWith('-') ? -1 : 1;
    return Number(hours) * 60 + sign * Number(groups.zm ?? groups.om ?? 0);
  }
  if (groups.z !== undefined || /GMT|UTC/iu.test(groups.whole ?? '')) return 0;
  return language === undefined || language.startsWith('vi') ? 420 : undefined;
}

const afternoon = new Set(['PM', 'CH', 'CHIỀU', 'TỐI']);

function withTime(iso: string, match: RegExpMatchArray, language: string | undefined): string {
  const groups: Record<string, string | undefined> = { ...match.groups, whole: match[0] };
  const half = groups.half?.toUpperCase().replaceAll('.', '');
  let hour = Number(groups.H);
  if (half !== undefined && afternoon.has(half) && hour < 12) hour += 12;
  if ((half === 'AM' || half === 'SA' || half === 'SÁNG') && hour === 12) hour = 0;
  const minute = Number(groups.M);
  const second = Number(groups.S ?? 0);
  const offset = offsetOf(groups, language);
  // Midnight to the second is a date column without a time, not somebody publishing at midnight.
  const noTime = hour + minute + second === 0 && groups.S !== undefined;
  if (hour > 23 || minute > 59 || second > 59 || noTime || offset === undefined) return iso;
  // One clock for Vietnamese pages, so that their articles sort by it.
  const shown = language === undefined || language.startsWith('vi') ? 420 : offset;
  const at = new Date(Date.parse(`${iso}T${pad(hour)}:${pad(minute)}:${pad(second)}Z`) + (shown - offset) * 60_000);
  const sign = shown < 0 ? '-' : '+';
  const size = Math.abs(shown);
  return `${at.toISOString().slice(0, 19)}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const weekdayBefore =
  /(?<!\p{L})(?:(?:thứ\s|t)(?:(?<day>[2-7])|(?<name>hai|ba|tư|năm|sáu|bảy))|(?<sunday>chủ\snhật|cn)|(?<english>sun|mon|tue|wed|thu|fri|sat)\p{L}{0,6}),?\s(?:ngày\s)?$/iu;
const weekdayNames = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];
const englishWeekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The day of the week before a date, 0 for Sunday: “T5, ” → 4. */
function weekdayIn(before: string): number | undefined {
  const { day, name, sunday, english } = weekdayBefore.exec(before)?.groups ?? {};
  if (sunday !== undefined) return 0;
  if (day !== undefined) return Number(day) - 1;
  if (name !== undefined) return weekdayNames.indexOf(name.toLowerCase()) + 1;
  return english === undefined ? undefined : englishWeekdays.indexOf(english.toLowerCase());
}

/**
 * Is the month first by the day of the week alone? Drupal prints 3 September 2009 as “T5, 09/03/2009” on Vietnamese sites.
 */
function isMonthFirst(year: number, month: number, day: number, weekday: number | undefined): boolean {
  const falls = (m: number, d: number): boolean =>
    isDay(year, m, d) && new Date(Date.UTC(year, m - 1, d)).getUTCDay() === weekday;
  return weekday !== undefined && !falls(month, day) && falls(day, month);
}

function readDay(
  groups: Readonly<Record<string, string | undefined>>,
  swappable: boolean,
  before: string,
  { language = 'vi', today }: DateOptions,
): string | undefined {
  const short = groups.y ?? '';
  const year = short.length === 2 ? 2000 + Number(short) : Number(short);
  let month = monthNumber(groups.mon ?? groups.m ?? '') ?? Number(groups.m);
  let day = Number(groups.d);
  const american = swappable && /^en(-US)?$/iu.test(language);
  const isSwapped = swappable && (!isDay(year, month, day) || isMonthFirst(year, month, day, weekdayIn(before)));
  if ((american && isDay(year, day, month)) || isSwapped) [month, day] = [day, month];
  if (year < earliestYear || !isDay(year, month, day)) return undefined;
  const iso = `${year}-${pad(month)}-${pad(day)}`;
  // Without a today, a year nobody lives in is still a placeholder of the database.
  return iso > (today ?? '2100') ? undefined : iso;
}

/** Every form has a year of four digits, or is `26.09.24`: most lines have neither, and the forms are costly to try. */
const hasYear = /\d{4}|\d([./-])\d{1,2}\1\d{2}/;

/** Find the dates written in a line of text, in order. Text: NFC, one space between words. */
export function findDates(text: string, options: DateOptions = {}): FoundDate[] {
  if (!hasYear.test(text)) return [];
  const found: FoundDate[] = [];
  for (const { id, hint, pattern, language, swappable } of dateForms) {
    if (!hint.test(text)) continue;
    if (language !== undefined && !language.test(options.language ?? 'vi')) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      let start = match.index;
      let end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const day = readDay(match.groups ?? {}, swappable === true, text.slice(Math.max(0, start - 20), start), options);
      if (day === undefined) continue;
      const later = text.slice(end, end + 60).match(timeAfter);
      const sooner = later === null ? text.slice(Math.max(0, start - 50), start).match(timeBefore) : null;
      const time = later ?? sooner;
      if (later !== null) end += later[0].length;
      if (sooner !== null) start -= sooner[0].length;
      found.push({ iso: time === null ? day : withTime(day, time, options.language), form: id, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** “Tiêu đề (17/08/2008)”: what stands before the day in brackets that ends a line; the whole line where none does. */
export function withoutDayBehind(text: string): string {
  if (!/\d[^()[\]]{0,20}[)\]]$/u.test(text)) return text;
  const day = findDates(text).at(-1);
  const before = day && /^(.*\S)\s?[([]$/u.exec(text.slice(0, day.start).trimEnd())?.[1];
  return before !== undefined && text.length - (day?.end ?? 0) <= 1 ? before : text;
}
