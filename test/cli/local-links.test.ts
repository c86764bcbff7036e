import { describe, expect, test } from 'vitest';
import { type Box, firstSentence, openBox } from './box.ts';

/** A page whose article links to another one. */
const linking = (href: string): string =>
  `<title>Tin</title><h1>Xã mở lớp dạy nghề đan lát</h1><div class="content"><p>${firstSentence} Xem <a href="${href}">tin
trước</a>.</p><p>${firstSentence} ${firstSentence}</p></div>`;

/** Where the link of a page leads in what `clean` writes of it. */
async function linkIn(box: Box, args: readonly string[], written: string): Promise<string | undefined> {
  expect(await box.here(['clean', ...args, '-o', 'out/'])).toMatchObject({ status: 0 });
  return /\[tin trước\]\((\S+)\)|href="([^"]+)">tin trước/
    .exec(box.read(`out/${written}`))
    ?.slice(1)
    .find(Boolean);
}

describe('what leads from page to page of a folder leads from article to article', () => {
  test.each([
    ['beside it', 'b.html', 'tin/b.html', 'b.md'],
    ['with a place in it', 'b.html#phan2', 'tin/b.html', 'b.md#phan2'],
    ['in another folder', '../van-ban/c.html', 'van-ban/c.html', '../van-ban/c.md'],
    ['a folder', '../van-ban/', 'van-ban/index.html', '../van-ban/index.md'],
    ['a page saved with its query', 'd.php%3Fid=5', 'tin/d.php?id=5', 'd.php%3Fid=5.md'],
    ['the query as the page has it', 'd.php?id=5', 'tin/d.php?id=5', 'd.php%3Fid=5.md'],
    ['a name in Vietnamese', 'tiếng Việt.html', 'tin/tiếng Việt.html', 'ti%E1%BA%BFng%20Vi%E1%BB%87t.md'],
  ])('%s', async (_, href, path, expected) => {
    using box = openBox();
    box.put('in/tin/a.html', linking(href));
    box.put(`in/${path}`, linking('https://example.vn/'));
    expect(await linkIn(box, ['in'], 'tin/a.md')).toBe(expected);
  });

  test('in HTML too', async () => {
    using box = openBox();
    box.put('in/a.html', linking('b.html'));
    box.put('in/b.html', linking('a.html'));
    expect(await linkIn(box, ['in', '-f', 'html'], 'a.html')).toBe('b.html');
    expect(await linkIn(box, ['in', '-f', 'html'], 'b.html')).toBe('a.html');
  });

  test('of a mirror, whose pages know their address', async () => {
    using box = openBox();
    box.put('mirror/xa.example.vn/tin/a.html', linking('/van-ban/c.html'));
    box.put('mirror/xa.example.vn/van-ban/c.html', linking('../tin/'));
    expect(await linkIn(box, ['mirror'], 'xa.example.vn/tin/a.md')).toBe('../van-ban/c.md');
    expect(await linkIn(box, ['mirror'], 'xa.example.vn/van-ban/c.md')).toBe('http://xa.example.vn/tin/');
  });

  test('the same with threads', async () => {
    using box = openBox();
    for (let n = 0; n < 6; n++) box.put(`in/${n}.html`, linking(`${(n + 1) % 6}.html`));
    await box.sach(['clean', 'in', '-o', 'out/', '-j', '2']);
    for (let n = 0; n < 6; n++) expect(box.read(`out/${n}.md`)).toContain(`[tin trước](${(n + 1) % 6}.md)`);
  });
});

describe('a link stays as it is', () => {
  test.each([
    ['to a page that is not there', 'x.html', []],
    ['to a file that is no page', 'bang-gia.pdf', ['bang-gia.pdf']],
    ['to a page outside the folder', '../khac/b.html', ['../khac/b.html']],
    ['to one of two pages that are written under one name', 'b.html', ['b.html', 'b.htm']],
    ['to another host', 'https://example.vn/b.html', ['b.html']],
  ])('%s', async (_, href, others) => {
    using box = openBox();
    box.put('in/a.html', linking(href));
    for (const path of others) box.put(`in/${path}`, linking('https://example.vn/'));
    expect(await linkIn(box, ['in'], 'a.md')).toBe(href);
  });

  test('where pages are named one by one: the other may not be among them', async () => {
    using box = openBox();
    for (const name of ['a', 'b', 'c']) box.put(`in/${name}.html`, linking('b.html'));
    expect(await linkIn(box, ['in/a.html', 'in/c.html'], 'in/a.md')).toBe('b.html');
  });

  test('in a page that a person saved under its title', async () => {
    using box = openBox();
    box.put(
      'in/Xã mở lớp.html',
      `<!-- saved from url=(0031)http://xa.example.vn/tin/1.html -->\n${linking('/tin/2.html')}`,
    );
    box.put('in/2.html', linking('https://example.vn/'));
    expect(await linkIn(box, ['in'], 'Xã mở lớp.md')).toBe('http://xa.example.vn/tin/2.html');
  });

  test('in records', async () => {
    using box = openBox();
    for (const name of ['a', 'b']) box.put(`in/${name}.html`, linking('b.html'));
    await box.here(['clean', 'in', '-f', 'json', '-o', 'out/']);
    expect(box.read('out/a.json')).toContain('(b.html)');
  });
});
