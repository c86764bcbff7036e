import type { PageLine } from '../lines.ts';
import type { Metadata } from './metadata.ts';

/** What is known of a page when a part of its article is looked for: the title is found first. */
export interface PartContext {
  readonly lines: readonly PageLine[];
  readonly metadata: Metadata;
  readonly title?: PageLine;
  /** All of the title, where it breaks in two lines. */
  readonly titleText?: string;
  /** Lines of the body: first, and the one after the last. */
  readonly bodyStart?: number;
  readonly bodyEnd?: number;
  /** The lines that the site profile or the template names for the part. */
  readonly marked: ReadonlySet<PageLine>;
  /** The page's address. */
  readonly url?: string;
  readonly language?: string;
}
