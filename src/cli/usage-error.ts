import type { CommanderError } from 'commander';
import { SachError } from '../model/index.ts';
import type { CommandName } from '../options.ts';

/** commander's codes and ours; it tells its parameters only inside its English sentence, in single quotes. */
const codes: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.missingArgument': 'missing-argument',
  'commander.optionMissingArgument': 'missing-value',
  'commander.invalidArgument': 'bad-choice',
  'commander.conflictingOption': 'conflicting-options',
  'commander.excessArguments': 'too-many-arguments',
  'sach.bad-count': 'bad-count',
  'sach.bad-whole': 'bad-whole',
  'sach.bad-number': 'bad-number',
};

/** A mistake in the arguments of a command, if one was named, as an error in the user's language. */
export function usageError(
  { code, message }: CommanderError,
  argv: readonly string[],
  command: CommandName | undefined,
): SachError {
  const [name = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '';
  const similar = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  return new SachError(codes[code] ?? 'usage', {
    name,
    value,
    choices,
    help: command === undefined ? 'sach --help' : `sach ${command} --help`,
    message: message.replace(/^error: /, ''),
    ...(similar !== undefined && { similar }),
    ...(code === 'commander.unknownOption' && fileOf(name, argv)),
  });
}

/** Refuse what stands beside an option that is about no input. `command`: the command line without it. */
export function refuseInputs([name]: readonly string[], option: string, command: string): void {
  if (name !== undefined) throw new SachError('option-without-input', { option, source: name, command });
}

/** What was taken for an option is a file, by its ending: `-w2.md`, of which commander may have read the first letters. */
function fileOf(option: string, argv: readonly string[]): { readonly name: string; readonly file: string } | undefined {
  const file = argv.find((arg) => /^-[^=]*\.\w+$/.test(arg) && arg.endsWith(option.slice(1)));
  return file === undefined ? undefined : { name: file, file };
}
