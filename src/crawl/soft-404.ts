/**
 * Portals that answer “200 OK” to everything: what they say to an address that cannot exist, they say to every address that is
 * gone. So each host is asked once for a page that nobody ever wrote, and what looks like that answer is no article.
 */
import { createHash } from 'node:crypto';
import { hammingDistance } from './simhash.ts';

/** An address of the host that does not exist; the same one in every run. */
export function probeUrl(origin: string): string {
  return `${origin}/sach-${createHash('sha256').update(origin).digest('hex').slice(0, 12)}.html`;
}

export const isProbe = (url: string): boolean => url === probeUrl(new URL(url).origin);

/** What is compared of two answers of one host. */
export interface Answer {
  readonly url: string;
  readonly kind: string;
  readonly page_type: string | null;
  readonly location: string | null;
  readonly title: string | null;
  readonly simhash: string | null;
  readonly text_hash: string | null;
  readonly text_length: number | null;
}

/** Of 64 bits; as for near-duplicates. */
const maxDistance = 3;
/** Fewer letters have no fingerprint worth the name: they must be equal. */
const minLettersForDistance = 200;

/** Whether a page, or a redirect, is what its host answers to an address that does not exist. */
export function isSoft404(page: Answer, probe: Answer): boolean {
  if (probe.location !== null)
    return page.location !== null && withoutQuery(page.location) === withoutQuery(probe.location);
  // A list of articles may be the front page that the host sends people back to.
  if (page.kind !== 'page' || page.page_type === 'listing' || probe.text_hash === null || page.title !== probe.title)
    return false;
  if (page.text_hash === probe.text_hash) return true;
  const shortest = Math.min(page.text_length ?? 0, probe.text_length ?? 0);
  return shortest >= minLettersForDistance && hammingDistance(page.simhash ?? '', probe.simhash ?? '') <= maxDistance;
}

/** ASP.NET adds the address that was asked for: `/loi.aspx?aspxerrorpath=/tin/12`. */
const withoutQuery = (url: string): string => url.split('?', 1)[0] ?? '';
