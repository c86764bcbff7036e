import type { PageType } from '../model/index.ts';
import type { Body } from './body.ts';

/**
 * Expected F1 → probability that F1 is at least 0.9: a logistic curve fitted on pages held back by site
 * (docs/extraction.md has the reliability table). Of pages that the model sees nothing in, one in eight is right all the
 * same.
 */
const offset = -2.6;
const slope = 1.7;
const least = 0.13;

/** A node that a template or profile names was right on every labelled portal page; a site can still surprise us. */
const namedConfidence = 0.97;

/** How sure we are that the article is right, 0–1: of pages at 0.9, nine in ten have F1 ≥ 0.9. */
export function confidenceOf(body: Body | undefined, pageType: PageType): number {
  if (!body) return 0.5;
  if (body.evidence.score === undefined) return namedConfidence;
  const expected = Math.min(0.999, Math.max(0.001, body.expectedF1));
  const sure = least + (1 - least) / (1 + Math.exp(-(offset + slope * Math.log(expected / (1 - expected)))));
  const confidence = pageType === 'article' ? sure : Math.max(0.5, 1 - sure);
  return Math.round(confidence * 100) / 100;
}
