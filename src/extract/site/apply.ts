import type { SiteProfile } from '../../model/index.ts';
import type { Segment, Survey } from '../classify/survey.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A page that shows less than this of a profile's repeated runs is of another site. */
const minShareSeen = 0.4;

/** The segments of a page that the site's template printed. */
export type Repeated = ReadonlySet<Segment>;

/** The segments of a page that a profile knows as template. */
export function repeatedIn({ segments }: Survey, { repeated = [] }: SiteProfile): Repeated {
  const known = new Set(repeated.map(({ hash }) => hash));
  return known.size === 0 ? new Set() : new Set(segments.filter((segment) => known.has(fingerprintOf(segment) ?? '')));
}

/** The profile that fits a page, of those learnt in this run. */
export function matchProfile(survey: Survey, profiles: readonly SiteProfile[]): SiteProfile | undefined {
  let best: { readonly profile: SiteProfile; readonly share: number } | undefined;
  for (const profile of profiles) {
    const share = repeatedIn(survey, profile).size / Math.max(1, profile.repeated?.length ?? 0);
    if (share >= minShareSeen && share > (best?.share ?? 0)) best = { profile, share };
  }
  return best?.profile;
}

/**
 * Take the template out of a choice of segments. Links that repeat go wherever they stand; other runs only from the two ends,
 * because two articles may share a heading or a caption in mid-text.
 */
export function withoutRepeated(segments: readonly Segment[], kept: readonly boolean[], repeated: Repeated): boolean[] {
  const result = segments.map(
    (segment, i) => kept[i] === true && !(repeated.has(segment) && segment.linkChars * 2 > segment.text.length),
  );
  const trim = (order: readonly number[]): void => {
    for (const i of order) {
      const segment = segments[i];
      if (!result[i] || !segment || segment.text === '') continue;
      // “Ảnh minh họa” stands under pictures of many pages.
      const caption = (segments[i - 1]?.images ?? 0) > 0 || segment.images > 0;
      if (!repeated.has(segment) || caption) return;
      result[i] = false;
    }
  };
  const order = segments.map((_, i) => i);
  trim(order);
  trim(order.reverse());
  return result;
}
