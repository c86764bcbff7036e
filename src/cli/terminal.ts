import { explainError, type Lang, say } from '../messages/index.ts';
import { type Level, SachError } from '../model/index.ts';
// Not through the stage's door: every command passes here, and few need the reports behind it.
import { paint, wantsColor } from '../report/color.ts';
import { type Look, prettyHint } from '../report/pretty.ts';

/** What a person is told, and how: everything goes to stderr, stdout carries the product. */
export interface Terminal extends Look {
  /**
   * `-q`: errors only. `-v`: of `clean`, findings of level info too; of `crawl`, each address. `fix` and `check` tell all
   * findings.
   */
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
  readonly isInteractive: boolean;
  /** Columns, where there is a terminal. */
  readonly width?: number;
  tell(text: string): void;
}

export interface TerminalOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

export function openTerminal(lang: Lang, options: TerminalOptions = {}): Terminal {
  const { isTTY: isInteractive = false, columns } = process.stderr;
  return {
    lang,
    paint: paint(options.color !== false && wantsColor(process.env, isInteractive)),
    verbosity: options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal',
    isInteractive,
    ...(columns > 0 && { width: columns }),
    tell: (text) => {
      process.stderr.write(text);
    },
  };
}

/** Tell a sentence that is about no place in a file. */
export const tellAs = (level: Level, sentence: string, { lang, paint: colors, tell }: Terminal): void =>
  tell(`${colors[level](say(lang, `level/${level}`))}: ${sentence}\n`);

/** Tell why the work cannot go on: `error[code]: …`, `cause: …`, `hint: …`; a stack for what is a bug of ours. */
export function tellError(error: unknown, terminal: Terminal): void {
  const { lang, paint: colors } = terminal;
  const known = error instanceof SachError ? error : new SachError('bug', { reason: stackOf(error) });
  const { message, hint } = explainError(known, lang);
  terminal.tell(`${colors.error(`${say(lang, 'level/error')}[${known.code}]`)}: ${message}\n`);
  const cause = causeOf(known, lang);
  if (cause && !message.includes(cause)) terminal.tell(`  ${colors.faint(`${say(lang, 'report/cause')}:`)} ${cause}\n`);
  if (hint) terminal.tell(prettyHint(hint, terminal));
}

function causeOf({ cause }: SachError, lang: Lang): string | undefined {
  if (cause instanceof SachError) return explainError(cause, lang).message;
  return cause instanceof Error ? cause.message : undefined;
}

/** All that an unknown error tells of itself. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
