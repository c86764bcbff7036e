import { createHash } from 'node:crypto';
import { isLinked, type Segment } from '../classify/survey.ts';

/**
 * What a run of text is recognised by on other pages of the site; undefined when it has no word to recognise.
 * Digits are masked, since counters, clocks and dates change while the box stays. A link and a heading of the same words
 * differ: the headline of one article is a link in the “latest news” box of every other page.
 */
export function fingerprintOf(segment: Pick<Segment, 'text' | 'linkChars'>): string | undefined {
  const { text } = segment;
  if (!/\p{L}{2}/u.test(text)) return undefined;
  const shape = text.toLowerCase().replace(/\p{Nd}+/gu, '0');
  const kind = isLinked(segment) ? 'link' : 'text';
  return createHash('sha1').update(`${kind} ${shape}`).digest('hex').slice(0, 12);
}
