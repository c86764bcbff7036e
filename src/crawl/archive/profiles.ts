import { stringify } from 'yaml';
import type { CleanResult, SiteProfile } from '../../model/index.ts';
import { bareHost } from '../../text/index.ts';

export const profileFile = 'site-profile.yaml';

/** Several sites are several documents in one file. */
export function profileYaml(profiles: readonly SiteProfile[]): string {
  const head = [
    'What sach learnt of the site. selectors: where the parts of an article stand, best first; repeated: what the site prints',
    'on many pages. Copy this file before you edit it (a crawl without --profile writes it anew), then: --profile FILE.',
  ];
  const documents = profiles.map((profile) => stringify(profile, { version: '1.1', lineWidth: 0 }));
  return `${head.map((line) => `# ${line}\n`).join('')}${documents.join('---\n')}`;
}

/** How many articles of a site are of the make that its profile knows. */
export interface ProfileFit {
  readonly site: string;
  matched: number;
  pages: number;
}

/** The profiles that were given, a line a site, nothing counted yet. */
export function fitsOf(given: SiteProfile | readonly SiteProfile[] | undefined): ProfileFit[] {
  const profiles = given === undefined ? [] : 'site' in given ? [given] : given;
  return [...new Set(profiles.map(({ site }) => site))].map((site) => ({ site, matched: 0, pages: 0 }));
}

/** Whether an article of the profile's site was of the make that the profile knows. */
export function countFit(fit: ProfileFit, { article }: CleanResult): void {
  if (fit.site !== '' && bareHost(fit.site) !== bareHost(article.site ?? '')) return;
  fit.pages += 1;
  if (article.evidence.some(({ about, value }) => about === 'site' && value === fit.site)) fit.matched += 1;
}
