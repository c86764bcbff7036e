import type { CleanResult, RawPage } from '../model/index.ts';
import type { WarcWriter } from './capture/warc.ts';
import type { Http } from './http.ts';
import type { RobotsRules } from './robots.ts';
import type { InScope } from './scope.ts';
import type { Claim } from './state/outcome.ts';

/** What one request needs to know and to use. */
export interface StepContext {
  readonly http: Http;
  readonly capture: Pick<WarcWriter, 'append'>;
  /** Absent: pages are looked at for their links only. */
  readonly clean?: (page: RawPage) => Promise<CleanResult>;
  /** Rules of an origin, when they were asked for within the last day. */
  readonly robots: (origin: string) => Promise<RobotsRules | undefined>;
  /** Why an origin was given up in this run. */
  readonly givenUp: (origin: string) => string | undefined;
  /** What the page that leads to an address says its encoding is. */
  readonly declaredThere: (url: string) => Promise<string | undefined>;
  readonly isSeed: (url: string) => boolean;
  readonly inScope: InScope;
  /** Whether what this sitemap or feed lists may be of use. */
  readonly readsListing: (url: string) => boolean;
  /** Whether pages like this one have led to nothing for too long. */
  readonly isEndless: (url: string) => Promise<boolean>;
  readonly delayMs: number;
  /** The clock that waiting goes by, in milliseconds. */
  readonly now: () => number;
  /** The date that is written down. */
  readonly date: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/** A redirect or a chain of them longer than this leads nowhere. */
export const maxHops = 5;

/** Between two requests to the claim's host. */
export function delayOf({ delayMs }: StepContext, { crawlDelayMs }: Claim): number {
  return Math.max(delayMs, crawlDelayMs);
}
