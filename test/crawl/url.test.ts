import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPattern } from '../../src/crawl/pattern.ts';
import { scopeOf } from '../../src/crawl/scope.ts';
import { trapOf, traps } from '../../src/crawl/traps.ts';
import { asBrowserAsks, canonicalUrl, resolveLink } from '../../src/crawl/url.ts';
import { cpuTime } from '../cpu-time.ts';
import { fuzz } from '../fuzz.ts';

/** As a page's bytes look when each is one character. */
const bytes = (text: string) => Buffer.from(text).toString('latin1');

describe('resolveLink', () => {
  it.each([
    ['bai.html', 'http://a.example/tin/x.html', 'http://a.example/tin/bai.html'],
    [' /tin\n/moi.html#dau ', 'http://a.example/x/', 'http://a.example/tin/moi.html'],
    [bytes('/tin-tức.aspx'), 'http://a.example/', 'http://a.example/tin-t%E1%BB%A9c.aspx'],
    ['/tin-t\xf8c.aspx', 'http://a.example/', 'http://a.example/tin-t%F8c.aspx'],
    ['/tin-t\u1ee9c.aspx', 'http://a.example/', 'http://a.example/tin-t%E1%BB%A9c.aspx'],
    ['..\\anh\\cau.jpg', 'http://a.example/tin/x/', 'http://a.example/tin/anh/cau.jpg'],
    ['//b.example/x', 'https://a.example/', 'https://b.example/x'],
    ['?tabid=5', 'http://a.example/Default.aspx?tabid=4', 'http://a.example/Default.aspx?tabid=5'],
  ])('%j on %s', (link, base, url) => {
    expect(resolveLink(link, base)).toBe(url);
  });

  it.each(['mailto:a@b.example', 'javascript:void(0)', 'data:text/html,x', 'http://', 'file:///etc/passwd'])(
    'is no address of the web: %s',
    (link) => {
      expect(resolveLink(link, 'http://a.example/')).toBeUndefined();
    },
  );
});

describe('canonicalUrl', () => {
  it.each([
    ['http://A.Example:80/Tin?#x', 'http://a.example/Tin'],
    ['http://a.example./', 'http://a.example/'],
    ['http://a.example/%7euser/%e1%bb%a9', 'http://a.example/~user/%E1%BB%A9'],
    ['http://a.example/100%', 'http://a.example/100%25'],
    ['http://a.example/bai.jsp;jsessionid=ABC123?id=4', 'http://a.example/bai.jsp?id=4'],
    ['http://a.example/bai.php?PHPSESSID=1&id=4', 'http://a.example/bai.php?id=4'],
    ['http://a.example/bai.php?id=4&s=0123456789abcdef0123', 'http://a.example/bai.php?id=4'],
    ['http://a.example/(S(abcdef12345))/Default.aspx?tabid=4', 'http://a.example/Default.aspx?tabid=4'],
    ['http://a.example/(X(1)S(abc))/x.aspx', 'http://a.example/x.aspx'],
    ['http://a.example/k.php?session=4h7ba0d9c2ej8f1g6i3b5a7c&id=4', 'http://a.example/k.php?id=4'],
    ['http://a.example/k.php?id=4&SESSID=a1b2c3d4e5f6a7b8', 'http://a.example/k.php?id=4'],
    ['http://a.example/k.php?BV_SessionID=7rk2-9fj3k1mq8z4x&id=4', 'http://a.example/k.php?id=4'],
    ['http://a.example/k.php?sid=3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'http://a.example/k.php'],
    // Not sessions:
    [
      'http://a.example/news.php?sid=khanh-thanh-cau-moi-2009',
      'http://a.example/news.php?sid=khanh-thanh-cau-moi-2009',
    ],
    ['http://a.example/news.php?sid=hopdandot2nam2009', 'http://a.example/news.php?sid=hopdandot2nam2009'],
    ['http://a.example/news.php?sid=hop_dan_ban_lam_duong_2', 'http://a.example/news.php?sid=hop_dan_ban_lam_duong_2'],
    ['http://a.example/hop?session=sang-thu-2-tuan-12', 'http://a.example/hop?session=sang-thu-2-tuan-12'],
    ['http://a.example/x?possession=4h7ba0d9c2ej8f1g6i3b', 'http://a.example/x?possession=4h7ba0d9c2ej8f1g6i3b'],
    ['http://a.example/?s=tin+moi', 'http://a.example/?s=tin+moi'],
    ['http://a.example/bai.php?sid=12', 'http://a.example/bai.php?sid=12'],
    ['http://a.example/so-lieu-(2009)/x', 'http://a.example/so-lieu-(2009)/x'],
    ['http://www.a.example/index.html?b=1&a=2', 'http://www.a.example/index.html?b=1&a=2'],
  ])('%s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const once = canonicalUrl(url);
        expect(canonicalUrl(once)).toBe(once);
      }),
      fuzz(100),
    );
  });
});

describe('asBrowserAsks', () => {
  it.each([
    ['http://a.example/t%F8c/x%20y%2Fz.pdf?q=%F8', 'windows-1252', 'http://a.example/t%C3%B8c/x%20y%2Fz.pdf?q=%F8'],
    ['http://a.example/t%FD.pdf', 'windows-1258', 'http://a.example/t%C6%B0.pdf'],
    ['http://a.example/t%FD.pdf', 'x-tcvn', 'http://a.example/t%C3%BD.pdf'],
    ['http://a.example/t%E1%BB%A9.pdf', 'windows-1258', undefined],
    ['http://a.example/t.pdf?q=%F8', undefined, undefined],
  ])('%s on a page in %s', (url, encoding, asked) => {
    expect(asBrowserAsks(url, encoding)).toBe(asked);
  });
});

describe('scope', () => {
  const seed = 'http://www.tinh.gov.vn/tin/moi/index.html';
  it.each([
    ['page', 'http://www.tinh.gov.vn/tin/moi/2.html', 'scope'],
    ['prefix', 'https://tinh.gov.vn/tin/moi/2.html', undefined],
    ['prefix', 'http://www.tinh.gov.vn/tin/cu/2.html', 'scope'],
    ['host', 'http://tinh.gov.vn/', undefined],
    ['host', 'http://so.tinh.gov.vn/', 'scope'],
    ['domain', 'http://so.tinh.gov.vn/', undefined],
    ['domain', 'http://khac.gov.vn/', 'scope'],
  ] as const)('%s: %s', (scope, url, verdict) => {
    expect(scopeOf([seed], { scope })(url)).toBe(verdict);
  });

  it('narrows by patterns, but never shuts out a seed', () => {
    const inScope = scopeOf([seed], { include: ['*/tin/*'], exclude: ['/\\.pdf$/i', '/cu/'] });
    expect(inScope(seed)).toBeUndefined();
    expect(inScope('http://tinh.gov.vn/tin/a')).toBeUndefined();
    expect(inScope('http://tinh.gov.vn/anh/a')).toBe('excluded');
    expect(inScope('http://tinh.gov.vn/tin/a.PDF')).toBe('excluded');
  });

  it('reads a plain pattern as text', () => {
    expect(toPattern('a.b?c', 'include').test('xa.b?cx')).toBe(true);
    expect(toPattern('a.b', 'include').test('acb')).toBe(false);
  });
});

describe('traps', () => {
  const at = (path: string) => `http://a.example${path}`;
  it.each(traps.map((trap) => [trap.id, trap] as const))('%s', (id, trap) => {
    expect(trap.why && trap.source).toBeTruthy();
    for (const path of trap.skips) expect([path, trapOf(at(path))?.id]).toEqual([path, id]);
    for (const path of trap.follows) expect([path, trapOf(at(path))?.id]).toEqual([path, undefined]);
    for (const filler of ['/a', '/', 'a=', '&calendar', '1']) {
      const started = cpuTime();
      trapOf(at(`/${filler.repeat(2000)}`.slice(0, 2040)));
      trapOf(at(`/${filler.repeat(50_000)}`));
      expect(cpuTime() - started).toBeLessThan(100);
    }
  });
});
