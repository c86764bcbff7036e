import type { Article, Correction, Edit, Staged } from '../model/index.ts';

export interface CorrectOptions {
  /** `safe` (default) or `all`. */
  readonly level?: 'safe' | 'all';
  /** Words and names that are never changed. */
  readonly words?: readonly string[];
}

/** Correct an article's title, kicker, sapo and text. */
export function correctArticle(article: Article, _options: CorrectOptions = {}): Staged<Correction> {
  return { value: { article, edits: [], suggestions: [] }, notices: [] };
}

/** Correct a plain text: paragraphs parted by blank lines. Returns the corrected text with its edits and suggestions. */
export function correct(
  text: string,
  _options: CorrectOptions = {},
): { readonly text: string; readonly edits: readonly Edit[]; readonly suggestions: readonly Edit[] } {
  return { text, edits: [], suggestions: [] };
}
