import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { random } from '../../data/correct/random.ts';

/** A make-believe province of portals: some hosts, three content management systems, the habits of old sites. */
export interface Portal {
  readonly seeds: readonly string[];
  /** Canonical addresses of all articles, whatever other addresses they have. */
  readonly articles: readonly string[];
  /** What the server saw, per host. */
  readonly log: ReadonlyMap<string, HostLog>;
  /** Requests that `path` of any host got. */
  hits(url: string): number;
  close(): Promise<void>;
}

export interface HostLog {
  requests: number;
  inFlight: number;
  maxInFlight: number;
  /** Between the starts of two requests, in milliseconds. */
  minGap: number;
  lastStart: number;
}

export interface PortalOptions {
  readonly hosts: number;
  readonly articles: number;
  readonly port?: number;
  /** How long each answer takes. */
  readonly slowMs?: number;
}

/** Every name is this machine. */
export const loopback: LookupFunction = (_host, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

const places = [
  'Đông Hòa',
  'Tân Lập',
  'Phú Mỹ',
  'An Bình',
  'Lộc Sơn',
  'Thạch Khê',
  'Vĩnh Xuân',
  'Cẩm Tú',
  'Hải Yến',
  'Mường Lay',
];
const subjects = [
  'Ủy ban nhân dân xã',
  'Trạm y tế',
  'Hội Nông dân',
  'Đoàn Thanh niên',
  'Trường tiểu học',
  'Ban quản lý chợ',
  'Hợp tác xã',
  'Thư viện',
];
const events = [
  'khánh thành cầu dân sinh',
  'tập huấn phòng cháy chữa cháy',
  'phát động trồng cây',
  'khai giảng lớp xóa mù chữ',
  'nạo vét kênh mương',
  'tiêm phòng cho đàn gia súc',
  'trao quà cho hộ nghèo',
  'sửa chữa đường liên thôn',
];
const sentences = [
  'Buổi lễ có đông đảo bà con trong thôn đến dự từ sáng sớm.',
  'Kinh phí do nhân dân đóng góp và ngân sách huyện hỗ trợ.',
  'Công việc được chia thành từng đợt, mỗi đợt kéo dài một tuần.',
  'Trời mưa nhỏ nhưng không ai bỏ về giữa chừng.',
  'Các cụ cao tuổi kể lại chuyện làng ngày trước cho lớp trẻ nghe.',
  'Một số hộ ở xa được bố trí xe đưa đón tận nơi.',
  'Kết quả bước đầu cho thấy cách làm này phù hợp với địa phương.',
  'Lãnh đạo xã đề nghị các thôn giữ gìn công trình chung.',
  'Dự kiến đợt tiếp theo sẽ diễn ra sau vụ thu hoạch.',
  'Nhiều gia đình tự nguyện hiến đất và tháo dỡ tường rào.',
  'Đội văn nghệ biểu diễn ba tiết mục tự biên tự diễn.',
  'Số liệu được niêm yết công khai tại nhà văn hóa.',
  'Người dân mong muốn có thêm đèn chiếu sáng ban đêm.',
  'Sau giờ làm việc, mọi người cùng dọn vệ sinh quanh khu vực.',
  'Cán bộ kỹ thuật hướng dẫn từng bước để ai cũng làm được.',
  'Giá vật liệu tăng khiến tiến độ chậm hơn so với kế hoạch.',
];

interface Story {
  readonly id: number;
  readonly title: string;
  readonly sapo: string;
  readonly paragraphs: readonly string[];
  readonly date: string;
}

function story(host: number, id: number): Story {
  const next = random(host * 10_007 + id);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const place = pick(places);
  const event = pick(events);
  const paragraphs = Array.from({ length: 4 + Math.floor(next() * 3) }, () =>
    [
      `Tại ${pick(places)}, có ${20 + Math.floor(next() * 900)} người tham gia trong ${2 + Math.floor(next() * 20)} ngày.`,
      pick(sentences),
      `${pick(subjects)} ${pick(places)} cho biết đã ${pick(events)} lần thứ ${1 + Math.floor(next() * 30)}.`,
      pick(sentences),
      `Tổng chi phí là ${10 + Math.floor(next() * 990)} triệu đồng.`,
    ].join(' '),
  );
  const day = 1 + (id % 28);
  const title = `${pick(subjects)} ${place} ${event} đợt ${id}`;
  return {
    id,
    title,
    sapo: `Ngày ${day}/3, ${place} ${event} với ${30 + id} hộ dân tham gia.`,
    paragraphs,
    date: `${String(day).padStart(2, '0')}/03/2009`,
  };
}

/** How a system writes its addresses and its pages. */
interface Style {
  readonly article: (id: number) => string;
  readonly list: (page: number) => string;
  readonly traps: (id: number) => readonly string[];
  readonly page: (title: string, body: string) => string;
  readonly body: (story: Story, extra: string) => string;
}

const frame = (title: string, menu: string, body: string, foot: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div id="menu">${menu}</div>${body}<div id="footer">${foot}</div></body></html>`;

const styles: readonly Style[] = [
  {
    article: (id) => `/vi/tin-tuc/bai-so-${id}.html`,
    list: (page) => (page === 1 ? '/' : `/vi/tin-tuc/page-${page}/`),
    traps: (id) => [
      `/vi/tin-tuc/print/bai-so-${id}.html`,
      `/vi/users/login/?nv_redirect=${id}`,
      `/calendar/2031/${(id % 12) + 1}`,
    ],
    page: (title, body) =>
      frame(
        title,
        '<a href="/">Trang nhất</a> <a href="/vi/tin-tuc/page-2/">Tin tức</a>',
        body,
        'Bản quyền thuộc về cổng thông tin xã',
      ),
    body: ({ title, date, sapo, paragraphs }, extra) =>
      `<div class="news_column"><h1 class="title">${title}</h1><span class="h5">Thứ hai, ${date} 08:15</span><div class="hometext">${sapo}</div><div id="news-bodyhtml" class="bodytext">${paragraphs.map((p) => `<p>${p}</p>`).join('')}${extra}</div></div>`,
  },
  {
    article: (id) => `/Default.aspx?tabid=101&ItemID=${id}`,
    list: (page) => (page === 1 ? '/' : `/Default.aspx?tabid=100&page=${page}`),
    traps: (id) => [
      `/Default.aspx?tabid=101&ItemID=${id}&dnnprintmode=true`,
      `/Default.aspx?tabid=101&ctl=Login&returnurl=%2f${id}`,
      "/Default.aspx?__doPostBack('ctl00$Pager','3')",
    ],
    page: (title, body) =>
      frame(
        title,
        `<a href="/">Trang chủ</a> <a href="javascript:__doPostBack('dnn$menu','')">Thực đơn</a>`,
        `<form id="Form">${body}</form>`,
        'Thiết kế bởi trung tâm tin học',
      ),
    body: ({ title, date, sapo, paragraphs }, extra) =>
      `<table class="DNNAligncenter"><tr><td><span class="ArticleTitle Head">${title}</span><br><span class="NewsDate">Cập nhật: ${date}</span><div class="Normal"><p><b>${sapo}</b></p>${paragraphs.map((p) => `<p>${p}</p>`).join('')}${extra}</div></td></tr></table>`,
  },
  {
    article: (id) => `/index.php?option=com_content&view=article&id=${id}`,
    list: (page) => (page === 1 ? '/' : `/index.php?option=com_content&view=category&id=1&limitstart=${page}`),
    traps: (id) => [
      `/index.php?option=com_content&view=article&id=${id}&tmpl=component&print=1`,
      `/index.php?option=com_mailto&link=${id}`,
      `/index.php?option=com_content&view=category&id=1&filter_order=hits`,
    ],
    page: (title, body) =>
      frame(
        title,
        '<ul><li><a href="/">Trang chủ</a></li><li><a href="/index.php?option=com_search&searchword=">Tìm kiếm</a></li></ul>',
        body,
        'Joomla là phần mềm tự do',
      ),
    body: ({ title, date, sapo, paragraphs }, extra) =>
      `<div class="item-page"><table class="contentpaneopen"><tr><td class="contentheading">${title}</td></tr></table><table class="contentpaneopen"><tr><td class="createdate">${date}</td></tr><tr><td><p><strong>${sapo}</strong></p>${paragraphs.map((p) => `<p>${p}</p>`).join('')}${extra}</td></tr></table></div>`,
  },
];

let visitors = 0;
/** What changes with every answer: the time, a counter, a code. */
const changing = () =>
  `${new Date().toISOString()}, khách thứ ${visitors++}, mã ${Math.random().toString(36).slice(2)}1`;
/** What the third system says to any address it does not know, with 200. */
const building = (path: string) =>
  `Chuyên mục này đang được xây dựng, mời bà con quay lại sau khi cổng thông tin của xã hoàn thành. (${path}; ${changing()})`;
/** What the first one says where an article was, with 200; to all other addresses it says 404. */
const moved = (path: string) =>
  `Bài viết tại ${path} đã được ban biên tập chuyển vào kho lưu trữ của xã, mời bà con xem các bài khác. ${changing()}.`;
/** An article that nobody has any more. */
const goneId = 7000;
const perList = 20;
const withSession = (address: string) => `${address}${address.includes('?') ? '&' : '?'}PHPSESSID=${'a1b2'.repeat(8)}`;
const png = (name: string) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(name.repeat(20))]);
const pdf = (name: string) => Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF`);

/** Start the portals on loopback. Names are `xa-<n>.tinh.example`; connect through `loopback`. */
export async function startPortal({ hosts, articles, port = 0, slowMs = 0 }: PortalOptions): Promise<Portal> {
  const log = new Map<string, HostLog>();
  const hits = new Map<string, number>();
  const server = createServer((request, response) => {
    const name = request.headers.host ?? '';
    const started = performance.now();
    const host = log.get(name) ?? {
      requests: 0,
      inFlight: 0,
      maxInFlight: 0,
      minGap: Number.POSITIVE_INFINITY,
      lastStart: -1e9,
    };
    log.set(name, host);
    host.requests += 1;
    host.inFlight += 1;
    host.maxInFlight = Math.max(host.maxInFlight, host.inFlight);
    host.minGap = Math.min(host.minGap, started - host.lastStart);
    host.lastStart = started;
    response.on('close', () => {
      host.inFlight -= 1;
    });
    const url = `http://${name}${request.url}`;
    hits.set(url, (hits.get(url) ?? 0) + 1);
    setTimeout(() => serve(request, response, articles), slowMs);
  }).listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: listening } = server.address() as AddressInfo;
  const origin = (n: number) => `http://xa-${n}.tinh.example:${listening}`;
  const numbered = Array.from({ length: hosts }, (_, n) => n);
  return {
    seeds: numbered.map((n) => `${origin(n)}/`),
    articles: numbered.flatMap((n) =>
      Array.from({ length: articles }, (_, i) => origin(n) + styleOf(n).article(i + 1)),
    ),
    log,
    hits: (url) => hits.get(url) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const styleOf = (host: number): Style => styles[host % styles.length] as Style;

function serve(request: IncomingMessage, response: ServerResponse, articles: number): void {
  const path = request.url ?? '/';
  const host = Number(/^xa-(\d+)/.exec(request.headers.host ?? '')?.[1] ?? 0);
  const style = styleOf(host);
  const html = (title: string, body: string, status = 200) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(style.page(title, body));
  const redirect = (to: string) => response.writeHead(301, { location: to }).end();
  const id = articleOf(style, path, articles);

  if (path === '/robots.txt') {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end('User-agent: *\nDisallow: /cam/\nSitemap: /so-do.xml\n');
  } else if (path === '/so-do.xml')
    response.end(
      '<sitemapindex><sitemap><loc>/so-do-1.xml.gz</loc></sitemap><sitemap><loc>/so-do.xml</loc></sitemap></sitemapindex>',
    );
  else if (path === '/so-do-1.xml.gz') {
    const locs = [articles, articles - 1].map(
      (n) => `<url><loc>${style.article(n).replaceAll('&', '&amp;')}</loc></url>`,
    );
    response.end(gzipSync(`<urlset>${locs.join('')}</urlset>`));
  } else if (path.startsWith('/anh/mat')) html('404', 'Không có ảnh này', 404);
  else if (path.startsWith('/anh/'))
    response.writeHead(200, { 'content-type': 'image/png' }).end(png(`${host}${path}`));
  else if (path.startsWith('/tep/'))
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(pdf(`${host}${path}`));
  else if (path === '/vong-1') redirect('/vong-2');
  else if (path === '/vong-2') redirect('/vong-1');
  else if (path === '/loi-500') html('Server Error', '<h1>Server Error in Application.</h1>', 500);
  else if (path === '/mat-trang') html('Thông báo', '<p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa.</p>');
  else if (path.startsWith('/cu/')) redirect(style.article(Number(path.slice(4))));
  else if (path.startsWith('/phien/')) redirect(withSession(style.article(Number(path.slice(7)))));
  else if (id !== undefined) html(story(host, id).title, style.body(story(host, id), extras(style, id, articles)));
  else if (isList(style, path, articles)) html('Tin tức', listing(style, host, path, articles));
  else if (style === styles[2]) html('Thông tin', `<div class="item-page"><p>${building(path)}</p></div>`);
  else if (style === styles[0] && /\/tin-tuc\/.*\d\.html$/.test(path))
    html('Thông báo', `<div class="bodytext"><p>${moved(path)}</p></div>`);
  else html('404', '<h1>404</h1><p>Không tìm thấy trang</p>', 404);
}

/** The canonical address, the same with another parameter, and the one under another name. */
function articleOf(style: Style, path: string, articles: number): number | undefined {
  const id = Number(/(?:ItemID=|[?&]id=|bai-so-|\/xem-)(\d+)/.exec(path)?.[1]);
  if (!Number.isInteger(id) || id < 1 || id > articles) return undefined;
  const known = [style.article(id), `/xem-${id}.htm`, withSession(style.article(id))];
  return known.includes(path) || style.traps(id).includes(path) ? id : undefined;
}

const isList = (style: Style, path: string, articles: number): boolean =>
  Array.from({ length: Math.ceil(articles / perList) }, (_, i) => style.list(i + 1)).includes(path);

function listing(style: Style, host: number, path: string, articles: number): string {
  const lists = Math.ceil(articles / perList);
  const page = 1 + Array.from({ length: lists }, (_, i) => style.list(i + 1)).indexOf(path);
  const from = (page - 1) * perList + 1;
  // The last two of a host are in the sitemap only.
  const ids = Array.from({ length: perList }, (_, i) => from + i).filter((id) => id <= articles - 2);
  const links = ids.map((id) => {
    const address = id % 9 === 0 ? `/cu/${id}` : style.article(id);
    return `<li><a href="${address.replaceAll('&', '&amp;')}">${story(host, id).title}</a></li>`;
  });
  const more = page < lists ? `<a href="${style.list(page + 1).replaceAll('&', '&amp;')}">Trang sau</a>` : '';
  const odd = [
    style.article(goneId).replaceAll('&', '&amp;'),
    '/vong-1',
    '/loi-500',
    '/khong-co',
    '/mat-trang',
    '/cam/mat.html',
    '/xem-3.htm',
    '/phien/4',
  ];
  return `<h2>Tin tức</h2><ul>${links.join('')}</ul>${more}${odd.map((link) => `<a href="${link}">·</a>`).join('')}`;
}

function extras(style: Style, id: number, articles: number): string {
  const image = id === 2 ? '/anh/mat.png' : `/anh/hinh-${id}.png`;
  const file = id % 5 === 0 ? `<p><a href="/tep/van-ban-${id}.pdf">Tải văn bản số ${id}</a></p>` : '';
  const related = [id + 1, id + 2].filter((other) => other <= articles - 2).map((other) => style.article(other));
  const links = [...related, ...style.traps(id)].map(
    (link) => `<li><a href="${link.replaceAll('&', '&amp;')}">Xem</a></li>`,
  );
  return `<p><img src="${image}" alt="Quang cảnh buổi lễ"></p>${file}</div><div class="other"><ul>${links.join('')}</ul>`;
}
