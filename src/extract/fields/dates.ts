/**
 * When the article was published. A page shows many dates: a clock in its header, events in its text, the dates of
 * other articles, placeholders of the database. The article's own is the one in a short line beside the title or under
 * the text, that says what it is (“Đăng ngày”), that a class name calls a date, and that the metadata agrees with.
 */
import { attr } from '../../dom/index.ts';
import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { type DateOptions, type FoundDate, findDates } from './date-text.ts';
import type { MetaField } from './meta-value.ts';
import { metaOf } from './metadata.ts';
import { nameLikeness } from './names.ts';
import type { PartContext } from './part-context.ts';
import { best, type Candidate, loose } from './rank.ts';
import { isSentence } from './sentence.ts';

type DatesContext = DateOptions & PartContext;

export interface FoundDates {
  readonly published?: Candidate;
  readonly modified?: Candidate;
  readonly candidates: readonly Candidate[];
}

const publishedLabel =
  /đăng(?! (?:ký|kí|nhập))|này được viết|ngày (?:trả lời|viết|tạo|gửi|xuất bản|phát hành)|gửi (?:lúc|ngày|bởi)|đưa (?:tin |bài )?lên|xuất bản|posted|publi|created|written|veröffentlicht|erstellt|发布|发表|发稿|来源|时间|日期/iu;
const updatedLabel =
  /cập nhật|chỉnh sửa|sửa (?:lần|đổi|lúc)|updated|modified|revised|edited|aktualisiert|stand:|geändert|修改|更新/iu;
/** Days of something else: a deadline, an act coming into force, a birthday. */
const otherLabel =
  /^(?:căn cứ|xét|thực hiện|theo)(?!\p{L})|hotline|đường dây nóng|(?:ngày|gửi) (?:câu )?hỏi|ban hành|hiệu lực|hết hạn|hạn (?:nộp|chót)|ngày sinh|khai mạc|bế mạc|diễn ra|khởi công|(?:từ|đến)(?: ngày|:? ?$)|event|expires|deadline|copyright|©|giấy phép|cấp ngày|(?<!\p{L})(?:được )?in (?:lúc|ngày|vào)/iu;
const weekday =
  /(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|\bcn\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|mitt|donners|frei|sams|sonn)\p{L}*tag|\((?:gmt|utc)[^)]*\)|gmt[+\-\d:]*|lúc|ngày|vào|hồi|ago|[|,:()–—-])/giu;
/** Old themes of WordPress tell the day in a sentence about feeds, and nowhere else. */
export const filed = /^(?:This entry was posted on|Bài (?:viết )?này (?:đã )?được (?:đăng|gửi|viết) (?:vào|lúc|ngày)) /;
/** A line with more letters beside its date is not a date line. */
const maxOtherLetters = 60;

/** A link with fewer letters beside a day is the category: headlines are longer. */
const maxCategoryLetters = 22;

/**
 * The day of another article: linked in a list; on Vietnamese portals also beside its linked headline, or in the line under
 * that below the text. Elsewhere the line under a link is as often the day of the article that the link names.
 */
function isOfLink(line: PageLine, context: DatesContext, beside: number): boolean {
  const { lines, title, bodyStart = lines.length, language = '' } = context;
  if (!language.startsWith('vi')) return line.listed && line.linkShare > 0;
  if (line === title) return false;
  if (line.linkShare > (line.listed ? 0 : 0.5)) return line.listed || beside > maxCategoryLetters;
  const isHeadline = (above: PageLine | undefined): boolean =>
    above !== undefined && above !== title && above.linkShare > 0.8 && above.text.length > maxCategoryLetters;
  const above = lines[line.index - 1];
  // The teaser of the other article may stand between.
  return (
    line.index > bodyStart && (isHeadline(above) || (above?.inBody === false && isHeadline(lines[line.index - 2])))
  );
}

const answered = /ngày trả lời|trả lời (?:ngày|lúc)/iu;

/** What the clock of a portal says before its day. */
const today = /^(?:hôm nay|bây giờ)(?: là)?\s?:?\s(?:thứ|chủ nhật|ngày|\d)/iu;

/** A list of the latest: TYPO3’s `news-latest-date`. */
const latest = /(?:^|[\s_-])latest(?:[\s_-]|$)/u;

/** Standfirst, names and buttons stand between a title and its day. */
const nearTop = 8;

/** Score of one date in one line of the page; undefined when it cannot be the article's. */
function scoreLine(line: PageLine, date: FoundDate, label: string, context: DatesContext): number | undefined {
  const { title, titleText, bodyStart, bodyEnd, marked } = context;
  const isBehindTitle = line === title && titleText !== undefined && date.start > titleText.length;
  const before = isBehindTitle ? '' : line.text.slice(0, date.start);
  const rest = filed.test(before) ? '' : `${before} ${line.text.slice(date.end)}`.replace(weekday, ' ');
  const otherLetters = (rest.match(/\p{L}/gu) ?? []).length;
  const isClock = hinted(line.hints, 'clock') > 0 || today.test(line.text);
  const hint = isClock ? 0 : hinted(line.hints, 'date');
  const labelled = publishedLabel.test(label) || updatedLabel.test(label);
  if (otherLetters > maxOtherLetters || otherLabel.test(label) || isSentence(rest, labelled || hint > 0))
    return undefined;
  let sum = otherLetters < 12 || nameLikeness(rest.trim()) > 0.5 ? 1 : labelled ? 0.7 : 0;
  if (labelled) sum += publishedLabel.test(label) ? 2 : 1.6;
  // A question is sent days before it is answered, and both are told.
  if (answered.test(label)) sum += 1.5;
  if (hint > 0) sum += 0.5 + hint;
  if (marked.has(line)) sum += 1;
  if (date.iso.includes('T')) sum += 0.3;
  if (title) {
    const distance = line.index - title.index;
    if (distance === 0) sum += isBehindTitle ? 2 : -2;
    else if (distance > 0 && distance <= 8) sum += 2.5 - 0.2 * distance;
    else if (distance < 0 && distance >= -4) sum += 2 + 0.4 * distance;
    else if (distance < -4) sum -= 1.5;
  }
  if (bodyStart !== undefined && bodyEnd !== undefined) {
    // Where the title stands in the text, over it is a letterhead.
    const start = Math.max(bodyStart, title?.inBody === true ? title.index : 0);
    // The standfirst may be the text's first line: what is left out under it is the line of its names and day.
    const isUnderTitle =
      title !== undefined && !line.inBody && line.index > title.index && line.index - title.index <= nearTop;
    const inside = line.index >= start + 2 && line.index < bodyEnd - 2 && !isUnderTitle;
    if (inside) sum -= labelled && otherLetters < 20 ? 1 : 4;
    else if (line.index >= bodyEnd + 6) sum -= 2.5;
    else if (line.index >= bodyEnd - 2) sum += 0.5;
  }
  if (isClock) sum -= 3;
  // A row of tools is called “nav” too; what it says of its day is believed.
  const isTold = line.zone === 'breadcrumb' || (line.zone === 'nav' && labelled && line.linkShare === 0);
  if (line.zone !== 'content') sum -= isTold ? 1 : 3;
  if (isOfLink(line, context, otherLetters)) sum -= 2.5;
  else if (line.listed) sum -= 0.7;
  if (hinted(line.hints, 'related') > 0 || line.hints.some((hint) => latest.test(hint))) sum -= 2.5;
  return sum;
}

/** Blogs mark the second date of a post by its class alone; `entry-date updated` is the only date of one never changed. */
const isUpdateHint = (hint: string): boolean =>
  /(?:^|[\s_-])(?:updated|modified|datemodified)(?:\s|$)/u.test(hint) &&
  !/publish|entry-date|post-date|create/u.test(hint);

type Kind = 'published' | 'modified';
interface Dated extends Candidate {
  readonly kind: Kind;
}

/** A day so few lines over the title is its own, whatever its class. */
const nearTitle = 3;
/** So many lines of one class with a day each are a list of others. */
const minRepeated = 3;

/** Classes of days that stand before the title as often as a list has entries: of documents, of other articles. */
function classesOfLists({ lines, title }: DatesContext): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines.slice(0, title?.index ?? 0)) {
    const [own = ''] = line.hints;
    if (own !== '' && /\d{4}/.test(line.text) && hinted(line.hints, 'date') > 0)
      counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([own, count]) => (count >= minRepeated ? [own] : [])));
}

function printedDates(context: DatesContext): Dated[] {
  const found: Dated[] = [];
  const listed = classesOfLists(context);
  for (const line of context.lines) {
    if (line.text.length > 200 && !filed.test(line.text)) continue;
    if (context.title && line.index < context.title.index - nearTitle && listed.has(line.hints[0] ?? '')) continue;
    const stamp = attr(line.element, 'datetime');
    const dates = findDates(line.text, context);
    const machine =
      stamp === undefined ? undefined : findDates(stamp.trim(), { ...context, language: context.language ?? 'vi' })[0];
    const above = context.lines[line.index - 1];
    // “… cấp đổi giấy phép” in the title is not the label of the day under it.
    const labelAbove = above === undefined || above === context.title ? '' : above.text.slice(-30);
    const list = dates.length > 0 ? dates : machine ? [{ ...machine, start: 0, end: line.text.length }] : [];
    list.forEach((date, i) => {
      const label = line.text.slice(i === 0 ? 0 : (list[i - 1]?.end ?? 0), date.start) || labelAbove;
      const score = scoreLine(line, date, label, context);
      if (score === undefined) return;
      const told = updatedLabel.test(label) ? !publishedLabel.test(label) : isUpdateHint(line.hints[0] ?? '');
      const kind: Kind = told ? 'modified' : 'published';
      const exact =
        machine && machine.iso.slice(0, 10) === date.iso.slice(0, 10) && machine.iso.length > date.iso.length
          ? machine.iso
          : date.iso;
      found.push({
        value: exact,
        line,
        kind,
        rule: `date/${kind === 'modified' ? 'printed-update' : 'printed'}`,
        score: score + (stamp ? 0.5 : 0),
      });
    });
  }
  return found;
}

function toldDates(context: DatesContext, field: Extract<MetaField, Kind>): Dated[] {
  return metaOf(context.metadata, field).flatMap(({ value, source, trust }) => {
    const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/u.exec(value);
    const text = compact ? compact.slice(1, 4).join('-') : value;
    const [date] = findDates(text, { ...context, language: context.language ?? 'vi' });
    return date ? [{ value: date.iso, kind: field, rule: `date/${source}`, score: 5 * trust }] : [];
  });
}

/** The list of earlier articles names this one too, with its date. */
function dateInOwnEntry({ lines, titleText, ...options }: DatesContext): Dated[] {
  if (titleText === undefined) return [];
  const own = loose(titleText);
  for (const line of lines) {
    if (line.linkShare < 0.3 || !loose(line.text).startsWith(own)) continue;
    const beside = line.text.length > titleText.length + 6 ? line : lines[line.index + 1];
    const tail = beside === line ? line.text.slice(titleText.length) : (beside?.text ?? '');
    const [date] = findDates(tail, options);
    if (date && tail.length < 40)
      return [{ value: date.iso, line: beside ?? line, kind: 'published', rule: 'date/own-entry', score: 1.8 }];
  }
  return [];
}

function dateInUrl({ url, ...options }: DatesContext): Dated[] {
  const path = /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?:\/|-)/u.exec(url ?? '');
  const [date] = path
    ? findDates(
        path
          .slice(1, 4)
          .map((part) => part.padStart(2, '0'))
          .join('-'),
        options,
      )
    : [];
  return date ? [{ value: date.iso, kind: 'published', rule: 'date/url', score: 2 }] : [];
}

const threshold = 0.7;
/** What metadata tells by the best of names. */
const firmScore = 4.5;
const maxLead = 2.5;

/** Is it the day of an answer in a forum: printed under the text in a line of the make that one over the text has? */
function isOfReply({ line }: Dated, all: readonly Dated[], { bodyStart, bodyEnd }: DatesContext): boolean {
  if (line === undefined || bodyStart === undefined || bodyEnd === undefined || line.index < bodyEnd) return false;
  return all.some(
    ({ line: other, kind }) =>
      kind === 'published' &&
      other !== undefined &&
      other.index < bodyStart &&
      other.element.name === line.element.name &&
      line.hints.length > 0 &&
      other.hints.join() === line.hints.join(),
  );
}

/** Dates of publication and of the last change, with the candidates behind them. */
export function findArticleDates(context: DatesContext): FoundDates {
  const told = [...toldDates(context, 'published'), ...toldDates(context, 'modified')];
  const day = (candidate: Candidate): string => candidate.value.slice(0, 10);
  const firm = new Set([...told.filter(({ kind }) => kind === 'published'), ...dateInUrl(context)].map(day));
  const printed = printedDates(context).map((date) =>
    firm.has(day(date)) ? { ...date, score: date.score + 2.5 } : date,
  );
  for (const [i, date] of printed.entries())
    if (isOfReply(date, printed, context)) printed[i] = { ...date, score: date.score - 2.5 };
  const all = [...printed, ...told, ...dateInOwnEntry(context), ...dateInUrl(context)];
  const of = (kind: Kind): Dated[] => all.filter((date) => date.kind === kind);
  const modified = best(of('modified'), threshold);
  const own = best(of('published'), threshold);
  // Many portals print the one day they know as “Cập nhật”; a bare date elsewhere is no match for it.
  const isTold = own !== undefined && own.score >= firmScore && firm.has(day(own));
  const lead = modified?.line && !isTold ? modified.score - (own?.score ?? 0) : 0;
  // “12/11/2012 - Cập nhật lần cuối: 15/11/2012”: the other day of the same row.
  const inRow = of('published').find(({ line }) => line !== undefined && line === modified?.line);
  const published = own && lead <= maxLead ? own : (inRow ?? modified);
  const later =
    modified &&
    published &&
    modified !== published &&
    modified.value.slice(0, 10) >= day(published) &&
    modified.value !== published.value;
  return {
    candidates: all,
    ...(published && { published: withTime(published, all) }),
    ...(later && { modified }),
  };
}

/** The same day told with its time elsewhere on the page is the better answer. */
function withTime(published: Candidate, all: readonly Candidate[]): Candidate {
  if (published.value.includes('T')) return published;
  const timed = all.find(
    ({ value, score, rule }) => value.startsWith(`${published.value}T`) && score > 3 && !rule.includes('update'),
  );
  return timed ? { ...published, value: timed.value } : published;
}
