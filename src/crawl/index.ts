export type { CrawlReport } from './archive/report.ts';
export { type FetchOptions, fetchPage } from './fetch.ts';
export { type Crawled, crawlFolder, type FolderOptions } from './folder.ts';
export { type Listed, listCrawl } from './list.ts';
export { type Scope, scopes } from './scope.ts';
