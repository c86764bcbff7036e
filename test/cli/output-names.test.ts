import { expect, test } from 'vitest';
import { isAssetStub } from '../../src/cli/asset-stub.ts';
import { freeName } from '../../src/cli/output.ts';

test('pages of one name are numbered in order, also where case does not count', () => {
  const taken = new Map<string, number>();
  const names = ['b', 'B', 'b-2', 'b', 'a', 'b'].map((name) => freeName(name, taken));
  expect(names).toEqual(['b', 'B-2', 'b-2-2', 'b-3', 'a', 'b-4']);
});

test('a page that comes ten thousand times is not looked for ten thousand times', () => {
  let lookups = 0;
  const taken = new (class extends Map<string, number> {
    override has(key: string): boolean {
      lookups += 1;
      return super.has(key);
    }
  })();
  const names = Array.from({ length: 10_000 }, () => freeName('index', taken));
  expect([names.at(-1), lookups]).toEqual(['index-10000', 10_000]);
});

test('the address of a page tells a missing picture on every version of Node', () => {
  const { parse } = URL;
  // Node 20 has none.
  Reflect.deleteProperty(URL, 'parse');
  try {
    const input = { source: 'a', name: 'a', load: () => ({ source: 'a', bytes: new Uint8Array() }) };
    const outcome = { source: 'a', findings: [], edits: 0, removed: 0, suggestions: 0 };
    const isStub = (url: string) => isAssetStub(input, { ...outcome, pageType: 'error', url });
    expect(['https://xa.example/anh/cau.jpg?v=2', 'https://xa.example/tin/1', 'no address'].map(isStub)).toEqual([
      true,
      false,
      false,
    ]);
  } finally {
    Object.assign(URL, { parse });
  }
});
