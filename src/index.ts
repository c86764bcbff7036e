// Those of the stages that are looked at when they are called stand before `model`, which has some of the same name.
export {
  applyEdits,
  clean,
  correct,
  decode,
  extract,
  invertEdits,
  learn,
  type PageSource,
  render,
  toRecord,
} from './library.ts';
export * from './model/index.ts';
export type { CleanOptions, CorrectionLevel, Format } from './options.ts';
