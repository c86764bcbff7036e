/**
 * What repeats over several pages of one site is its template; what varies is content.
 *
 *     page 1   menu   title A   text A ……   Tin khác   counter 1.204
 *     page 2   menu   title B   text B ……   Tin khác   counter 1.377
 *              ^^^^                         ^^^^^^^^   ^^^^^^^^^^^^^^^   seen on both: template
 *
 * Which pages are of one site is not asked of their addresses first, which saved pages have lost: pages whose links are
 * mostly the same have the same menus, and those make a site.
 */
import type { RepeatedBlock, SiteProfile } from '../../model/index.ts';
import { learnSelectors } from './selectors.ts';
import type { PageTraits } from './traits.ts';

/**
 * A run of text on fewer pages than this share of the site's is not its template (a signature, a heading in two articles).
 */
const minPageShare = 0.5;

/** Pages that share at least this much of the smaller one's links are of one site. */
const minLinksShared = 0.4;
const minLinks = 5;

/** Two pages that share more than this of their long runs are one article saved twice: they teach nothing. */
const maxLongRunsShared = 0.6;

/** Runs of at least this many characters are sentences, which menus and boxes rarely hold. */
const longRunChars = 120;

/** A sentence on so few pages may be a quotation in two articles; a disclaimer stands on all of many. */
const minPagesOfLongRun = 3;

/** The text kept beside a fingerprint is for a person who reads the profile. */
const shownChars = 60;

/** Learn the sites that pages belong to. A site of one page, or of one article saved twice, teaches nothing. */
export function learnSites(pages: readonly PageTraits[]): readonly SiteProfile[] {
  const sites: PageTraits[][] = [];
  for (const page of pages) {
    const known = sites.find(([first]) => first !== undefined && areOfOneSite(first, page));
    if (known) known.push(page);
    else sites.push([page]);
  }
  return sites.flatMap((members) => learnSite(members) ?? []);
}

function areOfOneSite(a: PageTraits, b: PageTraits): boolean {
  const smaller = Math.min(a.links.size, b.links.size);
  // A portal with hardly a menu is known by its address alone.
  if (smaller < minLinks) return a.site !== undefined && a.site === b.site;
  let shared = 0;
  for (const hash of a.links) if (b.links.has(hash)) shared += 1;
  return shared / smaller >= minLinksShared;
}

function learnSite(members: readonly PageTraits[]): SiteProfile | undefined {
  const pages = withoutCopies(members);
  if (pages.length < 2) return undefined;
  const seen = new Map<string, { readonly text: string; pages: number }>();
  for (const { texts } of pages)
    for (const [hash, text] of texts) {
      const known = seen.get(hash);
      if (known) known.pages += 1;
      else seen.set(hash, { text, pages: 1 });
    }
  const enough = Math.max(2, Math.ceil(pages.length * minPageShare));
  const common = [...seen]
    .filter(([, { text, pages: count }]) =>
      text.length < longRunChars ? count >= enough : count === pages.length && count >= minPagesOfLongRun,
    )
    .map(([hash, { text, pages: count }]) => ({ hash, text: text.slice(0, shownChars), pages: count }))
    .sort((a, b) => b.pages - a.pages || (a.hash < b.hash ? -1 : 1));
  const selectors = learnSelectors(pages, new Set(common.map(({ hash }) => hash)));
  const repeated = common.flatMap((run): RepeatedBlock[] => {
    const times = Math.min(...pages.flatMap((page) => page.times.get(run.hash) ?? []));
    return judged({ ...run, ...(times > 1 && { times }) }, pages);
  });
  return {
    site: pages.find(({ site }) => site !== undefined)?.site ?? '',
    pages: pages.length,
    ...(Object.keys(selectors).length > 0 && { selectors }),
    repeated,
  };
}

/** A run that repeats, with what the pages say of it; none when it may be text. */
function judged(run: RepeatedBlock, pages: readonly PageTraits[]): RepeatedBlock[] {
  if (pages.some(({ links }) => links.has(run.hash))) return [run];
  const { asText, aside } = votesOn(run.hash, pages);
  if (aside > 0 && asText === 0) return [{ ...run, anywhere: true }];
  return aside > 0 || (asText > 0 && pages.length > 2) ? [run] : [];
}

/**
 * What the pages that were read with confidence took a run for. What none of them judged may be the article of each, as
 * offers of one shop say mostly the same; of two pages, what both took for text may be what both are about.
 */
function votesOn(hash: string, pages: readonly PageTraits[]): { readonly asText: number; readonly aside: number } {
  const judges = pages.filter(({ texts, kept }) => kept && texts.has(hash));
  const asText = judges.filter(({ kept }) => kept?.has(hash)).length;
  return { asText, aside: judges.length - asText };
}

/**
 * The pages without those whose long runs of text mostly stand on an earlier page. One with a title of its own is no copy,
 * but a stub, whose long runs are the template's.
 */
function withoutCopies(pages: readonly PageTraits[]): readonly PageTraits[] {
  const longRuns = new Set<string>();
  const titles = new Set<string>();
  return pages.filter(({ texts, title }) => {
    const isNew = title !== undefined && !titles.has(title);
    if (title !== undefined) titles.add(title);
    const own = [...texts].filter(([, text]) => text.length >= longRunChars).map(([hash]) => hash);
    const known = own.filter((hash) => longRuns.has(hash)).length;
    for (const hash of own) longRuns.add(hash);
    return isNew || own.length === 0 || known / own.length <= maxLongRunsShared;
  });
}
