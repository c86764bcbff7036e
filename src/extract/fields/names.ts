/**
 * Does a short line name a person? Vietnamese bylines are two to five capitalised syllables (“Lệ Sương”, “Nguyễn Văn Huy”),
 * with an academic title before or the office behind. Organisations, accounts and websites sign articles too: those are not
 * authors.
 */

/** Family names of more than nine in ten Vietnamese, and the commonest of the highlands. */
const familyNames = new Set(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh mai đào cao lâm tô trương hà lương tạ thái châu tăng quách kiều la vương từ hứa thạch tôn lưu phùng đàm nông giàng y h’ hầu lò vi sầm chu cù văn lục bế triệu khổng thân nghiêm ông khuất tống âu mạc doãn bạch viên nhan kim sơn'.split(
    ' ',
  ),
);

/** Words of offices, accounts and pages; a line that holds one names no person. */
const officeWords =
  /(?:^|[\s(])(?:ban|bộ|sở|phòng|trường|trung tâm|ubnd|hđnd|ủy ban|uỷ ban|công ty|tổng công ty|báo|tạp chí|đài|website|cổng|trang|quỹ|hội|đoàn|đảng|chi bộ|văn phòng|cục|vụ|viện|tổ|khoa|lớp|xã|phường|huyện|tỉnh|thành phố|thị xã|nhà xuất bản|bộ phận|liên đội|công an|toà soạn|tòa soạn|biên tập|nguồn|theo|tin tức|trang chủ|liên hệ|giới thiệu|thông báo|kính gửi|người đăng|nội dung)(?=$|[\s:,.)])/i;

/**
 * Office words that are also given names: after a family name (“Lê Đăng Khoa”, “Nguyễn Trường Sơn”) they are always a name.
 */
const givenNames = new Set('trang trường khoa hội đoàn viện đài đảng báo vụ ban tổ'.split(' '));
/** Office words that are also pen names (“Thu Trang”, “Trường Giang”), unless the next word makes an office name. */
const penNames: Readonly<Record<string, RegExp>> = {
  trang: /^(?:tin|chủ|web|nhất|thông|điện|thời|trại|bị|sức)$/u,
  trường:
    /^(?:môi|thị|hiện|nông|lâm|nhà|chiến|công|quảng|thương|nghị|học|tiểu|thcs|thpt|mầm|mẫu|đại|cao|chính|trung|phổ|dân|nội|cấp|ptdt|dạy)$/u,
  khoa: /^(?:đa|nội|ngoại|sản|nhi|y|bách|niên|học|phân|chuyên|bệnh|dược|mắt)$/u,
};

/** Does a name hold the word of an office, as “Phòng Văn Hóa” does? */
function isOffice(name: string): boolean {
  if (!officeWords.test(name)) return false;
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  const others = rest.filter((word) => !givenNames.has(word)).join(' ');
  if (familyNames.has(first) && rest.length > 0 && rest.length < 5 && !officeWords.test(others))
    return first === 'đoàn' && (rest.length < 2 || /^thanh niên/u.test(others));
  if (rest.length !== 1) return true;
  const [second = ''] = rest;
  const beside = penNames[second] ? first : penNames[first] ? second : undefined;
  const word = penNames[second] ?? penNames[first];
  return beside === undefined || word?.test(beside) === true || officeWords.test(beside);
}

const accounts =
  /^(?:admin(?:istrator)?\d*|quản trị(?: viên| hệ thống| web(?:site)?)?|ban quản trị|super ?user|sa|root|host|user\d*|guest|webmaster|editor|biên tập viên|ban biên tập|btv|bbt|cms|system|superuser account|(?:junior|senior) (?:member|moderator)|system account|mod(?:erator)?|quantri|test\w*|wpadmin|anonymous|default|unknown|posted(?: on)?|(?:được )?(?:viết|đăng|gửi|tạo) bởi|none|null|undefined|staff|khách|nobody|n\/a|(?:last )?updated|fact checked|(?:contributing |staff |senior )?(?:writer|editor|author|reporter)s?|share(?: this .{3,12})?|follow|us|(?:y)?our .{2,20}|posted on|published|related (?:articles|topics|posts)|summary|conclusion|read more|advertisement|comments?|reply)$/i;

/** The name of an account or of nobody rather than of an author. */
export function isAccount(name: string): boolean {
  const own = name.trim();
  return accounts.test(own) || /^[\w.+-]+@[\w.-]+$|^[a-z\d]+(?:_[a-z\d]+)+$/iu.test(own);
}

const ranks =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|BS|BSCKI+|CKI+|KS|CN|NSND|NSƯT|NGND|NGƯT|LS|Luật sư|Luật gia|Hòa thượng|Thượng tọa|Đại đức|Linh mục|Mục sư|Nhà báo|Nhà giáo|Thầy(?: giáo)?|Cô(?: giáo)?|Lương y|Đ\/c|Đồng chí|Nhà văn|Nhà thơ|Bác sĩ|Dược sĩ|Kỹ sư|Cử nhân|Thạc sĩ|Tiến sĩ|(?:Phó )?Giáo sư|Giảng viên|Nghệ (?:sĩ|nhân)|Nhà nghiên cứu|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Trung úy|Thượng úy|Dr|Prof|Mr|Mrs|Ms)(?:[.,\s-]+|$))+/u;
/** An office behind a name opens with its word and has a name too: “phòng Văn hóa”, and not “vụ việc đang được làm rõ”. */
const isOfficeBehind = (text: string): boolean => officeWords.exec(text)?.index === 0 && /^(?:\S+ )?\p{Lu}/u.test(text);

/** “Minh Anh/VOV”. */
const agency = /^[A-ZĐ]{2,7}$/u;
const connectors = /(?:(?<!\s)\s+)?[-–,;&+/]\s*|(?<!\s)\s+(?:và|and)\s+/u;

/** What stands before the name of a place, a school or a club. */
const placeAbbreviation = /^(?:SVĐ|TP|TX|TT|KCN|QL|CLB|HTX|THPT|THCS|ĐH|CĐ|BV|NXB)\.?$/u;

/** “Thứ Sáu, 09/05/2008”: what is left of a day beside the text when its date is taken away. */
const weekday = /^(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)$/iu;
/** They open more sentences than they sign. */
const timesOfDay = /^(?:sáng|trưa|chiều|tối|đêm|khuya|rạng|hôm|ngày|tháng|năm)$/iu;

/** “II. Đường”: the number of a part and its heading. */
const partNumber = /^I{1,3}\.\s/u;

/** One name: 2–5 capitalised words, or initials such as “N.V.A”. */
function isOneName(text: string): boolean {
  const name = text.replace(ranks, '').trim();
  if (partNumber.test(name)) return false;
  if (initials.test(name) || /^(?:\p{Lu}\.\s?){1,3}\p{Lu}?\p{Ll}*\.?$/u.test(name)) return true;
  const words = name.split(' ');
  if (words.length > 5 || name.length > 40 || weekday.test(name) || placeAbbreviation.test(words[0] ?? ''))
    return false;
  if (!words.every((word) => /^\p{Lu}[\p{L}\p{M}’'-]*\.?$/u.test(word))) return false;
  if (words.length >= 2) return true;
  if (timesOfDay.test(name)) return false;
  return /^\p{Lu}\p{Ll}{1,9}$/u.test(name);
}

/** “H.N.”, and a reporter who tells no more than that. */
const initials = /^(?:(?:\p{Lu}\.\s?){1,3}\p{Lu}\.?|PV|P\.V|CTV)$/u;

/** How much a line looks like the names of people: 0 not at all, 1 certain (a family name leads). */
export function nameLikeness(text: string): number {
  const line = text.replace(/^[\s(*_–—-]+/u, '').replace(/(?<![\s)*_.;–—-])[\s)*_.;–—-]+$/u, '');
  if (line === '' || line.length > 90 || /[\d?!:"“”/@#%]/u.test(line) || isAccount(line)) return 0;
  const parts = line.replace(ranks, '').split(connectors).filter(Boolean);
  const first = parts[0] ?? '';
  if (parts.length > 5 || isOffice(first) || !isOneName(first)) return 0;
  // “Phi Tiến – Quỹ Bảo vệ rừng”: what follows the name may be an office, but not a sentence.
  const rest = parts.slice(1);
  if (!rest.every((part) => isOneName(part) || isOfficeBehind(part) || agency.test(part))) return 0;
  const words = first.split(' ');
  const family = familyNames.has((words[0] ?? '').toLowerCase());
  if (initials.test(first)) return 0.7;
  if (words.length === 1) return rest.length > 0 && rest.every(isOneName) ? 0.5 : 0.3;
  // All capitals are a name only behind a family name: a slogan or an office is written so too.
  if (first === first.toUpperCase() && words.length > 1) return family && words.length <= 5 ? 0.7 : 0;
  return family ? 1 : 0.7;
}
