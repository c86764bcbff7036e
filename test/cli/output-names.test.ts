import { expect, test } from 'vitest';
import { isAssetStub } from '../../src/cli/asset-stub.ts';
import { freeName } from '../../src/cli/output.ts';
import { articlePage, openBox } from './box.ts';

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

test('a name that leaves no room for the extension is cut, two of them stay two, and the other pages are written', async () => {
  using box = openBox();
  const long = 'ỡ'.repeat(83);
  const names = [`${long}-1.htm`, `${long}-2.htm`, 'ngắn.html'];
  for (const name of names) box.put(`in/${name}`, articlePage('Một'));
  const { status } = await box.here(['clean', 'in', '-f', 'json', '-o', 'out/']);
  const made = box.files('out');
  expect([status, made.length, made.at(0)]).toEqual([0, 3, 'ngắn.json']);
  expect(made.slice(1).every((name) => /^ỡ{70,}-[\da-f]{8}\.json$/.test(name))).toBe(true);
  // As long as it has room, a draft keeps its name.
  box.put(`${long.slice(4)}.md`, 'Ngừơi dân đến họp.\n');
  await box.here(['fix', `${long.slice(4)}.md`, '-o', 'drafts/']);
  expect(box.files('drafts')).toEqual([`${long.slice(4)}.md`]);
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

test.each<[string[], string, RegExp]>([
  [['check', 'a.md', '-o', 'x.sarif'], 'x.sarif', /"version":\s*"2\.1\.0"/],
  [['check', 'a.md', '-o', 'x.JSON'], 'x.JSON', /^\[/],
  [['check', 'a.md', '-o', 'x.json', '-o', 'x.xml'], 'x.xml', /^<\?xml/],
  [['check', 'a.md', '-o', 'x.txt'], 'x.txt', /^\w+\[/],
  [['check', 'a.md', '-f', 'pretty', '-o', 'x.sarif'], 'x.sarif', /^\w+\[/],
  [['clean', 'a.html', '-o', 'x.json'], 'x.json', /^\{\n/],
  [['clean', 'a.html', 'a.html', '-o', 'x.jsonl'], 'x.jsonl', /^\{.+\n\{/],
  [['clean', 'a.html', '-o', 'x.html'], 'x.html', /^<!doctype html>/i],
  [['clean', 'a.html', '-o', 'x.json', '-f', 'md'], 'x.json', /^---\n/],
  [['clean', 'a.html', '-o', 'x.json/'], 'x.json/a.md', /^---\n/],
  [['fix', 'a.md', '-o', 'x.json'], 'x.json', /^\{\n {2}"source": "a\.md"/],
  [['fix', 'a.md', '-o', 'x.txt'], 'x.txt', /^Người/],
  [['fix', 'a.json', '-o', 'x.json'], 'x.json', /^\{ "tin": "Người/],
])('%j: without -f, the output is what it is called', async (args, path, told) => {
  using box = openBox();
  box.put('a.md', 'Ngừơi dân đến họp.\n');
  box.put('a.json', '{ "tin": "Ngừơi dân đến họp." }\n');
  box.put('a.html', articlePage('Một'));
  await box.here(args);
  expect(box.read(path)).toMatch(told);
});

test('the name of the output is stronger than the configuration', async () => {
  using box = openBox();
  box.put('sach.config.yaml', 'format: json\n');
  box.put('a.md', 'Ngừơi dân đến họp.\n');
  for (const command of ['clean', 'fix']) {
    await box.here([command, 'a.md', '-o', 'x.md']);
    await box.here([command, 'a.md', '-o', 'x']);
    expect(box.read('x')).toMatch(/^\{/);
    expect(box.read('x.md')).not.toMatch(/^\{/);
  }
});
