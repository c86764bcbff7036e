import { attr, isText, type PageDom, select } from '../../dom/index.ts';
import { clean, type MetaField, type MetaValue } from './meta-value.ts';

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

/** What the JSON-LD of a page says of the article, and of the site. */
export function fromJsonLd(page: PageDom): MetaValue[] {
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
