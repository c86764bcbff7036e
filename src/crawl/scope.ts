import { getDomain } from 'tldts';
import { bareHost } from '../text/index.ts';
import { toPattern } from './pattern.ts';

export const scopes = ['page', 'prefix', 'host', 'domain'] as const;
/** How far from a seed a crawl may go: that page · its folder and below · its host · every host of its domain. */
export type Scope = (typeof scopes)[number];

export interface ScopeOptions {
  /** Default `host`. */
  readonly scope?: Scope;
  /** Only addresses that match one of these; `*` stands for anything, `/…/` is a regular expression. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/**
 * Why an address is not fetched; undefined when it is. `file`: a picture or attachment of an article, which is wanted
 * wherever it lies.
 */
export type InScope = (url: string, as?: 'page' | 'file') => 'scope' | 'excluded' | undefined;

/**
 * Build the scope test of a crawl from its seeds (canonical addresses). Patterns never lock out a seed itself.
 * Throws SachError `bad-pattern`.
 */
export function scopeOf(seeds: readonly string[], options: ScopeOptions = {}): InScope {
  const { scope = 'host' } = options;
  const seedSet = new Set(seeds);
  const roots = new Set(seeds.map((seed) => scopeKey(seed, scope)));
  const include = options.include?.map((pattern) => toPattern(pattern, 'include')) ?? [];
  const exclude = options.exclude?.map((pattern) => toPattern(pattern, 'exclude')) ?? [];
  const inside = (url: string): boolean => {
    if (scope !== 'prefix') return roots.has(scopeKey(url, scope));
    const key = hostKey(url) + new URL(url).pathname;
    for (const root of roots) if (key.startsWith(root)) return true;
    return false;
  };
  return (url, as = 'page') => {
    if (seedSet.has(url)) return undefined;
    if (as === 'page') {
      if (!inside(url)) return 'scope';
      if (include.length > 0 && !include.some((pattern) => pattern.test(url))) return 'excluded';
    }
    return exclude.some((pattern) => pattern.test(url)) ? 'excluded' : undefined;
  };
}

function scopeKey(url: string, scope: Scope): string {
  switch (scope) {
    case 'page':
      return url;
    case 'prefix': {
      const { pathname } = new URL(url);
      return hostKey(url) + pathname.slice(0, pathname.lastIndexOf('/') + 1);
    }
    case 'host':
      return hostKey(url);
    case 'domain': {
      const { hostname } = new URL(url);
      return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
    }
  }
}

/** Old portals answer with and without `www.`, over http and https, and link to all four. */
function hostKey(url: string): string {
  return bareHost(new URL(url).host);
}
