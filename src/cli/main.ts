import { readFileSync } from 'node:fs';
import { clean } from '../pipeline.ts';
import { renderers } from '../render/index.ts';

/** Run the command line. Sets `process.exitCode`; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  for (const source of argv.slice(1))
    process.stdout.write(renderers.jsonl(clean({ source, bytes: readFileSync(source) })));
}
