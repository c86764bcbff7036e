import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { say } from '../messages/index.ts';
import { writeAtomically } from './atomic-file.ts';
import type { DraftRun } from './draft-settings.ts';
import type { Terminal } from './terminal.ts';

/** Add words that a person wants left alone to the configuration, and tell. */
export async function rememberWords(
  words: Iterable<string>,
  { configFile }: Pick<DraftRun, 'configFile'>,
  { lang, tell }: Terminal,
): Promise<void> {
  for (const word of words)
    tell(`${say(lang, 'fix/remembered', { word, path: await rememberWord(word, configFile) })}\n`);
}

/**
 * Add a word to `words` of the configuration, comments and all else kept; a configuration is begun where there is none.
 * Returns its path.
 */
async function rememberWord(word: string, configFile: string | undefined): Promise<string> {
  const path = configFile ?? 'sach.config.yaml';
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  await writeAtomically(path, withWord(text, word, path.endsWith('.json')));
  return relative('', path);
}

/** The configuration's text with one word more. */
export function withWord(text: string, word: string, isJson: boolean): string {
  if (isJson) {
    const config = JSON.parse(text) as { words?: string[] };
    const words = [...new Set([...(config.words ?? []), word])];
    return `${JSON.stringify({ ...config, words }, undefined, 2)}\n`;
  }
  const document = parseDocument(text);
  const words = document.get('words');
  if (!isSeq(words)) document.set('words', document.createNode([word]));
  else if (!words.items.some((item) => String(item) === word)) words.add(document.createNode(word));
  return document.toString();
}
