import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Box, openBox } from './cli/box.ts';

const page = `<!doctype html><html lang="vi"><head><title>Cầu mới</title></head><body>
<form id="aspnetForm"><div id="ctl00_ContentPlaceHolder1_pnlMain"><h1 class="tieu-de-bai">Cầu mới</h1>
<span id="ctl00_ContentPlaceHolder1_lblNgayDang">12/3/2010</span>
<div id="noi-dung-bai" class="khung">Sáng nay, xã Tân Lập khánh thành cây cầu bắc qua suối Đục.</div></div></form></body></html>`;

/** The parts of the project that the script touches, in a folder of their own. */
function openCopy(): Box {
  const box = openBox();
  for (const path of ['scripts', 'src/extract/templates', 'biome.json', '.gitignore'])
    cpSync(path, join(box.path, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(box.path, 'node_modules'));
  return box;
}

const run = (box: Box, ...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: box.path, encoding: 'utf8', stdio: 'pipe' });

test('npm run new writes a template in the form of the others, and a whole fixture', () => {
  using box = openCopy();
  box.put('page.html', page);
  run(box, 'scripts/new.mjs', 'template', 'cong-xa', 'page.html');
  const template = box.read('src/extract/templates/cong-xa.ts');
  expect(template).toContain("body: ['#noi-dung-bai'],");
  expect(template).toContain("title: ['.tieu-de-bai'],");
  expect(template).toContain("date: ['[id$=lblNgayDang]'],");
  expect(template, 'the frame of ASP.NET is not named for an article').not.toMatch(/placeholder|pnlMain/i);
  expect(template, 'what was not found is left out').not.toContain('sapo');
  const index = box.read('src/extract/templates/index.ts');
  expect(index).toContain("import { congXa } from './cong-xa.ts';");
  expect(index).toContain('= [\n  congXa,\n');
  expect(box.files('fixtures/cong-xa/article')).toEqual(['input.html', 'page.json']);
  expect(JSON.parse(box.read('fixtures/cong-xa/article/page.json'))).toEqual({
    url: 'https://cong-xa.example/article.html',
    tests: expect.stringMatching(/^TODO/),
  });
  run(box, resolve('node_modules/@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', 'src');
});
