import type { Lang } from '../messages/index.ts';

/** Language of messages: `--lang` as far as it can be seen before the arguments are read, else the locale's. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  // POSIX: the first of these that is set decides.
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return (asked ?? locale).toLowerCase().startsWith('vi') ? 'vi' : 'en';
}
