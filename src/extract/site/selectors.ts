/**
 * Where the parts of an article stand on a site's pages, learnt from the pages themselves: each page was read for itself,
 * and what names the same part on most of them is the site's own name for it.
 *
 *     page 1   #tin h1.t   right      page 2   #tin h1.t   right      page 3   .box h1.t   another box: a guess that lost
 */
import type { SelectorPart, SiteProfile } from '../../model/index.ts';
import type { NamedPart } from './forms.ts';
import type { PageTraits } from './traits.ts';

/** Of the pages that have what a selector names, this share must have the part there. */
const minShareRight = 0.8;
/** A layout of its own has at least this share of the site's articles, and two. */
const minShareOfArticles = 0.2;
/** Sites have a few layouts; more selectors than this are accidents. */
const maxSelectors = 3;
/** Of the letters in the body's node, this share may be what no other page repeats and the reader did not want. */
const maxStrayShare = 0.05;

/** Learn the selectors of the parts of an article from pages of one site. */
export function learnSelectors(
  pages: readonly PageTraits[],
  repeated: ReadonlySet<string>,
): NonNullable<SiteProfile['selectors']> {
  const partsOf = (part: SelectorPart): (NamedPart | undefined)[] =>
    pages.map((page) => (part === 'body' ? bodyPart(page, repeated) : page.parts[part]));
  const parts = ['title', 'sapo', 'byline', 'date', 'section', 'body', 'caption'] as const;
  return Object.fromEntries(
    parts.flatMap((part) => {
      const selectors = commonForms(pages, partsOf(part));
      return selectors.length > 0 ? [[part, selectors]] : [];
    }),
  );
}

/** The smallest node that holds the text and hardly anything else is named by the selectors of all such nodes. */
function bodyPart({ bodies }: PageTraits, repeated: ReadonlySet<string>): NamedPart | undefined {
  const tight = bodies.filter(({ chars, strays }) => {
    let stray = 0;
    for (const [hash, letters] of strays) if (!repeated.has(hash)) stray += letters;
    return stray <= maxStrayShare * chars;
  });
  return tight[0] && { text: String(tight[0].chars), forms: tight.flatMap(({ forms }) => forms) };
}

interface Vote {
  readonly right: Set<number>;
  /** Place in the lists of forms, where the best stand first. */
  rank: number;
}

/** Selectors that together name the part on as many pages as can be, the one for most pages first. */
function commonForms(pages: readonly PageTraits[], found: readonly (NamedPart | undefined)[]): string[] {
  const votes = new Map<string, Vote>();
  found.forEach((part, page) => {
    part?.forms.forEach((form, rank) => {
      const vote = votes.get(form) ?? { right: new Set(), rank };
      vote.right.add(page);
      vote.rank = Math.min(vote.rank, rank);
      votes.set(form, vote);
    });
  });
  const believed = [...votes].filter(([form, { right }]) => {
    const seen = pages.filter(({ forms }) => forms.has(form)).length;
    // The same words on every page are the site's name, or one article saved twice.
    const texts = new Set([...right].map((page) => found[page]?.text));
    return right.size >= 2 && texts.size >= 2 && right.size >= minShareRight * seen;
  });
  const articles = found.filter((part) => part !== undefined).length;
  const open = new Set(found.flatMap((part, page) => (part ? [page] : [])));
  const chosen: string[] = [];
  while (chosen.length < maxSelectors) {
    const news = ({ right }: Vote): number => [...right].filter((page) => open.has(page)).length;
    const [best] = believed.sort(([a, x], [b, y]) => news(y) - news(x) || x.rank - y.rank || (a < b ? -1 : 1));
    if (!best || news(best[1]) < Math.max(2, minShareOfArticles * articles)) break;
    chosen.push(best[0]);
    for (const page of best[1].right) open.delete(page);
  }
  return chosen;
}
