/** The words that fetching and the frontier talk to each other in. */
import type { Captured } from '../capture/warc.ts';
import type { RobotsAnswer } from '../robots.ts';

/**
 * `page`: followed where it is in scope · `file`: a picture or attachment of an article, wherever it is · `sitemap`: sitemap
 * or feed · `probe`: an address that does not exist, to learn what the host says to one.
 */
export type UrlKind = 'page' | 'file' | 'sitemap' | 'probe';

export interface Found {
  readonly url: string;
  readonly kind: UrlKind;
  readonly depth: number;
}

/** An address that was found and is not to be fetched. */
export interface Avoided extends Pick<Found, 'url' | 'kind'> {
  readonly reason: string;
}

/** The right to ask one host for one address; nobody else asks that host until it is committed or its lease ends. */
export interface Claim {
  readonly host: string;
  readonly fence: number;
  readonly url: string;
  readonly kind: UrlKind;
  readonly depth: number;
  /** Times this address was asked for before. */
  readonly attempts: number;
  /** Failures of the host in a row. */
  readonly strikes: number;
  /** What the host's robots.txt asks for; 0 when nothing. */
  readonly crawlDelayMs: number;
}

/** What cleaning a page gave. */
export interface Facts {
  readonly pageType?: string;
  readonly title?: string;
  readonly confidence?: number;
  readonly simhash?: string;
  readonly textHash?: string;
  /** Hash of title and text with changing parts (address, time, numbers) masked. */
  readonly shapeHash?: string;
  readonly textLength?: number;
  /** What cleaning gave, compressed. */
  readonly result?: Uint8Array;
}

/** What became of one request. */
export interface Visit extends Facts {
  readonly kind: 'page' | 'file' | 'sitemap' | 'redirect' | 'failure' | 'probe';
  readonly status: number;
  readonly location?: string;
  readonly type?: string;
  /** What the server calls a file. */
  readonly name?: string;
  readonly fetchedAt: string;
  readonly sha256: string;
  readonly length: number;
  readonly captured: Captured;
  readonly canonical?: string;
  readonly postbacks?: number;
}

/** What a page gave, for the family of its address: a mark for each thing. */
export interface Yield {
  readonly family: string;
  readonly marks: readonly string[];
}

export interface Outcome {
  /**
   * `fetched`, `failed` for good, `skipped` without a request, `again` later; `untouched`: the request was not for the
   * address itself.
   */
  readonly state: 'fetched' | 'failed' | 'skipped' | 'again' | 'untouched';
  readonly reason?: string;
  readonly visit?: Visit;
  readonly found?: readonly Found[];
  readonly avoided?: readonly Avoided[];
  readonly yield?: Yield;
  /** Canonical addresses that count as seeds from now on: where a seed's redirect led. */
  readonly seeds?: readonly string[];
  readonly robots?: RobotsAnswer & { readonly origin: string; readonly expires: number; readonly crawlDelayMs: number };
  /** No request to the host before. */
  readonly nextDue: number;
  readonly strikes: number;
  /** Give up all that is still queued of this host, or of one origin of it, for this reason. */
  readonly abandon?: { readonly reason: string; readonly origin?: string };
  readonly segment?: Pick<Captured, 'file' | 'end'>;
}

/** What is known of an answer before it is read. */
export type SeenVisit = Pick<Visit, 'status' | 'fetchedAt' | 'sha256' | 'length' | 'captured'>;
