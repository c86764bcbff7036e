/** Correction: what is certain is fixed, what is likely is offered, what is right stays. See docs/correction.md. */
import {
  type Article,
  applyEdits,
  type Correction,
  type Edit,
  type EditField,
  layoutText,
  roundConfidence,
  type Staged,
  withMarks,
} from '../model/index.ts';
import { editBlocks, gapsOf, textOf, versesOf } from './blocks.ts';
import { type CorrectOptions, correctTexts, type Source } from './engine.ts';
import type { Proposal } from './proposal.ts';

export { findPoems } from './careful.ts';
export { compose } from './compose.ts';
export { type CorrectOptions, correctTexts } from './engine.ts';
export { findProtected, touches } from './protect.ts';
export { typographyRules } from './typography/rules.ts';

/** A plain text corrected: what was made and what is only likely. */
export interface TextCorrection {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly suggestions: readonly Edit[];
}

/** Correct a plain text: paragraphs parted by blank lines. What it does is told at its public door, in `library.ts`. */
export function correct(text: string, options: CorrectOptions = {}): TextCorrection {
  const [done] = correctTexts([{ text }], options);
  if (done === undefined) return { text, edits: [], suggestions: [] };
  return { text: done.text, edits: inField('text', done.edits), suggestions: inField('text', done.suggestions) };
}

/** Correcting takes a second for so many letters; a code of law has fewer. */
const maxLetters = 500_000;

/** Correct an article's title, kicker, sapo and text. The sapo's paragraph in the text and the field stay alike. */
export function correctArticle(article: Article, options: CorrectOptions = {}): Staged<Correction> {
  const layout = layoutText(article.body);
  if (layout.text.length > maxLetters) return untouched(article);
  const sapo = placeOfSapo(article, layout.text);
  const fields = (['title', 'kicker', 'sapo'] as const).filter(
    (field) => article[field] !== undefined && !(field === 'sapo' && sapo !== undefined),
  );
  const sources: Source[] = [
    ...fields.map((field) => ({ text: article[field] ?? '' })),
    {
      text: withMarks(layout.text, layout.apart),
      fixed: [...gapsOf(layout), ...layout.apart],
      verse: versesOf(article.body, layout),
    },
  ];
  const done = correctTexts(sources, options);
  const inText = done[fields.length];
  const blocks = editBlocks(article.body, layout, inText?.edits ?? []);
  // Laying out trims what prints nothing; when that moves the text the edits would not fit, and none are made.
  const sound = textOf(blocks.body) === applyEdits(layout.text, blocks.edits);
  const textEdits = sound ? blocks.edits : [];

  const edits = fields.flatMap((field, i) => inField(field, done[i]?.edits ?? []));
  const suggestions = fields.flatMap((field, i) => inField(field, done[i]?.suggestions ?? []));
  const texts: Partial<Record<EditField, string>> = {};
  fields.forEach((field, i) => {
    texts[field] = done[i]?.text ?? '';
  });
  if (sapo !== undefined && article.sapo !== undefined) {
    const inSapo = within(textEdits, sapo, article.sapo.length);
    edits.push(...inField('sapo', inSapo));
    suggestions.push(...inField('sapo', within(inText?.suggestions ?? [], sapo, article.sapo.length)));
    texts.sapo = applyEdits(article.sapo, inSapo);
  }
  edits.push(...inField('text', textEdits));
  suggestions.push(...inField('text', inText?.suggestions ?? []));
  const corrected = { ...article, ...texts, body: sound ? blocks.body : article.body };
  return { value: { article: edits.length === 0 ? article : corrected, edits, suggestions }, notices: [] };
}

const untouched = (article: Article): Staged<Correction> => ({
  value: { article, edits: [], suggestions: [] },
  notices: [{ rule: 'page/not-corrected', level: 'warning', params: { limit: maxLetters } }],
});

const inField = (field: EditField, proposals: readonly Proposal[]): Edit[] =>
  proposals.map((proposal) => ({ ...proposal, field, confidence: roundConfidence(proposal.confidence) }));

/** Where the field's sapo stands in the text as a paragraph of its own. */
function placeOfSapo({ sapo }: Article, text: string): number | undefined {
  if (sapo === undefined) return undefined;
  const at = `\n\n${text}\n\n`.indexOf(`\n\n${sapo}\n\n`);
  return at < 0 ? undefined : at;
}

/** The edits of a part of the text, as edits of that part alone. */
const within = (edits: readonly Proposal[], start: number, length: number): Proposal[] =>
  edits
    .filter((edit) => edit.start >= start && edit.end <= start + length)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
