/**
 * What a page says about itself where no reader looks: meta tags (OpenGraph, Dublin Core, Twitter, plain), JSON-LD,
 * microdata. Every value keeps its source, because sources lie in their own ways: `meta author` names the website,
 * `og:title` is shortened for search engines, `og:description` is cut in mid-word.
 */
import { attr, type Element, isElement, isText, type PageDom, select, textOf } from '../../dom/index.ts';

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

type Row = readonly [field: MetaField, trust: number, names: string];

/** Names of meta tags (`name`, `property`, `itemprop`), lower case. */
const metaNames: readonly Row[] = [
  ['title', 0.9, 'og:title'],
  ['title', 0.8, 'twitter:title dc.title dcterms.title headline citation_title parsely-title sailthru.title'],
  ['title', 0.5, 'title'],
  ['description', 0.8, 'og:description'],
  ['description', 0.7, 'description twitter:description dc.description dcterms.description dcterms.abstract'],
  ['author', 0.9, 'parsely-author sailthru.author citation_author dc.creator dcterms.creator byl'],
  ['author', 0.8, 'article:author article:author_name author book:author og:article:author og:author rel:author'],
  ['author', 0.5, 'twitter:data1 twitter:creator dc.contributor'],
  [
    'published',
    1,
    'article:published_time og:article:published_time article:published og:published_time datepublished',
  ],
  [
    'published',
    0.9,
    'parsely-pub-date sailthru.date citation_publication_date citation_date ptime pubdate publishdate publish-date publish_date publication_date article.published displaydate rnews:datepublished',
  ],
  [
    'published',
    0.8,
    'dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created dc.date.created dc.created date date_published originalpublicationdate datecreated article:create_at pub_date cxenseparse:recs:publishtime',
  ],
  [
    'modified',
    0.9,
    'article:modified_time og:updated_time og:modified_time datemodified last-modified lastmod dcterms.modified dc.date.modified article.updated revised',
  ],
  ['section', 0.9, 'article:section og:article:section parsely-section'],
  ['section', 0.6, 'section category dc.subject articlesection'],
  ['tags', 0.9, 'article:tag og:article:tag parsely-tags news_keywords'],
  ['tags', 0.5, 'keywords dc.subject.keyword'],
  ['site', 0.9, 'og:site_name application-name apple-mobile-web-app-title'],
  ['site', 0.7, 'dc.publisher dcterms.publisher copyright twitter:site'],
  ['language', 0.7, 'og:locale dc.language dcterms.language content-language language inlanguage'],
  ['type', 0.9, 'og:type'],
];

const byName: ReadonlyMap<string, { readonly field: MetaField; readonly trust: number }> = new Map(
  metaNames.flatMap(([field, trust, names]) => names.split(' ').map((name) => [name, { field, trust }] as const)),
);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  bull: '•',
  raquo: '»',
  laquo: '«',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Metadata is often escaped twice, and JSON-LD escaped as if it were HTML. */
const unescaped = (text: string): string =>
  text.replace(
    /&(?:#(\d{2,6})|#x([\da-f]{2,6})|(\w{2,6}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
      return entities[name ?? ''] ?? whole;
    },
  );

const clean = (text: string): string => unescaped(text).normalize('NFC').replace(/\s+/gu, ' ').trim();

function fromMetaTags(page: PageDom): MetaValue[] {
  return select(page, 'meta').flatMap((element) => {
    const name = (
      attr(element, 'property') ??
      attr(element, 'name') ??
      attr(element, 'itemprop') ??
      attr(element, 'http-equiv') ??
      ''
    )
      .trim()
      .toLowerCase();
    const known = byName.get(name);
    const value = clean(attr(element, 'content') ?? '');
    return known && value !== '' ? [{ ...known, value, source: `meta/${name}` }] : [];
  });
}

const articleTypes = /Article|NewsArticle|BlogPosting|Report|WebPage|Posting|Recipe|Review|Course|Product/u;

/** Objects of a JSON-LD graph, articles before pages, whatever they are nested in. */
function graphOf(json: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (depth > 6 || typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.slice(0, 200).flatMap((item) => graphOf(item, depth + 1));
  const object = json as Readonly<Record<string, unknown>>;
  return [
    object,
    ...graphOf(object['@graph'], depth + 1),
    ...graphOf(object.mainEntity, depth + 1),
    ...graphOf(object.mainEntityOfPage, depth + 1),
  ];
}

/** Names in a JSON-LD value: a string, an object with a name, a reference into the graph, or a list of them. */
function namesIn(value: unknown, byId: ReadonlyMap<string, Readonly<Record<string, unknown>>>): string[] {
  if (typeof value === 'string') return [clean(value)];
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, byId));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Readonly<Record<string, unknown>>;
  const own = object.name ?? (typeof object['@id'] === 'string' ? byId.get(object['@id'])?.name : undefined);
  return typeof own === 'string' || Array.isArray(own) ? namesIn(own, byId) : [];
}

/** Portals write raw line breaks into their JSON-LD strings, and trailing commas. */
function parseLoosely(text: string): unknown {
  const source = text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/gu, '').trim();
  for (const attempt of [source, source.replace(/[\u0000-\u001F]+/gu, ' ').replace(/,\s*([}\]])/gu, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt repairs more; a page whose metadata cannot be read is read without it.
    }
  }
  return undefined;
}

const jsonFields: readonly (readonly [MetaField, number, string])[] = [
  ['title', 0.9, 'headline'],
  ['description', 0.8, 'description'],
  ['published', 1, 'datePublished'],
  ['published', 0.7, 'dateCreated'],
  ['published', 0.7, 'uploadDate'],
  ['modified', 0.9, 'dateModified'],
  ['section', 0.9, 'articleSection'],
  ['tags', 0.8, 'keywords'],
  ['language', 0.8, 'inLanguage'],
];

function fromJsonLd(page: PageDom): MetaValue[] {
  const scripts = select(page, 'script').filter((element) => /ld\+json/iu.test(attr(element, 'type') ?? ''));
  const graph = scripts.flatMap((script) => {
    const first = script.children[0];
    return first && isText(first) ? graphOf(parseLoosely(first.data)) : [];
  });
  const byId = new Map(
    graph.flatMap((object) => (typeof object['@id'] === 'string' ? [[object['@id'], object] as const] : [])),
  );
  const found: MetaValue[] = [];
  const add = (field: MetaField, value: string, source: string, trust: number): void => {
    if (value !== '') found.push({ field, value, source: `json-ld/${source}`, trust });
  };
  for (const object of graph) {
    const type = String(object['@type'] ?? '');
    if (/WebSite|Organization/u.test(type) && !articleTypes.test(type)) {
      for (const name of namesIn(object.name, byId)) add('site', name, 'name', 0.8);
      continue;
    }
    if (!articleTypes.test(type) && object.headline === undefined) continue;
    // A WebPage around an article dates the page, not the article.
    const factor = /WebPage$|Product|Course/u.test(type) ? 0.8 : 1;
    for (const [field, trust, key] of jsonFields)
      for (const value of namesIn(object[key], byId)) add(field, value, key, trust * factor);
    const authors = [...new Set(namesIn(object.author ?? object.creator, byId))];
    if (authors.length > 0) add('author', authors.join(', '), 'author', 0.95 * factor);
    for (const name of namesIn(object.publisher, byId)) add('site', name, 'publisher', 0.8);
  }
  return found;
}

const itemprops: Readonly<Record<string, readonly [MetaField, number]>> = {
  datepublished: ['published', 1],
  datecreated: ['published', 0.7],
  datemodified: ['modified', 0.9],
  author: ['author', 0.8],
  creator: ['author', 0.7],
  articlesection: ['section', 0.8],
};

/** Is the item one of a list (a card of another article)? */
function isInList(element: Element): boolean {
  for (let up = element.parent; up && isElement(up); up = up.parent) {
    if (up.name === 'li' || /blog$|itemlist$|collectionpage$/iu.test(attr(up, 'itemtype') ?? '')) return true;
    if (/(?:article|posting)$/iu.test(attr(up, 'itemtype') ?? '')) return false;
  }
  return false;
}

function fromMicrodata(page: PageDom): MetaValue[] {
  const found: MetaValue[] = [];
  for (const element of select(page, '[itemprop]')) {
    if (element.name === 'meta') continue;
    const prop = (attr(element, 'itemprop') ?? '').toLowerCase();
    const known = itemprops[prop];
    if (!known || isInList(element)) continue;
    const [field, trust] = known;
    const name = select(page, '[itemprop=name]').find((inner) => inner.parent === element);
    const value = clean(attr(element, 'content') ?? attr(element, 'datetime') ?? textOf(name ?? element));
    if (value !== '' && value.length < 120) found.push({ field, value, source: `microdata/${prop}`, trust });
  }
  return found;
}

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
