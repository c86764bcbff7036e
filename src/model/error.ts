import type { MessageParams } from './finding.ts';

/** Work cannot go on. Everything milder is a finding. Message and hint stand in `messages/` under `error/<code>`. */
export class SachError extends Error {
  override readonly name = 'SachError';
  constructor(
    readonly code: string,
    readonly params: MessageParams = {},
    options?: { readonly cause?: unknown },
  ) {
    super(`${code} ${Object.values(params).join(' ')}`.trim(), options);
  }
}
