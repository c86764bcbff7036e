import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../data/schema/article.schema.json' with { type: 'json' };
import { renderers, toRecord } from '../../src/render/index.ts';
import { fuzz } from '../fuzz.ts';
import { anyBody } from './any-block.ts';
import { resultOf } from './result.ts';

const validate = new Ajv({ allErrors: true }).compile(schema);
const expectValid = (value: unknown): void => {
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
};

const picture = (src: string) => ({ kind: 'image', src }) as const;

const full = resultOf(
  {
    url: 'https://a.vn/tin/1.html',
    site: 'a.vn',
    template: 'template/nukeviet',
    confidence: 0.93,
    title: 'Khởi công cầu An Bình',
    kicker: 'Giao thông',
    sapo: 'Sáng nay khởi công cầu.',
    byline: 'Lan Anh',
    dateline: 'An Bình',
    section: 'Kinh tế',
    publishedAt: '2024-09-26',
    modifiedAt: '2024-09-26T08:15:00+07:00',
    tags: ['cầu'],
    language: 'vi',
    body: [
      { kind: 'paragraph', role: 'sapo', children: [{ kind: 'text', value: 'Sáng nay khởi công cầu.' }] },
      { kind: 'figure', images: [{ kind: 'image', src: 'https://a.vn/cau.jpg', alt: 'Cầu' }] },
    ],
    attachments: [{ href: 'https://a.vn/kem.pdf', type: 'pdf' }],
    removed: [{ rule: 'junk/share-tools', text: `${'x'.repeat(199)}😀 chia sẻ` }],
    evidence: [{ about: 'title', rule: 'field/title', value: 'Khởi công cầu An Bình' }],
  },
  {
    edits: [
      {
        rule: 'typo/syllable',
        field: 'text',
        start: 0,
        end: 4,
        before: 'Sàng',
        after: 'Sáng',
        confidence: 0.99,
        why: 'x',
      },
    ],
    findings: [{ rule: 'field/no-date', level: 'warning', message: 'Không có ngày.', line: 3 }],
  },
);

test('a full record and a bare one fit the published schema', () => {
  expectValid(toRecord(full));
  expectValid(toRecord(resultOf()));
});

test('a record of any body fits the schema, and no field is null', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const record: unknown = JSON.parse(renderers.jsonl(resultOf({ body })));
      expectValid(record);
      expect(JSON.stringify(record)).not.toContain(':null');
    }),
    fuzz(100),
  );
});

test('the schema refuses what the contract does not know', () => {
  expect(validate({ ...toRecord(full), extra: 1 })).toBe(false);
  expect(validate({ ...toRecord(full), title: '' })).toBe(false);
  expect(validate({ ...toRecord(full), pageType: 'page' })).toBe(false);
});

test('evidence and reasons stay inside, dropped text is cut between characters', () => {
  const record = toRecord(full);
  expect(record).not.toHaveProperty('evidence');
  expect(record).not.toHaveProperty('body');
  expect(record.edits[0]).not.toHaveProperty('why');
  expect(record.images).toEqual([{ src: 'https://a.vn/cau.jpg', alt: 'Cầu' }]);
  expect(record.removed[0]?.text).toBe('x'.repeat(199));
});

test.each(Object.entries(renderers))('%s ends in one newline', (_format, render) => {
  expect(render(full)).toMatch(/[^\n]\n$/);
  expect(render(resultOf())).toMatch(/[^\n]?\n$/);
});

test('one line per record in jsonl', () => {
  expect(renderers.jsonl(full).trimEnd().split('\n')).toHaveLength(1);
});

test('plain text opens with the title', () => {
  expect(renderers.txt(full)).toBe('Khởi công cầu An Bình\n\nSáng nay khởi công cầu.\n');
});

test('plain text tells the marks of an ordered list, and the record’s text, which edits are counted in, does not', () => {
  const item = (value: string) => [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, value }] }];
  const items = [item('Nộp đơn;'), [{ kind: 'figure' as const, images: [] }], item('Nhận kết quả.')];
  const result = resultOf({
    body: [
      { kind: 'list', ordered: true, numbering: 'a', items },
      { kind: 'list', ordered: false, items: [item('Lệ phí')] },
    ],
  });
  expect(renderers.txt(result)).toBe('a. Nộp đơn;\nc. Nhận kết quả.\n\nLệ phí\n');
  expect(toRecord(result).text).toBe('Nộp đơn;\nNhận kết quả.\n\nLệ phí');
});

test('no output has an address that is not safe, whoever made the result', () => {
  const result = resultOf({
    url: 'https://a.vn/tin/1.html',
    body: [{ kind: 'figure', images: ['javascript:mo()', ' data:text/html,x', '/cau moi.jpg'].map(picture) }],
    attachments: [{ href: 'VBScript:x', title: 'Kế hoạch' }, { href: '/kem.pdf' }],
  });
  const record = toRecord(result);
  expect(record.images).toEqual([{ src: '/cau%20moi.jpg' }]);
  expect(record.attachments).toEqual([{ href: '/kem.pdf' }]);
  for (const write of Object.values(renderers)) expect(write(result)).not.toMatch(/script:|data:/i);
});
