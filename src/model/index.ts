export * from './article.ts';
export { imagesOf, inlineText, layoutText, replaceText, type TextLayout, type TextSpan } from './article-text.ts';
export type * from './block.ts';
export type * from './draft.ts';
export {
  applyEdits,
  certainFrom,
  type Edit,
  type EditField,
  invertEdits,
  type Replacement,
  roundConfidence,
} from './edit.ts';
export { SachError } from './error.ts';
export type * from './finding.ts';
export { pairFootnotes, withMark } from './footnotes.ts';
export { jumpsOf, listMarks, numbersOf } from './list-marks.ts';
export { mapBody } from './map-body.ts';
export { type ApartRange, isRaisedMark, objectMark, raisedMark, withMarks } from './object-mark.ts';
export * from './page.ts';
export { type Resolve, rewriteLinks } from './rewrite-links.ts';
export { toScript } from './script-letters.ts';
export type { RepeatedBlock, SelectorPart, SiteProfile } from './site-profile.ts';
export type { TextRange } from './text-range.ts';
