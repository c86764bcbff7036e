import { expect, test } from 'vitest';
import { decodePart } from '../../src/text/index.ts';

test.each([
  ['UTF-8, whatever the page is', '%E1%BB%A9.pdf', 'windows-1258', 'ứ.pdf'],
  ['windows-1258, its tone marks apart', 'Ho%F2%20t%FD.pdf', 'windows-1258', 'Họ tư.pdf'],
  ['TCVN3', 'Th%CE%20l%D6.doc', 'tcvn3', 'Thẻ lệ.doc'],
  ['VNI', 'Ho%EF%20ph%F6%F4ng%20tha%F9ng.doc', 'vni', 'Họ phương tháng.doc'],
  ['an encoding that the platform knows', 'Stra%DFe.pdf', 'windows-1252', 'Straße.pdf'],
  ['no encoding that is known', 't%FD.pdf', undefined, 't%FD.pdf'],
  ['another encoding', 't%FD.pdf', 'utf-8', 't%FD.pdf'],
  ['what nobody calls an encoding', 't%FD.pdf', 'binary', 't%FD.pdf'],
  ['control characters', 't%FD%0A.pdf', 'windows-1258', 't%FD%0A.pdf'],
  ['letters between them', 'ứ%FD.pdf', 'windows-1258', 'ứ%FD.pdf'],
  ['a sign for percent', '100%', 'windows-1258', '100%'],
])('escapes of %s', (_, part, encoding, expected) => {
  expect(decodePart(part, encoding)).toBe(expected);
});
