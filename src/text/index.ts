export { bare } from './bare.ts';
export { beginsAsFeed, beginsAsPage, isPageAnswer } from './beginnings.ts';
export { withoutControls } from './controls.ts';
export { cutText } from './cut-text.ts';
export { decodePart } from './decode-part.ts';
export { escapeHtml } from './escape-html.ts';
export { escapeRegex } from './escape-regex.ts';
export { fnv1a } from './fnv1a.ts';
export { fontEncoding, fontEvidence, fontFamilies } from './legacy/fonts.ts';
export {
  decodeShown,
  type LegacyEncoding,
  legacyEncoding,
  legacyEncodings,
  type Reader,
  raiseAmongCapitals,
  raiseFirstLetters,
  readByte,
  surfaceOf,
  toSurface,
  unicodeWords,
  viqrEvidence,
  windows1252,
} from './legacy/index.ts';
export { findLegacyLines } from './legacy-lines.ts';
export { type LetterForm, letterFormOf } from './letter-form.ts';
export { mojibake } from './mojibake.ts';
export { isMoment } from './moment.ts';
export { close, nearest, strokesBetween } from './nearest.ts';
export { safeUrl } from './safe-url.ts';
export { shownChange, shownRange, visible, visibleControls } from './shown-change.ts';
export { foldCase, stringFinder } from './string-finder.ts';
export { type FormUse, type Style, type StyleChoice, styleChoices } from './styles.ts';
export {
  isSyllable,
  parseSyllable,
  type Syllable,
  splitTone,
  syllableParts,
  type Tone,
  withoutTones,
  writeSyllable,
} from './syllable.ts';
export { isBesideUnspaced } from './unspaced.ts';
export { markedLetter, vietnameseOnly } from './vietnamese-letters.ts';
export { syllableShare, syllableWeight, type VietnameseScore, vietnameseScorer } from './vietnamese-score.ts';
export { refreshOf, scriptTarget } from './way-on.ts';
export { bareHost, isWebAddress } from './web-address.ts';
export { type Witness, witnessOf } from './witness.ts';
