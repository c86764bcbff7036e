import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as door from '../src/index.ts';
import {
  type Block,
  type CleanOptions,
  type CleanResult,
  type CorrectOptions,
  clean,
  correct,
  type DecodeOptions,
  decode,
  type ExtractOptions,
  extract,
  type LearnOptions,
  learn,
  render,
  SachError,
} from '../src/index.ts';
import { articlePage, firstSentence } from './cli/box.ts';

const libraryDocs = readFileSync('docs/library.md', 'utf8');

/** Each part of a document with what it prints; the code above it is its example. */
const examplesIn = (document: string) =>
  document
    .split(/^## /m)
    .filter((part) => part.includes('```text\n'))
    .map((part) => {
      const [, code = '', output = ''] = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(part) ?? [];
      return { title: part.slice(0, part.indexOf('\n')), code, output };
    });

describe.each([
  ['docs/library.md', libraryDocs],
  ['docs/correction.md', readFileSync('docs/correction.md', 'utf8')],
])('%s', (_, document) => {
  const examples = examplesIn(document);

  test('every output in it is that of an example', () => {
    expect(examples.length).toBe(document.split('```text\n').length - 1);
    expect(examples.filter(({ code, output }) => code === '' || output === '')).toEqual([]);
  });

  test.each(examples)('$title prints what it says', async ({ code, output }) => {
    // `sach` is this package itself, through its published door.
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
    expect(stdout).toBe(output);
  });
});

describe('the door', () => {
  test('has the types of all that comes in and goes out', () => {
    const promised = readFileSync('src/index.ts', 'utf8');
    const types = ['article', 'block', 'edit', 'page', 'site-profile'].flatMap((name) => [
      ...readFileSync(`src/model/${name}.ts`, 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm),
    ]);
    expect(types.length).toBeGreaterThan(20);
    expect(types.map(([, name]) => name).filter((name) => !new RegExp(`\\b${name},`).test(promised))).toEqual([]);
  });

  test('is what docs/library.md documents, and SachError', () => {
    const [table = ''] = /^\| function [\s\S]*?\n\n/m.exec(libraryDocs) ?? [];
    const functions = [...table.matchAll(/`(\w+)\(/g)].map(([, name]) => name);
    expect(Object.keys(door).sort()).toEqual([...functions, 'SachError'].sort());
  });

  test('takes a string, bytes or a page alike', () => {
    const html = articlePage('Cầu mới');
    const bytes = new TextEncoder().encode(html);
    const [fromText, fromBytes, fromPage] = [html, bytes, { source: '-', bytes }].map((input) => clean(input));
    expect(fromText?.article.title).toBe('Cầu mới');
    expect(fromBytes).toEqual(fromText);
    expect(fromPage).toEqual(fromText);
  });

  test('the text of a removed block is never cut through a letter', () => {
    const links = [...Array.from({ length: 16 }, () => 'Văn bản mới'), 'Mục ảnh😀', 'Liên hệ'];
    const frame = `<ul class="menu">${links.map((text) => `<li><a href="/muc">${text}</a></li>`).join('')}</ul>`;
    const { removed } = clean(articlePage('Cầu mới').replace('</body>', `${frame}</body>`)).article;
    expect(removed.map(({ text }) => text.length)).toContain(199);
    expect(removed.filter(({ text }) => /\p{Cs}/u.test(text))).toEqual([]);
  });

  test('a string is text, whatever its page declares', () => {
    const html = articlePage('Cầu mới').replace('utf-8', 'windows-1258');
    expect(render(clean(html), 'txt')).toContain(firstSentence);
  });

  test('stages can be called one by one', () => {
    const { value } = decode(new TextEncoder().encode(articlePage('Cầu mới')));
    expect(extract(value).value).toEqual(extract(articlePage('Cầu mới')).value);
  });

  test('bytes that are no text are refused by name', () => {
    expect(() => clean(Buffer.from('%PDF-1.4'))).toThrow(SachError);
  });
});

describe('what a function is called with is looked at', () => {
  // As JavaScript calls them, where no type stands in the way.
  const { applyEdits, clean, correct, decode, extract, invertEdits, learn, render, toRecord } =
    door as unknown as Readonly<Record<keyof typeof door, (...args: readonly unknown[]) => unknown>>;
  const html = articlePage('Cầu mới');
  const bytes = Buffer.from(html);
  const withPage = (facts: object) => () => clean({ source: 'a.html', bytes, ...facts });
  const result = () => clean(html) as CleanResult;
  const withResult = (parts: object) => () => toRecord({ ...result(), ...parts });
  const withArticle = (fields: object) => () =>
    render({ ...result(), article: { ...result().article, ...fields } }, 'json');
  const withOptions = (options: unknown) => () => clean(html, options);
  test.each<[string, () => unknown, string]>([
    ['nothing', () => clean(), 'clean(): page is missing. It takes HTML as a string, bytes as Uint8Array, or'],
    ['an ArrayBuffer', () => clean(new ArrayBuffer(3)), 'clean(): page cannot be ArrayBuffer.'],
    ['a promise', () => clean(Promise.resolve('')), 'clean(): page cannot be Promise.'],
    ['half a page', () => clean({ source: 'x' }), 'clean(): page cannot be Object.'],
    [
      'a URL object',
      withOptions({ url: new URL('https://xa.example.vn') }),
      'options.url cannot be URL. It takes an address',
    ],
    ['no address', withOptions({ url: 'tin/1.html' }), 'options.url cannot be "tin/1.html".'],
    ['a language that is none', withOptions({ lang: 'fr' }), 'options.lang cannot be "fr". It takes en, vi.'],
    ['a level that is none', withOptions({ level: 'al' }), 'cannot be "al". Did you mean all? It takes safe, all.'],
    [
      'a day that is none',
      withOptions({ today: 'foo' }),
      'options.today cannot be "foo". It takes a day such as "2026-11-24".',
    ],
    ['a Date', withOptions({ today: new Date(0) }), 'options.today cannot be Date.'],
    [
      'a misspelt option',
      withOptions({ wrods: [] }),
      'there is no options.wrods. Did you mean words? Known: fix, level,',
    ],
    ['a string as options', withOptions('all'), 'options cannot be "all". It takes keys with values.'],
    ['a profile that is none', withOptions({ profile: [{}] }), 'options.profile.0.site is missing. It takes text.'],
    ['no profile at all', withOptions({ profile: 5 }), 'options.profile cannot be 5. It takes a site profile'],
    [
      'a misspelt key of a profile',
      withOptions({ profile: { site: 'xa.example.vn', selecters: {} } }),
      'there is no options.profile.selecters. Did you mean selectors?',
    ],
    [
      'a selector that is none',
      withOptions({ learned: [{ site: '', selectors: { title: ['h1['] } }] }),
      'options.learned.0.selectors.title.0 cannot be "h1[". It takes a selector of tags',
    ],
    ['a status as text', withPage({ status: '404' }), 'page.status cannot be "404". It takes a number such as 404'],
    ['a page without an address', withPage({ url: 'not an address' }), 'page.url cannot be "not an address".'],
    ...['javascript:1', 'file:///C:/tin/1.html', 'mailto:a@xa.example', 'http://'].map(
      (url): [string, () => unknown, string] => [
        `a page at ${url}`,
        withPage({ url }),
        `page.url cannot be ${JSON.stringify(url)}. It takes an address`,
      ],
    ),
    [
      'an address of a machine',
      withOptions({ url: 'file:///C:/tin/1.html' }),
      'options.url cannot be "file:///C:/tin/1.html".',
    ],
    [
      'a time that is none',
      withPage({ fetchedAt: 'hôm qua' }),
      'page.fetchedAt cannot be "hôm qua". It takes a date, or',
    ],
    ['a time off the clock', withPage({ fetchedAt: '2026-11-24T25:00:00Z' }), 'page.fetchedAt cannot be'],
    ['an empty id', withPage({ warcRecordId: '' }), 'page.warcRecordId cannot be "". It takes text that is not empty.'],
    ['an empty name', withPage({ source: '' }), 'page.source cannot be "".'],
    ['a kind that is none', withPage({ kind: 'pdf' }), 'page.kind cannot be "pdf". It takes html, text, markdown.'],
    ['an encoding for text', withOptions({ encoding: 'xx' }), 'There is no encoding named “xx”.'],
    [
      'an encoding that is none',
      () => clean(Buffer.from(html), { encoding: 'tcvn9' }),
      'There is no encoding named “tcvn9”.',
    ],
    ['correct: nothing', () => correct(), 'correct(): text is missing. It takes text.'],
    [
      'correct: more than fits into memory',
      () => correct('ừ'.repeat(10_000_001)),
      'the text has 10000001 letters; at most 10000000 are corrected at once. Correct its chapters one by one',
    ],
    ['correct: bytes', () => correct(Buffer.from('a')), 'correct(): text cannot be Buffer.'],
    [
      'correct: words as a string',
      () => correct('a', { words: 'x' }),
      'options.words cannot be "x". It takes a list of texts.',
    ],
    ['decode: a string', () => decode('a'), 'decode(): bytes cannot be "a". It takes bytes as Uint8Array'],
    ['extract: bytes', () => extract(Buffer.from('a')), 'extract(): page cannot be Buffer.'],
    ['learn: one page', () => learn(html), 'learn(): pages cannot be "<!doctype'],
    [
      'render: a format that is none',
      () => render(clean(html), 'pdf'),
      'format cannot be "pdf". It takes md, json, jsonl, html, txt.',
    ],
    ['render: nothing', () => render(null, 'md'), 'render(): result cannot be null.'],
    ['no options', withOptions(null), 'clean(): options cannot be null.'],
    ['render: no result', () => render('md'), 'render(): result cannot be "md". It takes what clean() made.'],
    ['render: half a result', () => render({ findings: [] }, 'md'), 'render(): result cannot be Object.'],
    [
      'render: no list of what was removed',
      withArticle({ removed: undefined }),
      'result.article.removed is missing. It takes a list',
    ],
    [
      'render: no attachments',
      withArticle({ attachments: {} }),
      'result.article.attachments cannot be Object. It takes a list.',
    ],
    [
      'render: half an attachment',
      withArticle({ attachments: [{}] }),
      'result.article.attachments.0.href is missing. It takes text.',
    ],
    ['render: tags as text', withArticle({ tags: 'cầu' }), 'result.article.tags cannot be "cầu". It takes a list.'],
    [
      'render: a title that is none',
      withArticle({ title: null }),
      'result.article.title cannot be null. It takes text.',
    ],
    ['render: a page type that is none', withArticle({ pageType: 'x' }), 'It takes article, listing, error, empty.'],
    ['render: text as a block', withArticle({ body: ['Cầu mới'] }), 'result.article.body.0 cannot be "Cầu mới".'],
    [
      'render: a block of no kind',
      withArticle({ body: [{ kind: 'para', children: [] }] }),
      'result.article.body.0.kind cannot be "para". It takes paragraph, heading, list,',
    ],
    [
      'render: a block without its text',
      withArticle({ body: [{ kind: 'quote', children: [{ kind: 'paragraph' }] }] }),
      'result.article.body.0.children.0.children is missing. It takes a list.',
    ],
    [
      'render: a part of a line of no kind',
      withArticle({ body: [{ kind: 'paragraph', children: [{ kind: 'b' }] }] }),
      'result.article.body.0.children.0.kind cannot be "b". It takes text, code,',
    ],
    [
      'render: a cell that is none',
      withArticle({ body: [{ kind: 'table', rows: [[{ children: [] }]] }] }),
      'result.article.body.0.rows.0.0.header is missing. It takes true or false.',
    ],
    ['toRecord: no provenance', withResult({ provenance: 5 }), 'result.provenance cannot be 5.'],
    ['toRecord: no encoding', withResult({ encoding: undefined }), 'result.encoding is missing.'],
    ['toRecord: a finding that is none', withResult({ findings: [null] }), 'result.findings.0 cannot be null.'],
    ...(
      [
        ['a dateline', { dateline: 5 }, 'result.article.dateline cannot be 5. It takes text.'],
        ['a section', { section: ['Tin'] }, 'result.article.section cannot be Array. It takes text.'],
        ['a site', { site: new URL('https://xa.example/') }, 'result.article.site cannot be URL. It takes text.'],
        ['a template', { template: null }, 'result.article.template cannot be null. It takes text.'],
        [
          'a confidence',
          { confidence: 'cao' },
          'result.article.confidence cannot be "cao". It takes a number from 0 to 1.',
        ],
        ['a confidence in percent', { confidence: 95 }, 'result.article.confidence cannot be 95.'],
      ] as const
    ).map(([name, fields, message]): [string, () => unknown, string] => [
      `toRecord: ${name} that is none`,
      withResult({ article: { ...result().article, ...fields } }),
      message,
    ]),
    [
      'toRecord: half an edit',
      withResult({ edits: [{ rule: 'typo/tone', field: 'text', start: 0, end: 2 }] }),
      'result.edits.0.before is missing. It takes text.',
    ],
    [
      'toRecord: a finding of no level',
      withResult({ findings: [{ rule: 'page/empty', level: 'fatal', message: 'Trống' }] }),
      'result.findings.0.level cannot be "fatal". It takes error, warning, info.',
    ],
    ['toRecord: nothing', () => toRecord(), 'toRecord(): result is missing. It takes what clean() made.'],
    ['toRecord: an article', () => toRecord({ body: [] }), 'toRecord(): result cannot be Object.'],
    ['applyEdits: no edits', () => applyEdits('a'), 'applyEdits(): edits is missing. It takes a list of edits'],
    ['applyEdits: no edit', () => applyEdits('a', [{}]), 'applyEdits(): edits.0.start is missing.'],
    ['applyEdits: no text', () => applyEdits(5, []), 'applyEdits(): text cannot be 5. It takes text.'],
    [
      'applyEdits: those of another text',
      () => applyEdits('abc', [{ start: 0, end: 1, before: 'b', after: 'x' }]),
      'The edit at 0–1 is not one of this text: “b” does not stand there',
    ],
    ['invertEdits: nothing', () => invertEdits(), 'invertEdits(): edits is missing.'],
    ['extract: half a page', () => extract({ text: html }), 'extract(): page.source is missing. It takes text.'],
  ])('%s', (_, work, message) => {
    expect(work).toThrow(expect.objectContaining({ name: 'SachError', message: expect.stringContaining(message) }));
  });

  test('and told in the language asked for', () => {
    expect(() => clean(html, { lang: 'vi', level: 'foo' })).toThrow('clean(): options.level không thể là "foo".');
  });

  test('options that are not given may be undefined, and are the same for every stage', () => {
    const options = { url: undefined, fix: undefined, level: 'all', today: '2026-11-24', words: ['ngừơi'], lang: 'vi' };
    expect(clean(html, options)).toBeTypeOf('object');
    expect(extract(html, options)).toBeTypeOf('object');
    expect(correct('Ngừơi dân', options)).toMatchObject({ text: 'Ngừơi dân' });
  });
});

test('what clean made is rendered, and what its owner changed in it', () => {
  const html = readFileSync('fixtures/xa-tan-loc/tiep-xuc-cu-tri/input.html');
  const result = clean(html);
  const body: readonly Block[] = [
    ...result.article.body,
    { kind: 'verse', lines: [[{ kind: 'text', value: 'Cầu mới qua sông' }, { kind: 'break' }]] },
    { kind: 'list', ordered: true, start: 3, items: [[{ kind: 'rule' }], []] },
    { kind: 'table', rows: [[{ header: true, colspan: 1, rowspan: 2, children: [{ kind: 'code', value: 'x' }] }]] },
    { kind: 'embed', href: '/phim.mp4' },
  ];
  const own = { ...result, mine: 1, article: { ...result.article, title: 'Cầu mới', body, mine: 2 } };
  expect(render(own, 'txt')).toContain('Cầu mới qua sông');
});

describe('options and types are those that docs/library.md tells', () => {
  // The compiler holds this table against the types.
  const options = {
    decode: ['encoding', 'url', 'lang'] satisfies (keyof DecodeOptions)[],
    extract: ['url', 'profile', 'learned', 'today', 'lang'] satisfies (keyof ExtractOptions)[],
    correct: ['level', 'words', 'lang'] satisfies (keyof CorrectOptions)[],
    learn: ['encoding', 'lang'] satisfies (keyof LearnOptions)[],
  };

  test.each(Object.entries(options))('%s', (name, keys) => {
    const [, cell = ''] =
      new RegExp(`^\\| \`${name}\` +\\|([^|]+)\\|`, 'm').exec(
        libraryDocs.slice(libraryDocs.indexOf('| function  |')),
      ) ?? [];
    expect([...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key)).toEqual(keys);
  });

  // Under exactOptionalPropertyTypes the compiler tells the two apart.
  test('one that is undefined is as if it were not given', () => {
    const none: Readonly<Record<keyof CleanOptions, undefined>> = {
      fix: undefined,
      level: undefined,
      encoding: undefined,
      url: undefined,
      profile: undefined,
      learned: undefined,
      words: undefined,
      lang: undefined,
      today: undefined,
    };
    const bytes = new TextEncoder().encode(articlePage('Cầu mới'));
    const page = { source: '-', bytes, url: undefined, contentType: undefined, fetchedAt: undefined, kind: undefined };
    expect(render(clean(page, none), 'json')).toBe(render(clean(bytes), 'json'));
    expect(extract(decode(bytes, none).value, none)).toEqual(extract(decode(bytes).value));
    expect(correct('Ngừơi dân', none)).toEqual(correct('Ngừơi dân'));
    expect(learn([page], none)).toEqual(learn([bytes]));
  });

  test('the address is the base of what extract finds, alone and behind decode', () => {
    const html = articlePage('Cầu mới').replace('</p>', ' <a href="/qd.pdf">Tệp</a></p>');
    const given: ExtractOptions = { url: 'https://xa.example.vn/tin/1.html', lang: 'vi' };
    const bytes = new TextEncoder().encode(html);
    const decoded = decode(bytes, given satisfies DecodeOptions).value;
    for (const page of [extract(html, given), extract(decoded), extract(decode(bytes).value, given)])
      expect(page.value).toMatchObject({
        site: 'xa.example.vn',
        attachments: [{ href: 'https://xa.example.vn/qd.pdf' }],
      });
    expect(extract(decoded, { url: 'https://khac.example.vn/' }).value.site).toBe('xa.example.vn');
  });

  test.each<[string, () => unknown]>([
    ['decode', () => decode(new Uint8Array(1), { encoding: 'tcvn9', lang: 'vi' })],
    ['learn', () => learn([], { encoding: 'tcvn9', lang: 'vi' })],
    ['correct', () => correct(5 as unknown as string, { lang: 'vi' })],
    ['extract', () => extract(5 as unknown as string, { lang: 'vi' })],
  ])('%s tells errors in the language asked for', (_, work) => {
    expect(work).toThrow(/không/i);
  });
});

test('the page that docs/extraction.md walks through becomes the Markdown shown there', () => {
  const [, html = '', markdown] =
    /^```html\n([\s\S]*?)```[\s\S]*?^```markdown\n([\s\S]*?)```/m.exec(readFileSync('docs/extraction.md', 'utf8')) ??
    [];
  expect(render(clean(html), 'md')).toBe(markdown);
  const unnamed = html.replace('lblTieuDe', 'lblA').replace('lblNoiDung', 'lblB');
  expect(clean(unnamed).article.pageType, 'without the template').toBe('error');
});

test('words of the user are known in either form of Unicode, and a list that is changed is read anew', () => {
  const words = ['đưọc'.normalize('NFD')];
  expect(correct('Xã đưọc khen.', { words }).edits).toEqual([]);
  words[0] = 'khen';
  expect(correct('Xã đưọc khen.', { words }).text).toBe('Xã được khen.');
});
