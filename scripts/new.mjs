// npm run new -- template <cms> <page.html>
//
// Write the skeleton of a CMS template: its file, its line in the index, and a fixture folder with the page. What a person must
// still say begins with TODO, which the tests refuse.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [what, cms, page] = process.argv.slice(2);
const fail = (message) => {
  console.error(message);
  process.exit(2);
};
if (what !== 'template' || !cms || !page) fail('usage: npm run new -- template <cms> <page.html>');
if (!/^[a-z][a-z0-9-]*$/.test(cms))
  fail(`“${cms}”: a template is named in lower case, digits and hyphens, as in viettel-edu`);
if (!existsSync(page)) fail(`${page}: no such file`);
const file = `${root}src/extract/templates/${cms}.ts`;
if (existsSync(file)) fail(`${file} exists already`);

const name = cms.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const html = readFileSync(page, 'utf8');

/** ASP.NET puts the names of all containers before an id (`ctl00_ContentPlaceHolder1_lblTieuDe`); they change from site to site. */
const containers = /^ctl\d+_(?:\w+_)?/;

/** How a template names an element with this id or class. */
function selectorOf(kind, word) {
  if (kind === 'class') return `.${word}`;
  return containers.test(word) ? `[id$=${word.replace(containers, '')}]` : `#${word}`;
}

/** Ids and classes that sound like an article's, the rarest first: candidates for the selectors, to be thinned by hand. */
function candidates(pattern) {
  const found = new Map();
  for (const [, kind, value] of html.matchAll(/\s(id|class)=["']([^"']+)["']/g))
    for (const word of value.split(/\s+/))
      if (/^[\w-]+$/.test(word) && pattern.test(word.replace(containers, '').replace(/place-?holder/i, '')))
        found.set(selectorOf(kind, word), (found.get(selectorOf(kind, word)) ?? 0) + 1);
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .map(([selector]) => selector)
    .slice(0, 4);
}
const list = (selectors) => `[${selectors.map((selector) => `'${selector}'`).join(', ')}]`;
const body = candidates(/noi-?dung|content|detail|body|article|chi-?tiet/i);
const fields = Object.entries({
  title: /tieu-?de|title|headline/i,
  sapo: /sapo|tom-?tat|summary|lead|intro/i,
  byline: /tac-?gia|author|byline/i,
  date: /ngay|date|time|publish/i,
}).flatMap(([field, pattern]) => {
  const selectors = candidates(pattern);
  return selectors.length === 0 ? [] : `  ${field}: ${list(selectors)},\n`;
});

writeFileSync(
  file,
  `import type { Template } from './template.ts';

export const ${name}: Template = {
  id: 'template/${cms}',
  why: 'TODO: say in one sentence what goes wrong without this template.',
  source: 'TODO: name the page, theme or product whose markup this is.',
  detect: ${list(body.slice(0, 1))},
  body: ${list(body)},
${fields.join('')}};
`,
);
const index = `${root}src/extract/templates/index.ts`;
const source = readFileSync(index, 'utf8');
writeFileSync(
  index,
  source
    .replace(/(import type \{ Template \} from)/, `import { ${name} } from './${cms}.ts';\n$1`)
    .replace(/(export const templates[^[]*\[\]? = \[\n)/, `$1  ${name},\n`),
);
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'check', '--write', file, index], { cwd: root, stdio: 'ignore' });

const fixture = `${root}fixtures/${cms}/article`;
mkdirSync(fixture, { recursive: true });
copyFileSync(page, `${fixture}/input.html`);
const facts = { url: `https://${cms}.example/article.html`, tests: 'TODO: say in one sentence what this page tests.' };
writeFileSync(`${fixture}/page.json`, `${JSON.stringify(facts, undefined, 2)}\n`);
console.log(`src/extract/templates/${cms}.ts      thin the selectors, say why and where from
src/extract/templates/index.ts    imports it, tried first: move it where it belongs
fixtures/${cms}/article/           cut the page down, write your own sentences into it, say in page.json what it tests
then                              UPDATE=1 npx vitest run test/fixtures.test.ts, and read the diff`);
