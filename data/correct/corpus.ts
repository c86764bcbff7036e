/**
 * Reading the training corpus: a folder of `*.txt` and `*.txt.zst`, one paragraph or sentence a line.
 * Every fourteenth block of a hundred lines is held out of the counts: the decision layer learns from it, and a
 * text whose n-grams were counted would make every n-gram look better known than those of a new page.
 */
import { spawn } from 'node:child_process';
import { createReadStream, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Shards whose texts are free to share: laws (outside copyright), CC BY-SA, free software manuals. */
export const freeShards = new Set(['laws', 'uts_legal', 'debian_docs', 'ud_vtb', 'viwiki']);

const linesPerBlock = 100;
const heldOutBlock = 7;
const blocksInTurn = 14;

export interface CorpusLine {
  readonly shard: string;
  readonly block: number;
  readonly heldOut: boolean;
  readonly text: string;
}

/** The shards of a corpus folder, in order of name. */
export function shardsOf(folder: string, onlyFree: boolean): string[] {
  return readdirSync(folder)
    .filter((name) => /\.txt(\.zst)?$/.test(name))
    .filter((name) => !onlyFree || freeShards.has(shardName(name)))
    .sort()
    .map((name) => join(folder, name));
}

const shardName = (path: string): string => basename(path).replace(/\.txt(\.zst)?$/, '');

/** Read every line of the shards. `.zst` needs the `zstd` program. */
export async function* readCorpus(paths: readonly string[]): AsyncGenerator<CorpusLine> {
  for (const path of paths) {
    const unpack = path.endsWith('.zst')
      ? spawn('zstd', ['-dcf', '--long=27', path], { stdio: ['ignore', 'pipe', 'inherit'] })
      : undefined;
    const input = unpack?.stdout ?? createReadStream(path);
    let number = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const block = Math.floor(number++ / linesPerBlock);
      yield { shard: shardName(path), block, heldOut: block % blocksInTurn === heldOutBlock, text };
    }
    if (number === 0) throw new Error(`${path} holds no line that could be read`);
  }
}
