import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseHtmlText, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type DraftSettings, runDraft } from '../../src/cli/draft-job.ts';
import { parseDraft, readDraft } from '../../src/drafts/index.ts';
import { draftKindOf, isDraftName } from '../../src/input/index.ts';
import { applyEdits, type Draft, type DraftKind } from '../../src/model/index.ts';
import { correctDraft } from '../../src/proofread/index.ts';
import type { Style } from '../../src/text/index.ts';
import { runs } from '../fuzz.ts';

/** How many made-up files each property is tried on: `SACH_FUZZ=1000` for a full run. */
const numRuns = Number(process.env.SACH_FUZZ ?? 25);

/** What each unit of a passage is written as. */
const written = (draft: Draft, n = 0): string[] => {
  const { from = [], to = [] } = draft.passages[n] ?? {};
  return from.map((start, i) => (start < 0 ? '∅' : draft.text.slice(start, to[i])));
};

const corrected = (text: string, kind: DraftKind): string => correctDraft(parseDraft('x', text, kind)).text;

test.each([
  ['a note of Markdown', 'markdown', 'phát triến[^1] mạnh'],
  ['a raised number', 'markdown', 'phát triến<sup>2</sup> mạnh'],
  ['a raised letter that leads to its note', 'html', 'phát triến<sup><a href="#b">b</a></sup> mạnh'],
  ['several notes', 'html', 'phát triến<sup>2, 3</sup> mạnh'],
  ['a picture', 'markdown', 'phát triến![](a.png) mạnh'],
  ['code', 'markdown', 'phát triến`x` mạnh'],
  ['code in HTML', 'html', 'phát triến<code>x</code> mạnh'],
  ['an emoji', 'text', 'phát triến😀 mạnh'],
  ['an emoji and a comma', 'text', 'phát triến ❤️, mạnh'],
  ['a raised figure', 'text', 'phát triến² mạnh'],
] as const)('a slip is found beside %s, which stays', (_, kind, words) => {
  const text = `Kinh tế ${words}.\n\n[^1]: Theo xã.\n`;
  expect(corrected(text, kind)).toBe(text.replace('triến', 'triển'));
});

test.each([
  ['markdown', 'kho cấp đông<sup>2</sup>, đồng thời xử lý. Bà con<sup>b</sup> ngồi kín sân đình.'],
  ['html', 'kho cấp đông<sup>b</sup>, đồng thời xử lý. Bà con<sup><a href="#n">2</a></sup> ngồi kín sân đình.'],
] as const)('a raised number or letter is none of the word before it: %s', (kind, text) => {
  expect(corrected(text, kind)).toBe(text);
});

test('a whole line that is raised is text like other text', () => {
  expect(corrected('<p><sup>Kinh tế phát triến mạnh.</sup></p>', 'html')).toContain('phát triển');
});

test.each([
  ['soft breaks', 'markdown', '\n'],
  ['hard breaks', 'markdown', '  \n'],
  ['lines of plain text', 'text', '\n'],
] as const)('in a poem of %s corrections are only suggested', (_, kind, end) => {
  const lines = [
    'Quê em hoa nở bên đường',
    'Con đò gác mái đìu hiu bến chờ',
    'Rào rào lá rụng bên sân',
    'Năm nay sản suất được mùa',
  ];
  const { text, suggestions } = correctDraft(parseDraft('x', `${lines.join(end)}\n`, kind));
  expect(text).toBe(`${lines.join(end)}\n`);
  expect(suggestions.map(({ after }) => after)).toEqual(['xuất']);
  // The same words in a paragraph that is only wrapped.
  const prose = lines.join(', ').replace(/ (?=bến|sân|sản)/g, '\n');
  expect(correctDraft(parseDraft('x', prose, kind)).text).toContain('sản xuất');
});

test('a paragraph of plain text may be as long as a file may be', () => {
  const text = 'người dân '.repeat(900_000);
  expect(parseDraft('x', text, 'text').passages).toMatchObject([{ start: 0, end: text.length }]);
});

describe('marks over the limit', () => {
  test('are text, and told, and take no time that grows with their square', () => {
    const text = `Đầu\n\n${'*a_'.repeat(50_000)}\n`;
    const start = performance.now();
    const draft = parseDraft('x', text, 'markdown');
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(draft.notices).toEqual([
      { rule: 'markup/too-many-marks', level: 'warning', params: { limit: 1000 }, line: 3 },
    ]);
    expect(draft.passages[1]?.text.endsWith('a_*a_*a_')).toBe(true);
  });

  test.each([
    ['labels that nobody ends', '[^a'],
    ['ends of labels', 'a]('],
    ['pictures', '![a]('],
    ['references', '[a]'],
    ['code that nobody ends', '``a`'],
  ])('%s', (_, unit) => {
    const draft = parseDraft('x', unit.repeat(20_000), 'markdown');
    expect(draft.notices).toEqual([
      { rule: 'markup/too-many-marks', level: 'warning', params: { limit: 1000 }, line: 1 },
    ]);
    expect(draft.passages[0]?.text.endsWith(unit.repeat(9))).toBe(true);
  });

  test('are counted by paragraph: a long list and a long table have none', () => {
    const list = '- **Một** hai *ba*\n'.repeat(1500);
    const table = `| a | b |\n|---|---|\n${'| **Một** | *hai* |\n'.repeat(600)}`;
    const draft = parseDraft('x', `${list}\n${table}`, 'markdown');
    expect([draft.notices, draft.passages[0]?.text, draft.passages.at(-1)?.text]).toEqual([[], 'Một hai ba', 'hai']);
  });
});

describe('levels over the limit', () => {
  test.each([
    ['quotations', '> ', '> chữ'],
    ['quotations without spaces', '>', '>chữ'],
    ['points', '- ', '- chữ'],
    ['points of different kinds', '1. - + ', '1. - + chữ'],
  ])('%s are text, and told', (_, unit, end) => {
    const draft = parseDraft('x', `Đầu\n\n${unit.repeat(20_000)}chữ\n\nCuối\n`, 'markdown');
    expect(draft.notices).toEqual([
      { rule: 'markup/too-many-levels', level: 'warning', params: { limit: 100 }, line: 3 },
    ]);
    expect([draft.passages[1]?.text.endsWith(end), draft.passages[2]?.text]).toEqual([true, 'Cuối']);
  });

  test('are counted in each line by itself: a deep quotation may go on, and a rule may be drawn with marks', () => {
    const deep = `${'> '.repeat(90)}chữ\n`.repeat(30);
    const draft = parseDraft('x', `${deep}\n${'- '.repeat(300)}\n\n1. một\n${'2. hai\n'.repeat(300)}`, 'markdown');
    expect(draft.notices).toEqual([]);
    expect([draft.passages[0]?.text, draft.passages.length]).toEqual(['chữ '.repeat(30).trim(), 302]);
  });
});

describe('bare addresses', () => {
  const urls = (text: string) => parseDraft('x', text, 'markdown').links.map(({ href }) => href);

  test('are none behind a bracket that may begin a link, and are again once it is closed', () => {
    expect(urls('[xem www.a.vn')).toEqual([]);
    expect(urls('[1] www.a.vn, [xem www.b.vn] a@c.vn [d](e) http://f.vn')).toEqual([
      'http://www.a.vn',
      'mailto:a@c.vn',
      'e',
      'http://f.vn',
    ]);
  });

  test('a bracket that nobody closes costs the rest of a long paragraph nothing', () => {
    const draft = parseDraft('x', `[${'a b '.repeat(150_000)}`, 'markdown');
    expect(draft.passages[0]?.text.length).toBe(600_000);
  });
});

describe('where text is written', () => {
  test('references, escapes and line markers in Markdown', () => {
    const draft = parseDraft('x', '> a &agrave; \\* **b**  \n> c `d`\n', 'markdown');
    expect(draft.passages[0]?.text).toBe('a à * b\nc d');
    expect(written(draft)).toEqual(['a', ' ', '&agrave;', ' ', '\\*', ' ', 'b', '∅', 'c', ' ', '∅']);
  });

  test('white space round a line end beside an inline element in Markdown', () => {
    const draft = parseDraft('x', '1. a \n   **b** \r\n   c \r\n   d\n\n> e\n> *f*\n', 'markdown');
    expect(written(draft)).toEqual(['a', ' \n   ', 'b', ' \r\n   ', 'c', ' \r\n   ', 'd']);
    expect(written(draft, 1)).toEqual(['e', '\n> ', 'f']);
  });

  test('references, white space and split accents in HTML', () => {
    const draft = parseDraft('x', '<p>h&ocirc;\r\n  nay cha\u0300o<br>b</p>', 'html');
    expect(draft.passages[0]?.text).toBe('hô nay chào\nb');
    expect(written(draft)).toEqual(['h', '&ocirc;', '\r\n  ', 'n', 'a', 'y', ' ', 'c', 'h', 'a\u0300', 'o', '∅', 'b']);
  });

  test('front matter: values that are text, at any depth', () => {
    const draft = parseDraft(
      'x',
      '\ufeff---\ntitle: "Một"\nimages:\n  - src: a.jpg\n    caption: Hai\n---\nBa\n',
      'markdown',
    );
    expect(draft.passages.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'field Một',
      'field Hai',
      'paragraph Ba',
    ]);
    expect(draft.fields?.map(({ key, value }) => `${key}=${value}`)).toEqual([
      'title=Một',
      'images[0].src=a.jpg',
      'images[0].caption=Hai',
    ]);
  });

  test.each(['\r', '\r\n', '\n'])('front matter with line ends %j', (end) => {
    const lines = [
      '---',
      'title: Ngừơi',
      'tags: [ngừơi]',
      'list:',
      '  - caption: ngừơi',
      '---',
      '',
      'Ngừơi `ngừơi`.',
      '',
    ];
    const text = lines.join(end);
    expect(corrected(text, 'markdown')).toBe(
      text
        .replace('title: Ngừơi', 'title: Người')
        .replace('caption: ngừơi', 'caption: người')
        .replace('Ngừơi `', 'Người `'),
    );
    const toml = ['+++', "title = 'Ngừơi'", 'tag = "ngừơi"', '+++', 'Một.', ''].join(end);
    expect(corrected(toml, 'markdown')).toBe(toml.replace('Ngừơi', 'Người'));
  });

  test.each([
    ['folded', 'title: >\n  Ngừơi dân\n  ngừơi xã\n\n  ngừơi huyện\n\n', 'Ngừơi dân ngừơi xã\nngừơi huyện'],
    ['folded, its lines moved in', 'title: >-\n   Ngừơi\n     dân\n   xã\n', 'Ngừơi\n  dân\nxã'],
    ['folded, under blank lines', 'title: >+ # ghi chú\n\n\n  Ngừơi\n  dân\n', '\n\nNgừơi dân'],
    ['literal', 'title: |\n  Ngừơi dân\n   xã  \n\n  ngừơi: "nào" # đó\n', 'Ngừơi dân\n xã  \n\nngừơi: "nào" # đó'],
    ['literal, moved in by a number', 'a:\n  title: |2-\n      Ngừơi\n     dân\n', '  Ngừơi\n dân'],
    ['over two lines', 'title: Ngừơi dân  \n  xã nhà\n\n  ngừơi nào\n', 'Ngừơi dân xã nhà\nngừơi nào'],
    ['quoted over two lines', 'title: "Ngừơi dân\n  xã nhà\n  "\n', 'Ngừơi dân xã nhà '],
    ['with escapes', 'title: "Ngừơi \\"dân\\" \\u1ea5p\\tba\\\\"\n', 'Ngừơi "dân" ấp\tba\\'],
    ['with a doubled quote', "title: 'Ngừơi d''ân'\n", "Ngừơi d'ân"],
  ])('front matter: a value that is %s is read and put right', (_, yaml, value) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `---\n${yaml}b: ngừơi\n---\n\nNgừơi dân.\n`.replaceAll('\n', end);
      const draft = parseDraft('x', text, 'markdown');
      expect(draft.passages[0]?.text).toBe(value);
      expect(correctDraft(draft).text).toBe(text.replace(/(?<!b: )(ng)ừơi/giu, '$1ười'));
    }
  });

  test('front matter: a correction goes over the end of a line, which stays', () => {
    const text = '---\nsummary: >\n  Kinh tế phát\n  triến mạnh , đời\n  sống khá.\n---\n';
    expect(corrected(text, 'markdown')).toBe(text.replace('triến mạnh ,', 'triển mạnh,'));
  });

  test.each([
    ['a line that goes on behind a backslash', 'title: "Ngừơi \\\n  dân"\n'],
    ['an alias', 'a: &x Ngừơi\ntitle: *x\n'],
  ])('front matter: %s is left alone', (_, yaml) => {
    const text = `---\n${yaml}---\n`;
    expect(corrected(text, 'markdown')).toBe(text);
  });

  test('TOML front matter: the same', () => {
    const draft = parseDraft(
      'x',
      '+++\ntitle = "Một" # tựa\ndate = 2024-10-17\n[params]\ntac-gia = \'Hai\'\n+++\nBa\n',
      'markdown',
    );
    expect(draft.passages.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['field Một', 'paragraph Ba']);
    expect(
      draft.fields?.map(({ key, value, start, end }) => `${key}=${value}=${draft.text.slice(start, end)}`),
    ).toEqual(['title=Một=Một', 'date=2024-10-17=2024-10-17', 'tac-gia=Hai=Hai']);
  });

  test.each([
    ['over several lines', 'title = """\nNgừơi dân\n  ngừơi xã"""\n', 'Ngừơi dân\nngừơi xã'],
    ['literal, over several lines', "title = '''Ngừơi dân\n\n'ngừơi' xã''' # tựa\n", "Ngừơi dân\n'ngừơi' xã"],
    ['before a comment with quotes', 'title = "Ngừơi dân" # "ngừơi"\n', 'Ngừơi dân'],
    ['under a dotted key', 'params.title = "Ngừơi dân"\n', 'Ngừơi dân'],
  ])('TOML front matter: a string that is %s is read and put right', (_, toml, value) => {
    for (const end of ['\n', '\r\n']) {
      const text = `+++\n${toml}b = "ngừơi"\n+++\n\nNgừơi dân.\n`.replaceAll('\n', end);
      const draft = parseDraft('x', text, 'markdown');
      expect(draft.passages[0]?.text.replace(/\s*\n\s*/g, '\n')).toBe(value);
      expect(correctDraft(draft).text).toBe(text.replace(/(?<!b = "|# ")(ng)ừơi/giu, '$1ười'));
    }
  });

  test.each([
    ['what looks like a title within a string', 'code = """\ntitle = "Ngừơi"\n"""\n'],
    ['the same within a literal string', "code = '''\ntitle = 'Ngừơi'\n'''\n"],
    ['a list over several lines', 'tags = [\n  "Ngừơi", # ]\n  """\ntitle = "Ngừơi"\n""",\n  ["]"],\n]\n'],
    ['a table in braces', 'a = { title = "Ngừơi" }\n'],
    ['a string with escapes', 'title = """\nNgừơi \\\n  dân"""\n'],
    ['a string without an end', 'title = """\nNgừơi\ntitle = "Ngừơi"\n'],
  ])('TOML front matter: %s is left alone, and so are its bytes', (_, toml) => {
    const text = `+++\n${toml}+++\n`;
    expect(corrected(text, 'markdown')).toBe(text);
  });

  test.each([
    ['bare', '{\n\t"title": "Ngừơi “dân” nhà",\n\t"tags": ["ngừơi", {"caption": "Ngừơi nào"}]\n}\n'],
    ['bare, on one line', '{"title": "Ngừơi “dân” nhà", "img": {"caption": "Ngừơi nào", "alt": ""}}\r\n'],
    ['under a BOM', '\ufeff{\n"title": "Ngừơi “dân” nhà", "caption": "Ngừơi nào",\n"a": "}{\\"ngừơi" }\n'],
    ['between fences', ';;;\n{"title": "Ngừơi “dân” nhà",\n "caption": "Ngừơi nào"}\n;;;\n'],
    ['between fences that name it', '---json\n{"title": "Ngừơi “dân” nhà",\n "caption": "Ngừơi nào"}\n---\n'],
  ])('JSON front matter, %s: words are put right, and a house style breaks no string', (_, json) => {
    const text = `${json}\nNgừơi “dân” nhà.\n`;
    const draft = parseDraft('x', text, 'markdown');
    expect(draft.passages.map(({ kind }) => kind)).toEqual(['field', 'field', 'paragraph']);
    expect(draft.fields?.[0]).toMatchObject({ key: 'title', value: 'Ngừơi “dân” nhà' });
    const { text: after, suggestions } = correctDraft(draft, { style: { quotes: 'straight' } });
    expect(after).toBe(
      text.replace('Ngừơi “', 'Người “').replace('Ngừơi nào', 'Người nào').replace('\nNgừơi “dân”', '\nNgười "dân"'),
    );
    expect(suggestions.map(({ after: wanted }) => wanted)).toEqual(['"dân"']);
  });

  test('JSON front matter that is none is told and left alone; a command or a set is text', () => {
    const broken = ';;;\n{"title": "Ngừơi",}\n;;;\nNgừơi dân.\n';
    const draft = parseDraft('x', broken, 'markdown');
    expect(draft.notices).toMatchObject([{ rule: 'markup/front-matter', line: 2 }]);
    expect(correctDraft(draft).text).toBe(broken.replace('Ngừơi dân', 'Người dân'));
    for (const text of ['{{< anh "a" >}} Một', '{"a"} là tập hợp', '{"a": 1} là tập hợp'])
      expect(parseDraft('x', text, 'markdown').passages.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('what the parser tells of a text below JSON front matter has its own line', () => {
    const deep = `{"title": "Một"}\n\n${'> '.repeat(400)}Hai\n`;
    expect(parseDraft('x', deep, 'markdown').notices).toMatchObject([{ rule: 'markup/too-many-levels', line: 3 }]);
  });

  test('bytes that are not UTF-8 are refused', () => {
    expect(() => readDraft('x', new Uint8Array([0xd0, 0xc9, 0x20]), 'text')).toThrow('not-utf-8');
  });
});

describe('corrections change text only', () => {
  test('Markdown: front-matter keys, code, addresses, tags, BOM and line ends stay', () => {
    const text =
      '\ufeff---\r\ntitle: Ngừơi dân\r\nngừơi: ngừơi\r\n---\r\n\r\nNgừơi **dân** `ngừơi` <b title="ngừơi">ngừơi</b> [ngừơi](ngừơi.html)\r\n\r\n    ngừơi\r\n';
    expect(corrected(text, 'markdown')).toBe(
      '\ufeff---\r\ntitle: Người dân\r\nngừơi: ngừơi\r\n---\r\n\r\nNgười **dân** `ngừơi` <b title="ngừơi">người</b> [người](ngừơi.html)\r\n\r\n    ngừơi\r\n',
    );
  });

  test('Markdown: a list below a rule at the top is no front matter and keeps its markers', () => {
    const text = '---\n`a`\n\n1. `)` `b`\n\nNgừơi\n';
    expect(corrected(text, 'markdown')).toBe(text.replace('Ngừơi', 'Người'));
  });

  test('Markdown: a line that begins with a mark is a definition, an answer or a directive and stays one', () => {
    const lists =
      'Hát chèo\n: Loại hình sân khấu.\n\nCa trù:\n:   Lối hát.\n\nHỏi\n? Trả lời\n\n> Mục  \r\n> ; ghi chú\n\nMục\n.. note:: rst\n';
    expect(corrected(lists, 'markdown')).toBe(lists);
    expect(corrected('Hát chèo : loại\nhình , sân\nkhấu .\n', 'markdown')).toBe('Hát chèo: loại\nhình, sân\nkhấu.\n');
    expect(corrected('<p>học sinh\n, giáo viên</p>', 'html')).toBe('<p>học sinh, giáo viên</p>');
  });

  test('words in emphasis that are spoken of for their spelling stay, other words in emphasis do not', () => {
    const text = 'Từ *xán lạn* hay bị viết nhầm thành **sáng lạng**.\n\nTính *lãi xuất* mỗi tháng.\n';
    const right = text.replace('xuất', 'suất');
    expect(corrected(text, 'markdown')).toBe(right);
    const html = (of: string) =>
      `<p>${of.replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>').replace(/\*([^*]+)\*/g, '<i>$1</i>')}</p>`;
    expect(corrected(html(text), 'html')).toBe(html(right));
  });

  test.each([
    ['in all their parts', (text: string) => text.normalize('NFD')],
    [
      'with the tone mark apart',
      (text: string) =>
        text
          .normalize('NFD')
          .replace(
            /([aeou])(\u0323?)([\u0302\u031b])/g,
            (_, letter, dot, mark) => `${letter}${mark}`.normalize('NFC') + dot,
          ),
    ],
    ['in one piece', (text: string) => text],
    ['in one piece but for one', (text: string) => text.replace('xã', 'xa\u0303')],
  ])('letters become one character each, or stay what the draft has where that is switched off: %s', (_, form) => {
    const text = 'Cán bộ xã hướng dẩn bà con phát triến kinh tế và đưọc khen. `xa\u0303`\n';
    const right = text.replace('dẩn', 'dẫn').replace('triến', 'triển').replace('đưọc', 'được');
    expect(corrected(form(text), 'markdown')).toBe(right.replace('`xa\u0303`', /`.*`/.exec(form(text))?.[0] ?? ''));
    const draft = parseDraft('x', form(text), 'markdown');
    const levelOf = (rule: string) => (rule === 'encoding/split-accents' ? 'off' : 'warning');
    expect(correctDraft(draft, { levelOf }).text).toBe(form(right));
    const comment = '<!-- sach-disable encoding -->\n\n';
    expect(corrected(comment + form(text), 'markdown')).toBe(comment + form(right));
  });

  test('letters of other languages, addresses and code keep the characters they have', () => {
    const text = 'Ông Nun\u0303ez xem [bài](https://a.vn/ba\u0300i) và `ba\u0300i`, an\u200b `a\u200b`.\n';
    expect(corrected(text, 'markdown')).toBe(text.replace('an\u200b', 'an'));
  });

  test('what a character hides that nobody sees is corrected with it, and its edits are those of the draft', () => {
    const text = 'Ngừ\u0001ơi dân “\u200bhọp\u200b,bàn” và phát triến.\n';
    const { text: once, changes } = correctDraft(parseDraft('x', text, 'markdown'));
    expect(once).toBe('Người dân “họp, bàn” và phát triển.\n');
    expect(
      applyEdits(
        text,
        changes.flatMap(({ edits }) => edits),
      ),
    ).toBe(once);
  });

  test.each<[string, DraftKind, string, string]>([
    ['a paragraph', 'markdown', 'Điểm:\v8\v\u200b9 và\v\n10.\r\n', 'Điểm:\n8\n9 và\n10.\r\n'],
    ['plain text', 'text', 'Khen:\vAnna \vBob.\v', 'Khen:\nAnna \nBob.'],
    ['lines that end otherwise', 'text', 'Khen:\r\n\r\nAnna\vBob', 'Khen:\r\n\r\nAnna\r\nBob'],
    ['a heading and a cell', 'markdown', '# Họp\v dân\n\n| a\vb |\n|--|\n', '# Họp dân\n\n| a b |\n|--|\n'],
    ['where a list would begin', 'markdown', 'Gồm:\v- bút\n', 'Gồm:\v- bút\n'],
    ['what is told only', 'text', 'Hà\u001eNội, 8\u001c9\n', 'Hà\u001eNội, 8\u001c9\n'],
  ])("Word's ends of lines keep words apart: %s", (_, kind, text, wanted) => {
    expect(corrected(text, kind)).toBe(wanted);
    expect(corrected(wanted, kind)).toBe(wanted);
  });

  test('mojibake stays as it is, so that it can still be decoded', () => {
    const text = 'Tiáº¿ng Viá»‡t Ä‘áº¹p, đưọc yêu.\n';
    expect(corrected(text, 'markdown')).toBe(text.replace('đưọc', 'được'));
  });

  test('a correction that would break the markup is refused, and the text is read with that place as it is', () => {
    const text = '*ngừơi , ,* *)* ngừơi';
    const { text: once, suggestions } = correctDraft(parseDraft('x', text, 'markdown'));
    expect(once).toBe('*người,* *)* người');
    expect(corrected(once, 'markdown')).toBe(once);
    expect(suggestions.map(({ rule }) => rule)).toEqual(['typo/space-inside-brackets']);
  });

  test('Markdown: a block of HTML is read as HTML is, a part of code in it is not', () => {
    const html =
      '<div title="ngừơi">\r\n<p>Ngừơi dân</p><pre>ngừơi</pre>\r\n</div>\r\n\r\n<svg><text>ngừơi</text></svg> ngừơi\r\n';
    const right =
      '<div title="ngừơi">\r\n<p>Người dân</p><pre>ngừơi</pre>\r\n</div>\r\n\r\n<svg><text>ngừơi</text></svg> người\r\n';
    expect([corrected(html, 'markdown'), corrected(html, 'html')]).toEqual([right, right]);
  });

  test('Markdown: HTML whose lines carry marks of Markdown, and commands, are left alone', () => {
    const text = '> <div>\n> ngừơi\n> </div>\n\n<?php if ($a > 1) "ngừơi" ?>\n';
    expect(corrected(text, 'markdown')).toBe(text);
  });

  test('Markdown: wiki links and formulas stay, prices are no formula', () => {
    const text = 'Xem [[Trang ngừơi|ngừơi]], $ngừơi + a$ và $$ngừơi$$.\n\nGiá $5, ngừơi trả $10; 5$ ngừơi trả 10$.\n';
    expect(corrected(text, 'markdown')).toBe(text.replace('$5, ngừơi', '$5, người').replace('5$ ngừơi', '5$ người'));
  });

  test.each([
    ['JavaScript of MDX', "import { ngừơi , B } from './ngừơi';\nexport const a = 'ngừơi , B';"],
    ['JavaScript over blank lines', "export const a = {\n  b: 'ngừơi',\n\n  c: 'ngừơi',\n};"],
    ['an expression', '{/* ngừơi , rồi */}'],
    ['a component with expressions', '<Card title={"ngừơi , B"} items={[1].map((x) => `ngừơi , x`)} />'],
    ['a component over lines', '<Card\n  title="ngừơi , B"\n  onClick={() => alert("ngừơi , B")}\n/>'],
    ['a tag that is cut behind its arrow', '<div onClick={() => alert("ngừơi , B")} id="a">\n</div>'],
    ['a link in HTML', '<div>\n[a](/ngừơi) ![](ngừơi)\n</div>'],
    ['a shortcode over lines', '{{< figure\n  src="/a.png"\n  caption="ngừơi , B"\n>}}'],
    ['a shortcode with braces in it', '{{< figure caption="{ngừơi} , B" >}}'],
    ['a command with a percent sign', '{% include a.html caption="ngừơi , 50% B" %}'],
    ['attributes', '![a](a.png){alt="ngừơi , B"}'],
    ['attributes of a directive', ':::note[A] {title="ngừơi : B"}\n:::'],
    ['a comment of Obsidian', '%%\nNgừơi , B.\n\nNgừơi , B.\n%%'],
    ['a comment amid a line', 'Chữ %%ngừơi , B%% hết.'],
    ['a formula over lists', '$$\nf = \\text{ngừơi , B}\n- c , d\n= a , ngừơi\n$$'],
    ['an environment of LaTeX', '\\begin{align}\na &= b , c \\\\\n- \\text{ngừơi} , d\n\\end{align}'],
    ['formulas with brackets', 'Với \\(a , \\text{ngừơi}\\) và \\[a , \\text{ngừơi}\\].'],
    ['a template', 'Với <% ngừơi , B %> và <%= ngừơi %>.'],
    ['a nested tag of Obsidian', 'Thẻ #y-tế/ngừơi.'],
    ['a folder of Windows', 'Mở D:\\ngừơi\\ngừơi nhé.'],
  ])('Markdown of other dialects stays: %s', (_, part) => {
    const text = `Một ngừơi dân.\n\n${part}\n\nHai ngừơi dân.\n`;
    const right = `Một người dân.\n\n${part}\n\nHai người dân.\n`;
    expect(corrected(text, 'markdown')).toBe(right);
  });

  test.each(['a.mdx', 'a.qmd', 'a.Rmd'])('%s is a draft in Markdown', (name) => {
    expect([isDraftName(name), draftKindOf(name)]).toEqual([true, 'markdown']);
  });

  test('marks of other dialects that nobody closes, and brackets of prose, cost no corrections', () => {
    const text = 'Giá $$ và {ba.\n\n%%\n\n$$\n\n\\(ngừơi\n\n100%% ngừơi, \\[ngừơi\\], (ngừơi), ngừơi}.\n';
    expect(corrected(text, 'markdown')).toBe(text.replaceAll('ngừơi', 'người'));
  });

  test('marks of other dialects without end take no time that grows with their square', () => {
    for (const mark of ['{', '}', '{{<', '\\(', '<a {', '%%', '$$', '{/*', '<%', 'a{}'])
      for (const gap of ['', ' ']) parseDraft('x', `${mark}${gap}`.repeat(20_000), 'markdown');
  }, 20_000);

  test.each(['html', 'text'] as const)('formulas stay: %s', (kind) => {
    const text = 'Với \\(a , \\text{ngừơi}\\) và \\[a , b\\], ngừơi dân.';
    expect(corrected(text, kind)).toBe(text.replace('ngừơi dân', 'người dân'));
  });

  test('HTML: a smart tag of Word parts no sentence', () => {
    const text = '<p>Đoàn ở <st1:place w:st="on"><st1:City>Hà Nội</st1:City></st1:place> , ngừơi dân.</p>';
    expect(parseDraft('x', text, 'html').passages).toHaveLength(1);
    expect(corrected(text, 'html')).toBe(text.replace(' , ngừơi', ', người'));
  });

  test('HTML: attributes, code, scripts and comments stay', () => {
    const text = '<p title="ngừơi">Ngừơi<!-- ngừơi --> &#110;gừơi</p><pre>ngừơi</pre><script>"ngừơi"</script>\r\n';
    expect(corrected(text, 'html')).toBe(
      '<p title="ngừơi">Người<!-- ngừơi --> &#110;gười</p><pre>ngừơi</pre><script>"ngừơi"</script>\r\n',
    );
  });

  test('comments of MDX switch rules off and on too', () => {
    const text =
      '{/* sach-disable typo/tone-place -- as it was */}\n\nNgừơi dân.\n\n{/* sach-enable */}\n\nNgừơi dân.\n';
    expect(corrected(text, 'markdown')).toBe(text.replace(/Ngừơi(?!.*Ngừơi)/s, 'Người'));
    expect(parseDraft('x', 'Viết `{/* sach-disable */}` ở đây.\n', 'markdown').comments).toEqual([]);
  });

  test('comments switch rules off and on', () => {
    const text = [
      'ngừơi',
      '<!-- sach-disable typo -->',
      'ngừơi',
      '<!-- sach-enable -->',
      'ngừơi',
      '<!-- sach-disable-next-line -->',
      'ngừơi',
      '<!-- sach-disable-next-line junk -->',
      'ngừơi',
    ].join('\n\n');
    expect(
      corrected(text.replaceAll('line -->\n\n', 'line -->\n').replaceAll('junk -->\n\n', 'junk -->\n'), 'markdown'),
    ).toBe(
      'người\n\n<!-- sach-disable typo -->\n\nngừơi\n\n<!-- sach-enable -->\n\nngười\n\n<!-- sach-disable-next-line -->\nngừơi\n\n<!-- sach-disable-next-line junk -->\nngười',
    );
  });
});

describe('house style', () => {
  const styled = (text: string, style: Style, words: string[] = []): string =>
    correctDraft(parseDraft('x', text, 'markdown'), { style, words }).text;
  const old = { toneMarks: 'old' } as const;
  const curly = { quotes: 'curly' } as const;
  const slash = { dates: 'slash' } as const;

  test.each<[string, Style, string, string]>([
    ['words of the user', old, 'Phường Hoà Khánh, khoẻ.', 'Phường Hoà Khánh, khỏe.'],
    [
      'words of the user that a correction writes',
      { ...old, iy: 'i' },
      'ở Hoà Khánh hướng dẩn kỹ.',
      'ở Hoà Khánh hướng dẫn kĩ.',
    ],
    ['names of files, tags, addresses, codes', old, 'khoẻ.docx, #khoẻ, hoà@x.vn, hoà_bình, www.x.vn/hoà', ''],
    ['days and months that cannot be', slash, 'số là 32-13-2024, 0-1-2024, 1-15-2024', ''],
    ['dates in codes', slash, '12-10-2024A, A12-10-2024, tệp 15-10-2024.docx, #15-10-2024, a@1-2-2024.vn', ''],
    ['numbers of versions', slash, 'phiên bản 1.2.2024, mã 12-10-2024', ''],
    ['dates', slash, '(15-10-2024), ngày 1.2.2024. Sau 31-12-2023.', '(15/10/2024), ngày 1/2/2024. Sau 31/12/2023.'],
    [
      'inches before a quotation',
      curly,
      'Màn hình 32" rất nét, ông nói "mua được" rồi.',
      'Màn hình 32" rất nét, ông nói “mua được” rồi.',
    ],
    ['inches in a quotation', curly, 'Ông nói "màn hình 32" rất nét" rồi.', 'Ông nói “màn hình 32" rất nét” rồi.'],
    [
      'feet and inches',
      curly,
      'Cao 5\'10", nặng 70 kg. Bà hỏi: "Đi đâu?"',
      'Cao 5\'10", nặng 70 kg. Bà hỏi: “Đi đâu?”',
    ],
    ['a number at the end of a quotation', curly, 'Học "lớp 5" và "lớp 6".', 'Học “lớp 5” và “lớp 6”.'],
    ['what may be either', curly, 'Mua "loại 32" hay 40" đều được.', ''],
    ['a mark without the other', curly, 'Ông nói "vâng.\n\nBà đáp "không".', 'Ông nói "vâng.\n\nBà đáp “không”.'],
    ['marks that stand apart', curly, 'Bài " nhà " hay.', ''],
    ['marks with emphasis inside', curly, 'Ông nói "rất **hay**" rồi.', 'Ông nói “rất **hay**” rồi.'],
    ['marks round code', curly, 'Gõ "`a`" rồi `"b"`.', 'Gõ “`a`” rồi `"b"`.'],
    ['a slip beside a mark', curly, 'Ông nói "vâng, , được" rồi , đi.', 'Ông nói “vâng, được” rồi, đi.'],
    [
      'pairs in YAML',
      { quotes: 'straight' },
      '---\ntitle: “Vâng” ông nói\n---\n\nÔng “vâng”.',
      '---\ntitle: “Vâng” ông nói\n---\n\nÔng "vâng".',
    ],
  ])('%s', (_, style, text, wanted) => {
    const words = ['Hoà Khánh'];
    const once = styled(text, style, words);
    expect([once, styled(once, style, words)]).toEqual([wanted || text, wanted || text]);
  });
});

test.each([
  ['a rule of a family', 'typo', 'typo/tone-place', 'người , dân'],
  ['the family of a rule', 'typo/tone-place', 'typo', 'người, dân'],
  ['a rule, where all were off', '', 'typo/tone-place', 'người , dân'],
  ['the family of a rule, where another family is off too', 'typo/tone-place encoding', 'typo', 'người, dân'],
  ['a family, where another one is off', 'junk, typo', 'junk', 'ngừơi , dân'],
])('a comment switches on %s', (_, off, on, wanted) => {
  const text = `<!-- sach-disable ${off} -->\n\nngừơi , dân\n\n<!-- sach-enable ${on} -->\n\nngừơi , dân\n`;
  expect(corrected(text, 'markdown').split('\n').at(-2)).toBe(wanted);
});

/** Words with planted errors, and pieces of syntax that must survive. */
const word = fc.constantFrom(
  'ngừơi',
  'Ngừơi',
  'dân',
  'hòan',
  'thành',
  ',',
  ' ,',
  'đựơc',
  'và',
  'á',
  'cha\u0300o',
  'đưo\u0323\u031bc',
  'ng\u0001ừơi',
  '“\u200bdân',
  '“x”',
  '1.',
  '(',
  ')',
);
const prose = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const inlineMarkdown = fc.oneof(
  prose,
  prose.map((text) => `**${text.trim()}**`),
  prose.map((text) => `*${text}*`),
  prose.map((text) => `\`${text}\``),
  prose.map((text) => `[${text}](https://a.vn/ngừơi "ngừơi")`),
  prose.map((text) => `![${text}](ngừơi.jpg)`),
  fc.constantFrom(
    '<b class="ngừơi">',
    '</b>',
    '&amp;',
    '&nbsp;',
    '\\*',
    '  \n',
    '\n',
    '<!-- ngừơi -->',
    '{{< ngừơi >}}',
    '_',
    '*',
    '`',
    '|',
    '~~',
    'https://a.vn/ngừơi',
    '[^1]',
    '<https://ngừơi.vn>',
    'a@b.vn',
  ),
);
const blockMarkdown = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '# ',
      '- ',
      '> ',
      '1. ',
      '    ',
      '| ',
      '- [ ] ',
      '> - ',
      '```\n',
      '<div>\n',
      '[^1]: ',
      '---\n',
      '$$\n',
    ),
    fc.array(inlineMarkdown, { minLength: 1, maxLength: 5 }),
  )
  .map(([start, inlines]) => start + inlines.join(' '));
const front = fc.constantFrom(
  '',
  '---\ntitle: "Ngừơi: dân"\nngừơi: đựơc\n---\n',
  '\ufeff',
  '---\ntitle: Ngừơi dân\ndescription: >\n  đựơc\n---\n',
);
const markdownFile = fc
  .tuple(front, fc.array(blockMarkdown, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([head, blocks, eol]) => (head + blocks.join('\n\n')).replaceAll('\n', eol));

const tag = fc.constantFrom(
  '<p title="ngừơi">',
  '</p>',
  '<b>',
  '</b>',
  '<a href="ngừơi">',
  '</a>',
  '<pre>',
  '</pre>',
  '<code>',
  '</code>',
  '<table>',
  '<tr><td>',
  '</table>',
  '<script>',
  '</script>',
  '<!-- ngừơi -->',
  '<br>',
  '<img alt="ngừơi">',
  '<title>',
  '</title>',
  '<',
  '&lt;',
  '&ng',
  '&#x1ea1',
  '<style>',
  '</style>',
  '\r\n',
  '<textarea>',
  '</textarea>',
  '<select><option>',
  '<svg>',
  '</svg>',
);
const htmlFile = fc.array(fc.oneof(prose, tag), { maxLength: 30 }).map((parts) => parts.join(' '));

/** The tree of a Markdown text without its text: an oracle that shares nothing with the reader of drafts. */
function markdownFrame(text: string): unknown {
  const strip = (node: Nodes): unknown => {
    const { position: _, children, ...rest } = node as Nodes & { children?: Nodes[] };
    // A block of HTML is read as HTML; inside a paragraph a node is one tag.
    const html = node.type === 'html' && { value: htmlFrame(node.value) };
    return {
      ...rest,
      ...html,
      ...(children && { children: children.filter(({ type }) => type !== 'text').map(strip) }),
    };
  };
  return strip(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: gfmFromMarkdown() }));
}

/** The same for HTML: texts outside code cut to a mark. */
function htmlFrame(text: string): string {
  const html = serialize(parseHtmlText(text, { scriptingEnabled: false }));
  const code = /(<(pre|code|script|style|textarea|select|svg)\b[\s\S]*?<\/\2>)/g;
  return html
    .split(code)
    .filter((_, i) => i % 3 !== 2)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/(?<=^|>)[^<]+/g, '…')))
    .join('');
}

const valueWords = [
  'Ngừơi',
  'đựơc',
  'phát triến',
  'kinh tế',
  'xã ,',
  '(  dân',
  'nói: “có”',
  '"không"',
  "d'ân",
  '# một',
  '- hai',
  'https://a.vn/ngừơi',
  'ấp\u200b',
  'cha\u0300o',
  'C:\\ngừơi',
  '😀',
  '{{ngừơi}}',
];
const valueText = fc
  .array(fc.tuple(fc.constantFrom(...valueWords), fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\n  ')), {
    minLength: 1,
    maxLength: 20,
  })
  .map((parts) => parts.map((part) => part.join('')).join(''));
const scalarTypes = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const;

describe('made-up front matter', () => {
  const options = fc.record({
    defaultStringType: fc.constantFrom(...scalarTypes),
    lineWidth: fc.constantFrom(0, 25, 60),
    indent: fc.constantFrom(2, 4),
  });
  test('values of any form are read; of a corrected draft all bytes but theirs stay, and so do their lines', () => {
    fc.assert(
      fc.property(valueText, options, fc.constantFrom('\n', '\r\n'), fc.boolean(), (value, how, end, isStraight) => {
        const data = { a: value, params: { title: value, n: [1, value] }, z: 'ngừơi' };
        const text = `---\n${stringify(data, { ...how, minContentWidth: 0 })}---\n\nMột.\n`.replaceAll('\n', end);
        const draft = parseDraft('x', text, 'markdown');
        const valueIn = (yaml: string) => parse(yaml.split(/^---\r?\n/m)[1] ?? '', { version: '1.1' }) as typeof data;
        const [passage] = draft.passages;
        expect(passage?.kind === 'field' || /\\\r?\n/.test(text) || !/\p{L}/u.test(value)).toBe(true);
        if (passage?.kind === 'field')
          expect(passage.text.replace(/\n+$/, '')).toBe(
            valueIn(text).params.title.replace(/\n+$/, '').normalize('NFC'),
          );
        const after = correctDraft(draft, { style: isStraight ? { quotes: 'straight' } : {} }).text;
        const was = valueIn(text);
        const is = valueIn(after);
        expect({ ...is, params: { ...is.params, title: '' } }).toEqual({
          ...was,
          params: { ...was.params, title: '' },
        });
        const linesOf = (one: string): string[] => one.split('\n').map((line) => /^\s*/.exec(line)?.[0] ?? '');
        expect(linesOf(is.params.title)).toEqual(linesOf(was.params.title));
        expect(linesOf(after)).toEqual(linesOf(text));
        const { start, end: to } = passage?.kind === 'field' ? passage : { start: text.length, end: text.length };
        expect(after.startsWith(text.slice(0, start))).toBe(true);
        expect(after.endsWith(text.slice(to))).toBe(true);
        expect(corrected(after, 'markdown')).toBe(after);
      }),
      runs(numRuns),
    );
  });
});

describe('made-up files', () => {
  const files: readonly [DraftKind, fc.Arbitrary<string>, (text: string) => unknown][] = [
    ['markdown', markdownFile, (text) => markdownFrame(text.replace(/^\ufeff?---[\s\S]*?\n---\r?\n/, ''))],
    ['html', htmlFile, htmlFrame],
  ];
  test.each(files)(
    '%s: only text changes, and once is enough',
    (kind, file, frame) => {
      fc.assert(
        fc.property(file, (text) => {
          const once = corrected(text, kind);
          expect(frame(once)).toEqual(frame(text));
          expect(corrected(once, kind)).toBe(once);
          if (kind === 'markdown')
            expect(/^\ufeff?---[\s\S]*?---/.exec(once)?.[0]?.includes('ngừơi:') ?? false).toBe(
              /^\ufeff?---[\s\S]*?---/.exec(text)?.[0]?.includes('ngừơi:') ?? false,
            );
        }),
        runs(numRuns),
      );
    },
    30_000 + numRuns * 300,
  );

  const settings: DraftSettings = {
    task: 'fix',
    level: 'safe',
    lang: 'en',
    today: '2026-11-24',
    words: [],
    keys: {},
    style: {},
    junk: [],
  };
  const form = fc.constantFrom('NFC', 'NFD', undefined);
  test.each([
    ['a.md', markdownFile],
    ['a.html', htmlFile],
    ['a.txt', prose],
  ] as const)(
    '%s: fix and check --fix make the same of it, and again nothing',
    async (source, file) => {
      await fc.assert(
        fc.asyncProperty(file, form, async (text, letters) => {
          const written = letters === undefined ? text : text.normalize(letters);
          const run = (task: DraftSettings['task'], given: string) =>
            runDraft(
              { source, bytes: Buffer.from(given), levels: {}, applyFix: task === 'check' },
              { ...settings, task },
            );
          const { after: fixed = written, changes } = await run('fix', written);
          expect((await run('check', written)).after ?? written).toBe(fixed);
          expect(
            applyEdits(
              written,
              changes.flatMap(({ edits }) => edits),
            ),
          ).toBe(fixed);
          expect((await run('check', fixed)).after ?? fixed).toBe(fixed);
          expect((await run('fix', fixed)).changes).toEqual([]);
        }),
        runs(numRuns),
      );
    },
    30_000 + numRuns * 600,
  );

  test('plain text: every passage is written where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { text: read, from, to } of parseDraft('x', text, 'text').passages) {
          // Letters that NFC takes apart share the place of the one that is written.
          const places = from.map((start, i) => (start === from[i - 1] ? '' : text.slice(start, to[i])));
          expect(places.join('').normalize('NFC').replaceAll('\r\n', '\n')).toBe(read.normalize('NFC'));
        }
      }),
      runs(numRuns),
    );
  });
});
