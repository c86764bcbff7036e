/**
 * Pages that a portal makes itself: its search, its site map, its visitors, a form to write to it. Often the only sentences
 * on them are those of the boxes beside, so what tells them is not their text but what the window calls them.
 */
import { type PageDom, select } from '../../dom/index.ts';
import type { RuleInfo } from '../../model/index.ts';
import { loose } from '../fields/rank.ts';
import { windowNames } from '../fields/site-name.ts';
import { albumPages } from './album.ts';
import type { PageTypeInput, Verdict } from './evidence.ts';
import { isDated, isHeaded } from './headed.ts';

export interface PortalPage extends RuleInfo {
  readonly id: `portal/${string}`;
  readonly verdict: Verdict;
  /** Held against the whole name, as `loose` leaves it. */
  readonly name: RegExp;
  /** Where articles have such a name too, what else must be on the page. */
  readonly shows?: (page: PageDom) => boolean;
  /** Names that it knows. */
  readonly knows: readonly string[];
  /** Names that only sound like them. */
  readonly keeps: readonly string[];
}

/** Name, mail, telephone; a comment or a search asks for less. */
const minFields = 3;
const asksMuch = (page: PageDom): boolean =>
  select(page, 'textarea').length +
    select(page, 'input').filter(({ attribs: { type = 'text' } }) => /^(?:text|email|tel)$/iu.test(type)).length >=
  minFields;

/** Fewer pictures that lead on may be a column of other albums. */
const minAlbums = 4;

export const portalPages: readonly PortalPage[] = [
  {
    id: 'portal/search',
    verdict: { pageType: 'listing', reason: 'search' },
    name: /(?:kết quả )?(?:tìm kiếm|tìm kiếm (?:nâng cao|thông tin|tin tức|bài viết|toàn văn)|tìm kiếm trên (?:trang|cổng|site|website).{0,40}|tra cứu)|search(?: results?)?/u,
    why: 'A search without hits leaves the boxes of the portal, one of which reads like an article.',
    source: 'Search portlets of Liferay and modules of NukeViet',
    knows: ['Tìm kiếm', 'Kết quả tìm kiếm', 'Search Results'],
    keeps: ['Tìm kiếm nạn nhân vụ lật đò', 'Tra cứu điểm thi từ chiều nay'],
  },
  {
    id: 'portal/statistics',
    verdict: { pageType: 'listing', reason: 'statistics' },
    name: /thống kê(?: (?:truy cập|lượt truy cập|website|trang web|theo (?:ngày|tháng|năm|quốc gia|trình duyệt)))?/u,
    why: 'NukeViet shows who came in tables of its own, with a date for every visitor.',
    source: 'Module statistics of NukeViet 3',
    knows: ['Thống kê', 'Thống kê truy cập'],
    keeps: ['Thống kê đất đai năm 2014', 'Chi cục Thống kê'],
  },
  {
    id: 'portal/site-map',
    verdict: { pageType: 'listing', reason: 'site-map' },
    name: /(?:sơ đồ (?:cổng(?: thông tin| ttđt)?|trang(?: web| tin| thông tin)?|site|web(?:site)?)(?: .{1,60})?|site ?map)/u,
    why: 'A site map is all links, which are dropped: what is left are the boxes beside.',
    source: 'Footers of communal and district portals',
    knows: ['Sơ đồ cổng thông tin huyện Nà Rạ', 'Sơ đồ trang', 'Sitemap'],
    keeps: ['Sơ đồ tổ chức của Sở', 'Sơ đồ phân luồng giao thông'],
  },
  {
    id: 'portal/register',
    verdict: { pageType: 'listing', reason: 'register' },
    name: /(?:hệ thống |danh (?:sách|mục) |tra cứu |tìm kiếm |kho )?văn bản(?: (?:chỉ đạo(?: điều hành)?|điều hành|pháp luật|quy phạm pháp luật|pháp quy|mới(?: ban hành)?|đã ban hành))?/u,
    why: 'A register of documents is a table of links; what reads like an article is beside it.',
    source: 'Document modules of JSP and ASP.NET portals',
    knows: ['Hệ thống văn bản', 'Văn bản chỉ đạo điều hành', 'Văn bản quy phạm pháp luật'],
    keeps: ['Văn bản hướng dẫn thi hành Luật Đất đai', 'Hệ thống văn bản và người đọc nó'],
  },
  {
    id: 'portal/album',
    verdict: { pageType: 'listing', reason: 'album' },
    name: /(?:album|(?:thư viện|bộ sưu tập|kho|trang) (?:hình )?ảnh|thư viện (?:video|đa phương tiện|media)|hình ảnh|gallery|photos?)(?: (?:ảnh|hoạt động|video|hình ảnh))?/u,
    shows: (page) => albumPages(page).size >= minAlbums,
    why: 'The page of all albums has no sentence of its own.',
    source: 'Phoca Gallery and modules of local make',
    knows: ['Thư viện ảnh', 'Album ảnh', 'Thư viện video'],
    keeps: ['Hình ảnh người lính trong thơ', 'Thư viện ảnh của một người thợ cày'],
  },
  {
    id: 'portal/form',
    verdict: { pageType: 'empty', reason: 'form' },
    name: /(?:liên hệ(?: với chúng tôi)?|(?:hòm thư |hộp thư )?góp ý(?: phản ánh)?(?: kiến nghị)?|phản ánh kiến nghị|gửi (?:câu hỏi|ý kiến|góp ý|liên hệ|phản ánh)|đặt câu hỏi|đăng ký (?:thành viên|nhận tin)|contact(?: us)?)/u,
    shows: asksMuch,
    why: 'A page to write to somebody: a form, and how to fill it in.',
    source: 'com_contact of Joomla, portlets of WebSphere, NukeViet',
    knows: ['Liên hệ', 'Góp ý, phản ánh kiến nghị', 'Gửi câu hỏi'],
    keeps: ['Liên hệ công tác tại huyện bạn', 'Góp ý dự thảo Luật Đất đai'],
  },
];

const wholes = portalPages.map((kind) => ({ kind, whole: new RegExp(`^(?:${kind.name.source})$`, 'u') }));

/** The kind of page that a name says. */
export const portalPageNamed = (name: string): PortalPage | undefined =>
  wholes.find(({ whole }) => whole.test(loose(name)))?.kind;

/** More text than this is no box: it is an article of a section that is called so. */
const maxBoxLetters = 1500;

/** Does the page call itself something that the portal makes, with no article of a section so called on it? */
export function portalPage(input: PageTypeInput): Verdict | undefined {
  const { page, fields, text } = input;
  const [window] = windowNames(page);
  const kind = [window, fields.title].flatMap((name) => (name && portalPageNamed(name)) || [])[0];
  if (kind === undefined || kind.shows?.(page) === false || text.length > maxBoxLetters) return undefined;
  return isDated(input) && isHeaded(input) ? undefined : kind.verdict;
}
