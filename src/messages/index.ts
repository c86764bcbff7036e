import type { Finding, MessageParams, Notice, SachError } from '../model/index.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

export type Lang = 'en' | 'vi';
export type MessageId = keyof typeof en;

const catalogues: Record<Lang, Record<MessageId, string>> = { en, vi };

/** The sentence for a message id; an id without a sentence (a user's own rule) is said as it is. */
export function say(lang: Lang, id: string, params: MessageParams = {}): string {
  const sentence = catalogues[lang][id as MessageId] ?? id;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A notice in the user's language. */
export function toFinding({ rule, level, params, line, column }: Notice, lang: Lang): Finding {
  return {
    rule,
    level,
    message: say(lang, rule, params),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

/** Message and hint of an error. */
export function explainError(error: SachError, lang: Lang): { readonly message: string; readonly hint?: string } {
  const id = `error/${error.code}`;
  const hint = `${id}.hint`;
  return { message: say(lang, id, error.params), ...(hint in en && { hint: say(lang, hint, error.params) }) };
}
