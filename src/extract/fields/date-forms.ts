import type { RuleInfo } from '../../model/index.ts';

/**
 * How dates are written. Every pattern has the groups `d`, `m` (number) or `mon` (name), and `y`; the time of day
 * beside it is read by `date-text.ts`, the same way for all forms. First match at a place wins: order is priority.
 */
export interface DateForm extends RuleInfo {
  /** What a line must show before the pattern is tried: patterns with letters of all scripts take long to compile. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** What stands there → ISO 8601, on a Vietnamese page unless `language` says otherwise. */
  readonly reads: Readonly<Record<string, string>>;
  /** Looks like it, is not. */
  readonly leaves: readonly string[];
  /** Only on pages of these languages. */
  readonly language?: RegExp;
  /** The month may come first: decided by the language of the page and by what is possible. */
  readonly swappable?: true;
}

/** Names of months by number, all languages together: none means two different months. */
const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'janeiro', 'januari'],
  ['february', 'feb', 'februar', 'feber', 'février', 'févr', 'febrero', 'febbraio', 'fevereiro', 'februari'],
  ['march', 'mar', 'märz', 'mrz', 'mars', 'marzo', 'março', 'maart'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'agosto', 'ago', 'augustus'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro'],
];

const vietnameseMonths: readonly string[] = [
  'một|giêng',
  'hai',
  'ba',
  'tư|bốn',
  'năm',
  'sáu',
  'bảy|bẩy',
  'tám',
  'chín',
  'mười',
  'mười một|mười mốt',
  'mười hai|chạp',
];

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const numbers: ReadonlyMap<string, number> = new Map([
  ...romanMonths.map((name, i) => [name.toLowerCase(), i + 1] as const),
  ...monthNames.flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
  ...vietnameseMonths.flatMap((names, i) => names.split('|').map((name) => [name, i + 1] as const)),
]);

/** Number of a month from its name or digits; undefined when it is none. */
export function monthNumber(name: string): number | undefined {
  const month = numbers.get(name.toLowerCase().replace(/\s+/gu, ' ')) ?? Number(name);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : undefined;
}

const months = monthNames
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
/** A month's name, looked for where its first letter stands: forty names are not tried at every place. */
const month = `(?=[${[...new Set(monthNames.flat().map((name) => name.charAt(0)))].join('')}])(?<mon>${months})`;
/** The first three letters of every month. */
const monthHint = new RegExp([...new Set(monthNames.flat().map((name) => name.slice(0, 3)))].join('|'), 'i');
/** “9 tháng năm 2016” are nine months of a year: “năm” before digits is the word for year. */
const tháng = vietnameseMonths
  .flatMap((names) => names.split('|'))
  .sort((a, b) => b.length - a.length)
  .map((name) => (name === 'năm' ? 'năm(?!\\s\\d)' : name))
  .join('|');

const before = '(?<![\\p{L}\\p{N}./-])';
const after = '(?![\\p{L}\\p{N}])';
const form = (pattern: string): RegExp => new RegExp(`${before}${pattern}`, 'giu');

const day = '(?<d>\\d{1,2})';
const year = '(?<y>\\d{4})';

export const dateForms: readonly DateForm[] = [
  {
    id: 'date/iso',
    why: 'Metadata, Java and SQL timestamps leak into the page as they are stored.',
    source: 'ISO 8601; java.sql.Timestamp#toString on Liferay school portals',
    hint: /\d{4}-\d\d-\d\d/,
    pattern: form(`${year}-(?<m>\\d{2})-(?<d>\\d{2})(?!\\d)`),
    reads: {
      '2018-10-16 00:00:00.0': '2018-10-16',
      '2024-09-26T08:15:30+07:00': '2024-09-26T08:15:30+07:00',
      '2024-09-26T20:15:30Z': '2024-09-27T03:15:30+07:00',
      'Đăng lúc 2012-03-04 07:05': '2012-03-04T07:05:00+07:00',
    },
    leaves: ['Tiêu chuẩn 2018-10-1234', 'Mã hồ sơ 12018-10-16', '2018-13-16'],
  },
  {
    id: 'date/year-first',
    why: 'Chinese and Japanese pages, and some portals’ archives, print the year first.',
    source: 'GB/T 7408; common on Chinese news portals',
    hint: /\d{4}\s?[年/.-]\s?\d/,
    pattern: form(`${year}\\s?(?:年|[/.-])\\s?(?<m>\\d{1,2})\\s?(?:月|[/.-])\\s?(?<d>\\d{1,2})(?:日|(?!\\p{N}))`),
    reads: {
      '2005年4月28日': '2005-04-28',
      '2009/3/12 08:15': '2009-03-12T08:15:00+07:00',
      '2009.03.12': '2009-03-12',
    },
    leaves: ['Quyết định 2005/45/123', 'bản 2005.14.1'],
  },
  {
    id: 'date/vi-words',
    why: 'Joomla and hand-typed Vietnamese dates spell the word “tháng”, with or without “ngày” and “năm”.',
    source: 'Joomla vi-VN language pack, DATE_FORMAT_LC3',
    hint: /tháng/i,
    pattern: form(
      `${day}[\\s,]{0,2}tháng\\s?(?<m>\\d{1,2}|${tháng})(?!(?!năm\\s?\\d)\\p{L})(?:\\s?[,/-])?\\s?(?:năm\\s?)?${year}${after}`,
    ),
    reads: {
      '17 Tháng 7 2016': '2016-07-17',
      'Ngày 5 tháng 9 năm 2011': '2011-09-05',
      '20 Tháng Mười Hai 2014': '2014-12-20',
      '08:30 ngày 02 tháng 01, 2020': '2020-01-02T08:30:00+07:00',
      'Thứ năm, 03 Tháng 4 2014 14:05': '2014-04-03T14:05:00+07:00',
      'Hà Nội, ngày 12tháng 3năm 2009': '2009-03-12',
    },
    leaves: ['Trong 9 tháng năm 2016, toàn tỉnh trồng mới 40 ha.', '31 tháng 2 năm 2016'],
  },
  {
    id: 'date/vi-may',
    why: 'Joomla spells the months; “tháng năm” is May, and not months of a year, where a weekday stands before.',
    source: 'Joomla 1.0 Vietnamese language file',
    hint: /tháng năm/i,
    pattern: form(
      `(?<=(?:thứ\\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\snhật)[,\\s]{1,3})${day}\\stháng\\s(?<m>năm)\\s${year}${after}`,
    ),
    reads: {
      'Thứ ba, 29 Tháng năm 2007': '2007-05-29',
      'Chủ nhật, 06 Tháng Năm 2007 08:15': '2007-05-06T08:15:00+07:00',
    },
    leaves: ['Trong 9 tháng năm 2016, toàn tỉnh trồng mới 40 ha.'],
  },
  {
    id: 'date/vi-month-first',
    why: 'WordPress in Vietnamese prints the English order with Vietnamese months.',
    source: 'WordPress vi translation, “F j, Y” and “M j, Y”',
    hint: /tháng|th\d/i,
    pattern: form(`(?:tháng\\s|th)(?<m>\\d{1,2}|${tháng})\\s${day}(?:st|nd|rd|th)?,?\\s${year}${after}`),
    reads: {
      'Tháng Ba 8th, 2010': '2010-03-08',
      'Tháng Chín 26, 2024': '2024-09-26',
      'Th9 5, 2023': '2023-09-05',
      'Tháng 3 12, 2009': '2009-03-12',
    },
    leaves: ['tháng 9 có 26 xã'],
  },
  {
    id: 'date/vi-short-month',
    why: 'WordPress abbreviates the month to “Th09” in the date badge, Unicode’s locale to “thg 9”.',
    source: 'WordPress vi translation, “d M Y”; CLDR vi, months abbreviated',
    hint: /\d[\s/-]thg?\s?\d/i,
    pattern: form(`${day}[\\s/-]thg?\\s?(?<m>\\d{1,2})(?:,?\\s|[/-])${year}${after}`),
    reads: {
      '26 Th09 2024': '2024-09-26',
      '5 Th3, 2019': '2019-03-05',
      '12 thg 3, 2009': '2009-03-12',
      '12-thg3-2009': '2009-03-12',
    },
    leaves: ['26 th 2024'],
  },
  {
    id: 'date/dotnet-us',
    why: 'ASP.NET with the server’s default culture prints month/day/year with seconds and AM or PM, and never a nought before a number: a page that prints one was told to put the day first.',
    source: '.NET DateTime.ToString() under en-US',
    hint: /\d{4}\s\d{1,2}:\d\d:\d\d\s[AP]M/i,
    pattern: form(`(?<m>[1-9]\\d?)/(?<d>[1-9]\\d?)/${year}(?=\\s\\d{1,2}:\\d{2}:\\d{2}\\s[AP]M)`),
    reads: { '5/28/2010 2:39:00 PM': '2010-05-28T14:39:00+07:00', '10/6/2013 8:15:00 AM': '2013-10-06T08:15:00+07:00' },
    leaves: [],
  },
  {
    id: 'date/day-first',
    why: 'The commonest form: day, month and year with slashes, dots or hyphens.',
    source: 'Every Vietnamese portal seen',
    hint: /\d\s?[/.–-]\s?\d{4}/,
    pattern: form(`${day}\\s?(?<s>[/.\\-–])\\s?(?<m>\\d{1,2})\\s?\\k<s>\\s?${year}(?![\\p{N}/]|-(?!\\d{1,2}:\\d\\d))`),
    swappable: true,
    reads: {
      'Thứ Hai, 12/03/2009 08:15 (GMT+7)': '2009-03-12T08:15:00+07:00',
      'Đăng ngày: 26/09/2024': '2024-09-26',
      'Cập nhật lúc 08:15, 05/07/2023 (GMT+7)': '2023-07-05T08:15:00+07:00',
      '(05.08.2019 16:32)': '2019-08-05T16:32:00+07:00',
      'Cập nhật : 04-04-2018 - 09:34': '2018-04-04T09:34:00+07:00',
      '07-03-2026 - 00:01 AM': '2026-03-07T00:01:00+07:00',
      '3/9/2015 2:05:00 CH': '2015-09-03T14:05:00+07:00',
      '01/08/2014 3:12:00 PM': '2014-08-01T15:12:00+07:00',
      '8h05 ngày 1/2/2012': '2012-02-01T08:05:00+07:00',
      "08h15', 12/03/2009": '2009-03-12T08:15:00+07:00',
      'Cập nhật: 08:15:AM, 12/03/2009': '2009-03-12T08:15:00+07:00',
      '15 giờ 30 ngày 1/2/2012': '2012-02-01T15:30:00+07:00',
      'Thứ 6, 22/02/2019 | 08:07': '2019-02-22T08:07:00+07:00',
      '9/25/2014': '2014-09-25',
      'T5, 09/03/2009 - 21:36': '2009-09-03T21:36:00+07:00',
      'Thứ năm, 12/03/2009': '2009-03-12',
      'Thứ Hai, 12/03/2009': '2009-03-12',
      '(Thứ Năm, 12/03/2009-3:20 PM)': '2009-03-12T15:20:00+07:00',
    },
    leaves: ['Giấy phép số 12/03/2009/GP', 'Ngày: 31/12/9999', '10/6/3013', 'Tỷ lệ 32/13/2009', '01/01/0001'],
  },
  {
    id: 'date/roman-month',
    why: 'Officials write the month in Roman numbers, as the French did.',
    source: 'Notices of offices and churches',
    hint: /\d[./-][IVX]{1,4}[./-]\d{4}/,
    pattern: form(`${day}(?<s>[./-])(?<m>${romanMonths.join('|')})\\k<s>${year}${after}`),
    reads: { 'Ngày 7-IX-2006': '2006-09-07', '12/III/2009': '2009-03-12' },
    leaves: ['Quyết định 7-IX-20061', 'Khóa 7-XIII-2006'],
  },
  {
    id: 'date/vi-spaced',
    why: 'Some SharePoint web parts lose the slashes and print spaces.',
    source: 'District portals on SharePoint 2010 with local web parts',
    hint: /\d\s\d\d\s\d{4}/,
    pattern: form(
      `(?<=(?:thứ\\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\snhật)[,\\s]{1,3})${day}\\s(?<m>\\d{2})\\s${year}${after}`,
    ),
    reads: { 'thứ hai, 05 08 2019 14:38': '2019-08-05T14:38:00+07:00', 'Chủ nhật, 01 12 2013': '2013-12-01' },
    leaves: ['Điện thoại: 05 08 2019', 'Thứ 6 có 05 2019 lượt'],
  },
  {
    id: 'date/java',
    why: 'java.util.Date printed as it is puts the year last, after the time zone.',
    source: 'java.util.Date#toString',
    hint: monthHint,
    pattern: form(`${month}\\s${day}\\s\\d{2}:\\d{2}:\\d{2}\\s[A-Z]{3,4}\\s${year}${after}`),
    reads: { 'Thu Mar 12 08:15:00 ICT 2009': '2009-03-12' },
    leaves: ['Mar 12 08:15:00'],
  },
  {
    id: 'date/month-name-first',
    why: 'American English puts the month’s name first.',
    source: 'AP Stylebook, dates',
    hint: monthHint,
    pattern: form(`${month}\\.?\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s${year}${after}`),
    reads: { 'March 12th, 2009': '2009-03-12', 'Sept. 3, 2020 8:15 pm': '2020-09-03T20:15:00+07:00' },
    leaves: ['Marching 12 2009', 'May 2009', 'March 45, 2009'],
  },
  {
    id: 'date/month-name-second',
    why: 'British English, German, French, Spanish and Italian put the day first.',
    source: 'DIN 5008; Guardian style guide',
    hint: monthHint,
    pattern: form(`${day}(?:st|nd|rd|th|er|\\.)?\\s?(?:de\\s|of\\s|-)?${month}\\.?,?\\s?(?:de\\s|-)?${year}${after}`),
    reads: {
      '12. März 2009': '2009-03-12',
      '11 de mayo de 2022': '2022-05-11',
      'Thu, 07 Oct 2021 08:42:16 GMT': '2021-10-07T15:42:16+07:00',
      '1er août 2019': '2019-08-01',
      '07-Oct-2021': '2021-10-07',
    },
    leaves: ['12 marches 2009', '40 May 2009'],
  },
  {
    id: 'date/vi-short-year',
    why: 'Old portals cut the century; without a weekday, a label or a time beside it, three numbers may be anything.',
    source: 'Joomla 1.0 and ASP portals, “dd/MM/yy”; TYPO3 tt_news, “dd.mm.yy hh:mm”',
    hint: /\d([./-])\d\d?\1\d\d(?!\d)/,
    pattern: form(
      `${day}(?<s>[./-])(?<m>\\d{1,2})\\k<s>(?<y>[0-2]\\d)(?![\\p{N}/-]|\\.\\p{N})(?:(?=[\\s,|–-]{1,3}\\d{1,2}[:h]\\d{2})|(?<=(?:thứ\\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\snhật|ngày|đăng|lúc|nhật|cuối|\\d[:h]\\d{2})[,:\\s|(–-]{1,4}.{6,8}))`,
    ),
    reads: {
      'Ngày đăng: 12/03/09': '2009-03-12',
      'Thứ năm, 12-03-09': '2009-03-12',
      'Thứ tư, 9.5.07': '2007-05-09',
      'Cập nhật lần cuối: 19/12/03': '2003-12-19',
      '12/03/09 08:15': '2009-03-12T08:15:00+07:00',
      '12.03.09 08:15': '2009-03-12T08:15:00+07:00',
    },
    leaves: ['Số 12/03/09', 'Lô 12-03-09', 'Phiên bản 12.03.09', 'Máy chủ 12.03.09.1 08:15'],
  },
  {
    id: 'date/vi-short-year-alone',
    why: 'Three numbers that are a line of their own are a day: in an article’s text no line is so short.',
    source: 'Liferay 6 asset publisher, the short form of java.text.DateFormat for vi_VN',
    language: /^vi/u,
    hint: /^\d{1,2}([/-])\d\d\1\d\d$/,
    pattern: form(`${day}(?<s>[/-])(?<m>\\d{2})\\k<s>(?<y>[0-2]\\d)$`),
    reads: { '20/08/13': '2013-08-20', '28-12-16': '2016-12-28' },
    leaves: ['20/08/13 hộ', 'Lô 20/08/13', '20/08/33', '32/08/13'],
  },
  {
    id: 'date/short-year',
    why: 'German and Austrian newspapers cut the century.',
    source: 'DIN 5008, short form',
    language: /^de/u,
    hint: /\.\d\d\.\d\d/,
    pattern: form(`${day}\\.(?<m>\\d{2})\\.(?<y>\\d{2})(?![\\d.])`),
    reads: { '21.02.22': '2022-02-21' },
    leaves: ['Version 10.02.22.1', '45.02.22'],
  },
];
