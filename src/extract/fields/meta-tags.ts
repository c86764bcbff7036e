import { attr, type PageDom, select } from '../../dom/index.ts';
import { clean, type MetaField, type MetaValue } from './meta-value.ts';

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

/** What the meta tags of a page say: OpenGraph, Dublin Core, Twitter, plain. */
export function fromMetaTags(page: PageDom): MetaValue[] {
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
