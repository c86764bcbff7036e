import { attr, type Element, isElement, type PageDom, select, textOf } from '../../dom/index.ts';
import { clean, type MetaField, type MetaValue } from './meta-value.ts';

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

/** What `itemprop` attributes say, outside lists of other articles. */
export function fromMicrodata(page: PageDom): MetaValue[] {
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
