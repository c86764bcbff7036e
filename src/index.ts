export { clean, correct, decode, extract, learn, type PageSource, render } from './library.ts';
export * from './model/index.ts';
export type { CleanOptions, CorrectionLevel, Format } from './options.ts';
export { toRecord } from './render/index.ts';
