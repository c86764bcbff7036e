import { hammingDistance } from '../simhash.ts';

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
/** Of 64 bits. 3 is Google's figure for web pages (Manku et al. 2007). */
const maxDistance = 3;

/**
 * Which articles are the same one under another address: duplicate → the one that is kept. The page's own canonical
 * link decides; else equal text; else nearly equal text under the same title, as weather reports of two days differ in
 * few words as well. Of a group the shortest address is kept, the first by alphabet among equals.
 */
export function findDuplicates(articles: readonly Candidate[]): Map<string, string> {
  const groups = new Groups();
  const known = new Set(articles.map(({ url }) => url));
  const canonicals = new Set<string>();
  for (const { url, canonical } of articles) {
    if (canonical === undefined || !known.has(canonical)) continue;
    groups.join(url, canonical);
    if (canonical !== url) canonicals.add(canonical);
  }
  const long = articles.filter(({ textLength }) => textLength >= minLetters);
  const firstBy = new Map<string, string>();
  for (const { url, textHash } of long) {
    const first = firstBy.get(textHash);
    if (first === undefined) firstBy.set(textHash, url);
    else groups.join(url, first);
  }
  const sameTitle = new Map<string, Candidate[]>();
  for (const article of long) {
    const key = `${new URL(article.url).host}\n${article.title ?? ''}`;
    if (article.title === undefined) continue;
    const others = sameTitle.get(key) ?? [];
    const near = others.find((other) => hammingDistance(other.simhash, article.simhash) <= maxDistance);
    if (near) groups.join(article.url, near.url);
    else sameTitle.set(key, [...others, article]);
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

function isBetter(a: string, b: string, canonicals: ReadonlySet<string>): boolean {
  if (canonicals.has(a) !== canonicals.has(b)) return canonicals.has(a);
  return a.length !== b.length ? a.length < b.length : a < b;
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
