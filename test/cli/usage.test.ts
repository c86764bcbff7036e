import { describe, expect, test } from 'vitest';
import { openBox } from './box.ts';

describe('a mistake in the arguments', () => {
  test.each([
    [['check', '--nope'], 'See sach check --help.'],
    [['fix', '--fix'], 'See sach fix --help.'],
    [['fix', '--level'], 'as sach fix --help shows'],
    [['--nope'], 'See sach --help.'],
  ])('%j: the hint names the help of the command in use', async (args, hint) => {
    using box = openBox();
    const { status, stderr } = await box.here(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});
