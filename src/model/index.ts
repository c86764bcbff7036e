export * from './article.ts';
export { imagesOf, inlineText, layoutText, replaceText, type TextLayout, type TextSpan } from './article-text.ts';
export type * from './block.ts';
export type * from './draft.ts';
export { applyEdits, certainFrom, type Edit, type EditField, invertEdits, type Replacement, told } from './edit.ts';
export { SachError } from './error.ts';
export type * from './finding.ts';
export type * from './page.ts';
export type { RepeatedBlock, SelectorPart, SiteProfile } from './site-profile.ts';
