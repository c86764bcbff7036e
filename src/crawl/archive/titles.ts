/** An article as far as its title is read. */
interface Titled {
  readonly url: string;
  readonly title?: string;
}

const separator = /(?<!\s)\s+[-–—|»«›:·•]+\s+|(?:(?<!\s)\s+)?\|\s*/u;
/** Fewer titles do not tell what their host adds to each. */
const minTitles = 3;
/** What stands in more of a host's titles than this is the name of the site. */
const maxShare = 0.5;

/**
 * Address → the parts of the title, lower case, without what the host adds to its titles: “Cầu mới - Trang tin xã” here is
 * “Cầu mới | Bản di động” on the mobile twin. A title that is nothing else is left as it is.
 */
export function readTitles(articles: readonly Titled[]): Map<string, readonly string[]> {
  const titles = articles.flatMap(({ url, title = '' }) => {
    const parts = title.normalize('NFC').toLowerCase().split(separator).filter(Boolean);
    return parts.length === 0 ? [] : [{ url, host: new URL(url).host, parts: [...new Set(parts)] }];
  });
  const ofHost = countAll(titles.map(({ host }) => host));
  const uses = countAll(titles.flatMap(({ host, parts }) => parts.map((part) => `${host} ${part}`)));
  return new Map(
    titles.map(({ url, host, parts }) => {
      const all = ofHost.get(host) ?? 0;
      const own = parts.filter((part) => all < minTitles || (uses.get(`${host} ${part}`) ?? 0) <= all * maxShare);
      return [url, own.length > 0 ? own : parts];
    }),
  );
}

function countAll(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
