import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toYamlString } from '../../src/render/front-matter.ts';
import { renderers } from '../../src/render/index.ts';
import { fuzz } from '../fuzz.ts';
import { anyText } from './any-block.ts';
import { resultOf } from './result.ts';

const nasty = [
  'Thông báo: nghỉ Tết',
  'yes',
  'No',
  'on',
  'null',
  '~',
  '12',
  '0x1F',
  '1_000',
  '1e3',
  '.inf',
  '12:30:45',
  '2024-09-26',
  '---',
  '- mục',
  '# không phải ghi chú',
  '"Trích dẫn"',
  "'một'",
  'có \\ gạch',
  '[a]',
  '{a: b}',
  '&neo',
  '*neo',
  '!thẻ',
  '%YAML 1.1',
  '@a',
  '`a`',
  '| a',
  '> a',
  '? a',
  'a #b',
  'a: b',
  'kết thúc:',
  ' đầu dòng',
  'cuối dòng ',
  'hai\ndòng',
  'tab\tở giữa',
  '\u0000\u0007',
  '\u0085\u2028\u2029\ufeff',
  '😀 Vui',
  '\ud800',
  'true',
  'FALSE',
  'N',
  '=',
  '<<',
  '...',
  'a, b',
  '',
  '08',
  '1.0',
  '+1',
  '-1',
  '!!js/function x',
  '---js',
]; // prettier-ignore

describe('a title in front matter reads back the same', () => {
  const readsBack = (title: string): void => {
    for (const version of ['1.1', '1.2'] as const)
      expect(parse(`title: ${toYamlString(title)}\ntags:\n  - ${toYamlString(title)}\n`, { version })).toEqual({
        title,
        tags: [title],
      });
  };
  test.each(nasty.map((title) => [title]))('%j', readsBack);
  test('any other', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), readsBack),
      fuzz(500),
    );
  });
});

test('holds what is known, dates as timestamps, and nothing else', () => {
  const result = resultOf({
    title: 'Hội nghị: tổng kết năm',
    publishedAt: '2024-09-26T08:15:00+07:00',
    byline: 'Lan Anh',
    tags: ['kinh tế', 'on'],
    attachments: [{ href: 'https://a.vn/kem.pdf', title: 'Kế hoạch', type: 'pdf' }],
    body: [{ kind: 'figure', images: [{ kind: 'image', src: 'https://a.vn/1.jpg' }] }],
  });
  expect(renderers.md(result)).toBe(`---
title: "Hội nghị: tổng kết năm"
date: 2024-09-26T08:15:00+07:00
author: Lan Anh
source: trang.html
tags:
  - kinh tế
  - "on"
images:
  - "https://a.vn/1.jpg"
attachments:
  - href: "https://a.vn/kem.pdf"
    title: Kế hoạch
---

![](https://a.vn/1.jpg)
`);
});
