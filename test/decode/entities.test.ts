import { expect, test } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import { encodeLegacy } from './encode-legacy.ts';

const read = (source: string, kind: 'html' | 'text' = 'html') =>
  decode({ source: 'page', bytes: new TextEncoder().encode(source), kind }).value;

test('letters written as entities are put in place; markup and spaces stay', () => {
  expect(read('<p>Ti&#7871;ng h&aacute;t &amp; &lt;b&gt;&nbsp;ru</p>').text).toBe(
    '<p>Tiếng hát &amp; &lt;b&gt;&nbsp;ru</p>',
  );
  expect(read('<a href="?a=1&copy=2">x</a> &copy; 2005').text).toBe('<a href="?a=1&copy=2">x</a> &copy; 2005');
});

test.each(['tcvn3', 'vni'])('%s bytes that an editor wrote as entities', (name) => {
  const text = 'Trường làng mở phiên chợ, những chuyến đò đưa khách qua sông.';
  const written = encodeLegacy(text, name).replace(/[^\x00-\x7f]/g, (c) => `&#${c.charCodeAt(0)};`);
  expect(read(`<p>${written.replaceAll('&#244;', '&ocirc;')}</p>`)).toMatchObject({
    text: `<p>${text}</p>`,
    encoding: { repairs: [`mojibake/${name}-as-windows-1252`] },
  });
});

test('entities that readers saw', () => {
  expect(read('<p>Ngh&amp;#7879; thu&amp;#7853;t</p>')).toMatchObject({
    text: '<p>Nghệ thuật</p>',
    encoding: { repairs: ['entities/shown'] },
  });
  expect(read('Ngh&#7879; thu&#7853;t', 'text').text).toBe('Nghệ thuật');
});
