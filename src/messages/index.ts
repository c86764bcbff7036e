import type { Finding, MessageParams, Notice, SachError } from '../model/index.ts';
import { en } from './en.ts';
import { fill } from './fill.ts';
import { rulesVi } from './rules-vi.ts';
import { vi } from './vi.ts';

export type Lang = 'en' | 'vi';
export type MessageId = keyof typeof en;

const catalogues: Record<Lang, Record<MessageId, string>> = { en, vi };

/** The sentence for a message id, its blanks filled in; an id without a sentence (a user's own rule) is said as it is. */
export function say(lang: Lang, id: string, params: MessageParams = {}): string {
  const catalogue: Readonly<Record<string, string>> = catalogues[lang];
  // A reason that has words of its own: `ENOSPC` → “the disk is full”.
  return fill(catalogue[id] ?? id, params, (value) => catalogue[`reason/${value}`]);
}

/** The sentences of a topic (`review`), blanks and all, for who says them elsewhere. */
export const sentencesOf = (lang: Lang, topic: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(catalogues[lang]).filter(([id]) => id.startsWith(`${topic}/`)));

/** What the user can try next about a finding or error, where the catalogue knows. */
export function hintFor(lang: Lang, id: string, params: MessageParams = {}): string | undefined {
  const hint = `${id}.hint`;
  return hint in en ? say(lang, hint, params) : undefined;
}

/** Why there is a rule, in the user's language. */
export function whyOf(lang: Lang, { id, why }: { readonly id: string; readonly why: string }): string {
  return lang === 'vi' ? (rulesVi[id] ?? why) : why;
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
  const nearer = variantOf(error.params);
  const hint = (nearer && hintFor(lang, `${id}.${nearer}`, error.params)) ?? hintFor(lang, id, error.params);
  return { message: say(lang, id, error.params), ...(hint !== undefined && { hint }) };
}

/** Choose the hint variant from the error's parameters; first match wins. */
function variantOf({ file, similar, name, type, status, command }: MessageParams): string | undefined {
  if (command === 'review') return command;
  if (file !== undefined) return 'file';
  if (similar !== undefined) return 'similar';
  if (name === 'url') return 'url';
  if (type !== undefined && /^(?:zip|bzip2|xz|webarchive)$/.test(String(type))) return String(type);
  const code = Number(status ?? 0);
  if (code >= 500 || code === 429) return 'down';
  return code === 401 || code === 403 ? 'refused' : undefined;
}
