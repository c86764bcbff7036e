import { expect, test } from 'vitest';
import { clean } from '../../src/index.ts';
import { articlePage } from '../cli/box.ts';

const url = 'https://xa.example/tin/1.html';
const hrefs = (base: string, options: { readonly url?: string }): readonly string[] => {
  const html = articlePage('Cầu mới')
    .replace('<head>', `<head>${base}`)
    .replace('</p>', ' <a href="/qd.pdf">Tệp</a></p>');
  expect(html).toContain('<head><base');
  return clean(html, options).article.attachments.map(({ href }) => href);
};

test.each([
  ['a script', '<base href="javascript:1">', 'https://xa.example/qd.pdf'],
  ['data', '<base href="DATA:text/html,x">', 'https://xa.example/qd.pdf'],
  ['a folder of one machine', '<base href="file:///C:/trang/">', 'https://xa.example/qd.pdf'],
  ['no address', '<base href="http://[">', 'https://xa.example/qd.pdf'],
  ['another site', '<base href="//tep.example/a/">', 'https://tep.example/qd.pdf'],
  [
    'no href, before one that has',
    '<base target="_blank"><base href="https://tep.example/">',
    'https://tep.example/qd.pdf',
  ],
  [
    'a script, before another site',
    '<base href="javascript:1"><base href="https://tep.example/">',
    'https://xa.example/qd.pdf',
  ],
])('<base> with %s', (_, base, href) => {
  expect(hrefs(base, { url })).toEqual([href]);
});

test('without an address of the page what stands on a script stays as written', () => {
  expect(hrefs('<base href="javascript:1">', {})).toEqual(['/qd.pdf']);
});
