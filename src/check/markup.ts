import type { CheckRule } from './rule.ts';

/** Tags for which Markdown has no sign of its own. */
const needed = new Set(
  'figure figcaption iframe video audio source sub sup br details summary table thead tbody tr td th caption kbd u mark abbr a img'.split(
    ' ',
  ),
);

/** MDX: by the name of the file, or since it takes components from somewhere. */
const isMdx = (source: string, text: string): boolean =>
  /\.mdx$/i.test(source) || /^import\s[^\n]{1,500}\sfrom\s+['"]/m.test(text);

/** A component, not a tag of HTML that was written large. */
const component = /^<[A-Z]/;

export const markupRules: readonly CheckRule[] = [
  {
    id: 'markup/html-in-markdown',
    level: 'warning',
    why: 'Layout tags of the old page break the new design and hide text from every tool that reads Markdown.',
    source: '<font> and <span style> that came with pasted text',
    find: ({ kind, source, text, tags }) => {
      if (kind !== 'markdown') return [];
      const isOwn = isMdx(source, text) ? (start: number) => component.test(text.slice(start, start + 2)) : () => false;
      const odd = tags.filter(({ name, start }) => !needed.has(name) && !isOwn(start));
      const names = [...new Set(odd.map(({ name }) => name))];
      // One finding a kind of tag: a pasted page has hundreds.
      return names.flatMap((name) => {
        const all = odd.filter((tag) => tag.name === name);
        return all.slice(0, 1).map(({ start, end }) => ({ start, end, params: { name, count: all.length } }));
      });
    },
    wrong: ['<font color="red">Khẩn</font>', 'Đoạn <span style="x">chữ</span> màu.', '<Font>Khẩn</Font>'],
    right: [
      'H<sub>2</sub>O và `<font>`.',
      '<https://trang.example>',
      "import { Note } from './note.jsx';\n\n<Note>\nChú ý.\n</Note>",
    ],
  },
  {
    id: 'markup/heading-jump',
    level: 'warning',
    why: 'A level left out breaks the table of contents and the way screen readers move.',
    source: 'headings chosen for their size',
    find: ({ headings }) =>
      headings.flatMap(({ start, end, level }, i) => {
        const before = headings[i - 1]?.level;
        return before !== undefined && level > before + 1 ? [{ start, end, params: { before, level } }] : [];
      }),
    wrong: ['# Một\n\n### Hai'],
    right: ['# Một\n\n## Hai\n\n### Ba\n\n## Bốn'],
  },
];
