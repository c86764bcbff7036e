/**
 * What the segments of a page are judged against: its sums, its headline, what it says of itself, where its sentences lie.
 */
import { type PageDom, select } from '../../../dom/index.ts';
import type { Region, Segment, Survey } from '../survey.ts';
import { findCandidate } from './candidates.ts';
import { pageHints, pageNames } from './page-hints.ts';
import type { RegionFacts } from './regions.ts';
import { log, share } from './row.ts';

export const pageFactNames: readonly string[] = [
  'page.chars',
  'page.segments',
  'page.links',
  'page.sentenceChars',
  'page.articles',
  'page.type',
  'page.longest',
  'page.candidateShare',
  'page.headline',
  ...pageNames,
];

/** What the segments of a page share. */
export interface PageFacts {
  readonly chars: number;
  readonly count: number;
  readonly title: string;
  /** Index of the segment that repeats the page's title, else of the first h1; -1 when there is neither. */
  readonly headline: number;
  readonly candidate: Region | undefined;
  readonly repeats: ReadonlyMap<string, number>;
  /** JSON-LD articleBody, white space and case aside. */
  readonly articleBody: string;
  readonly description: string;
  /** Letters before each segment. */
  readonly starts: Float64Array;
  /** One number per name of `pageFactNames`: the same in each row. */
  readonly values: readonly number[];
  /** The smallest boxes that hold seven and nine tenths of the page's sentences. */
  readonly cover70: Region | undefined;
  readonly cover90: Region | undefined;
}

/** Letters and digits only: what a page tells search engines differs from its text in white space and marks. */
export const lettersAndDigits = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Gather what the segments of a page share, once per page. */
export function pageFacts(page: PageDom, survey: Survey, facts: readonly RegionFacts[]): PageFacts {
  const { segments, regions } = survey;
  const chars = regions[0]?.chars ?? 0;
  const links = regions[0]?.linkChars ?? 0;
  const title = titleOf(page).toLowerCase();
  const repeats = new Map<string, number>();
  for (const { text } of segments) repeats.set(text, (repeats.get(text) ?? 0) + 1);
  const candidate = findCandidate(survey);
  const headline = headlineOf(segments, title);
  const type = select(page, 'meta[property="og:type"]')[0]?.attribs.content ?? '';
  const values = [
    log(chars),
    log(segments.length),
    share(links, chars),
    share(facts[0]?.sentenceChars ?? 0, chars),
    Math.min(select(page, 'article').length, 20),
    type === 'article' ? 1 : type === 'website' ? 2 : type.includes('product') ? 3 : type === '' ? 0 : 4,
    log(segments.reduce((most, { text, linkChars }) => Math.max(most, text.length - linkChars), 0)),
    share(candidate?.chars ?? 0, chars),
    share(headline, segments.length),
    ...pageHints(page, survey),
  ];
  const cover = (part: number): Region | undefined => {
    const wanted = part * (facts[0]?.sentenceChars ?? 0);
    // A box comes after the boxes around it, so the last one that is large enough is the smallest.
    return wanted > 0 ? regions.findLast((region) => facts[region.index]!.sentenceChars >= wanted) : undefined;
  };
  return {
    chars,
    count: segments.length,
    title,
    headline,
    candidate,
    repeats,
    articleBody: articleBodyOf(page),
    description: lettersAndDigits(descriptionOf(page)),
    starts: charStarts(segments),
    values,
    cover70: cover(0.7),
    cover90: cover(0.9),
  };
}

function titleOf(page: PageDom): string {
  const [element] = select(page, 'title');
  const text = element?.children.map((child) => (child.type === 'text' ? child.data : '')).join('') ?? '';
  return `${text} ${select(page, 'meta[property="og:title"]')[0]?.attribs.content ?? ''}`.replace(/\s+/gu, ' ');
}

function descriptionOf(page: PageDom): string {
  return (
    (select(page, 'meta[property="og:description"]')[0] ?? select(page, 'meta[name=description]')[0])?.attribs
      .content ?? ''
  );
}

function headlineOf(segments: readonly Segment[], title: string): number {
  let firstHeading = -1;
  let best = -1;
  let bestLength = 11;
  segments.forEach(({ text, region, index, hidden }) => {
    if (hidden) return;
    const isHeading = region.element.name === 'h1';
    if (isHeading && firstHeading < 0) firstHeading = index;
    const worth = text.length + (isHeading ? 20 : 0);
    if (worth > bestLength && text.length > 5 && text.length < 300 && title.includes(text.toLowerCase())) {
      best = index;
      bestLength = worth;
    }
  });
  return best >= 0 ? best : firstHeading;
}

/** The article's text as the page tells it to search engines; a witness, since it is often cut or stale. */
function articleBodyOf(page: PageDom): string {
  for (const script of select(page, 'script[type="application/ld+json"]')) {
    const source = script.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
    const at = source.indexOf('"articleBody"');
    if (at < 0) continue;
    const m = /"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"/s.exec(source.slice(at));
    if (m?.[1]) return lettersAndDigits(unescapeJson(m[1]));
  }
  return '';
}

function unescapeJson(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/[\n\r\t]/g, ' ')}"`) as string;
  } catch {
    return text;
  }
}

function charStarts(segments: readonly Segment[]): Float64Array {
  const starts = new Float64Array(segments.length);
  let sum = 0;
  segments.forEach(({ text }, i) => {
    starts[i] = sum;
    sum += text.length;
  });
  return starts;
}
