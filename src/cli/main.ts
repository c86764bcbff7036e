import { languageOf } from './language.ts';
import { run } from './program.ts';

/** Run the command line. Sets `process.exitCode`; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, languageOf(argv, process.env));
}
