import { expect, test } from 'vitest';
import { safeUrl } from '../../src/text/safe-url.ts';

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u200bscript:alert(1)',
  'javascript\u00a0:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,x',
  'file:///etc/passwd',
  'blob:x',
  'about:blank',
  'view-source:x',
  'jar:x',
  'java script:alert(1)',
  '',
  '  ',
  'javascript&colon;alert(1):x',
])('%j may not be linked to', (address) => {
  expect(safeUrl(address)).toBeUndefined();
}); // prettier-ignore

test.each([
  ['https://a.vn/tin', 'https://a.vn/tin'],
  ['HTTP://a.vn', 'HTTP://a.vn'],
  ['//a.vn/x', '//a.vn/x'],
  ['/Default.aspx?t=1:2', '/Default.aspx?t=1:2'],
  ['tep dinh kem.doc', 'tep%20dinh%20kem.doc'],
  ['#muc:1', '#muc:1'],
  ['mailto:lan@d.vn', 'mailto:lan@d.vn'],
  ['tel:+842513822', 'tel:+842513822'],
  ['<x>', '%3Cx%3E'],
])('%j is written %j', (address, written) => {
  expect(safeUrl(address)).toBe(written);
});
