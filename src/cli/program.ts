import { Command as Commander, CommanderError, type Help, Option } from 'commander';
import { type Lang, say } from '../messages/index.ts';
import {
  type CliOptions,
  type CommandName,
  cliOptions,
  commandNames,
  type Listed,
  type OptionId,
  type OptionSpec,
  optionsOf,
} from '../options.ts';
import { version } from '../version.ts';
import { type Command, commands } from './commands.ts';
import { ReaderGone } from './output.ts';
import { openTerminal, tellError } from './terminal.ts';
import { usageError } from './usage-error.ts';

/** Exit code for work that could not be done: usage, input and output, a bug. */
const cannotDo = 2;

/** Read the arguments and run the command. Returns the exit code; never throws. */
export async function run(argv: readonly string[], lang: Lang): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(lang, async (name, inputs, options) => {
    exitCode = await runCommand(name, inputs, options, lang);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // `sach` alone: commander has shown the help.
    if (error.code === 'commander.help') return cannotDo;
    const command = commandNames.find((name) => argv.includes(name));
    tellError(usageError(error, argv, command), openTerminal(lang, { color: !argv.includes('--no-color') }));
    return cannotDo;
  }
  return exitCode;
}

async function runCommand<C extends CommandName>(
  name: C,
  inputs: readonly string[],
  options: CliOptions<C>,
  lang: Lang,
): Promise<number> {
  const terminal = openTerminal(lang, options);
  try {
    const command: Command<C> = commands[name];
    return await (await command.load(options))(inputs, options, terminal);
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    tellError(error, terminal);
    return cannotDo;
  }
}

type Action = (name: CommandName, inputs: readonly string[], options: CliOptions<CommandName>) => Promise<void>;

function buildProgram(lang: Lang, action: Action): Commander {
  const program = new Commander('sach')
    .description(say(lang, 'command/sach'))
    .version(version, '-V, --version', say(lang, 'option/version'))
    .helpOption('-h, --help', say(lang, 'option/help'))
    .helpCommand('help [command]', say(lang, 'command/help'))
    .addOption(toOption('lang', lang))
    .addHelpText('after', () => examples(lang, 'sach', ['sach clean page.html', 'sach clean --help']))
    .configureHelp(helpIn(lang));
  prepare(program);
  for (const name of commandNames) {
    const { takes, examples: lines } = commands[name];
    const command = program
      .command(`${name} ${takes}`)
      .description(say(lang, `command/${name}`))
      .helpOption('-h, --help', say(lang, 'option/help'))
      .configureHelp(helpIn(lang))
      .addHelpText('after', () => examples(lang, name, lines))
      .action((inputs: string[], options: CliOptions<CommandName>) => action(name, inputs, options));
    for (const [id] of optionsOf(name)) command.addOption(toOption(id, lang));
    prepare(command);
  }
  return program;
}

/** Commander throws instead of printing and leaving: messages are told in the user's language, once, in one form. */
function prepare(command: Commander): void {
  command.exitOverride().configureOutput({ outputError: () => {} });
}

function toOption(id: OptionId, lang: Lang): Option {
  const spec: OptionSpec = cliOptions[id];
  const option = new Option(spec.flags, say(lang, `option/${id}`));
  if (spec.choices) option.choices(spec.choices);
  if (spec.conflicts) option.conflicts([...spec.conflicts]);
  // Two commands may give the same flag different values: the table's key names it, not the flag.
  option.attributeName = () => id;
  const { type } = spec;
  if (type === 'count' || type === 'whole' || type === 'number')
    option.argParser((value) => toNumber(spec.flags, value, type));
  if (spec.type === 'list') option.argParser((value, before: readonly Listed[] = []) => toList(spec, value, before));
  return option;
}

let listed = 0;

/** Add a value to a list, remembering the order among all lists: each output belongs to the format before it. */
function toList(spec: OptionSpec, value: string, before: readonly Listed[]): readonly Listed[] {
  const { choices, flags } = spec;
  if (choices && !choices.includes(value))
    throw new CommanderError(
      2,
      'commander.invalidArgument',
      `error: option '${flags}' argument '${value}' is invalid. Allowed choices are ${choices.join(', ')}.`,
    );
  listed += 1;
  return [...before, { value, at: listed }];
}

const isRight = {
  count: (number: number) => Number.isInteger(number) && number >= 1,
  whole: (number: number) => Number.isInteger(number) && number >= 0,
  number: (number: number) => number >= 0,
} as const;

function toNumber(option: string, value: string, type: keyof typeof isRight): number {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!isRight[type](number)) throw new CommanderError(2, `sach.bad-${type}`, `'${option}' '${value}'`);
  return number;
}

/** Choices and default are told from the table, headings and what stands for a value in the user's language. */
function helpIn(lang: Lang): Partial<Help> {
  const withBlanks = (term: string): string => term.replace(/(?<=[<[])\w+/g, (word) => say(lang, `blank/${word}`));
  return {
    styleOptionText: withBlanks,
    styleArgumentText: withBlanks,
    styleSubcommandText: withBlanks,
    styleTitle: (title) => say(lang, `help/${title.replace(':', '').toLowerCase()}`),
    optionDescription: (option) => {
      const spec = optionById(option.attributeName());
      return [
        option.description,
        spec?.choices?.join(' | '),
        spec?.default && say(lang, 'help/default', { value: spec.default }),
      ]
        .filter(Boolean)
        .join(' · ');
    },
  };
}

function optionById(id: string): OptionSpec | undefined {
  return Object.hasOwn(cliOptions, id) ? cliOptions[id as OptionId] : undefined;
}

/** Command lines to start from, each with what it does. */
function examples(lang: Lang, name: string, lines: readonly string[]): string {
  const told = lines.map((line, i) => `  # ${say(lang, `example/${name}/${i + 1}`)}\n  ${line}\n`);
  return `\n${say(lang, 'help/examples')}\n${told.join('')}`;
}
