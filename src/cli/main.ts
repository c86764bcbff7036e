import { version } from '../version.ts';
import { languageOf } from './language.ts';

/** Run the command line. Sets `process.exitCode`; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that went away is no error of ours; on stdout it is noticed by the write that fails.
  process.stderr.on('error', () => {});
  process.stdout.on('error', () => {});
  if (argv.length === 1 && argv[0] === '--version') {
    process.stdout.write(`${version}\n`);
    return;
  }
  const { run } = await import('./program.ts');
  process.exitCode = await run(argv, languageOf(argv, process.env));
}
