export {
  type ChangeInSentence,
  type ChangeLook,
  changeInSentence,
  prettyChange,
  prettyChanges,
  proposedText,
} from './change.ts';
export { type CheckLook, type CheckTally, prettyCheckSummary, prettyDraft } from './check-pretty.ts';
export { type DraftReport, isNew, type ReportedRun, type Reporter } from './check-report.ts';
export { type Paint, paint, wantsColor } from './color.ts';
export { prettyDiff } from './diff.ts';
export { reporters } from './formats.ts';
export { type Look, prettyExplanation, prettyFinding, prettyHint, prettySummary, type Tally } from './pretty.ts';
