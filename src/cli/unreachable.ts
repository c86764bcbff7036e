import type { Draft, DraftHit } from '../model/index.ts';

/** Why addresses do not answer, by address; one that answers is not in it. */
export type Unreachable = Readonly<Record<string, string>>;

/** The links and pictures of a draft that only a server can vouch for. */
const linksOf = ({ links, images }: Draft) =>
  [...links.map(({ href, ...at }) => ({ ...at, url: href })), ...images.map(({ src, ...at }) => ({ ...at, url: src }))]
    .map(({ start, end, url }) => ({ start, end, url, address: url.split('#')[0] ?? '' }))
    .filter(({ address }) => /^https?:\/\//i.test(address));

/** The addresses to ask, each once. */
export const addressesOf = (draft: Draft): string[] => [...new Set(linksOf(draft).map(({ address }) => address))];

/** The links and pictures of a draft whose addresses do not answer. */
export const findUnreachable = (draft: Draft, unreachable: Unreachable): DraftHit[] =>
  linksOf(draft).flatMap(({ start, end, url, address }) => {
    const reason = unreachable[address];
    if (reason === undefined) return [];
    return [{ rule: 'link/unreachable', level: 'warning' as const, start, end, params: { href: url, reason } }];
  });
