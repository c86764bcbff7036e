import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDraft, correctDraft } from '../../src/draft-pipeline.ts';
import { parseDraft } from '../../src/drafts/index.ts';
import { applyEdits, invertEdits } from '../../src/model/index.ts';

const corpus = '../shared/corpus/viwiki.txt.zst';
/** Paragraphs that errors are planted in: `SACH_FUZZ=500` for a full run. */
const count = Number(process.env.SACH_FUZZ ?? 15);

/** Slips that a typist makes: a tone mark on the wrong letter, a space before a comma, none behind it. */
const plant = (text: string): string =>
  text
    .replace(/ược(?=\P{L})/u, 'ựơc')
    .replace(/ười(?=\P{L})/u, 'ừơi')
    .replace(/(?<=\p{L}), /u, ' ,')
    .replace(/(?<=\p{L})\. (?=\p{Lu})/u, ' . ');

test.skipIf(!existsSync(corpus))(
  'planted errors: fixed once, clean afterwards, taken back byte for byte',
  () => {
    const lines = execFileSync('sh', ['-c', `zstdcat ${corpus} | head -c 8000000`], {
      maxBuffer: 1e8,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((line) => line.length > 150 && line.length < 1500)
      .slice(0, count);
    expect(lines.length).toBe(count);
    for (const line of lines) {
      const text = `# Bài\n\n${plant(line).replace(/(?<= )(\p{L}+)(?= )/u, '**$1**')}\n\n\`ngừơi\`\n`;
      const once = correctDraft(parseDraft('a.md', text, 'markdown'), { level: 'all' });
      const draft = parseDraft('a.md', once.text, 'markdown');
      expect(correctDraft(draft, { level: 'all' }).text).toBe(once.text);
      const fixed = new Set(once.changes.map(({ rule }) => rule));
      const left = checkDraft(draft).filter(({ rule, isCertain }) => isCertain && fixed.has(rule));
      expect(left).toEqual([]);
      expect(applyEdits(once.text, invertEdits(once.changes.flatMap(({ edits }) => edits)))).toBe(text);
    }
  },
  60_000 + count * 1000,
);
