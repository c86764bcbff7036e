/** One value that a page tells of itself, and how its text is read. */
import { decodeEntitiesStrictly } from '../../dom/index.ts';

export type MetaField =
  | 'title'
  | 'description'
  | 'author'
  | 'published'
  | 'modified'
  | 'section'
  | 'tags'
  | 'site'
  | 'language'
  | 'type';

export interface MetaValue {
  readonly field: MetaField;
  readonly value: string;
  /** `meta/og:title`, `json-ld/headline`, `microdata/author`, … */
  readonly source: string;
  /** 0–1: how far this source is to be believed. */
  readonly trust: number;
}

/** Metadata is often escaped twice, and JSON-LD escaped as if it were HTML. */
export const clean = (text: string): string =>
  decodeEntitiesStrictly(text).normalize('NFC').replace(/\s+/gu, ' ').trim();
