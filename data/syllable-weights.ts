/**
 * Write src/text/syllable-weights.ts from a table of syllables and how often a corpus has them:
 * lines of “syllable TAB count …”, `#` comments.
 *
 *     npx tsx data/syllable-weights.ts ../shared/lexicon/syllables.tsv
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2];
if (file === undefined) throw new Error('usage: npx tsx data/syllable-weights.ts FILE');

/** Rarer ones are as often misprints as words. */
const minCount = 4;

const groups = new Map<number, string[]>();
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const [syllable = '', count = '0'] = line.split('\t');
  // Pure ASCII reads the same in every encoding and so says nothing.
  if (line.startsWith('#') || Number(count) < minCount || !/[^\x00-\x7f]/.test(syllable)) continue;
  const weight = Math.round(Math.log2(Number(count)));
  groups.set(weight, [...(groups.get(weight) ?? []), syllable]);
}

const lines = [...groups]
  .sort(([a], [b]) => b - a)
  .map(([weight, syllables]) => `  [${weight}, '${syllables.join(' ')}'],`);
writeFileSync(
  'src/text/syllable-weights.ts',
  `// Written by data/syllable-weights.ts; sources in data/SOURCES.md. Do not edit.

/** Log2 of how often a corpus of 45 million syllables has them; syllables with marks only, tone marks in the old style. */
export const syllableWeights: readonly (readonly [weight: number, syllables: string])[] = [
${lines.join('\n')}
];
`,
);
