/** Writes docs/rules/ and data/schema/config.schema.json from the rules and the schema themselves: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { RuleRecord } from '../src/check/index.ts';
import { configSchema } from '../src/cli/config-schema.ts';
import { en } from '../src/messages/en.ts';
import { draftRules, ruleFile } from '../src/proofread/rules.ts';

/** Examples may hold backticks and fences: the fence is longer than any of theirs. */
function fenced(examples: readonly string[], language: string): string {
  const visible = examples.map((text) => text.replace(/[\u00ad\u000b\u200b\u2060\ufeff]/g, '·'));
  const longest = Math.max(2, ...visible.flatMap((text) => [...text.matchAll(/`+/g)].map(({ 0: run }) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return visible.map((text) => `${fence}${language}\n${text}\n${fence}\n`).join('\n');
}

function page({ id, level, why, source, where, wrong, right }: RuleRecord): string {
  const language = where === undefined ? 'markdown' : 'text';
  const message = (en as Readonly<Record<string, string>>)[id];
  return `# ${id}

Level: \`${level}\`. ${why}
${message === undefined ? '' : `\nTold as: ${message.replace(/[<>]/g, '\\$&')}\n`}
Seen in: ${source.replace(/[<>]/g, '\\$&')}
${where === undefined ? '' : `\nLooked for: ${where}\n`}
## Found

${fenced(wrong, language)}
## Left alone

${fenced(right, language)}
## Switch it off

In the text: \`<!-- sach-disable ${id} -->\`, up to \`<!-- sach-enable -->\` or the end. In \`sach.config.yaml\`:

\`\`\`yaml
rules:
  ${id}: off
\`\`\`
`;
}

function overview(): string {
  const families = [...new Set(draftRules.map(({ id }) => id.split('/')[0] ?? ''))];
  const row = ({ id, level, why }: RuleRecord): string =>
    `| [${id}](${ruleFile(id)}) | ${level} | ${why.replaceAll('|', '\\|').replace(/[<>]/g, '\\$&')} |\n`;
  const sections = families.map(
    (family) =>
      `\n## ${family}\n\n| rule | level | why |\n|---|---|---|\n${draftRules
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
    ...draftRules.map((doc) => [`docs/rules/${ruleFile(doc.id)}`, page(doc)] as const),
    ['data/schema/config.schema.json', `${JSON.stringify(schema, undefined, 2)}\n`],
  ]);
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of generated()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
