import type { MessageParams } from './finding.ts';

/** Work cannot go on. Everything milder is a finding. Message and hint stand in `messages/` under `error/<code>`. */
export class SachError extends Error {
  override readonly name = 'SachError';

  /** By name: `sach clean` is a script of its own, and what it loads late throws the error of the modules. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'SachError';
  }

  constructor(
    readonly code: string,
    readonly params: MessageParams = {},
    /** `message`: for who shows it as it is; the command line says its own, in the language of the user. */
    options: { readonly cause?: unknown; readonly message?: string } = {},
  ) {
    super(options.message ?? `${code} ${Object.values(params).join(' ')}`.trim(), options);
  }
}
