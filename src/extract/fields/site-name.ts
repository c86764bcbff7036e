/** The site's own name, which stands in window titles, logos and metadata, and is never the title of an article. */
import { type PageDom, select, textOf } from '../../dom/index.ts';
import { remembered } from '../hints.ts';
import { type Metadata, metaOf } from './metadata.ts';
import { loose } from './rank.ts';

/** What portals call themselves. */
const portal =
  'trang (?:thông )?tin (?:điện tử|phổ biến|tuyên truyền|nội bộ|của|về)|tttđt|(?:trang (?:thong )?tin|cong thong tin) dien tu';

const siteWords = new RegExp(
  `^(?:trang chủ|home|cổng (?:thông tin|ttđt|giao tiếp)|${portal}|website |báo (?:điện tử )?\\p{Lu}|đài phát thanh)`,
  'iu',
);
const opensAsPortal = new RegExp(`^[:.*\\s]*(?:trang chủ|cổng (?:thông tin|ttđt)|${portal})(?!\\p{L})`, 'iu');

/** “… | Bao.vn”: the address serves as the name. */
const domain = /^[\p{L}\d-]+\.(?:com|net|org|info|vn|edu|gov|io|co|de|uk|fr|cn)(?:\.[a-z]{2})?$/iu;

/** What an office is called by: the kind, then a name. */
const officeKind =
  /^(?:(?:đảng|tỉnh|huyện|thành|quận) (?:ủy|uỷ|bộ)|ubnd|hđnd|(?:ủy|uỷ) ban|hội đồng|sở|phòng|trường|huyện|xã|phường|thị (?:trấn|xã)|thành phố|tp|tỉnh|quận|bệnh viện|bvđk|trung tâm|(?:chi |tổng )?cục|ban|hội|công (?:đoàn|an|ty)|liên (?:đoàn|minh|hiệp)|xí nghiệp|nhà máy|(?:liên hiệp )?(?:hợp tác xã|htx)|nông trường|lâm trường|chi nhánh|ngân hàng|bộ|đài|thư viện|bảo tàng|bhxh|bảo hiểm|kho bạc|văn phòng|viện|học viện|đại học|tòa án|viện kiểm sát)(?!\p{L})/iu;
/** The words that names of offices write small, besides the second half of a word such as “Khuyến nông”. */
const smallInNames = new Set(
  'và ngành nông thôn tiểu học trung cơ sở phổ thông mầm non đa khoa khu vực nhân dân huyện xã tỉnh thành phố phường thị trấn quận đoàn chính trị quản lý các cơ quan cổ phần trách nhiệm hữu hạn một thành viên hợp tác công ty'.split(
    ' ',
  ),
);

/** What headlines in capitals tell of an office, where no small letters part its name from what it did. */
const tells =
  /(?<!\p{L})(?:tổ chức|khai|bế|họp|mừng|tham|đón|trao|tặng|phát|tập|thi|ra|mở|kết quả|thông báo|tuyển|về|năm|lần|ngày|lễ|đại hội|hội nghị|sơ kết|tổng kết|với|cho|được|trong|của|làm|kỷ niệm|chào|hưởng|tiếp|nhận|đạt|công bố|triển khai|học|dạy)(?!\p{L})/iu;
const maxWordsInCapitals = 9;

/** Is the text the name of an office and nothing else? What it did or holds would be told by words written small. */
export function isOfficeName(text: string): boolean {
  const kind = officeKind.exec(text)?.[0];
  if (kind === undefined || text.length > 90) return false;
  if (text === text.toUpperCase())
    return (
      text.split(' ').length <= maxWordsInCapitals &&
      !tells.test(text.slice(kind.length).replace(/(?:tiểu|trung|đại|mầm) học/giu, ''))
    );
  let isSecondHalf = true;
  for (const word of text.slice(kind.length).split(/[\s,–-]+/u)) {
    const isCapital = /^[\p{Lu}\d(]/u.test(word);
    if (word !== '' && !isCapital && !isSecondHalf && !smallInNames.has(word)) return false;
    isSecondHalf = isCapital;
  }
  return true;
}

const separator = /(?<!\s)\s+(?:[|»«›·•:]+|[-–—])\s+|(?:(?<!\s)\s+)?\|\s*/u;

/** “Báo Ba Sông điện tử” */
const newspaper = /^(?:báo|tạp chí) (?:\S+ ){1,5}(?:điện tử|online)$/iu;

/** The offices and sites that a window names, and the whole of it where it names nothing else. */
const namesOfSite = remembered((window: string): readonly string[] => {
  const parts = window.split(separator).filter(Boolean);
  const names = parts.filter((part) => isOfficeName(part) || siteWords.test(part) || newspaper.test(part));
  return (names.length === parts.length ? [window, ...names] : names).map(loose);
}, 1);

/** Is the text the name of the site (or of its home page) rather than of an article? */
export function isSiteName(text: string, metadata: Metadata, url?: string): boolean {
  const own = loose(text);
  if (own === '') return true;
  if (metaOf(metadata, 'site').some(({ value }) => loose(value) === own)) return true;
  if (namesOfSite(metadata.windowTitle).includes(own)) return true;
  if (newspaper.test(text)) return true;
  if (opensAsPortal.test(text)) return true;
  const host = hostWord(url);
  return host !== '' && own.replaceAll(' ', '') === host;
}

/** Many portals give every page the window title of their home page. */
export function isHomeTitle(title: string): boolean {
  return title
    .split(separator)
    .some((part) => /^(?:trang chủ|trang nhất|home(?: ?page)?|welcome)$/iu.test(part.trim()));
}

/** What editors call a page that nobody named. */
const unnamed =
  /^(?:trang tin(?: tức)?|website|new page \d+|untitled(?: document| page)?|document|(?:trang )?không (?:có )?(?:tên|tiêu đề))$/iu;

/** Does the title tell nothing of the page: no name at all, or that of an office? */
export const namesNoPage = (title: string): boolean => unnamed.test(title) || isOfficeName(title);

/** The titles that the window's title is put together of, without names of offices and home pages. */
export const windowNames = (page: PageDom): readonly string[] => {
  const [title] = select(page, 'head title');
  const parts = title ? textOf(title).split(/ [-|»–>:] /u) : [];
  return parts.filter((part) => !namesNoPage(part) && !isHomeTitle(part)).map((part) => loose(part));
};

/** Every line of a page asks about one address, and the next page about another: one is enough to remember. */
const hostWordOf = remembered(
  (url) => (URL.canParse(url) ? (new URL(url).hostname.replace(/^www\./u, '').split('.')[0] ?? '') : ''),
  1,
);
const hostWord = (url: string | undefined): string => (url === undefined ? '' : hostWordOf(url));

/** A window title without the site's name at either end: “Bài viết - Mục - Báo A” → “Bài viết”. */
export function withoutSiteName(title: string, metadata: Metadata, url?: string): string {
  const parts = title.split(separator).filter(Boolean);
  if (parts.length < 2) return title;
  const names = metaOf(metadata, 'site').map(({ value }) => loose(value));
  const host = hostWord(url);
  const isName = (part: string): boolean => {
    const own = loose(part);
    return (
      siteWords.test(part) ||
      isOfficeName(part) ||
      domain.test(part) ||
      names.some(
        (name) => name === own || (own.length > 3 && name.includes(own)) || (name.length > 3 && own.startsWith(name)),
      ) ||
      (host !== '' && own.replaceAll(' ', '').includes(host))
    );
  };
  let first = 0;
  let last = parts.length;
  while (last - first > 1 && isName(parts[last - 1] ?? '')) last -= 1;
  while (last - first > 1 && isName(parts[first] ?? '')) first += 1;
  const kept = parts.slice(first, last);
  // Cut out of the title itself, so that its own dashes stay as they were.
  const start = title.indexOf(kept[0] ?? '');
  const tail = kept.at(-1) ?? '';
  return title.slice(start, title.lastIndexOf(tail) + tail.length);
}
