import { expect, test } from 'vitest';
import { clean, render } from '../../src/index.ts';
import { paint, prettyDiff, prettyExplanation } from '../../src/report/index.ts';
import { articlePage, openBox } from '../cli/box.ts';

/** What terminals obey: ESC, CSI in one unit, bell, backspace, shift out, delete. */
const codes = '\u001b[31m\u009b2J\u0007\u0008\u000e\u007f';
const obeyed = /(?![\t\n])\p{Cc}/u;
// A title with a code, in the text, a box that is left out, and a correction.
const page = articlePage(`Cầu${codes} mới`).replace('</p>', ` Bà con ,${codes}mừng. Ngừơi${codes} dân.</p>`);
const plain = { paint: paint(false) };

test('text, Markdown and HTML are without them', () => {
  const result = clean(page);
  for (const format of ['txt', 'md', 'html'] as const) expect(render(result, format)).not.toMatch(obeyed);
  const bytes = new TextEncoder().encode('Bà con họp.\n\n```\ncột\t1\u001b[1m\ncột 2\n```\n');
  expect(render(clean({ source: 'a.md', kind: 'markdown', bytes }), 'txt')).toBe('Bà con họp.\n\ncột\t1[1m\ncột 2\n');
});

test('what is explained names them', () => {
  const { article, edits, suggestions } = clean(page);
  const edit = {
    rule: 'typo/tone',
    field: 'text',
    start: 0,
    end: 1,
    before: '\u001b',
    after: '',
    confidence: 1,
  } as const;
  const explained = prettyExplanation(
    `a${codes}.html`,
    {
      edits: [...edits, edit],
      suggestions,
      removed: [...article.removed, { rule: 'junk/x', text: `Trang\u001b[1m  chủ` }],
      evidence: article.evidence,
    },
    { lang: 'en', ...plain },
  );
  expect(explained).not.toMatch(obeyed);
  expect(explained).toContain('“‹U+001B›” → “”');
  expect(explained).toContain('junk/x Trang‹U+001B›[1m chủ');
  expect(explained).toContain('title: Cầu');
});

const before = `\tBà con \u001b[31m ,mừng.\r\nHết.\r\n`;
const after = before.replace(' ,', ', ');

test('a diff for people names them, in colours too; spaces and line ends stay', () => {
  const shown = prettyDiff('a.md', before, after, { ...plain, isTerminal: true });
  expect(shown).toContain('-\tBà con ‹U+001B›[31m ,mừng.\r\n+\tBà con ‹U+001B›[31m, mừng.\r\n Hết.\r\n');
  const colored = prettyDiff('a.md', before, after, { paint: paint(true), isTerminal: false });
  expect(colored).toContain('‹U+001B›[31m');
});

test('a diff that goes elsewhere is a patch, to the letter', async () => {
  expect(prettyDiff('a.md', before, after, { ...plain, isTerminal: false })).toContain(`-${before.split('\n')[0]}\n`);
  using box = openBox();
  box.put('a.md', 'Bà con \u001b[31m xã Tân Lập họp , rất vui.\n');
  expect((await box.here(['fix', 'a.md', '--diff'])).stdout).toContain('con \u001b[31m');
});
