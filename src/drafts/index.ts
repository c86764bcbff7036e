/** Drafts: finished text as an editor has it → passages with the place of every unit; edits → the draft, byte for byte. */
export { type Directive, type Disabled, findDirectives, findDisabled, isDisabled } from './directives.ts';
export { type EditedDraft, editDraft } from './edit.ts';
export { type FrontMatterKeys, textKeys } from './front-matter.ts';
export { inLines, type JoinedText, joinPassages, placeChange } from './join.ts';
export { sniffDraftKind } from './kind.ts';
export { type DraftOptions, parseDraft, readDraft } from './parse.ts';
export { lineStarts, type Place, placeAt } from './place.ts';
