import type { Lang } from './messages/index.ts';
import type { SiteProfile } from './model/index.ts';

export const formats = ['md', 'json', 'jsonl', 'html', 'txt'] as const;
export type Format = (typeof formats)[number];

export const correctionLevels = ['safe', 'all'] as const;
export type CorrectionLevel = (typeof correctionLevels)[number];

/** What the library's `clean` may be told. */
export interface CleanOptions {
  /** Correct the text; encoding is repaired either way. Default true. */
  readonly fix?: boolean;
  /** `safe` (default): only corrections that are certain; `all`: the likely ones too. */
  readonly level?: CorrectionLevel;
  /** Read the bytes in this encoding instead of detecting it. */
  readonly encoding?: string;
  /** What is known of the site: learnt earlier, perhaps edited. */
  readonly profile?: SiteProfile;
  /** Words and names that are never changed. */
  readonly words?: readonly string[];
  /** Language of messages. Default `en`. */
  readonly lang?: Lang;
  /** Today, `2026-11-24`: dates after it are not believed. Absent: no such check. */
  readonly today?: string;
}
