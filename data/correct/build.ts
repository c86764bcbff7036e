/**
 * Build the corrector's model: `npm run build:model -- <corpus folder> --lexicon <folder> [--free] [--out <folder>]`.
 * Counts n-grams and packs them, learns the context net on the same text and the decision layer on held-out text.
 * `--free` takes only the texts that anybody may share. About half an hour and 2 GB of memory.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { indexSyllables } from '../../src/correct/candidates.ts';
import { reach, writeContextNet } from '../../src/correct/context-net.ts';
import { readLanguageModel, writeLanguageModel } from '../../src/correct/language-model.ts';
import { writeEnsemble } from '../../src/correct/net.ts';
import { readCorpus, shardsOf } from './corpus.ts';
import { countNgrams, countVocabulary, readIds } from './count.ts';
import { learn } from './learn.ts';
import { readLexicon } from './lexicon.ts';
import { packTable } from './pack.ts';
import { addTerms, selectEntries, unigramLevels, unseenLevels } from './select.ts';
import { trainContext } from './train-context.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    lexicon: { type: 'string' },
    free: { type: 'boolean', default: false },
    out: { type: 'string', default: fileURLToPath(new URL('.', import.meta.url)) },
  },
});
const seedOfContext = 5;
const [folder] = positionals;
if (folder === undefined || values.lexicon === undefined)
  throw new Error('usage: npm run build:model -- <corpus folder> --lexicon <folder> [--free] [--out <folder>]');

mkdirSync(values.out, { recursive: true });
const shards = shardsOf(folder, values.free);
const lexicon = readLexicon(values.lexicon);
const vocabulary = await countVocabulary(shards, lexicon);
console.log(`${vocabulary.words.length} words, ${vocabulary.syllables} of them syllables`);
const counts = await countNgrams(shards, vocabulary);
addTerms(counts, lexicon);
const entries = selectEntries(counts, lexicon);
const file = writeLanguageModel({
  vocabulary,
  unigrams: unigramLevels(counts),
  ...unseenLevels(counts),
  table: packTable(entries),
  index: indexSyllables(vocabulary),
});
writeFileSync(join(values.out, 'ngrams.bin'), file);
console.log(`${entries.size} n-grams in ${file.length} bytes`);

const languageModel = readLanguageModel(file);
const context = trainContext(await readIds(shards, vocabulary, reach), languageModel.index, 1, seedOfContext);
writeFileSync(join(values.out, 'context.bin'), writeContextNet(context));

const blocks = new Map<string, string[]>();
for await (const { shard, block, heldOut, text } of readCorpus(shards)) {
  if (!heldOut) continue;
  const name = `${shard} ${block}`;
  blocks.set(name, [...(blocks.get(name) ?? []), text]);
}
const ensemble = learn({ ...languageModel, context: () => context }, [...blocks.values()]);
writeFileSync(join(values.out, 'decision.bin'), writeEnsemble(ensemble));
