import type { RepeatedBlock, SiteProfile } from '../../model/index.ts';
import { bareHost } from '../../text/index.ts';
import { isLinked, type Segment, type Survey } from '../classify/survey.ts';
import { fingerprintOf } from './fingerprint.ts';

/** A page that shows less than this of a profile's repeated runs is of another site. */
const minShareSeen = 0.4;

/** The segments of a page that the site's template printed, and what is known of each. */
export type Repeated = ReadonlyMap<Segment, RepeatedBlock>;

/** The segments of a page that a profile knows as template. */
export function repeatedIn({ segments }: Survey, { repeated = [] }: SiteProfile): Repeated {
  const known = new Map(repeated.map((block) => [block.hash, block]));
  const found = new Map<Segment, RepeatedBlock>();
  if (known.size === 0) return found;
  for (const segment of segments) {
    const block = known.get(fingerprintOf(segment) ?? '');
    if (block) found.set(segment, block);
  }
  return found;
}

/** Profiles that may fit a page: given by a person, or learnt from pages of the same run. */
interface Known {
  readonly profile?: SiteProfile | readonly SiteProfile[] | undefined;
  readonly learned?: readonly SiteProfile[] | undefined;
}

/**
 * The profile for a page: of those given, the one of its host, else the one whose template it shows; a single one for a page
 * that does not tell its host. Where none was given, the one learnt that fits.
 */
export function profileFor(
  survey: Survey,
  site: string | undefined,
  { profile, learned = [] }: Known,
): { readonly profile: SiteProfile; readonly isGiven: boolean } | undefined {
  const given = profile === undefined ? [] : 'site' in profile ? [profile] : profile;
  if (given.length === 0) {
    const fits = matchProfile(survey, learned);
    return fits && { profile: fits, isGiven: false };
  }
  const own = given.filter((one) => one.site === '' || (site !== undefined && bareHost(one.site) === bareHost(site)));
  const fits =
    matchProfile(survey, own) ??
    own[0] ??
    matchProfile(survey, given) ??
    (site === undefined && given.length === 1 ? given[0] : undefined);
  return fits && { profile: fits, isGiven: true };
}

/**
 * Whether a page is of the make that the profile knows: its body stands where the profile says, else its template is seen.
 */
export function showsProfile(survey: Survey, profile: SiteProfile, bodyRule: string | undefined): boolean {
  if (profile.selectors?.body) return bodyRule === 'site/profile';
  return shareSeen(survey, profile) >= minShareSeen;
}

const shareSeen = (survey: Survey, profile: SiteProfile): number =>
  repeatedIn(survey, profile).size / Math.max(1, profile.repeated?.length ?? 0);

function matchProfile(survey: Survey, profiles: readonly SiteProfile[]): SiteProfile | undefined {
  let best: { readonly profile: SiteProfile; readonly share: number } | undefined;
  for (const profile of profiles) {
    const share = shareSeen(survey, profile);
    if (share >= minShareSeen && share > (best?.share ?? 0)) best = { profile, share };
  }
  return best?.profile;
}

/**
 * The chosen segments that the template printed. A run that the template shows once, and that stands aside already, is text
 * where it stands a second time: the school's name over its news.
 */
export function templateAmong(segments: readonly Segment[], kept: readonly boolean[], repeated: Repeated): Repeated {
  const aside = new Map<RepeatedBlock, number>();
  segments.forEach((segment, i) => {
    const block = repeated.get(segment);
    if (block && !kept[i]) aside.set(block, (aside.get(block) ?? 0) + 1);
  });
  return new Map([...repeated].filter(([, block]) => (aside.get(block) ?? 0) < (block.times ?? 1)));
}

/** Links that repeat go wherever they stand, and what pages of the site were sure to leave aside. */
export function withoutCertain(segments: readonly Segment[], kept: readonly boolean[], repeated: Repeated): boolean[] {
  return segments.map((segment, i) => {
    const block = repeated.get(segment);
    return kept[i] === true && !(block && (block.anywhere || isLinked(segment)));
  });
}

/** Other runs go only from the two ends, because two articles may share a heading or a caption in mid-text. */
export function withoutEnds(segments: readonly Segment[], kept: readonly boolean[], repeated: Repeated): boolean[] {
  const result = [...kept];
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
