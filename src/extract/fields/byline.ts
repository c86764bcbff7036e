/**
 * Who wrote it. Portals print the name last in the body (bold, or at the right edge), or behind a label (“Tin, ảnh:”, “Tác
 * giả:”), or beside the date; the metadata mostly names the website or the account that typed the article in.
 */
import { contains, type Element, isElement, parentElement } from '../../dom/index.ts';
import { dataTableAround } from '../blocks/index.ts';
import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { findDates } from './date-text.ts';
import { metaOf } from './metadata.ts';
import { isAccount, nameLikeness } from './names.ts';
import type { PartContext } from './part-context.ts';
import { type Candidate, loose } from './rank.ts';
import { isSentence } from './sentence.ts';
import { isSiteName } from './site-name.ts';

/**
 * Labels in front of a name. “Theo”, “Nguồn” and a bare “Ảnh” are not among them: source and photographer are not the
 * author.
 */
const label =
  /^(?:\(?(?:tác giả(?: bài viết)?|người viết|bài viết của|bài viết|bài(?:,| và|\/|-| -|,? ghi)? ?ảnh|(?:tin|bài)(?: ?[,/-] ?| và | )bài(?:(?:,| và)? ?ảnh)?|tin(?: ?[,/-]? ?| và )ảnh|ảnh(?: ?[,/-]? ?| và )(?:tin|bài|lời)|lời(?:(?: ?[,/-]? ?| và )ảnh)?|bài và (?:thông tin|tư liệu|số liệu)|chùm ảnh|bài|tin|tin bài|thực hiện|biên soạn|(?:nhóm )?phóng viên|nhóm pv|pv|ghi chép(?: của)?|(?:người )?(?:thực hiện|đưa tin)|(?:công chức|cán bộ|cộng tác viên|ctv)(?: [\p{L}-]{2,12}){0,4}|sưu tầm|tổng hợp|của|thơ|truyện ngắn|tản văn|(?:tùy|tạp) bút|(?:bút|hồi) ký|by|written by|posted by|author|authors|reporter|text|von|por|texto|par|作者|记者|撰文|文)\s*[:：]\s*|(?:by|written by|posted by|von|par|por|(?:bài viết|bài và ảnh|ghi chép|ghi nhanh|(?:(?:bút|hồi) )?ký(?: sự)?|phóng sự(?: ảnh)?|(?:tùy|tạp) bút|tản văn|truyện ngắn|thơ|phỏng vấn) của|(?:thơ|truyện ngắn|tản văn|(?:tùy|tạp) bút|bút ký)|người viết|(?:(?:được )?(?:viết|đăng|gửi)(?: bài)? )?bởi:?)\s+(?=\p{Lu})|作者\s+|(?:本报)?记者\s?)/iu;
const notAuthor =
  /^\(?(?:\p{Lu}[\p{L} .]{2,30}, ngày \d|(?:được )?đăng (?:ngày|lúc|tin)|người (?:đăng|gửi|nhập|cập nhật)(?: tin| bài)?\s?:|nơi nhận|lưu\s?:|ngày|cập nhật|theo|nguồn|source|(?:hình )?ảnh\s?:|hình\s?:|photo|trích|tham khảo|via|责任编辑|编辑|editor|(?:this|that|these|those|it|he|she|they|we|there)(?= ))/iu;

/** What follows a name in the same line: the verb and place of a blog’s meta row, a role run together with the name. */
const afterName =
  /(?:,? (?:in|on|at|am|um|für|from|is|has|updated|published|posted|last|stand|min read)(?= |$)| \d[\d.,]* (?:lượt (?:xem|đọc|truy cập)|views?)(?!\p{L})| (?:Category|Categories|Chuyên mục|Danh mục|Thể loại)\s?:|(?<=\p{Ll})(?=(?:Staff|Senior|Contributing|Freelance|Online) ?\p{Lu})|, (?:Online-?)?(?:Redaktion|Redakteur\p{L}*|Editor|Staff|Reporter|Contributor|Author|Autor\p{L}*)(?!\p{L})| ?[⋅•·|]| <).*$/iu;

/** “Đăng bởi Út Lan ngày 3/10 trong Điểm đến”. */
const postedWhen = /^((?:được )?(?:viết|đăng|gửi) bởi:? [^|]{2,40}?|bởi \S{2,40}) (?:ngày|lúc|vào|trong)(?= |$).*/iu;
/** “Út Lan đăng ngày”, whose day was cut off. Not “Nguyễn Hải Đăng”, who is called so. */
const posted =
  /(?<=\p{Ll})(?:,| ?[—–-])? (?:(?:đã |được )*(?:đăng|gửi|cập nhật|xuất bản|thay đổi lần cuối)(?: vào)?(?: ngày| lúc)?|(?:Đăng|Gửi|Cập nhật) (?:ngày|lúc))$/u;

/** “Tin: Minh Anh; ảnh: Bá Lộc”: who took the pictures did not write the text. */
const photographer = /(?<!\s)\s?[;,.–-]?\s?(?:và )?(?:ảnh|clip|video|đồ họa)\s?[:：].*$/iu;

/** “BÍCH THẢO (thực hiện)”: what whoever signs has done. */
const role =
  /\s?\((?:thực hiện|ghi(?: lại)?|(?:sưu tầm,? )?(?:và )?tổng hợp|sưu tầm|(?:lược|biên|phỏng) (?:dịch|thuật)|dịch|theo [^()]{2,40})\)$/iu;

/** “Hoàng Mến (Trung tâm Văn hóa)”, “Hải Yến tổng hợp”. */
const officeBehind = /(?<=\p{Ll}) (?:\([^()]*\)|tổng hợp|sưu tầm)$/u;

const withoutDates = (text: string): string =>
  findDates(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} | ${rest.slice(end)}`, text);

/** The names in a byline: label, date and office cut off. */
function namesOf(text: string): string {
  const parts = withoutDates(nameInRow(text) ?? text)
    .replace(/\s+/gu, ' ')
    .split(/\s?[|•·⋅»]\s?|\s@(?=\s)/u)
    .map((part) =>
      withoutOffice(
        [posted, role, label, label, beforeName, afterName, photographer, officeBehind].reduce(
          (name, other) => name.replace(other, ''),
          part.trim().replace(postedWhen, '$1'),
        ),
      ),
    )
    // “7 lượt đọc”
    .filter((part) => /\p{L}/u.test(part) && !/^\d/.test(part) && !isAccount(part));
  return parts.find((part) => nameLikeness(part) > 0.3) ?? parts[0] ?? '';
}

const beforeName =
  /^(?:about|follow|meet|more from|über|(?:published|posted|written|updated|created|started|submitted|latest posts|(?:view )?all posts|more (?:posts|articles))(?: .{0,30}?)? (?:by|von))\s/iu;
/** A row that names date, author and source behind a label each. */
const labelInRow =
  /(?:^|[\s|;,(–-])(?:tác giả(?: bài viết)?|người viết|(?:người )?thực hiện|bút danh|作者|记者|autor(?:in)?|author)\s?[:：]\s?([^|;:：()]{2,60}?(?: \([^()|;:：]{1,60}\))?)(?=\s?(?:[|;)]|,?\s(?:[-–—]\s)?(?:nguồn|ngày|lượt|cập nhật|đăng(?= (?:lúc|ngày|bởi|tải|trên|vào|\d)|:)|source|date)(?!\p{L})|\s?(?:来源|编辑|责任|发布|时间|日期|点击)|$))/iu;

/** Nobody signs as “Ông” or “Nhà giáo”: the line says who is in the picture, or who has died. */
const spokenOf = /^(?:Ông|Bà|Cụ|Nhà giáo|Đồng chí|Liệt sĩ|Nghệ nhân) \p{Lu}/u;

/** What the label of such a row ends in: cheap, where the whole pattern takes a sixtieth of a first run. */
const rowHint = /(?:giả|viết|hiện|danh|者|autor|autorin|author)\s?[:：]/i;

function nameInRow(text: string): string | undefined {
  return rowHint.test(text) ? labelInRow.exec(text)?.[1] : undefined;
}

/** What parts a name from its office: a dash, a comma before the office’s own word, a stroke before an agency. */
const beforeOffice =
  /(?<!\s)\s+[-–—]\s*|[-–—]\s+|,\s+(?=(?:Trường|Phòng|Ban|Sở|UBND|Trung tâm|Đài|Hội|Văn phòng|Viện|Khoa|Công an|Chi cục|Trạm|Bệnh viện|Báo|Tạp chí|Đoàn|Thư viện|Bảo tàng|CC|Công chức|Cán bộ|Phó|Trưởng|Giám đốc|Chủ tịch|Bí thư)\s)|\/(?=[A-ZĐ]{2,7}$)/u;

/** “Phi Tiến – Quỹ Bảo vệ rừng”: the office behind the name is not the name. */
function withoutOffice(text: string): string {
  const parts = text.split(beforeOffice);
  const [first = ''] = parts;
  const cut =
    parts.length > 1 && nameLikeness(first) > 0.3 && !parts.slice(1).every((part) => nameLikeness(part) > 0.3);
  return (cut ? first : text).replace(/^[\s(*_:–—-]+/u, '').replace(/(?<![\s()*_.:;,–—/-])[\s()*_.:;,–—/-]+$/u, '');
}

/** A label in a line of its own, before the name. */
const onlyLabel =
  /^(?:by|von|par|por|written by|posted by|authors?|autor(?:in|en)?|text|reporter|tác giả(?: bài viết)?|người viết|bài và ảnh|作者)\s*[:：]?$/iu;
/** Addresses that lists of an author’s articles have. */
const authorAddress =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|by|people|profiles?|writers?|staff|contributors?|redaktion|tac-gia|journalists?)[/-]|[?&]author=/iu;

const maxNames = 90;
/** What may stand between an office and the name of whoever signs for it. */
export const signed = /^\(?(?:đã ký|ký tên|ký,)/iu;
/** The line over the name of whoever signs a notice. */
export const signedAs =
  /^(?:(?:tm|kt|tl|tuq|q)\.? ?)?(?:(?:tổng |phó )?giám đốc|(?:phó )?(?:chủ tịch|bí thư|chánh văn phòng|thủ trưởng)|(?:phó )?(?:(?:chi )?cục|viện|hiệu|trạm|đội|đồn|tổ|khối|xóm) ?trưởng|(?:phó )?trưởng (?:phòng|ban|trạm|đoàn|thôn|xóm|ấp|khoa|công an|đài|bộ môn|tộc|họ|ban liên lạc)|chánh (?:án|thanh tra)|tổng biên tập|thẩm phán|(?:phó )?chủ nhiệm|chủ tọa|thư ký|kế toán trưởng|hội trưởng)(?!\p{L}*[.!?]$)[\p{L} ]{0,40}$/iu;
/** “phongtruyenthong”: a name has capitals. */
const accountInSmall = /^[a-z][\w.-]{3,}$/;
/** One word of two or more syllables in capitals is no Vietnamese name, in which each syllable is a word. */
const brandInCapitals = /^[A-Z]{0,20}[AEIOUY][B-DF-HJ-NP-TV-XZ]{1,6}[AEIOUY][A-Z]{0,20}$/;

function usable(names: string, { metadata, url, language = 'vi' }: PartContext): boolean {
  return (
    names.length >= 2 &&
    names.length <= maxNames &&
    !isAccount(names) &&
    !(language.startsWith('vi') && /^[\p{Ll}\s,]+$/u.test(names)) &&
    (/\p{L}{2}/u.test(names) || nameLikeness(names) > 0.5) &&
    !/https?:|www\.|@|[?!]$/iu.test(names) &&
    // A firm signs its own blog; a Vietnamese portal puts its name, or its account's, where no author is known.
    !(
      language.startsWith('vi') &&
      (isSiteName(names, metadata, url) || brandInCapitals.test(names) || accountInSmall.test(names))
    )
  );
}

/** Does whoever holds an office sign here? */
function isSignature({ index }: PageLine, lines: readonly PageLine[]): boolean {
  const above = lines.slice(Math.max(0, index - 2), index).findLast(({ text }) => !signed.test(text));
  return above !== undefined && signedAs.test(above.text);
}

/** Whether a line, or the one before it, may label a name. */
const isLabelled = (text: string, before: string): boolean =>
  label.test(text) || beforeName.test(text) || nameInRow(text) !== undefined || onlyLabel.test(before);

/** “HỒNG ĐÀO” at the right edge under the text; in capitals a slogan or a heading is written so too. */
const penName = /^\p{Lu}{2,7} \p{Lu}{2,7}$/u;

/** So many boxes around a name under the text may lie between it and the text. */
const maxBoxes = 3;

const tableParts = new Set(['tr', 'tbody', 'td']);

/** Does a line under the text stand in a box with the last of it? A name elsewhere is a town in a box about the weather. */
function isUnder(line: PageLine, last: PageLine | undefined): boolean {
  let box: Element | undefined = line.element;
  for (let i = 0; box && last && i <= maxBoxes; ) {
    if (contains(box, last.element)) return true;
    // The one cell of a table that sets the name to the right is one box.
    if (!tableParts.has(box.name) || box.parent?.children.some((other) => isElement(other) && other !== box)) i += 1;
    box = box.parent && isElement(box.parent) ? box.parent : undefined;
  }
  return last === undefined;
}

/** Programs have `text:` and `author:` too. */
function isCode(element: Element): boolean {
  for (let up: Element | undefined = element; up; up = parentElement(up)) if (up.name === 'pre') return true;
  return false;
}

function fromLine(line: PageLine, context: PartContext, told: ReadonlySet<string>): Candidate | undefined {
  const { title, bodyStart = line.index, bodyEnd = line.index + 1, marked } = context;
  if (line.text.length > 160 || line === title) return undefined;
  const hint = hinted(line.hints, 'byline', 3);
  const between = line.index >= (title?.index ?? bodyStart) - 3 && line.index < bodyEnd + 6;
  const hasAddress = line.href !== undefined && authorAddress.test(line.href);
  if (!between && hint === 0 && !hasAddress) return undefined;
  if (notAuthor.test(line.text) && nameInRow(line.text) === undefined) return undefined;
  const atEnd = line.index < bodyEnd + 4 && line.index >= Math.max(bodyStart, bodyEnd - 6);
  const atHead =
    title !== undefined && line.index > title.index && line.index <= Math.max(title.index + 6, bodyStart + 1);
  const before = context.lines[line.index - 1]?.text ?? '';
  // Most lines stand amid the text and are called nothing: whether a name is in them is the dearest question.
  if (hint === 0 && !hasAddress && !atEnd && !atHead && !isLabelled(line.text, before)) return undefined;
  const names = namesOf(line.text);
  if (!usable(names, context) || isCode(line.element)) return undefined;
  const likeness =
    nameLikeness(names) ||
    (((atEnd && line.right && line.bold) || hint > 0 || role.test(line.text)) &&
    penName.test(names) &&
    !signedAs.test(names)
      ? 0.5
      : 0);
  // “By” and “von” open many a sentence: without a colon only a name behind them makes them a label.
  const labelled =
    nameInRow(line.text) !== undefined ||
    onlyLabel.test(before) ||
    (label.test(line.text) && (likeness > 0 || hint > 0 || /[:：]/u.test(line.text))) ||
    (likeness > 0 && beforeName.test(line.text));
  if (isSentence(withoutDates(line.text).replace(role, '').replace(names, ' '), labelled || hint > 0)) return undefined;
  const linked = hasAddress && likeness > 0;
  let sum = 2 * likeness;
  if (labelled) sum += /^(?:tin|bài|text|文)\s*[:：]/iu.test(line.text) ? 1.5 : 2.5;
  if (hint > 0) sum += 1 + hint;
  if (linked) sum += 1.2;
  if (marked.has(line)) sum += 1.5;
  if (told.has(loose(names))) sum += 2;
  if (atEnd) sum += 0.8 + (line.right ? 1 : 0) + (line.bold ? 0.7 : 0) + (line.italic ? 0.3 : 0);
  if (atHead && line.right && line.bold) sum += 0.5;
  // Alone between title and prose, or beside the date.
  if (atHead)
    sum += line.text.length > names.length + 8 || (context.lines[line.index + 1]?.text.length ?? 0) > 100 ? 0.7 : 0.4;
  // A bare name under the text is the Vietnamese way; elsewhere short lines there are buttons and headings.
  const bare = context.language === undefined || context.language.startsWith('vi');
  const isBareName = !labelled && hint === 0 && !linked;
  // A name in a table of data is one of the people that the table lists.
  if (isBareName && (!(bare && (atEnd || atHead)) || dataTableAround(line.element))) return undefined;
  if (labelled && likeness === 0 && names.split(' ').length > 8) return undefined;
  if (isBareName && line.index >= bodyEnd && !isUnder(line, context.lines[bodyEnd - 1])) return undefined;
  // Whoever signs in an office is not the author, and a link that is no author's is a button.
  if (isBareName && (line.linkShare > 0.8 || isSignature(line, context.lines) || spokenOf.test(line.text)))
    return undefined;
  if (!labelled && likeness === 0) sum -= 1.5;
  if (!between) sum -= 1.5;
  if (line.zone !== 'content') sum -= 2;
  if (hinted(line.hints, 'related') > 0 || line.listed) sum -= 1;
  if (line.heading > 0) sum -= 1;
  const rule = labelled
    ? 'byline/label'
    : hint > 0 || linked
      ? 'byline/hint'
      : atEnd
        ? 'byline/last-line'
        : 'byline/under-title';
  return { value: names, line, rule, score: sum };
}

/** Several authors stand in lines alike, one after the other: their names are told together. */
export function withCoAuthors(byline: Candidate, all: readonly Candidate[]): string {
  const { line } = byline;
  if (!line) return byline.value;
  const names = [byline.value];
  for (const other of all) {
    const near =
      other.line !== undefined && other.line !== line && Math.abs(other.line.index - line.index) <= 3 * names.length;
    if (!near) continue;
    const alike = other.line?.hints.join() === line.hints.join() && other.line?.element.name === line.element.name;
    if (
      alike &&
      line.hints.length > 0 &&
      other.score > 2 &&
      nameLikeness(other.value) > 0 &&
      !names.some((name) => name.includes(other.value))
    )
      names.push(other.value);
  }
  return names.slice(0, 5).join(', ');
}

/**
 * “Bui Viet Hung” in the metadata of a Vietnamese page: an editor of web pages keeps its user’s name there, as it was typed
 * once.
 */
const isOfMaker = (names: string, { language = '' }: PartContext): boolean =>
  language.startsWith('vi') && /^[\x20-\x7e]+$/u.test(names);

/** All candidates for the byline. */
export function findBylines(context: PartContext): Candidate[] {
  const authors = new Set(metaOf(context.metadata, 'author').map(({ value }) => loose(namesOf(value))));
  const printed = context.lines.flatMap((line) => fromLine(line, context, authors) ?? []);
  // Vietnamese portals put the account or the office into `meta author`; elsewhere it may be any pen name.
  const trusting = context.language !== undefined && !context.language.startsWith('vi') ? 0.6 : 0;
  const told = metaOf(context.metadata, 'author').flatMap(({ value, source, trust }): Candidate[] => {
    const names = namesOf(value);
    if (
      !usable(names, context) ||
      (trust < 0.6 && nameLikeness(names) < 0.5) ||
      (source.startsWith('meta') && isOfMaker(names, context))
    )
      return [];
    return [{ value: names, rule: `byline/${source}`, score: 2 * trust + trusting + 1.2 * nameLikeness(names) }];
  });
  return [...printed, ...told];
}
