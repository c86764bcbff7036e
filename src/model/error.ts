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
    options?: { readonly cause?: unknown },
  ) {
    super(`${code} ${Object.values(params).join(' ')}`.trim(), options);
  }
}
