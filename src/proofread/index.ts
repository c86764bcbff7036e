/** Drafts, read as a proofreader does: the order of the stages for them, as `pipeline.ts` has it for pages. */
export { builtInJunk, checkDraft, isSwitchedOff, sketchOfDraft, usedPaths } from './check.ts';
export { correctDraft } from './correct.ts';
