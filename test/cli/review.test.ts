import { chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askReview, askServer } from '../review/asking.ts';
import { startReview } from '../review/running.ts';
import { openBox } from './box.ts';

const text = '\ufeff# Bài\r\n\r\nNgừơi dân ,vui.\r\n\r\nViệc hòan thành.\r\n';
const yes = { kind: 'yes' } as const;

test('decide, write, and take back byte for byte; nothing is written before', async () => {
  using box = openBox();
  box.put('drafts/a.md', text);
  box.put('drafts/b.md', 'Không có gì.\n');
  const { address, ended } = await startReview(box, ['drafts/', '-o', 'undo.json', '--no-open', '--explain']);
  const { data: opened } = await askReview(address, 'open', {});
  expect(opened.drafts).toMatchObject([
    { source: 'drafts/a.md', open: 3, total: 3 },
    { source: 'drafts/b.md', total: 0 },
  ]);
  await askReview(address, 'decide', { draft: 0, reading: 1, change: 0, decision: yes });
  await askReview(address, 'decide', { draft: 0, reading: 1, change: 1, decision: { kind: 'edit', text: 'dân rất' } });
  await askReview(address, 'decide', { draft: 0, reading: 1, change: 2, decision: { kind: 'never' } });
  expect(box.read('drafts/a.md')).toBe(text);
  const { data } = await askReview(address, 'write', { draft: 0, reading: 1 });
  expect(data).toMatchObject({ told: ['drafts/a.md: 2 changes written.'], view: { isWritten: true } });
  expect(box.read('drafts/a.md')).toBe(text.replace('Ngừơi dân ,', 'Người dân rất'));
  await askReview(address, 'finish', {});
  const { status, stdout, stderr } = await ended;
  expect([status, stdout]).toEqual([0, '']);
  expect(stderr).toContain('3:1 typo/tone-place “Ngừơi” → “Người”');
  expect(stderr).toContain('2 drafts: 2 corrections made in 1 draft.');
  expect(box.read('sach.config.yaml')).toBe('words:\n  - hòan\n');
  expect((await box.here(['fix', '--undo', 'undo.json'])).status).toBe(0);
  expect(box.read('drafts/a.md')).toBe(text);
});

test('a draft that changed meanwhile is left as it is, and can be read anew; both writings can be taken back', async () => {
  using box = openBox();
  box.put('a.md', 'Ngừơi dân.\n');
  box.put('b.md', 'Ngừơi ta.\n');
  const { address, ended } = await startReview(box, ['a.md', 'b.md', '-o', 'undo.json', '--no-open']);
  await askReview(address, 'decide', { draft: 0, reading: 1, change: 0, decision: { kind: 'all' } });
  box.put('a.md', 'Ngừơi dân xã, ngừơi dân phố.\n');
  const all = await askReview(address, 'writeAll', {});
  expect(all.data.told).toEqual([
    'a.md: the file has changed meanwhile and is left as it is.',
    'b.md: 1 change written.',
  ]);
  expect(box.read('a.md')).toBe('Ngừơi dân xã, ngừơi dân phố.\n');
  const { data: refused } = await askReview(address, 'draft', { draft: 0 });
  expect(refused).toMatchObject({ isWritten: false, problem: expect.stringContaining('changed meanwhile') });
  // What was decided about the draft alone is gone.
  const { data: again } = await askReview(address, 'readAnew', { draft: 0 });
  expect(again).toMatchObject({ reading: 2, open: 0, accepted: 2, total: 2 });
  expect(again.problem).toBeUndefined();
  const late = await askReview(address, 'decide', { draft: 0, reading: 1, change: 0, decision: yes });
  expect(late.status).toBe(409);
  await askReview(address, 'decide', { draft: 0, reading: 2, change: 1, decision: { kind: 'no' } });
  for (const reading of [2, 3]) {
    await askReview(address, 'write', { draft: 0, reading });
    await askReview(address, 'readAnew', { draft: 0 });
  }
  expect(box.read('a.md')).toBe('Người dân xã, người dân phố.\n');
  await askReview(address, 'finish', {});
  const { status, stderr } = await ended;
  expect([status, stderr]).toEqual([0, expect.stringContaining('2 drafts: 3 corrections made in 2 drafts.')]);
  expect((await box.here(['fix', '--undo', 'undo.json'])).status).toBe(0);
  expect([box.read('a.md'), box.read('b.md')]).toEqual(['Ngừơi dân xã, ngừơi dân phố.\n', 'Ngừơi ta.\n']);
});

test('Ctrl-C ends it and tells what was not written', async () => {
  using box = openBox();
  box.put('a.md', 'Ngừơi dân.\n');
  const { address, child, ended } = await startReview(box, ['a.md', '--no-open', '--lang', 'vi']);
  await askReview(address, 'decide', { draft: 0, reading: 1, change: 0, decision: yes });
  child.kill('SIGINT');
  const { status, stderr } = await ended;
  expect([status, stderr]).toEqual([0, expect.stringContaining('1 chỗ đã chấp nhận nhưng chưa được ghi.')]);
  expect(box.read('a.md')).toBe('Ngừơi dân.\n');
});

test('one unreadable draft among good ones is a finding, shown on the page too', async () => {
  using box = openBox();
  box.put('a.md', 'Ngừơi dân.\n');
  box.put('b.md', Buffer.from('Ngu\xd0\xf2i', 'latin1'));
  const { address, ended } = await startReview(box, ['.', '--no-open']);
  const { data } = await askReview(address, 'open', {});
  expect(data.drafts).toMatchObject([{ source: 'a.md' }, { problem: expect.stringContaining('not UTF-8'), total: 0 }]);
  await askReview(address, 'finish', {});
  const { status, stderr } = await ended;
  expect([status, stderr]).toEqual([1, expect.stringContaining('error[not-utf-8]: b.md')]);
  // The hint of review is one that can be followed: review takes no --encoding.
  expect(stderr).toContain(
    'hint: Save it as UTF-8 in an editor, or correct it without a review: sach fix b.md --encoding',
  );
});

test('a draft that could not be written makes the exit code', async () => {
  using box = openBox();
  box.put('a.md', 'Ngừơi dân.\n');
  chmodSync(join(box.path, 'a.md'), 0o444);
  const { address, ended } = await startReview(box, ['a.md', '--no-open']);
  await askReview(address, 'acceptCorrections', { draft: 0, reading: 1 });
  const { data } = await askReview(address, 'write', { draft: 0, reading: 1 });
  expect(data.view).toMatchObject({ isWritten: false, problem: expect.stringContaining('cannot be written') });
  await askReview(address, 'finish', {});
  expect(await ended).toMatchObject({ status: 2, stderr: expect.stringContaining('error[cannot-write]: a.md') });
});

test('a browser is opened by an address that leads in once, and its failure is no error', async () => {
  using box = openBox();
  box.put('a.md', 'Ngừơi dân.\n');
  box.put('bin/xdg-open', '#!/bin/sh\necho "$1" > opened\nexit 3\n');
  chmodSync(join(box.path, 'bin/xdg-open'), 0o755);
  if (process.platform !== 'linux') return;
  const env = { DISPLAY: ':9', PATH: `${join(box.path, 'bin')}:${process.env.PATH}` };
  const { address, ended } = await startReview(box, ['a.md'], { env });
  let opened = '';
  while (!opened.endsWith('\n')) {
    await sleep(20);
    opened = box.files('.').includes('opened') ? box.read('opened') : '';
  }
  expect(address).not.toContain(opened.trim());
  const first = await askServer(opened.trim());
  expect([first.status, first.headers.location]).toEqual([303, new URL(address).pathname]);
  expect((await askServer(opened.trim())).status).toBe(403);
  await askReview(address, 'finish', {});
  expect((await ended).status).toBe(0);
});

test('what cannot be reviewed is told with what to try next, exit code 2', async () => {
  using box = openBox();
  box.put('empty/a.css', '');
  box.put('a.md', 'Ngừơi dân.\n');
  box.put('other.json', '{"mine": true}\n');
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => taken.once('listening', done));
  const { port } = taken.address() as AddressInfo;
  for (const [args, told] of [
    [['empty/'], 'error[no-drafts]: empty/: there is no draft in this folder.\n  hint: Drafts end in'],
    [['gone/'], 'error[not-found]: gone/'],
    [['-'], 'error[review-stdin]: sach review changes files'],
    [['a.md', '-o', 'empty'], 'error[output-is-folder]: empty: this is a folder'],
    [['a.md', '-o', 'other.json'], 'error[output-not-report]: other.json'],
    [['a.md', '--port', `${port}`], `error[cannot-listen]: Port ${port} cannot be used (another program uses it).\n`],
    [['a.md', '--port', '70000'], 'Port 70000 cannot be used (ports end at 65535).\n  hint: Give another'],
    [['a.md', '--port', 'x'], 'error[bad-whole]: --port <n> needs a whole number'],
    [[], 'error[missing-argument]'],
  ] as const)
    expect(await box.here(['review', ...args, '--no-open'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(told),
    });
  taken.close();
  expect(box.files('.')).toEqual(['a.md', 'empty/a.css', 'other.json']);
});
