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
  /** The values of each field, most trusted first; equal values once. */
  readonly byField: ReadonlyMap<MetaField, readonly MetaValue[]>;
  /** The `<title>` without ornaments; `''` when there is none. */
  readonly windowTitle: string;
}

/** “..:: Trung tâm Giống cây trồng ::..” */
const ornament = /^[.:*~=|«»\s-]{2,}(?=\p{L})|(?<=[\p{L}\p{N}])[.:*~=|«»\s-]*[:*~=|«»][.:*~=|«»\s-]*$/gu;

/** Read the metadata of a page: JSON-LD, meta tags, microdata. */
export function readMetadata(page: PageDom): Metadata {
  const title = select(page, 'head > title')[0];
  const window = clean(title?.children.map((child) => (isText(child) ? child.data : '')).join('') ?? '');
  return {
    byField: byTrust([...fromJsonLd(page), ...fromMetaTags(page), ...fromMicrodata(page)]),
    windowTitle: window.replace(ornament, ''),
  };
}

function byTrust(values: readonly MetaValue[]): ReadonlyMap<MetaField, readonly MetaValue[]> {
  const fields = new Map<MetaField, MetaValue[]>();
  const seen = new Set<string>();
  for (const told of [...values].sort((a, b) => b.trust - a.trust)) {
    const key = `${told.field} ${told.value}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const known = fields.get(told.field);
    if (known) known.push(told);
    else fields.set(told.field, [told]);
  }
  return fields;
}

const nothing: readonly MetaValue[] = [];

/** The values that the metadata has for a field, the most trusted first. */
export const metaOf = ({ byField }: Metadata, field: MetaField): readonly MetaValue[] => byField.get(field) ?? nothing;
