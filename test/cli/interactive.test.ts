import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Answer, Question } from '../../src/cli/ask.ts';
import { decide } from '../../src/cli/interactive.ts';
import { withWord } from '../../src/cli/remember-word.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { editDraft, parseDraft } from '../../src/drafts/index.ts';
import type { Draft } from '../../src/model/index.ts';
import { correctDraft } from '../../src/proofread/index.ts';
import { openStanding } from '../../src/review/decision.ts';
import { openBox } from './box.ts';

const draft = parseDraft('a.md', 'Ngừơi dân.\n\nHòan thành.\n\nNgừơi đựơc giao.\n', 'markdown');

const answered = (...answers: Answer[]) => answeredAbout(draft, ...answers);

async function answeredAbout(draft: Draft, ...answers: Answer[]) {
  const { changes } = correctDraft(draft);
  const standing = openStanding();
  const shown: string[] = [];
  const proposals: string[] = [];
  const ask = async (text: string, { proposed }: Question): Promise<Answer> => {
    shown.push(text);
    proposals.push(proposed);
    return answers.shift() ?? { kind: 'no' };
  };
  const { accepted, stopped } = await decide(draft, changes, standing, ask, openTerminal('en', { color: false }));
  return { text: editDraft(draft, accepted).text, stopped, shown, proposals, words: [...standing.words] };
}

test('yes, no, and another text', async () => {
  const { text, shown } = await answered({ kind: 'yes' }, { kind: 'no' }, { kind: 'edit', text: 'Mọi người' });
  expect(text).toBe('Người dân.\n\nHòan thành.\n\nMọi người đựơc giao.\n');
  expect(shown[0]).toContain('[Ngừơi → Người] dân.\n');
});

test('another text takes in what was agreed to in its place', async () => {
  const text = 'Việc đựơc ,giao.\n';
  const about = parseDraft('a.md', text, 'markdown');
  const edited = await answeredAbout(about, { kind: 'yes' }, { kind: 'edit', text: 'đã' }, { kind: 'yes' });
  expect(edited.proposals.slice(0, 2)).toEqual(['được', 'được,']);
  expect(edited.text).toBe('Việc đãgiao.\n');
});

test('all of a rule are not asked about again', async () => {
  const { text, shown } = await answered({ kind: 'all' });
  expect([text, shown.length]).toEqual(['Người dân.\n\nHoàn thành.\n\nNgười được giao.\n', 1]);
});

test('never this word', async () => {
  const { text, words, shown } = await answered({ kind: 'never' });
  expect([text, words, shown.length]).toEqual([draft.text, ['ngừơi'], 3]);
});

test('quit keeps what was agreed to', async () => {
  const { text, stopped } = await answered({ kind: 'yes' }, { kind: 'quit' });
  expect([text, stopped]).toEqual(['Người dân.\n\nHòan thành.\n\nNgừơi đựơc giao.\n', true]);
});

test('a word is added to the configuration, comments kept', () => {
  expect(withWord('# Ours\nwords:\n  - Pảo # a name\n', 'Ngừơi', false)).toBe(
    '# Ours\nwords:\n  - Pảo # a name\n  - Ngừơi\n',
  );
  expect(withWord('', 'Ngừơi', false)).toBe('words:\n  - Ngừơi\n');
  expect(JSON.parse(withWord('{"level":"all"}', 'Ngừơi', true))).toEqual({ level: 'all', words: ['Ngừơi'] });
});

/** `script` gives a program a terminal: the questions are asked as an editor would see them. */
const hasTerminal = spawnSync('script', ['--version']).status === 0;

test.skipIf(!hasTerminal)('in a terminal: yes, an edit, never, quit; written, remembered, and taken back', async () => {
  using box = openBox();
  const text = '# Bài\n\nNgừơi dân ,vui.\n\nHòan thành.\n\nĐựơc giao.\n';
  box.put('a.md', text);
  const keys = ['y', 'e', '\x15dân, rất \r', 'w', 'q'];
  const child = spawn(
    'script',
    ['-qec', `"${process.execPath}" "${resolve('bin/sach.js')}" fix a.md --interactive -o undo.json`, '/dev/null'],
    { cwd: box.path, env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1' } },
  );
  let seen = '';
  let asked = 0;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    seen += part;
    const questions = seen.match(/quit › |Instead: /g)?.length ?? 0;
    for (; asked < questions; asked++) child.stdin.write(keys[asked] ?? 'q');
  });
  const status = await new Promise((done) => child.on('close', done));
  expect([status, seen]).toEqual([0, expect.stringContaining('Ngừơi → Người')]);
  expect(seen).toContain('1 draft: 2 corrections made in 1 draft.');
  expect(box.read('a.md')).toBe(text.replace('Ngừơi dân ,vui', 'Người dân, rất vui'));
  expect(box.read('sach.config.yaml')).toBe('words:\n  - hòan\n');
  expect((await box.here(['fix', '--undo', 'undo.json'])).status).toBe(0);
  expect(box.read('a.md')).toBe(text);
});

test.skipIf(!hasTerminal)(
  'in a terminal: one unreadable draft among good ones is a finding, not a failed run',
  async () => {
    using box = openBox();
    box.put('a.md', '# Bài\n\nHoàn thành.\n');
    box.put('b.md', Buffer.from('Ngu\xd0\xf2i', 'latin1'));
    const child = spawn(
      'script',
      ['-qec', `"${process.execPath}" "${resolve('bin/sach.js')}" fix . --interactive`, '/dev/null'],
      { cwd: box.path, env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1' } },
    );
    let seen = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      seen += part;
    });
    const status = await new Promise((done) => child.on('close', done));
    expect([status, seen]).toEqual([
      1,
      expect.stringContaining('2 drafts: 0 corrections made in 0 drafts; 1 could not'),
    ]);
  },
);

test.skipIf(!hasTerminal).each([
  ['Ctrl-D ends the answers and keeps them', '\x04', 'Người dân ,vui.\n', '1 correction made in 1 draft'],
  ['Ctrl-C discards them and says so', '\x03', 'Ngừơi dân ,vui.\n', 'the answers about this draft are not written'],
])('in a terminal: %s', async (_, key, text, told) => {
  using box = openBox();
  box.put('a.md', 'Ngừơi dân ,vui.\n');
  const child = spawn(
    'script',
    ['-qec', `"${process.execPath}" "${resolve('bin/sach.js')}" fix a.md --interactive`, '/dev/null'],
    { cwd: box.path, env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1' } },
  );
  let seen = '';
  let asked = 0;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    seen += part;
    const questions = seen.match(/quit › /g)?.length ?? 0;
    for (; asked < questions; asked++) child.stdin.write(['y', key][asked] ?? 'q');
  });
  await new Promise((done) => child.on('close', done));
  expect([box.read('a.md'), seen]).toEqual([text, expect.stringContaining(told)]);
});
