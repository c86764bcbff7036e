// npm run new -- template <cms> <page.html>
//
// Write the skeleton of a CMS template: its file, its line in the index, and a fixture folder with the page.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Ids and classes that sound like an article's, most specific first: candidates for the selectors, to be thinned by hand. */
function candidates(pattern) {
  const found = new Map();
  for (const [, kind, value] of html.matchAll(/\s(id|class)=["']([^"']+)["']/g))
    for (const word of value.split(/\s+/))
      if (pattern.test(word) && /^[\w-]+$/.test(word)) {
        const selector = (kind === 'id' ? '#' : '.') + word;
        found.set(selector, (found.get(selector) ?? 0) + 1);
      }
  return [...found]
    .sort((a, b) => a[1] - b[1])
    .map(([selector]) => selector)
    .slice(0, 4);
}
const list = (selectors) => `[${selectors.map((selector) => `'${selector}'`).join(', ')}]`;
const body = candidates(/noi-?dung|content|detail|body|article|chi-?tiet/i);

writeFileSync(
  file,
  `import type { Template } from './template.ts';

export const ${name}: Template = {
  id: 'template/${cms}',
  why: 'Say in one sentence what goes wrong without this template.',
  source: 'Name the page, theme or product whose markup this is.',
  detect: ${list(body.slice(0, 1))},
  body: ${list(body)},
  title: ${list(candidates(/tieu-?de|title|headline/i))},
  sapo: ${list(candidates(/sapo|tom-?tat|summary|lead|intro/i))},
  byline: ${list(candidates(/tac-?gia|author|byline/i))},
  date: ${list(candidates(/ngay|date|time|publish/i))},
};
`,
);
const index = `${root}src/extract/templates/index.ts`;
const source = readFileSync(index, 'utf8');
writeFileSync(
  index,
  source
    .replace(/(import type \{ Template \} from)/, `import { ${name} } from './${cms}.ts';\n$1`)
    .replace(/(export const templates[^[]*\[\n)/, `$1  ${name},\n`),
);
const fixture = `${root}fixtures/${cms}/article`;
mkdirSync(fixture, { recursive: true });
copyFileSync(page, `${fixture}/input.html`);
console.log(`src/extract/templates/${cms}.ts      thin the selectors, say why and where from
src/extract/templates/index.ts    imports it, tried first: move it where it belongs
fixtures/${cms}/article/           cut the page down and write your own sentences into it
then                              UPDATE=1 npm test, and read the diff`);
