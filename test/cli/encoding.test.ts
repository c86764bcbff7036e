import { expect, test } from 'vitest';
import { openBox } from './box.ts';

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
/** “Phát triến kinh tế xã hội.” */
const tcvn3 = Buffer.from('Ph\xb8t tri\xd5n kinh t\xd5 x\xb7 h\xe9i.\n', 'latin1');

test('a draft that is not UTF-8 is not guessed at: the error names --encoding', async () => {
  using box = openBox();
  box.put('a.txt', tcvn3);
  box.put('b.md', utf16('# Chuyển đối số\n'));
  for (const name of ['a.txt', 'b.md'])
    for (const command of ['fix', 'check'])
      expect(await box.here([command, name])).toMatchObject({
        status: 2,
        ...(command === 'fix' && { stderr: expect.stringContaining('--encoding') }),
      });
});

test('--encoding reads it; what comes out is UTF-8, and the file stays', async () => {
  using box = openBox();
  box.put('a.txt', tcvn3);
  box.put('b.md', utf16('# Chuyển đối số\n'));
  expect((await box.here(['fix', 'a.txt', '--encoding', 'tcvn3'])).stdout).toBe('Phát triển kinh tế xã hội.\n');
  expect(await box.here(['fix', 'b.md', '--encoding', 'utf-16', '-o', 'out.md'])).toMatchObject({ status: 0 });
  expect(box.read('out.md')).toBe('# Chuyển đổi số\n');
  const { stdout, stderr } = await box.here(['check', 'b.md', '--encoding', 'utf-16le', '-f', 'json']);
  expect(JSON.parse(stdout)).toMatchObject([{ rule: 'typo/tone', line: 1, column: 10 }]);
  expect(stderr).not.toContain('--fix');
  const { stdout: piped } = await box.sach(['fix', '-', '--encoding', 'tcvn3'], { input: tcvn3 });
  expect(piped).toBe('Phát triển kinh tế xã hội.\n');
});

test.each([
  [['fix', 'a.txt', '--encoding', 'tcvn3', '--write'], 'conflicting-options'],
  [['fix', 'a.txt', '--encoding', 'tcvn3', '--interactive'], 'conflicting-options'],
  [['check', 'a.txt', '--encoding', 'tcvn3', '--fix'], 'conflicting-options'],
  [['fix', 'a.txt', '--encoding', 'nope'], 'unknown-encoding'],
])('%j: refused, as it could not be taken back byte for byte, or names nothing', async (args, code) => {
  using box = openBox();
  box.put('a.txt', tcvn3);
  const { status, stdout, stderr } = await box.here(args);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(`error[${code}]`)]);
  expect(box.files('.')).toEqual(['a.txt']);
});

test('an encoding that is asked for and is not that of the text is told, and what was asked for is done', async () => {
  using box = openBox();
  box.put('a.txt', 'Phát triển kinh tế xã hội.\n');
  const told = 'warning[encoding/forced-wrong]: a.txt';
  const clean = await box.here(['clean', 'a.txt', '--encoding', 'tcvn3', '-f', 'json']);
  expect(clean).toMatchObject({ status: 0, stderr: expect.stringContaining(`${told}: The text was read in tcvn3,`) });
  expect(JSON.parse(clean.stdout)).toMatchObject({ encoding: { name: 'tcvn3' }, findings: [{ level: 'warning' }] });
  const fix = await box.here(['fix', 'a.txt', '--encoding', 'tcvn3']);
  expect(fix).toMatchObject({ status: 0, stderr: expect.stringContaining(`${told}:1:1`) });
  const check = await box.here(['check', 'a.txt', '--encoding', 'tcvn3', '-f', 'json', '--no-cache']);
  expect(check.stdout).toContain('encoding/forced-wrong');
  box.put('sach.config.yaml', 'rules: { encoding: off }\n');
  expect((await box.here(['check', 'a.txt', '--encoding', 'tcvn3', '--no-cache'])).stdout).not.toContain('encoding/');
});

test.each([
  ['the same by another name', 'Phát triển.\n', 'UTF8'],
  ['TCVN3', tcvn3, 'tcvn3'],
  ['UTF-16', utf16('Phát triển.\n'), 'utf-16le'],
  ['letters that are not Vietnamese', 'Café déjà vu.\n', 'windows-1252'],
])('an encoding that may be right is not told: %s', async (_, text, encoding) => {
  using box = openBox();
  box.put('a.txt', text);
  const { stderr } = await box.here(['clean', 'a.txt', '--encoding', encoding]);
  expect(stderr).not.toContain('encoding/forced-wrong');
});
