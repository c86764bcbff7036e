export { type Paint, paint, wantsColor } from './color.ts';
export { type Look, prettyExplanation, prettyFinding, prettyHint, prettySummary, type Tally } from './pretty.ts';
