import { type RawPage, SachError } from '../model/index.ts';

/** Get a page from the network; the library that can is loaded when an address is given. */
export async function fetchPage(url: string, _options: { readonly allowPrivate: boolean }): Promise<RawPage> {
  throw new SachError('fetch-failed', { source: url, reason: 'stub' });
}
