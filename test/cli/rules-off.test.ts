import { describe, expect, test } from 'vitest';
import { openBox } from './box.ts';

const draft = '# Hội nghị\n\nCán bộ hướng dẩn bà con , xã tổ chức hội ngị.\n';

const forThisFile = (...levels: string[]): string =>
  ['overrides:', ...levels.map((rules) => `  - { files: [a.md], rules: ${rules} }`)].join('\n');

describe('a rule that the configuration switches off corrects nothing', () => {
  test.each([
    ['a family', 'rules: { typo: off }', draft],
    [
      'one rule',
      'rules: { typo/space-before-mark: off }',
      '# Hội nghị\n\nCán bộ hướng dẫn bà con , xã tổ chức hội nghị.\n',
    ],
    ['for this file', 'overrides: [{ files: ["a.md"], rules: { typo: off } }]', draft],
    [
      'for another file',
      'overrides: [{ files: ["b.md"], rules: { typo: off } }]',
      '# Hội nghị\n\nCán bộ hướng dẫn bà con, xã tổ chức hội nghị.\n',
    ],
    ['for this file, after one rule of it', forThisFile('{ typo/tone: error }', '{ typo: off }'), draft],
    [
      'for this file, where one rule is set for all',
      `rules: { typo/tone: error }\n${forThisFile('{ typo: off }')}`,
      draft,
    ],
    [
      'for this file, before one rule of it',
      forThisFile('{ typo: off }', '{ typo/space-before-mark: warning }'),
      '# Hội nghị\n\nCán bộ hướng dẩn bà con, xã tổ chức hội ngị.\n',
    ],
    ['the house style', 'rules: { typo: off }\nstyle: { toneMarks: old }', draft],
  ])('%s', async (_, config, wanted) => {
    using box = openBox();
    box.put('sach.config.yaml', config);
    box.put('a.md', draft);
    expect((await box.here(['fix', 'a.md'])).stdout).toBe(wanted);
    for (const args of [
      ['fix', 'a.md', '--write'],
      ['check', 'a.md', '--fix'],
    ]) {
      box.put('a.md', draft);
      await box.here(args);
      expect([args[0], box.read('a.md')]).toEqual([args[0], wanted]);
    }
  });

  test('a suggestion of a rule that is an error counts for the exit code of fix', async () => {
    using box = openBox();
    box.put('sach.config.yaml', 'rules: { typo/repeated-word: error }');
    box.put('a.md', '# Họp\n\nXã làm việc với với người dân.\n');
    expect((await box.here(['fix', 'a.md'])).status).toBe(1);
  });
});
