import { describe, expect, test } from 'vitest';
import { clean, render, toRecord } from '../../src/index.ts';

const cleaned = (text: string) => clean({ source: 'bai.md', kind: 'markdown', bytes: new TextEncoder().encode(text) });
const rules = (text: string): string[] => cleaned(text).findings.map(({ rule }) => rule);

describe('Markdown is read within the limits that drafts have', () => {
  const opened = 'Bà con **đi '.repeat(480);
  const closed = 'họp** '.repeat(480);
  test.each([
    ['points', `${'- '.repeat(5000)}Họp thôn`, ['markup/too-many-levels']],
    ['quotations', `${'> '.repeat(3000)}Họp thôn`, ['markup/too-many-levels']],
    ['emphasis', 'Họp *thôn_ '.repeat(3000), ['markup/too-many-marks']],
    ['two lines of marks round a word', `${'_'.repeat(60_000)}thôn${'_'.repeat(60_000)}`, []],
    [
      'runs as long as are read',
      `${`${'*'.repeat(10)}a `.repeat(300)}${`b${'*'.repeat(10)} `.repeat(300)}`,
      ['markup/too-many-marks'],
    ],
    ['emphasis in emphasis, below the limit', `${opened}${closed}`, []],
  ])('%s', (_, text, told) => {
    const result = cleaned(text);
    expect(result.findings.map(({ rule }) => rule)).toEqual(told);
    for (const format of ['md', 'json', 'html', 'txt'] as const)
      expect(render(result, format).length).toBeGreaterThan(0);
  });

  test('a finding tells the line', () => {
    expect(cleaned(`Xã họp.\n\n${'> '.repeat(300)}Hết`).findings).toMatchObject([{ line: 3 }]);
  });

  test('what people write is below them', () => {
    const list = Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}- bậc ${level}`).join('\n');
    const form = 'Họ và tên: ______________________ Thôn: ________________\n'.repeat(90);
    expect(rules(`${list}\n\n${form}\n${'Bà con **thôn Đông** họp. '.repeat(400)}`)).toEqual([]);
    expect(cleaned('Bà con **thôn ***Đông*** họp** hôm nay, ***rất*** đông.').article.body).toMatchObject([
      { children: [{}, { kind: 'strong' }, {}, { kind: 'emphasis', children: [{ kind: 'strong' }] }, {}] },
    ]);
  });
});

describe('addresses that are not safe', () => {
  const text = [
    '![Ảnh cầu](javascript:mo()) ![Đò](DATA:text/html,x) ![](vbscript:x) ![Cầu mới][1] ![Sông][2] [xem](javascript:mo())',
    '<img src="javascript:mo()" alt="Ảnh chợ">',
    '![Sơ đồ](data:image/png;base64,AAAA) ![Bến](/anh/ben.jpg)',
    '[1]: vbscript:x',
    '[2]: https://xa.example/song.jpg',
  ].join('\n\n');

  test('are in no output; their pictures are told as left out, what is safe stays', () => {
    const result = cleaned(text);
    for (const format of ['md', 'html', 'txt'] as const)
      expect(render(result, format)).not.toMatch(/javascript|vbscript|data:/i);
    const { images, removed, ...rest } = toRecord(result);
    expect(JSON.stringify(rest)).not.toMatch(/javascript|vbscript|data:/i);
    expect(images.map(({ src }) => src)).toEqual(['https://xa.example/song.jpg', '/anh/ben.jpg']);
    expect(removed.map(({ text }) => text)).toEqual([
      'Ảnh cầu (javascript:)',
      'Đò (DATA:)',
      'Cầu mới (vbscript:)',
      'Ảnh chợ (javascript:)',
      'Sơ đồ (data:image/png, 1 KB)',
    ]);
  });
});

describe('front matter that holds itself', () => {
  test.each([
    ['a list as title', 'title: &a [*a, Họp thôn]', { title: 'Họp thôn' }],
    ['tags', 'title: Họp thôn\ntags: &a [cầu, *a]', { title: 'Họp thôn', tags: ['cầu'] }],
    ['two lists', 'title: Họp thôn\nauthor: &a [&b [*a, *b], Lan]', { title: 'Họp thôn', byline: 'Lan' }],
    ['a mapping', 'title: &a { b: *a }\ndescription: Họp', { sapo: 'Họp' }],
    ['all of it', '&a\ntitle: *a\ndescription: Họp', { sapo: 'Họp' }],
  ])('%s', (_, yaml, fields) => {
    expect(cleaned(`---\n${yaml}\n---\n\nBà con bàn việc làm đường.\n`).article).toMatchObject(fields);
  });

  test('a list that stands twice is read twice', () => {
    const { byline, tags } = cleaned('---\nauthor: &a [Lan, Hòa]\ntags: *a\n---\n\nBà con họp.\n').article;
    expect([byline, tags]).toEqual(['Lan, Hòa', ['Lan', 'Hòa']]);
  });
});

test.each([
  [
    'date: 26/9/2024\nlastmod: 2024-09-27 08:15',
    { publishedAt: '2024-09-26', modifiedAt: '2024-09-27T08:15:00+07:00' },
  ],
  ['date: 2024-09-26\nlang: vi_VN', { publishedAt: '2024-09-26', language: 'vi-VN' }],
  [
    'date: 2024-09-26T08:15:00+07:00\nlang: zh-Hant-TW',
    { publishedAt: '2024-09-26T01:15:00Z', language: 'zh-Hant-TW' },
  ],
  ['date: hôm qua\nlang: tiếng Việt\nurl: "https:"', {}],
  ['url: mailto:a@xa.example', {}],
  ['url: https://xa.example/1', { url: 'https://xa.example/1', site: 'xa.example' }],
])('front matter is read into the forms of the record, or not at all: %s', (yaml, fields) => {
  const { publishedAt, modifiedAt, language, url, site } = cleaned(
    `---\ntitle: Họp\n${yaml}\n---\n\nBà con họp.\n`,
  ).article;
  expect(JSON.parse(JSON.stringify({ publishedAt, modifiedAt, language, url, site }))).toEqual(fields);
});
