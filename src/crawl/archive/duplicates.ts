import { bandDistance, bandsOf, hammingDistance } from '../simhash.ts';

/** What is compared of an article. */
export interface Candidate {
  readonly url: string;
  readonly title?: string;
  /** Where the page itself says it lives. */
  readonly canonical?: string;
  readonly textHash: string;
  readonly simhash: string;
  readonly textLength: number;
}

/** Below this, texts are alike by chance: “Đang cập nhật nội dung.” */
const minLetters = 80;
/** Of 64 bits. 3 is Google's figure for web pages (Manku et al. 2007), and the most that `NearTexts` can find. */
const maxDistance = 3;

/**
 * Which articles are the same one under another address: duplicate → the one that is kept. The page's own canonical
 * link decides, where title or text bear it out; else equal text; else nearly equal text under the same title, as weather
 * reports of two days differ in few words as well. Of a group the shortest address is kept, the first by alphabet among equals.
 */
export function findDuplicates(articles: readonly Candidate[]): Map<string, string> {
  const groups = new Groups();
  const known = new Map(articles.map((article) => [article.url, article]));
  const canonicals = new Set<string>();
  for (const article of articles) {
    const named = known.get(article.canonical ?? '');
    if (!named || named === article || !isAlike(article, named)) continue;
    groups.join(article.url, named.url);
    canonicals.add(named.url);
  }
  const long = articles.filter(({ textLength }) => textLength >= minLetters);
  const firstBy = new Map<string, string>();
  for (const { url, textHash } of long) {
    const first = firstBy.get(textHash);
    if (first === undefined) firstBy.set(textHash, url);
    else groups.join(url, first);
  }
  const near = new NearTexts();
  for (const { url, title, simhash } of long) {
    const other = title === undefined ? undefined : near.add(url, `${new URL(url).host}\n${title}`, simhash);
    if (other !== undefined) groups.join(url, other);
  }
  const kept = new Map<string, string>();
  for (const { url } of articles) {
    const root = groups.root(url);
    const best = kept.get(root);
    if (best === undefined || isBetter(url, best, canonicals)) kept.set(root, url);
  }
  const duplicates = new Map<string, string>();
  for (const { url } of articles) {
    const original = kept.get(groups.root(url));
    if (original !== undefined && original !== url) duplicates.set(url, original);
  }
  return duplicates;
}

/** Some sites name their front page as the canonical one of every page: the link is believed where the pages bear it out. */
const isAlike = (a: Candidate, b: Candidate): boolean =>
  a.textHash === b.textHash ||
  (a.title !== undefined && a.title === b.title) ||
  hammingDistance(a.simhash, b.simhash) <= maxDistance;

function isBetter(a: string, b: string, canonicals: ReadonlySet<string>): boolean {
  if (canonicals.has(a) !== canonicals.has(b)) return canonicals.has(a);
  return a.length !== b.length ? a.length < b.length : a < b;
}

/** Articles with the numbers of their fingerprints. */
interface Printed {
  readonly url: string;
  readonly bands: readonly number[];
}

/**
 * Finds, for one article after another, an earlier one under the same title with nearly the same text. Only articles that
 * share a number of their fingerprints are compared: a site may have thousands of one title (“Lịch công tác tuần”).
 */
class NearTexts {
  readonly #byBand = new Map<string, Printed[]>();

  /** The earlier article; undefined when there is none, and this one is remembered. */
  add(url: string, title: string, simhash: string): string | undefined {
    const own = { url, bands: bandsOf(simhash) };
    const keys = own.bands.map((band, i) => `${i} ${band} ${title}`);
    for (const key of keys) {
      const near = this.#byBand.get(key)?.find(({ bands }) => bandDistance(bands, own.bands) <= maxDistance);
      if (near) return near.url;
    }
    for (const key of keys) {
      const others = this.#byBand.get(key);
      if (others) others.push(own);
      else this.#byBand.set(key, [own]);
    }
    return undefined;
  }
}

/** Union-find. */
class Groups {
  readonly #parent = new Map<string, string>();

  root(url: string): string {
    let at = url;
    for (;;) {
      const parent = this.#parent.get(at);
      if (parent === undefined) return at;
      at = parent;
    }
  }

  join(a: string, b: string): void {
    const [first = a, second = b] = [this.root(a), this.root(b)].sort();
    if (first !== second) this.#parent.set(second, first);
  }
}
