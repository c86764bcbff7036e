/** Writes docs/rules/ and data/schema/config.schema.json from the rules and the schema themselves: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { checkRules } from '../src/check/index.ts';
import { configSchema } from '../src/cli/config-schema.ts';
import { typographyRules } from '../src/correct/index.ts';
import { junkRules } from '../src/extract/index.ts';
import { en } from '../src/messages/en.ts';

interface RuleDoc {
  readonly id: string;
  readonly level: string;
  readonly why: string;
  readonly source: string;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** Rules without a record of their own: what the corrector's model decides, and what only a whole run can see. */
const others: readonly RuleDoc[] = (
  [
    [
      'typo/tone-place',
      'warning',
      'The tone mark stands on a letter that cannot carry it.',
      'ngừơi  →  người',
      'thuở; hòa, hoà',
    ],
    [
      'typo/tone',
      'warning',
      'Another tone is meant: hỏi and ngã, or a mark that a scanner misread.',
      'đáng kế  →  đáng kể',
      'kế hoạch',
    ],
    ['typo/vowel', 'warning', 'Another vowel is meant.', 'chuyền biến  →  chuyển biến', 'bóng chuyền'],
    ['typo/vowel-mark', 'warning', 'The mark on the vowel (ă â ê ô ơ ư) is missing or wrong.', 'đưọc  →  được', 'đọc'],
    [
      'typo/initial',
      'warning',
      'Consonants that sound alike in some regions: s/x, tr/ch, d/gi/r.',
      'sử lý công việc  →  xử lý công việc',
      'lịch sử',
    ],
    [
      'typo/final',
      'warning',
      'Final consonants that sound alike in some regions: n/ng, t/c.',
      'hoàn toàng  →  hoàn toàn',
      'hoàng hôn',
    ],
    [
      'typo/letters',
      'warning',
      'Letters are missing, doubled or exchanged.',
      'nhiềuu người  →  nhiều người',
      'nhiều người',
    ],
    ['typo/telex', 'warning', 'Keys of an input method were left as letters.', 'nguwowif dân  →  người dân', 'windows'],
    ['typo/joined', 'warning', 'Two words were written as one.', 'cácđơn vị  →  các đơn vị', 'các đơn vị'],
    ['typo/split', 'warning', 'One word was cut in two.', 'ph át triển  →  phát triển', 'phát triển'],
    ['typo/repeated-word', 'warning', 'A word stands twice.', 'đã đã xong  →  đã xong', 'xa xa, ngày ngày'],
    [
      'typo/style',
      'warning',
      'Another form than the one that `style` in the configuration asks for.',
      'hoà  →  hòa (style: toneMarks: old)',
      'hoà, when no style is set',
    ],
    [
      'page/near-duplicate',
      'warning',
      'Two drafts share nearly all of their text: one is an old copy.',
      'two files of which one repeats the other',
      'two notices that share their formulas',
    ],
    [
      'page/unreadable',
      'error',
      'The file is no UTF-8 text, or cannot be opened; the others are checked.',
      'a file in windows-1258',
      'a file in UTF-8',
    ],
    [
      'link/unreachable',
      'warning',
      'The server does not answer (only with --online).',
      '[a](https://gone.example/)',
      '[a](#muc-1)',
    ],
    ['markup/front-matter', 'error', 'The front matter is no YAML.', '---\ntitle: "A\n---', '---\ntitle: A\n---'],
  ] as const
).map(([id, level, why, wrong, right]) => ({
  id,
  level,
  why,
  source: 'editors and scanners of portals',
  wrong: [wrong],
  right: [right],
}));

const docs: readonly RuleDoc[] = [
  ...others,
  ...checkRules,
  ...typographyRules.map(({ id, why, source, fixes, leaves }) => ({
    id,
    level: 'warning',
    why,
    source,
    wrong: fixes.map(([wrong, right]) => `${wrong}  →  ${right}`),
    right: leaves,
  })),
  ...junkRules
    .filter(({ needs }) => needs === undefined)
    .map(({ id, error, why, source, drops, keeps }) => ({
      id,
      level: error ? 'error' : 'warning',
      why,
      source,
      wrong: drops,
      right: keeps,
    })),
].sort((a, b) => (a.id < b.id ? -1 : 1));

const fileOf = (id: string): string => `${id.replace('/', '-')}.md`;

/** Examples may hold backticks and fences: the fence is longer than any of theirs. */
function fenced(examples: readonly string[]): string {
  const visible = examples.map((text) => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '·'));
  const longest = Math.max(2, ...visible.flatMap((text) => [...text.matchAll(/`+/g)].map(({ 0: run }) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return visible.map((text) => `${fence}markdown\n${text}\n${fence}\n`).join('\n');
}

function page({ id, level, why, source, wrong, right }: RuleDoc): string {
  const message = (en as Readonly<Record<string, string>>)[id];
  return `# ${id}

Level: \`${level}\`. ${why}
${message === undefined ? '' : `\nTold as: ${message.replace(/[<>]/g, '\\$&')}\n`}
Seen in: ${source.replace(/[<>]/g, '\\$&')}

## Found

${fenced(wrong)}
## Left alone

${fenced(right)}
## Switch it off

In the text: \`<!-- sach-disable ${id} -->\`, up to \`<!-- sach-enable -->\` or the end. In \`sach.config.yaml\`:

\`\`\`yaml
rules:
  ${id}: off
\`\`\`
`;
}

function overview(): string {
  const families = [...new Set(docs.map(({ id }) => id.split('/')[0] ?? ''))];
  const row = ({ id, level, why }: RuleDoc): string =>
    `| [${id}](${fileOf(id)}) | ${level} | ${why.replaceAll('|', '\\|').replace(/[<>]/g, '\\$&')} |\n`;
  const sections = families.map(
    (family) =>
      `\n## ${family}\n\n| rule | level | why |\n|---|---|---|\n${docs
        .filter(({ id }) => id.startsWith(`${family}/`))
        .map(row)
        .join('')}`,
  );
  return `# Rules of sach check

Made from the rules themselves by \`npm run docs\`. Misspelt words are told under \`typo/…\` too; [correction.md](../correction.md)
tells how they are found.
${sections.join('')}`;
}

/** Path → text of everything that is generated. */
export function generated(): ReadonlyMap<string, string> {
  const schema = { $id: 'https://sach.example/config.schema.json', ...z.toJSONSchema(configSchema) };
  return new Map([
    ['docs/rules/README.md', overview()],
    ...docs.map((doc) => [`docs/rules/${fileOf(doc.id)}`, page(doc)] as const),
    ['data/schema/config.schema.json', `${JSON.stringify(schema, undefined, 2)}\n`],
  ]);
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of generated()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
