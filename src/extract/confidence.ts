import type { PageType } from '../model/index.ts';
import type { Body } from './body.ts';

/** How sure we are that the article is right, 0–1. */
export function confidenceOf(body: Body | undefined, pageType: PageType): number {
  if (pageType !== 'article' || !body) return 0.5;
  return Math.round(Math.min(0.99, body.expectedF1) * 100) / 100;
}
