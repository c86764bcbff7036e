import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { openBox } from '../cli/box.ts';
import { startReview } from './running.ts';

/** A browser of the machine: none is downloaded for the tests. */
const browserFile = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find((path) => existsSync(path));

const text = '# Bài\n\nNgừơi dân ,vui.\n\nViệc hòan thành.\n\nNăm nay đưọc mùa.\n';

describe.skipIf(browserFile === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    // Chromium runs as root only without its sandbox; what it shows here is our own.
    browser = await chromium.launch({
      executablePath: browserFile as string,
      chromiumSandbox: process.getuid?.() !== 0,
    });
  });
  afterAll(() => browser?.close());

  const faults: string[] = [];
  async function openPage(address: string): Promise<Page> {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(address);
    await page.locator('#drafts a[aria-current]').waitFor();
    return page;
  }
  const states = (page: Page) => page.locator('[role=option] .mark:first-child').allTextContents();

  test('by keys alone: accept one, reject one, edit one, load the page again, write, finish', async () => {
    using box = openBox();
    box.put('drafts/a.md', text);
    box.put('drafts/b.md', 'Không có gì.\n');
    const { address, ended } = await startReview(box, ['drafts/', '-o', 'undo.json', '--no-open']);
    const page = await openPage(address);
    await page.keyboard.press('y');
    await page.keyboard.press('n');
    await page.keyboard.press('e');
    await page.locator('#typed').waitFor();
    expect(await page.locator('#typed').inputValue()).toBe('hoàn');
    await page.keyboard.type('đã hoàn');
    await page.keyboard.press('Enter');
    await expect.poll(() => states(page)).toEqual(['accepted', 'rejected', 'accepted', 'to decide']);
    expect(box.read('drafts/a.md')).toBe(text);

    await page.reload();
    await expect.poll(() => states(page)).toEqual(['accepted', 'rejected', 'accepted', 'to decide']);
    expect(await page.locator('[aria-selected=true] .sentence').textContent()).toBe('Năm nay đưọc → được mùa.');
    expect(await page.locator('#sum').textContent()).toBe('1 to decide in 2 drafts · 2 accepted and not yet written');

    await page.locator('#write').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#status').textContent()).toBe('drafts/a.md: 2 changes written.');
    expect(box.read('drafts/a.md')).toBe(text.replace('Ngừơi', 'Người').replace('hòan', 'đã hoàn'));
    await page.locator('#finish').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('body').textContent()).toContain('Finished.');
    expect((await ended).status).toBe(0);
    await box.here(['fix', '--undo', 'undo.json']);
    expect(box.read('drafts/a.md')).toBe(text);
    expect(faults).toEqual([]);
  });

  test('the whole draft beside its correction, a draft that changed meanwhile, and what is not written yet', async () => {
    using box = openBox();
    box.put('a.md', text);
    const { address, ended } = await startReview(box, ['a.md', '--no-open', '--lang', 'vi']);
    const page = await openPage(address);
    await page.getByRole('button', { name: 'Chấp nhận hết, trừ gợi ý' }).click();
    await page.keyboard.press('v');
    const line = page.locator('.line', { hasText: 'mùa' }).locator('> div');
    await expect.poll(() => line.allTextContents()).toEqual(['Năm nay đưọc mùa.', 'Năm nay được mùa.']);

    box.put('a.md', 'Ngừơi ta.\n');
    await page.getByRole('button', { name: 'Ghi bản này' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('a.md: ');
    expect(box.read('a.md')).toBe('Ngừơi ta.\n');
    await page.getByRole('button', { name: 'Đọc lại' }).click();
    await expect
      .poll(() => page.locator('.line').first().locator('> div').allTextContents())
      .toEqual(['Ngừơi ta.', 'Ngừơi ta.']);
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Kết thúc' }).click();
    await page.getByRole('button', { name: 'Ghi tất cả rồi kết thúc' }).click();
    expect((await ended).status).toBe(0);
    expect(box.read('a.md')).toBe('Người ta.\n');
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    expect(faults).toEqual([]);
  });

  test('what stands in a draft stays text', async () => {
    using box = openBox();
    box.put(
      '<img src=x onerror=alert(1)>.md',
      'Ngừơi dân <img src=x onerror=alert(1)> <script>alert(1)</script> vui.\n',
    );
    const { address, child, ended } = await startReview(box, ['.', '--no-open']);
    const page = await openPage(address);
    expect(await page.locator('.sentence').textContent()).toContain('<img src=x onerror=alert(1)> <script>');
    await page.keyboard.press('v');
    await expect.poll(() => page.locator('.line').first().textContent()).toContain('<script>alert(1)</script>');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(faults).toEqual([]);
    child.kill('SIGINT');
    await ended;
    await page.keyboard.press('y');
    await expect.poll(() => page.locator('#status').textContent()).toContain('no longer running');
  });

  test('every control has a name, and its place when the window is narrow', async () => {
    using box = openBox();
    box.put('a.md', text);
    const { address, child, ended } = await startReview(box, ['a.md', '--no-open']);
    const page = await openPage(address);
    await page.setViewportSize({ width: 360, height: 640 });
    for (const one of await page.locator('button:visible, [role=option]').all()) {
      const box = await one.boundingBox();
      const name = (await one.getAttribute('aria-label')) ?? (await one.textContent());
      expect([name, (box?.x ?? 999) + (box?.width ?? 999) <= 360]).toEqual([expect.stringMatching(/\p{L}/u), true]);
    }
    child.kill('SIGINT');
    await ended;
  });
});

test('the page’s sentences are in the catalogue, and all of the catalogue’s are used', () => {
  const folder = 'src/review/client';
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const page = read('page.html');
  const script = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map(read)
    .join('\n');
  const inPage = [...page.matchAll(/data-(?:say|key|name)="([^"]+)"/g)].map(([, id]) => id);
  const inScript = [...script.matchAll(/\bsay\('([\w-]+)'/g)].map(([, id]) => `review/${id}`);
  expect([...inPage, ...inScript].filter((id) => id === undefined || !(id in en))).toEqual([]);
  // Said by the server and on the terminal, or put together: states, and keys.
  const elsewhere =
    /^review\/(?:address|unwritten|refused|too-large|open|accepted|rejected|written-over|standing-\w+)$|\.key$/;
  const known = Object.keys(en).filter((id) => id.startsWith('review/') && !elsewhere.test(id));
  expect(known.filter((id) => !inPage.includes(id) && !inScript.includes(id))).toEqual([]);
});
