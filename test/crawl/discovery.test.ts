import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findLinks } from '../../src/crawl/links.ts';
import { readSitemap } from '../../src/crawl/sitemap.ts';
import { cpuTime } from '../cpu-time.ts';

const listed = (text: string | Uint8Array) => {
  const urls: string[] = [];
  return { ...readSitemap(Buffer.from(text as string), (url) => urls.push(url)), urls };
};

describe('sitemaps and feeds', () => {
  it.each([
    [
      'sitemap',
      '<?xml version="1.0"?><urlset xmlns="x"><url><loc> http://a.example/?a=1&amp;b=2 </loc><image:image xmlns:image="i"><image:loc>http://a.example/x.jpg</image:loc></image:image></url></urlset>',
      ['http://a.example/?a=1&b=2'],
    ],
    [
      'sitemap',
      '<sm:urlset xmlns:sm="x"><sm:url><sm:loc>http://a.example/1</sm:loc></sm:url></sm:urlset>',
      ['http://a.example/1'],
    ],
    [
      'index',
      '<sitemapindex><sitemap><loc>http://a.example/s1.xml</loc></sitemap></sitemapindex>',
      ['http://a.example/s1.xml'],
    ],
    [
      'feed',
      '<rss><channel><link>http://a.example/</link><item><link><![CDATA[http://a.example/2]]></link></item></channel></rss>',
      ['http://a.example/2'],
    ],
    ['feed', '<rdf:RDF xmlns:rdf="r"><item><link>http://a.example/3</link></item></rdf:RDF>', ['http://a.example/3']],
    [
      'feed',
      '<feed><entry><link rel="self" href="http://a.example/x"/><link href="http://a.example/4"/></entry></feed>',
      ['http://a.example/4'],
    ],
    ['text', '\ufeffhttp://a.example/5\r\nhttp://a.example/6\n', ['http://a.example/5', 'http://a.example/6']],
    ['unknown', '<html><body>Không tìm thấy</body></html>', []],
  ])('%s', (kind, text, urls) => {
    expect(listed(text)).toEqual({ kind, urls });
    expect(listed(gzipSync(text))).toEqual({ kind, urls });
  });

  it('reads UTF-16', () => {
    expect(
      listed(Buffer.from('\ufeff<urlset><url><loc>http://a.example/7</loc></url></urlset>', 'utf16le')).urls,
    ).toEqual(['http://a.example/7']);
  });

  const two = '<item><link>http://a.example/1</link></item><item><link>http://a.example/2</link></item>';
  it.each([
    [
      'an address printed as it is',
      '<urlset><url><loc>http://a.example/?a=1&b=2&copy=3</loc></url><url><loc>http://a.example/2</loc></url></urlset>',
      ['http://a.example/?a=1&b=2&copy=3', 'http://a.example/2'],
    ],
    [
      'a blank line before the declaration',
      '\n<?xml version="1.0"?><urlset><url><loc>http://a.example/1</loc></url></urlset>',
      ['http://a.example/1'],
    ],
    [
      'a warning of PHP before the list',
      `<br />\n<b>Warning</b>: date()<br />\n<?xml version="1.0"?><rss><channel>${two}</channel></rss>`,
      ['http://a.example/1', 'http://a.example/2'],
    ],
    [
      'an entity of HTML',
      `<rss><channel><title>Tin&nbsp;xã & thôn</title>${two}</channel></rss>`,
      ['http://a.example/1', 'http://a.example/2'],
    ],
    [
      'tags of HTML that are not closed',
      `<rss><channel><description><p>Chợ<br>phiên</description>${two}</channel></rss>`,
      ['http://a.example/1', 'http://a.example/2'],
    ],
    [
      'a control character of a word processor',
      `<rss><channel><title>Chợ\x0bphiên</title>${two}</channel></rss>`,
      ['http://a.example/1', 'http://a.example/2'],
    ],
    [
      'an address with a made-up entity, which is none',
      `<rss><channel><item><link>http://a.example/&x;</link></item>${two}</channel></rss>`,
      ['http://a.example/1', 'http://a.example/2'],
    ],
  ])('reads on past %s', (_, text, urls) => {
    expect(listed(text)).toMatchObject({ urls, broken: 'slips' });
  });

  it('leaves what stands in CDATA as it is', () => {
    const padding = `<!-- ${'x'.repeat(65_500)} -->`;
    const text = `<rss>${padding}<item><link><![CDATA[http://a.example/?a=1&b=>2&amp;c]]></link></item></rss>`;
    expect(listed(text)).toEqual({ kind: 'feed', urls: ['http://a.example/?a=1&b=>2&amp;c'] });
  });

  it('keeps what stands before the break', () => {
    const { urls, broken } = listed(
      '<urlset><url><loc>http://a.example/8</loc></url><url><loc>http://a.example/9&nope;',
    );
    expect(urls).toEqual(['http://a.example/8']);
    expect(broken).toBe('cut');
    const entries = Array.from({ length: 999 }, (_, i) => `<url><loc>http://a.example/${i}</loc></url>`);
    const packed = gzipSync(`<urlset>${entries.join('')}</urlset>`);
    const half = listed(packed.subarray(0, packed.length / 2));
    expect(half.broken).toBe('cut');
    expect(half.urls.length).toBeGreaterThan(100);
  });

  it('refuses entity bombs and gzip bombs', () => {
    const lol =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>';
    expect(listed(lol)).toMatchObject({ urls: [], broken: expect.any(String) });
    expect(listed(gzipSync(Buffer.alloc(60 * 2 ** 20)))).toMatchObject({ urls: [], broken: expect.any(String) });
  });

  it('reads 50,000 addresses within a second', () => {
    const entry = (_: unknown, i: number) =>
      `<url><loc>http://a.example/tin-tuc/bai-viet-so-${i}.html</loc><lastmod>2009-01-02</lastmod></url>`;
    const xml = Buffer.from(`<urlset>${Array.from({ length: 50_000 }, entry).join('')}</urlset>`);
    let count = 0;
    const started = cpuTime();
    readSitemap(xml, () => {
      count += 1;
    });
    expect(count).toBe(50_000);
    expect(cpuTime() - started).toBeLessThan(1000);
  });
});

describe('findLinks', () => {
  const find = (html: string) => findLinks(Buffer.from(html), 'http://a.example/tin/x.aspx');

  it('finds anchors, areas, frames, refreshes, pagers, feeds and the canonical address', () => {
    expect(
      find(`<LINK rel="canonical" href="/bai.html"><link rel=next href='x.aspx?p=2'>
        <link rel="alternate" type="application/rss+xml" href="/rss.xml">
        <meta http-equiv="Refresh" content="0; URL='/moi.html'">
        <a class=x href = bai2.html>Bài</a><AREA HREF="/khu#1"><frame src="khung.htm"><iframe src=//b.example/k></iframe>
        <a href="/t?a=1&amp;b=&#7913;">t</a><a href="bai2.html#binh-luan">t</a>
        <a href="javascript:__doPostBack('ctl00','')">2</a><a href="mailto:x@a.example">thư</a>`),
    ).toEqual({
      canonical: 'http://a.example/bai.html',
      pages: [
        'http://a.example/tin/x.aspx?p=2',
        'http://a.example/moi.html',
        'http://a.example/tin/bai2.html',
        'http://a.example/khu',
        'http://a.example/tin/khung.htm',
        'http://b.example/k',
        'http://a.example/t?a=1&b=%E1%BB%A9',
      ],
      feeds: ['http://a.example/rss.xml'],
      postbacks: 1,
    });
  });

  it.each([
    `<a href="#" onclick="location.href='/b'">`,
    `<a href="javascript:void(0)" onclick='window.location = "/b"; return false'>`,
    `<a href="javascript:window.open('\\/b','_blank')">`,
    '<tr onclick="document.location.replace(&#39;/b&#39;)">',
    '<input type=button onclick="window.open(&quot;/b&quot;)">',
    `<a href="/b" onclick="dem(1)">`,
  ])('follows the address that stands in a script: %s', (html) => {
    expect(find(html)).toEqual({ pages: ['http://a.example/b'], feeds: [], postbacks: 0 });
  });

  it('finds the links behind a script that is closed as in XHTML', () => {
    expect(find('<script src="a.js"/><a href="/b">B</a><script>var a;</script>').pages).toEqual(['http://a.example/b']);
  });

  it('follows the script of a page that holds hardly anything else', () => {
    const stub = '<script>window.location.href = "/portal/";</script>';
    expect(find(stub).pages).toEqual(['http://a.example/portal/']);
    expect(find(`${stub}${'<p>Tin trong xã.</p>'.repeat(300)}`).pages).toEqual([]);
  });

  it.each([
    '<a href="javascript:xemTin(1)">',
    '<a href="#" onclick="xemTin(1); return false">',
    `<a href="#" onclick="__doPostBack('ctl00','')">`,
    `<a href="javascript:__doPostBack('ctl00','')">`,
    '<a onclick="xemTin(1)">',
    '<a href="javascript:WebForm_DoPostBackWithOptions(new WebForm_PostBackOptions(&quot;ctl00&quot;, &quot;&quot;, true))">',
    `<a href="#" onclick="location.href='/tin.aspx?id=' + ma">`,
    '<a href="#!/tin/1">',
    '<a href="#/tin/1">',
    `<tr onclick="__doPostBack('ctl00$luoi','Select$0')">`,
    `<input type="button" value="Tiếp" onclick="javascript:__doPostBack('ctl00','')">`,
  ])('counts what only a script can follow: %s', (html) => {
    expect(find(html)).toEqual({ pages: [], feeds: [], postbacks: 1 });
  });

  it.each([
    '<a href="javascript:void(0)">',
    '<a href="javascript:history.back()">',
    '<a href="javascript:window.print()">',
    '<a href="#" onclick="toggleMenu(1); return false">',
    '<a href="#dau-trang">',
    '<div onclick="xemTin(1)">',
  ])('counts nothing that leads nowhere: %s', (html) => {
    expect(find(html).postbacks).toBe(0);
  });

  it('honours the base, and skips comments and scripts', () => {
    const html = `<base href="/goc/"><!-- <a href=an> --><script>'<a href=ma>'</script><style>a{}</style><a href=that>`;
    expect(find(html).pages).toEqual(['http://a.example/goc/that']);
  });

  it('keeps the bytes of names in a legacy encoding, and reads UTF-16', () => {
    expect(findLinks(Buffer.from('<a href="/t\xf8.htm">', 'latin1'), 'http://a.example/').pages).toEqual([
      'http://a.example/t%F8.htm',
    ]);
    expect(findLinks(Buffer.from('\ufeff<a href="/ứ">', 'utf16le'), 'http://a.example/').pages).toEqual([
      'http://a.example/%E1%BB%A9',
    ]);
  });

  it.each([
    '<a ',
    '<a href="',
    '<!--',
    '<script>',
    '<a a=',
    '<',
    ' ',
    '<a x ',
    '<td onclick="location=',
    '<a href="javascript:a(',
  ])('is quick on 1 MB of %j', (piece) => {
    const html = piece.repeat(Math.ceil(1e6 / piece.length));
    const started = cpuTime();
    find(html);
    expect(cpuTime() - started).toBeLessThan(500);
  });
});
