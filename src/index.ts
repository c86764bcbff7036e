export { correct } from './correct/index.ts';
export { decode } from './decode/index.ts';
export { parseHtml } from './dom/index.ts';
export { extract } from './extract/index.ts';
export * from './model/index.ts';
export type { CleanOptions, Format } from './options.ts';
export { clean } from './pipeline.ts';
export { renderers, toRecord } from './render/index.ts';
