import type { RuleInfo } from '../model/index.ts';

/** Addresses that are no pages of their own: endless, or the same page in other clothes. */
export interface Trap extends RuleInfo {
  /** Tested against path and query, `/tin-tuc/?id=1`. */
  readonly pattern: RegExp;
  /** Must match as well. */
  readonly also?: RegExp;
  readonly skips: readonly string[];
  readonly follows: readonly string[];
}

export const traps: readonly Trap[] = [
  {
    id: 'trap/too-long',
    why: 'No person typed it: state packed into the address, growing with every click.',
    source: 'the sitemap protocol allows 2,048 characters',
    // First in the table, so that no other pattern meets a long address.
    pattern: /^.{2049}/s,
    skips: [`/tin?state=${'a'.repeat(2100)}`],
    follows: [`/tin?state=${'a'.repeat(1900)}`],
  },
  {
    id: 'trap/postback',
    why: 'ASP.NET pages page and sort by a script that posts a form; its links are no addresses.',
    source: 'ASP.NET Web Forms GridView pagers',
    pattern: /__doPostBack|javascript(?::|%3A)/i,
    skips: ["/Default.aspx?__doPostBack('ctl00$Pager','2')", '/tin/javascript:void(0)'],
    follows: ['/Default.aspx?tabid=120', '/tin/hoc-javascript-co-ban.html'],
  },
  {
    id: 'trap/repeated-path',
    why: 'A relative link without its slash adds the same folders again on every page.',
    source: 'relative links under rewritten addresses',
    pattern: /\/((?=[^/]*\p{L})[^/?]+)\/(?:[^/?]+\/)?\1\/(?:[^/?]+\/)?\1(?:\/|\?|$)/u,
    skips: ['/tin/tin/tin/bai.html', '/tin/xa/tin/xa/tin/xa/bai.html'],
    follows: ['/tin/tin/bai.html', '/2009/09/09/09/bai.html', '/tin/tinh/tin-tinh/tin.html'],
  },
  {
    id: 'trap/too-deep',
    why: 'Folders twenty deep come from links that lead into themselves.',
    source: 'relative links under rewritten addresses',
    pattern: /^(?:\/[^/?]*){21}/,
    skips: [`/${Array.from({ length: 21 }, (_, i) => `muc${i}`).join('/')}/bai.html`],
    follows: ['/a/b/c/d/e/f/g/h/i/bai.html'],
  },
  {
    id: 'trap/calendar',
    why: 'A calendar has a page for every day of every year, and nearly all are empty.',
    source: 'Joomla com_jevents and com_eventlist, DotNetNuke Events',
    // Schedules of work (`/lichcongtac?thang=5`) have something to read on their pages: they end by what they give,
    // `families.ts`.
    pattern:
      /calendar|lich-?(?:thang|nam|ngay)|\/(?:cal|lich)(?:\.\w+)?(?=[/?]|$)|jevents|eventlist|[?&]cal_?(?:date|month|year|day)=/i,
    also: /[?&](?:cal_?)?(?:year|month|day|date|nam|thang|ngay)=|[?&]y=(?:19|20)\d\d|\/\d{4}[/-]\d{1,2}/i,
    skips: [
      '/calendar/2031/05',
      '/index.php?option=com_jevents&task=month.calendar&year=2031&month=5',
      '/trang-chu?cal_month=5',
      '/cal?m=5&y=2031',
      '/lich.aspx?thang=5&nam=2031',
      '/lich/2031/05',
    ],
    follows: [
      '/2014/03/12/khanh-thanh-cau',
      '/lich-cong-tac/tuan-12',
      '/tin?year=2014',
      '/tin/lich-thang-dieu-hoa.html',
      '/tin/lich-thang-dieu-hoa.html?m=1',
      '/lich-su?nam=1945',
      '/lichcongtac?thang=5&nam=2012',
      '/cal/thong-bao.html',
    ],
  },
  {
    id: 'trap/print',
    why: 'The page again, without its frame.',
    source: 'Joomla tmpl=component, NukeViet /print/, DotNetNuke dnnprintmode',
    pattern:
      /[?&](?:print|printable|in|dnnprintmode)=(?:1|true|yes|on)?(?=&|$)|[?&](?:action|op|task|mode|view|do)=print\b|\/(?:print|printer-friendly|ban-in)(?:\/|\.|\?|$)|\/(?:print|intin|inbai|printarticle|printview)\.(?:aspx?|php|html?|jsp)/i,
    skips: [
      '/bai.html?print=1',
      '/index.php?option=com_content&id=4&tmpl=component&print=1&page=',
      '/vi/news/print/khanh-thanh-cau-12.html',
      '/InTin.aspx?id=44',
      '/default.aspx?id=4&dnnprintmode=true',
    ],
    follows: ['/tin/printing-house.html', '/in/khanh-thanh-cau.html', '/tin?in=ha-noi', '/bai.html?printer=hp'],
  },
  {
    id: 'trap/email',
    why: 'A form that sends the page to a friend.',
    source: 'Joomla com_mailto, NukeViet /sendmail/',
    pattern: /com_mailto|\/(?:sendmail|send-mail|emailarticle|gui-?mail|guithu)(?:\/|\.|\?|$)/i,
    skips: ['/index.php?option=com_mailto&tmpl=component&link=abc', '/vi/news/sendmail/bai-12.html'],
    follows: ['/tin/email-gia-mao.html', '/gui-mail-cho-thay-co.html'],
  },
  {
    id: 'trap/search',
    why: 'Every word has a page of results, and every result its pages.',
    source: 'WordPress ?s=, Joomla com_search, NukeViet seek',
    pattern:
      /^\/(?:[^?]*\/)?(?:search|tim-?kiem|seek)(?:\.\w+|\/)?\?|com_search|[?&](?:s|q|keyword|tukhoa|searchword)=[^&]/i,
    skips: [
      '/?s=cau',
      '/search?category=5',
      '/tim-kiem?trang=2',
      '/vi/seek/?trang=2',
      '/index.php?option=com_search&searchword=x',
    ],
    follows: ['/tim-kiem-cuu-nan.html', '/tin/tim-kiem-nan-nhan.aspx?id=4', '/Default.aspx?tabid=4&s='],
  },
  {
    id: 'trap/login',
    why: 'A door that every page has, with the page’s own address as its parameter.',
    source: 'DotNetNuke ctl=login, WordPress wp-login, NukeViet users/login',
    pattern:
      /[?&](?:returnurl|return_url|redirect_to|nv_redirect)=|[?&]ctl=(?:login|register|sendpassword)\b|\/ctl\/(?:login|register)\b|\/(?:wp-login|wp-admin|login|logout|dang-nhap|dang-ky|dangnhap|signin)(?:\.\w+)?(?:\/|\?|$)/i,
    skips: [
      '/dang-nhap?returnurl=%2ftin',
      '/Home/tabid/4/ctl/Login/Default.aspx',
      '/wp-login.php',
      '/default.aspx?ctl=login',
    ],
    follows: ['/tin/dang-ky-kham-benh.html', '/huong-dan-dang-nhap.html'],
  },
  {
    id: 'trap/sort',
    why: 'The same list in another order.',
    source: 'Joomla filter_order, Apache directory listings',
    pattern: /[?&](?:sort|sortby|orderby|order_by|filter_order|filter_order_dir|orderdir)=|[?&]C=[NMSD][;&]O=[AD]/i,
    skips: ['/tin?sort=date', '/anh/?C=M;O=A', '/index.php?id=3&filter_order=hits'],
    follows: ['/tin?page=2', '/van-ban?order=12'],
  },
  {
    id: 'trap/comment',
    why: 'Each comment, reply and share button repeats the page.',
    source: 'WordPress replytocom, share=; Drupal comment/reply',
    pattern: /[?&](?:replytocom|share|like_comment|nb)=|\/comment\/reply\//i,
    skips: ['/bai.html?replytocom=12', '/comment/reply/12/44', '/bai/?share=facebook&nb=1'],
    follows: ['/tin/reply.html', '/bai.html?id=12'],
  },
  {
    id: 'trap/feed',
    why: 'A feed of one page’s comments; the site’s own feeds are read as seeds.',
    source: 'WordPress comment feeds, Joomla format=feed',
    pattern: /\/(?:comments\/feed|feed\/(?:rss|atom)\/?$)|[?&]format=feed\b/i,
    skips: ['/bai/comments/feed/', '/index.php?format=feed&type=rss'],
    follows: ['/feed/bai-moi.html', '/rss.xml'],
  },
];

/** The trap an absolute address leads into; undefined when it is a page like others. First match wins. */
export function trapOf(url: string): Trap | undefined {
  const { pathname, search } = new URL(url);
  return traps.find(({ pattern, also }) => pattern.test(pathname + search) && also?.test(pathname + search) !== false);
}
