export { type FetchOptions, fetchPage } from './fetch.ts';
