import { bandDistance, bandsOf, hammingDistance } from '../simhash.ts';
import { readTitles } from './titles.ts';

/** What is compared of an article. */
export interface Candidate {
  readonly url: string;
  readonly title?: string;
  /** Where the page itself says it lives. */
  readonly canonical?: string;
  readonly textHash: string;
  readonly simhash: string;
  readonly textLength: number;
  readonly marks: Marks;
}

/** What two articles of one text are told apart by. Of each kind one may have several, or none. */
export interface Marks {
  /** The day it was published on, `2009-03-12`. */
  readonly day: readonly string[];
  readonly attachments: readonly KnownFile[];
  readonly pictures: readonly KnownFile[];
  readonly films: readonly KnownFile[];
  /** Links that gave nothing: what lies there may be the file that tells two notices apart. */
  readonly deadLinks: readonly KnownFile[];
}

/** What a file may be known by: its bytes, its address without the host. */
export type KnownFile = readonly string[];

/** Below this, texts are alike by chance: “Đang cập nhật nội dung.” */
const minLetters = 80;
/**
 * Of 64 bits. 3 is Google's figure for web pages (Manku et al. 2007), and the most that shared numbers of fingerprints find.
 */
const maxDistance = 3;

/**
 * Which articles are the same one under another address: duplicate → the one that is kept. The page's own canonical
 * link decides, where title or text bear it out; else equal text; else nearly equal text under the same title, as weather
 * reports of two days differ in few words as well. Nothing joins what day, files or title tell apart: offices announce
 * everything in the same words, with another file below them (“Nội dung chi tiết xem tại tệp đính kèm”). Of a group the
 * fullest is kept, as a print copy may lack the files; the shortest address among equals, then the first by alphabet.
 */
export function findDuplicates(articles: readonly Candidate[]): Map<string, string> {
  const known = new Map(articles.map((article) => [article.url, article]));
  const originals = new Map<string, Candidate>();
  for (const article of articles) {
    const named = known.get(article.canonical ?? '');
    if (!named || named === article || !isAlike(article, named)) continue;
    if (agree(marked(article), marked(named))) originals.set(article.url, named);
  }
  // The title of a page that names another one as its original may be “Bản in”: that of the other counts.
  const titles = readTitles(articles.filter(({ url }) => !originals.has(url)));
  const groups = new Groups(articles.map((article) => marked(article, titles.get(article.url))));
  const canonicals = new Set<string>();
  for (const [url, original] of originals) if (groups.join(url, original.url)) canonicals.add(original.url);
  const long = articles.filter(({ textLength }) => textLength >= minLetters);
  const equal = new Earlier<string>();
  for (const { url, textHash, marks } of long) {
    const at = { keys: [textHash], day: marks.day[0] };
    if (!equal.some(at, (other) => groups.join(url, other))) equal.add(at, url);
  }
  const near = new Earlier<Printed>();
  for (const { url, title, simhash, marks } of long) {
    if (title === undefined) continue;
    const own = { url, bands: bandsOf(simhash) };
    const keys = own.bands.map((band, i) => `${i} ${band} ${new URL(url).host}\n${title}`);
    const at = { keys, day: marks.day[0] };
    const isSame = ({ url: other, bands }: Printed) =>
      bandDistance(bands, own.bands) <= maxDistance && groups.join(url, other);
    if (!near.some(at, isSame)) near.add(at, own);
  }
  const rank = (article: Candidate) => [canonicals.has(article.url) ? 0 : 1, -fullness(article), article.url.length];
  const kept = new Map<string, Candidate>();
  for (const article of articles) {
    const root = groups.root(article.url);
    const best = kept.get(root);
    if (!best || isBefore([...rank(article), article.url], [...rank(best), best.url])) kept.set(root, article);
  }
  const duplicates = new Map<string, string>();
  for (const { url } of articles) {
    const original = kept.get(groups.root(url));
    if (original && original.url !== url) duplicates.set(url, original.url);
  }
  return duplicates;
}

/** Some sites name their front page as the canonical one of every page: the link is believed where the pages bear it out. */
const isAlike = (a: Candidate, b: Candidate): boolean =>
  a.textHash === b.textHash ||
  (a.title !== undefined && a.title === b.title) ||
  hammingDistance(a.simhash, b.simhash) <= maxDistance;

/** How much of an article a page has, besides its text. */
const fullness = ({ title, marks }: Candidate): number =>
  (title === undefined ? 0 : 1) +
  marks.day.length +
  marks.attachments.length +
  marks.pictures.length +
  marks.films.length;

function isBefore(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? '') < (b[at] ?? '');
}

/** An article with the numbers of its fingerprint: only those that share one are compared. */
interface Printed {
  readonly url: string;
  readonly bands: readonly number[];
}

interface Place {
  readonly keys: readonly string[];
  readonly day: string | undefined;
}

/**
 * Earlier articles that may be the same as a later one: they share a key, and are not of different days. A site may have
 * thousands of one title and nearly one text (“Lịch công tác tuần”).
 */
class Earlier<Article> {
  readonly #byPlace = new Map<string, Article[]>();

  some({ keys, day }: Place, isSame: (earlier: Article) => boolean): boolean {
    const days = day === undefined ? [anyDay] : [day, noDay];
    return keys.some((key) => days.some((of) => this.#byPlace.get(`${of} ${key}`)?.some(isSame)));
  }

  add({ keys, day = noDay }: Place, article: Article): void {
    for (const place of keys.flatMap((key) => [`${day} ${key}`, `${anyDay} ${key}`])) {
      const others = this.#byPlace.get(place);
      if (others) others.push(article);
      else this.#byPlace.set(place, [article]);
    }
  }
}

const anyDay = '*';
const noDay = '-';

/** An article as far as it is compared. */
interface Marked extends Marks {
  readonly url: string;
  /** In parts. */
  readonly title: readonly string[];
}

const marked = ({ url, marks }: Candidate, title: readonly string[] = []): Marked => ({ ...marks, url, title });

/** Whether two articles may be one: of each kind of mark one of them has all that the other has, be it nothing. */
const agree = (a: Marked, b: Marked): boolean =>
  isAgreed(a.day, b.day, Object.is) &&
  isAgreed(a.title, b.title, Object.is) &&
  isAgreed(a.attachments, b.attachments, isSameFile) &&
  isAgreed(a.pictures, b.pictures, isSameFile) &&
  isAgreed(a.films, b.films, isSameFile) &&
  isAgreed(a.deadLinks, b.deadLinks, isSameFile);

function isAgreed<Mark>(a: readonly Mark[], b: readonly Mark[], isSame: (x: Mark, y: Mark) => boolean): boolean {
  const isWithin = (part: readonly Mark[], whole: readonly Mark[]) =>
    part.every((x) => whole.some((y) => isSame(x, y)));
  return isWithin(a, b) || isWithin(b, a);
}

const isSameFile = (a: KnownFile, b: KnownFile): boolean =>
  a.some((x) => b.some((y) => isNamedIn(x, y) || isNamedIn(y, x)));

/** `/anh/1.jpg` in `/thu-nho.ashx?anh=/anh/1.jpg&w=300`, but not `?id=1` in `?id=12`. */
function isNamedIn(name: string, address: string): boolean {
  const at = address.indexOf(name);
  return at >= 0 && !/\w/.test(address.charAt(at + name.length));
}

interface Group {
  readonly urls: string[];
  /** One article of each that have the same marks: a page may have thousands of addresses. */
  readonly members: Map<string, Marked>;
}

/** Articles that are one. No two of a group speak against each other, though a third agrees with both. */
class Groups {
  readonly #groups: Map<string, Group>;

  constructor(articles: readonly Marked[]) {
    this.#groups = new Map(
      articles.map((article) => {
        const { url, ...marks } = article;
        return [url, { urls: [url], members: new Map([[JSON.stringify(marks), article]]) }];
      }),
    );
  }

  /** The same address for all of a group. */
  root(url: string): string {
    return this.#groups.get(url)?.urls[0] ?? url;
  }

  /** Whether the two are one from now on. */
  join(url: string, other: string): boolean {
    const [from, to] = [this.#groups.get(url), this.#groups.get(other)];
    if (!from || !to) return false;
    if (from === to) return true;
    const own = [...from.members.values()];
    for (const member of to.members.values()) if (!own.every((article) => agree(article, member))) return false;
    to.urls.push(...from.urls);
    for (const [key, member] of from.members) to.members.set(key, member);
    for (const each of from.urls) this.#groups.set(each, to);
    return true;
  }
}
