import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Found, maxMilliseconds, slowOf } from './slow-regex.ts';

/** Patterns that are put together when the program runs, by the place that does it: what `use` makes it build. */
async function builtBy(use: () => Promise<void>): Promise<Found[]> {
  const found = new Map<string, Found>();
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, args, newTarget) {
      const pattern: RegExp = Reflect.construct(target, args, newTarget);
      const [, place] = /at [^\n]*?(src\/[\w/.-]+\.ts:\d+)/.exec(new Error().stack?.split('\n')[2] ?? '') ?? [];
      if (place !== undefined) found.set(String(pattern), { place, pattern });
      return pattern;
    },
  });
  try {
    await use();
  } finally {
    globalThis.RegExp = native;
  }
  return [...found.values()];
}

/** Read every fixture, as a page and as a draft. */
async function readEverything(): Promise<void> {
  const { clean } = await import('../src/index.ts');
  const { builtInJunk, checkDraft } = await import('../src/proofread/index.ts');
  const { parseDraft } = await import('../src/drafts/index.ts');
  await import('../src/crawl/index.ts');
  for (const path of readdirSync('fixtures', { recursive: true }) as string[]) {
    if (path.endsWith('.html')) clean(readFileSync(join('fixtures', path)));
    if (path.endsWith('.md'))
      checkDraft(parseDraft(path, readFileSync(join('fixtures', path), 'utf8'), 'markdown'), { junk: builtInJunk() });
  }
}

// In a process of its own: every pattern is slower once the constructor has been replaced.
test(`patterns put together by the program read 100 KB of anything in ${maxMilliseconds} ms`, {
  timeout: 300_000,
}, async () => {
  const built = await builtBy(readEverything);
  expect(built.length).toBeGreaterThan(100);
  expect(slowOf(built)).toEqual([]);
});
