import { fetchPage } from '../crawl/index.ts';
import { type Draft, type DraftHit, SachError } from '../model/index.ts';

/** Addresses asked at once. */
const width = 4;

/** Ask the servers of a draft's links and pictures whether they answer. Private addresses are not asked. */
export async function findUnreachable({ links, images }: Draft): Promise<DraftHit[]> {
  const named = [
    ...links.map(({ href, ...at }) => ({ ...at, url: href })),
    ...images.map(({ src, ...at }) => ({ ...at, url: src })),
  ];
  const asked = named.filter(({ url }) => /^https?:\/\//i.test(url));
  const reasons = new Map<string, string | undefined>();
  const waiting = [...new Set(asked.map(({ url }) => url))];
  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) reasons.set(url, await reasonOf(url));
  };
  await Promise.all(Array.from({ length: width }, work));
  return asked.flatMap(({ start, end, url }) => {
    const reason = reasons.get(url);
    if (reason === undefined) return [];
    return [{ rule: 'link/unreachable', level: 'warning' as const, start, end, params: { href: url, reason } }];
  });
}

/** Why an address does not answer; undefined when it does. A file too large to fetch is there. */
async function reasonOf(url: string): Promise<string | undefined> {
  try {
    await fetchPage(url);
    return undefined;
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    if (error.code === 'fetch-too-large') return undefined;
    return String(error.params.status ?? error.code.replace('fetch-', ''));
  }
}
