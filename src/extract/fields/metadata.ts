/**
 * What a page says about itself where no reader looks: meta tags (OpenGraph, Dublin Core, Twitter, plain), JSON-LD,
 * microdata. Every value keeps its source, because sources lie in their own ways: `meta author` names the website,
 * `og:title` is shortened for search engines, `og:description` is cut in mid-word.
 */
import { isText, type PageDom, select } from '../../dom/index.ts';
import { fromJsonLd } from './json-ld.ts';
import { fromMetaTags } from './meta-tags.ts';
import { clean, type MetaField, type MetaValue } from './meta-value.ts';
import { fromMicrodata } from './microdata.ts';

/** All that a page's metadata says. */
export interface Metadata {
  readonly values: readonly MetaValue[];
  /** The `<title>` as it is; `''` when there is none. */
  readonly windowTitle: string;
}

/** Read the metadata of a page: JSON-LD, meta tags, microdata. */
export function readMetadata(page: PageDom): Metadata {
  const title = select(page, 'head > title')[0];
  return {
    values: [...fromJsonLd(page), ...fromMetaTags(page), ...fromMicrodata(page)],
    windowTitle: clean(title?.children.map((child) => (isText(child) ? child.data : '')).join('') ?? ''),
  };
}

/** Every line of a page is held against what the metadata tell. */
const ranked = new WeakMap<Metadata, Map<MetaField, readonly MetaValue[]>>();

/** The values of a field, most trusted first; equal values once. */
export function metaOf(metadata: Metadata, field: MetaField): readonly MetaValue[] {
  const known = ranked.get(metadata) ?? new Map<MetaField, readonly MetaValue[]>();
  ranked.set(metadata, known);
  let values = known.get(field);
  if (values === undefined) {
    const seen = new Set<string>();
    values = metadata.values
      .filter((value) => value.field === field)
      .sort((a, b) => b.trust - a.trust)
      .filter(({ value }) => !seen.has(value) && seen.add(value));
    known.set(field, values);
  }
  return values;
}
