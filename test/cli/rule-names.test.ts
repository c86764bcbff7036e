import { describe, expect, test } from 'vitest';
import { openBox } from './box.ts';

const good = '---\ntitle: Họp dân\ndate: 2024-10-17\n---\n\nNgười dân đã đến dự họp rất đông.\n';

describe('a rule that does not exist', () => {
  test.each([
    ['rules', 'rules: { typo/tone-plce: off }\n', 'there is no rule typo/tone-plce.', 'Did you mean typo/tone-place?'],
    ['overrides', "overrides: [{ files: ['a.md'], rules: { tpyo: off } }]\n", 'there is no rule tpyo.', 'mean typo?'],
  ])('in the configuration, under %s', async (_, config, message, hint) => {
    using box = openBox();
    box.put('a.md', good);
    box.put('sach.config.yaml', config);
    const { status, stderr } = await box.here(['check', 'a.md']);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).toContain(hint);
  });

  test('in a comment is told where it stands; families, own rules and reasons are right', async () => {
    using box = openBox();
    box.put(
      'sach.config.yaml',
      'junk: [{ id: junk/ours, pattern: Ảnh tư liệu, matches: [Ảnh tư liệu] }]\nrules: { junk/ours: info }\n',
    );
    const right = '<!-- sach-disable typo, junk/ours -- trích nguyên văn -->\n<!-- sach-disable-line -- vì sao -->\n';
    box.put('a.md', `${good}\n${right}\n<!-- sach-disable typo/tone-plce -->\n`);
    const { stdout } = await box.here(['check', 'a.md', '-f', 'json', '--no-cache']);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        rule: 'markup/unknown-rule',
        level: 'warning',
        line: 11,
        message: 'There is no rule typo/tone-plce; the nearest is typo/tone-place.',
      },
    ]);
  });
});
