import { fetchPage } from '../crawl/index.ts';
import { type Draft, type DraftHit, SachError } from '../model/index.ts';

/** Addresses asked at once. */
const width = 4;

/** Answers of this process: a link that stands in every draft is asked once. */
const answers = new Map<string, Promise<string | undefined>>();

export interface OnlineOptions {
  /** Ask addresses of private networks too; without it they are told unasked: no reader outside can follow them. */
  readonly allowPrivate: boolean;
}

/** Ask the servers of a draft's links and pictures whether they answer. */
export async function findUnreachable({ links, images }: Draft, options: OnlineOptions): Promise<DraftHit[]> {
  const named = [
    ...links.map(({ href, ...at }) => ({ ...at, url: href })),
    ...images.map(({ src, ...at }) => ({ ...at, url: src })),
  ].map(({ start, end, url }) => ({ start, end, url, address: url.split('#')[0] ?? '' }));
  const asked = named.filter(({ address }) => /^https?:\/\//i.test(address));
  const reasons = new Map<string, string | undefined>();
  const waiting = [...new Set(asked.map(({ address }) => address))];
  const work = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift())
      reasons.set(url, await askOnce(url, options));
  };
  await Promise.all(Array.from({ length: width }, work));
  return asked.flatMap(({ start, end, url, address }) => {
    const reason = reasons.get(address);
    if (reason === undefined) return [];
    return [{ rule: 'link/unreachable', level: 'warning' as const, start, end, params: { href: url, reason } }];
  });
}

function askOnce(url: string, options: OnlineOptions): Promise<string | undefined> {
  const known = answers.get(url);
  if (known) return known;
  const answer = reasonOf(url, options);
  answers.set(url, answer);
  return answer;
}

/** Why an address does not answer; undefined when it does. A file too large to fetch is there. */
async function reasonOf(url: string, options: OnlineOptions): Promise<string | undefined> {
  if (!URL.canParse(url)) return 'bad-address';
  try {
    await fetchPage(url, options);
    return undefined;
  } catch (error) {
    if (!(error instanceof SachError)) throw error;
    if (error.code === 'fetch-too-large') return undefined;
    return String(error.params.status ?? error.code);
  }
}
