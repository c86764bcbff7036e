import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { en } from '../src/messages/en.ts';
import { vi } from '../src/messages/vi.ts';
import { cliOptions, commandNames, optionsOf } from '../src/options.ts';

const sources = (readdirSync('src', { recursive: true }) as string[]).filter((path) => path.endsWith('.ts')).sort();

/** What each folder or file of `src/` may import, besides itself. Arrows point one way; a stage never imports another. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  messages: ['model', 'text'],
  version: [],
  'package-data': [],
  http: ['model'],
  options: ['model', 'messages'],
  ...Object.fromEntries(
    ['decode', 'dom', 'render', 'check', 'report'].map((stage) => [stage, ['model', 'text', 'messages', 'options']]),
  ),
  // Both tell of servers and of what they answered; the one asks them, the other reads what somebody asked.
  input: ['model', 'text', 'messages', 'options', 'http'],
  crawl: ['model', 'text', 'messages', 'options', 'http', 'version'],
  // Two stages have tables too large for the code.
  correct: ['model', 'text', 'messages', 'options', 'package-data'],
  markdown: ['model'],
  drafts: ['model', 'text', 'dom', 'markdown'],
  extract: ['model', 'text', 'messages', 'options', 'package-data', 'dom', 'markdown'],
  pipeline: ['model', 'text', 'messages', 'options', 'version', 'decode', 'dom', 'extract', 'correct', 'render'],
  // The pipeline of drafts.
  proofread: ['model', 'text', 'messages', 'dom', 'extract', 'correct', 'render', 'drafts', 'check'],
  schema: ['model', 'text', 'options', 'dom'],
  library: ['model', 'messages', 'options', 'schema', 'pipeline', 'decode', 'extract', 'correct', 'render'],
  index: ['*'],
  review: ['model', 'text', 'messages', 'package-data', 'schema', 'drafts', 'report'],
  cli: ['*'],
};

/** The part of `src/` that a path below it belongs to: its folder, or the name of a file at the top. */
const partOf = (path: string): string =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : basename(path, '.ts');

const importsOf = (path: string): string[] =>
  [...readFileSync(join('src', path), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].flatMap(
    ([, specifier]) => specifier ?? [],
  );

describe('imports', () => {
  test.each(sources)('%s points the right way', (path) => {
    const part = partOf(path);
    const allowed = mayImport[part];
    expect(allowed, `src/${part} has no place in the order of imports`).toBeDefined();
    const wrong = importsOf(path)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => partOf(relative(resolve('src'), resolve('src', dirname(path), specifier))))
      .filter(
        (target) => target !== part && !target.startsWith('..') && !allowed?.some((a) => a === target || a === '*'),
      );
    expect(wrong).toEqual([]);
  });

  test('the HTML parser is imported by dom/ alone', () => {
    const users = sources.filter((path) =>
      importsOf(path).some((name) => /^(?:parse5|domhandler|htmlparser2)/.test(name)),
    );
    expect(users.map(partOf).filter((part) => part !== 'dom')).toEqual([]);
  });

  test('relative imports carry their extension', () => {
    const bare = sources.flatMap((path) =>
      importsOf(path).filter((name) => name.startsWith('.') && !/\.\w+$/.test(name)),
    );
    expect(bare).toEqual([]);
  });

  test('no folder is named for nothing', () => {
    expect(sources.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|core|misc)(?:\/|\.ts$)/.test(path))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');

  test('every path that it names is there', () => {
    const named = [...text.matchAll(/`((?:src|test|data|docs|bench|fixtures)\/[\w./-]*)`/g)].flatMap(
      ([, path]) => path ?? [],
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('its map has every folder of src/', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const mapped = [...text.matchAll(/^\| `(\w+)\/` /gm)].map(([, name]) => name);
    expect(mapped.sort()).toEqual(folders.map(({ name }) => name).sort());
  });
});

describe('messages', () => {
  const ids = Object.keys(en) as (keyof typeof en)[];
  const blanks = (sentence: string): string[] =>
    [...new Set([...sentence.matchAll(/\{(\w+)[|}]/g)].flatMap(([, name]) => name ?? []))].sort();

  test('both languages fill in the same blanks', () => {
    const different = ids.filter((id) => blanks(en[id]).join() !== blanks(vi[id]).join());
    expect(different).toEqual([]);
  });

  test('every id has one sentence: of two tables that both name it the last one wins', () => {
    const tables = readdirSync('src/messages').filter((name) => /^(?:\w+-)?en\.ts$/.test(name));
    const named = tables.flatMap((name) =>
      [...readFileSync(`src/messages/${name}`, 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, id]) => id),
    );
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter((id, i) => named.indexOf(id) < i)).toEqual([]);
  });

  test('every error has a hint', () => {
    const errors = ids.filter((id) => id.startsWith('error/') && !id.endsWith('.hint'));
    expect(errors.filter((id) => !(`${id}.hint` in en))).toEqual([]);
  });

  test('every error that the code throws has its sentence', () => {
    const thrown = sources.flatMap((path) =>
      [...readFileSync(join('src', path), 'utf8').matchAll(/new SachError\(\s*'([\w-]+)'/g)].flatMap(
        ([, code]) => code ?? [],
      ),
    );
    expect(thrown.length).toBeGreaterThan(10);
    expect([...new Set(thrown)].filter((code) => !(`error/${code}` in en))).toEqual([]);
  });

  test('no Vietnamese sentence was left in English', () => {
    const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
    expect(ids.filter((id) => en[id].replace(/\{[^}]*\}/g, '').length > 25 && !vietnamese.test(vi[id]))).toEqual([]);
  });
});

describe('options', () => {
  test('every option and command says what it does', () => {
    expect(Object.keys(cliOptions).filter((id) => !(`option/${id}` in en))).toEqual([]);
    expect(commandNames.filter((name) => !(`command/${name}` in en))).toEqual([]);
  });

  test('what stands for a value has its word in each language', () => {
    const shown = [
      ...Object.values(cliOptions).map(({ flags }) => flags),
      ...commandNames.map((name) => commands[name].takes),
    ];
    const blanks = shown.flatMap((text) => [...text.matchAll(/[<[](\w+)/g)].map(([, word]) => `blank/${word}`));
    expect(blanks.filter((id) => !(id in en))).toEqual([]);
  });

  test('every command shows examples, each explained', () => {
    for (const name of commandNames) {
      expect(commands[name].examples.length).toBeGreaterThan(0);
      commands[name].examples.forEach((_, i) => {
        expect(en).toHaveProperty([`example/${name}/${i + 1}`]);
      });
      expect(optionsOf(name).length).toBeGreaterThan(5);
    }
  });

  test('docs/configuration.md tells which commands read a key as they tell their options', () => {
    const rows = readFileSync('docs/configuration.md', 'utf8').matchAll(/^\| `(\w+)` \| ([\w, ]+) \|/gm);
    const told = new Map([...rows].map(([, key = '', commands = '']) => [key, commands]));
    // The option reads drafts too; the key is for pages.
    expect(told.get('encoding')).toBe('clean, crawl');
    for (const key of ['level', 'fix', 'jobs', 'failOn'] as const) {
      const { commands } = cliOptions[key];
      expect([key, told.get(key)]).toEqual([
        key,
        commands.length === commandNames.length ? 'all' : commands.join(', '),
      ]);
    }
  });

  test('docs/cli.md tells every option (UPDATE=1 writes it)', () => {
    const cell = (text: string): string => text.replaceAll('|', '\\|');
    const rows = commandNames.map((name) => {
      const lines = optionsOf(name).map(([id, spec]) => {
        const sentences: Readonly<Record<string, string>> = en;
        const choices = spec.choices ? ` (${spec.choices.map((choice) => `\`${choice}\``).join(', ')})` : '';
        const standard = spec.default ? `; default \`${spec.default}\`` : '';
        return `| \`${cell(spec.flags)}\` | ${cell(sentences[`option/${id}`] ?? '')}${choices}${standard} |`;
      });
      const shown = commands[name].examples.map((line) => `    ${line}`).join('\n');
      return `## sach ${cell(name)}\n\n${en[`command/${name}`]}\n\n${shown}\n\n| option | meaning |\n|---|---|\n${lines.join('\n')}\n`;
    });
    const inputs = [
      'An input is a file, a folder, a pattern in quotes, an http(s) address, a capture or `-` for standard input. Folders and patterns leave out hidden',
      "files and folders, and `node_modules`, but for those that the path itself calls by name: `.git`, `node_modules/a`, `'node_modules/a/**/*.md'`.",
      '',
      'Captures are WARC, ARC and WACZ files, and MHTML pages. What is named, or comes on standard input, is known by its beginning, whatever it is called. Of a',
      'page or capture that breaks off what is there is kept, and that is told.',
      '',
      'Of a folder are taken: files named as pages and captures, and those under no ending or one of their own (`tin.vnp`, `index.php?p=1`) that begin as HTML. Left',
      'out, and counted, are feeds and JSON that are named as pages, `robots.txt`, what HTTrack wrote for itself, copies (`.orig`, `.bak`), and of the folder beside a page',
      'that was saved whole (`bai.html`, `bai_files/`) whatever is no article. Name such a file to have it cleaned.',
      '',
      'Where pages of a folder are written to a folder, as Markdown or HTML, their links to each other lead to what is written of them: `bai-2.html#phan3` becomes',
      '`bai-2.md#phan3`. Other links stay as they are, and so do those of records.',
    ].join('\n');
    const page = `# The command line\n\nWritten from the table in \`src/options.ts\`; \`--help\` says the same, in English or Vietnamese.\n\n${inputs}\n\n${rows.join('\n')}`;
    if (process.env.UPDATE) writeFileSync('docs/cli.md', page);
    expect(readFileSync('docs/cli.md', 'utf8')).toBe(page);
  });

  test('docs/configuration.md tells every key of the configuration', () => {
    const text = readFileSync('docs/configuration.md', 'utf8');
    const schema = JSON.parse(readFileSync('data/schema/config.schema.json', 'utf8')) as { properties: object };
    expect(Object.keys(schema.properties).filter((key) => !text.includes(`\n| \`${key}\` |`))).toEqual([]);
  });
});
