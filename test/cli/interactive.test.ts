import { expect, test } from 'vitest';
import type { Answer } from '../../src/cli/ask.ts';
import { decide } from '../../src/cli/interactive.ts';
import { withWord } from '../../src/cli/remember-word.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { correctDraft } from '../../src/draft-pipeline.ts';
import { editDraft, parseDraft } from '../../src/drafts/index.ts';

const draft = parseDraft('a.md', 'Ngừơi dân.\n\nHòan thành.\n\nNgừơi đựơc giao.\n', 'markdown');
const { changes } = correctDraft(draft);

async function answered(...answers: Answer[]) {
  const standing = { kinds: new Set<string>(), words: new Set<string>() };
  const shown: string[] = [];
  const ask = async (text: string): Promise<Answer> => {
    shown.push(text);
    return answers.shift() ?? { kind: 'no' };
  };
  const { accepted, stopped } = await decide(draft, changes, standing, ask, openTerminal('en', { color: false }));
  return { text: editDraft(draft, accepted).text, stopped, shown, words: [...standing.words] };
}

test('yes, no, and another text', async () => {
  const { text, shown } = await answered({ kind: 'yes' }, { kind: 'no' }, { kind: 'edit', text: 'Mọi người' });
  expect(text).toBe('Người dân.\n\nHòan thành.\n\nMọi người đựơc giao.\n');
  expect(shown[0]).toContain('[Ngừơi → Người] dân.\n');
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
