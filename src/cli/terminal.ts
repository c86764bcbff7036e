import { explainError, type Lang, say } from '../messages/index.ts';
import { SachError } from '../model/index.ts';
import { type Look, paint, prettyHint, wantsColor } from '../report/index.ts';

/** What a person is told, and how: everything goes to stderr, stdout carries the product. */
export interface Terminal extends Look {
  /** `-q`: errors only. `-v`: findings of level info too. */
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
  readonly isInteractive: boolean;
  tell(text: string): void;
}

export interface TerminalOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

export function openTerminal(lang: Lang, options: TerminalOptions = {}): Terminal {
  const isInteractive = process.stderr.isTTY ?? false;
  return {
    lang,
    paint: paint(options.color !== false && wantsColor(process.env, isInteractive)),
    verbosity: options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal',
    isInteractive,
    tell: (text) => {
      process.stderr.write(text);
    },
  };
}

/** Tell why the work cannot go on: `error[code]: …`, `cause: …`, `hint: …`; a stack for what is a bug of ours. */
export function tellError(error: unknown, terminal: Terminal): void {
  const { lang, paint: colors } = terminal;
  const label = (code: string): string => colors.error(`error[${code}]`);
  if (!(error instanceof SachError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.tell(
      `${label('bug')}: ${say(lang, 'error/bug')}\n${stack}\n${prettyHint(say(lang, 'error/bug.hint'), terminal)}`,
    );
    return;
  }
  const { message, hint } = explainError(error, lang);
  terminal.tell(`${label(error.code)}: ${message}\n`);
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  if (cause && !message.includes(cause)) terminal.tell(`  ${colors.faint(`${say(lang, 'report/cause')}:`)} ${cause}\n`);
  if (hint) terminal.tell(prettyHint(hint, terminal));
}
