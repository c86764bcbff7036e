import fc from 'fast-check';
import type { Block, Image, Inline, TableCell } from '../../src/model/index.ts';

/** Random bodies, rich in what Markdown could misread. */

const fragments = [
  'Sáng nay',
  'đồng chí',
  'xã',
  'a',
  'B',
  '1',
  '12.',
  '1)',
  'a)',
  '-',
  '- ',
  '+',
  '*',
  '**',
  '***',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '```',
  '#',
  '## ',
  '>',
  '<',
  '<b>',
  '</div>',
  '<script>alert(1)</script>',
  '<!--',
  '<?php',
  '&',
  '&amp;',
  '&#60;',
  '&lt;',
  '[',
  ']',
  '[x]',
  '[ ]',
  '](',
  '(',
  ')',
  '(x)',
  '![',
  '!',
  '|',
  '||',
  '---',
  '===',
  '|---|',
  ':-:',
  ':',
  '\\',
  '\\\\',
  '\\*',
  ' ',
  '  ',
  '\n',
  '\t',
  '\u00a0',
  '.',
  ',',
  '“',
  '”',
  '…',
  '😀',
  'e\u0301',
  'http://a.vn/x',
  'https://b.vn/_y_',
  'www.c.vn',
  'lan@d.vn',
  '[1]:',
  '[^1]',
  '[^1]:',
  '~~~',
  '{',
  '}',
  '$',
  '^',
  '=',
  '"',
  "'",
  '%',
  '/',
  '@',
  'x_y_z',
  '2*3',
  '\u200b',
  '+++',
  ':::',
]; // prettier-ignore

export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const anyAddress = fc.oneof(
  fc.constantFrom(
    'https://a.vn/tin',
    'tep dinh kem.doc',
    'a(b)c.pdf',
    'a)b(.pdf',
    'x?a=1&copy;=2',
    'q|r',
    '#muc',
    'mailto:lan@d.vn',
    'javascript:alert(1)',
    'java\tscript:x',
    'javascript&colon;alert(1)',
    'data:text/html,x',
    '\\\\may\\tep.doc',
    '/a\\',
    '<x>',
    '',
    'https://b.vn/*y*',
  ), // prettier-ignore
  anyText,
);

const anyImage: fc.Arbitrary<Image> = fc.record(
  { kind: fc.constant('image' as const), src: anyAddress, alt: anyText },
  { requiredKeys: ['kind', 'src'] },
);

const anyLabel = fc.constantFrom('1', '2', 'a', 'x_y', 'Ghi chú');

export const { inline: anyInline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('text' as const), value: anyText }),
    fc.record({ kind: fc.constant('code' as const), value: anyText }),
    fc.constant({ kind: 'break' as const }),
    anyImage,
    fc.record({
      kind: fc.constantFrom('strong', 'emphasis', 'strike', 'sub', 'sup'),
      children: fc.array(tie('inline'), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('reference' as const),
      label: anyLabel,
      children: fc.array(tie('inline'), { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('link' as const),
      href: anyAddress,
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Inline>,
}));

const inlines = fc.array(anyInline, { maxLength: 5 });

export const { block: anyBlock } = fc.letrec<{ block: Block; cell: TableCell }>((tie) => ({
  cell: fc.record({
    header: fc.boolean(),
    colspan: fc.integer({ min: 1, max: 3 }),
    rowspan: fc.integer({ min: 1, max: 3 }),
    children: fc.array(tie('block'), { maxLength: 2 }),
  }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('paragraph' as const), children: inlines }),
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4, 5, 6), children: inlines }),
    fc.record(
      { kind: fc.constant('figure' as const), images: fc.array(anyImage, { maxLength: 2 }), caption: inlines },
      { requiredKeys: ['kind', 'images'] },
    ),
    fc.record(
      { kind: fc.constant('code' as const), language: anyText, value: anyText },
      { requiredKeys: ['kind', 'value'] },
    ),
    fc.record({ kind: fc.constant('verse' as const), lines: fc.array(inlines, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('embed' as const), href: anyAddress, title: anyText.map((text) => `Phim ${text}`) }),
    fc.constant({ kind: 'rule' as const }),
    fc.record(
      {
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        start: fc.integer({ min: -1, max: 30 }),
        numbering: fc.constantFrom('a' as const, 'I' as const),
        reversed: fc.constant(true as const),
        numbers: fc.array(fc.integer({ min: -1, max: 30 }), { minLength: 3, maxLength: 3 }),
        items: fc.array(fc.array(tie('block'), { maxLength: 3 }), { maxLength: 3 }),
      },
      { requiredKeys: ['kind', 'ordered', 'items'] },
    ),
    fc.record({ kind: fc.constant('quote' as const), children: fc.array(tie('block'), { maxLength: 3 }) }),
    fc.record(
      {
        kind: fc.constant('footnote' as const),
        label: anyLabel,
        mark: anyText,
        children: fc.array(tie('block'), { maxLength: 3 }),
      },
      { requiredKeys: ['kind', 'label', 'children'] },
    ),
    fc.record({
      kind: fc.constant('definitions' as const),
      items: fc.array(fc.record({ term: inlines, definition: fc.array(tie('block'), { maxLength: 2 }) }), {
        maxLength: 2,
      }),
    }),
    fc.record(
      {
        kind: fc.constant('table' as const),
        caption: inlines,
        rows: fc.array(fc.array(tie('cell'), { maxLength: 3 }), { maxLength: 3 }),
      },
      { requiredKeys: ['kind', 'rows'] },
    ),
  ) as fc.Arbitrary<Block>,
}));

export const anyBody = fc.array(anyBlock, { maxLength: 4 });
