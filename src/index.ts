export type { TextCorrection } from './correct/index.ts';
// Those of the stages that are looked at when they are called stand before `model`, which has some of the same name.
export {
  applyEdits,
  type CorrectOptions,
  clean,
  correct,
  type DecodeOptions,
  decode,
  type ExtractOptions,
  extract,
  invertEdits,
  type LearnOptions,
  learn,
  type PageSource,
  render,
  toRecord,
} from './library.ts';
export type { Lang } from './messages/index.ts';
export * from './model/index.ts';
export type { CleanOptions, CorrectionLevel, Format } from './options.ts';
