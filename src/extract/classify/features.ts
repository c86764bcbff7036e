/**
 * What a segment is judged by. Everything is a plain number that means the same on every site: lengths, shares, distances,
 * counts. No word of a page is a feature, but a small lexicon of what boilerplate says is.
 */
import { type Element, headingLevel, isElement, type PageDom, select } from '../../dom/index.ts';
import { type Boxes, boxNames, enterBox, farAway, outermost } from './boxes.ts';
import { findCandidate } from './candidates.ts';
import { boxTitleTopics, lexiconNames, lexiconOf, topicIndexes } from './lexicon.ts';
import { pageHints, pageNames } from './page-hints.ts';
import type { Region, Segment, Survey } from './survey.ts';

const log = (x: number): number => Math.log1p(Math.max(0, x));
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

const tagNames = [
  'p',
  'li',
  'td',
  'div',
  'heading',
  'blockquote',
  'pre',
  'figcaption',
  'dt',
  'dd',
  'section',
  'label',
] as const;
function tagIndex(name: string): number {
  if (headingLevel(name) > 0) return 4;
  const at = (tagNames as readonly string[]).indexOf(name);
  return at < 0 ? tagNames.length : at;
}

const levels = [0, 1, 2, 3, 5] as const;

/** Names of the features, in the order of a row. */
export const featureNames: readonly string[] = [
  'chars',
  'words',
  'wordLength',
  'linkDensity',
  'boldShare',
  'images',
  'sentences',
  'commas',
  'digits',
  'capitals',
  'endsSentence',
  'endsColon',
  'endsComma',
  'startsCapital',
  'tag',
  'headingLevel',
  'hidden',
  'links',
  'repeats',
  'inTitle',
  'afterHeadline',
  'charsSinceHeadline',
  'place',
  'charPlace',
  'depth',
  'inCandidate',
  'stepsToCandidate',
  'witness',
  'description',
  'cjk',
  'symbols',
  ...lexiconNames,
  ...boxNames,
  ...levels.flatMap((n) =>
    ['chars', 'links', 'segments', 'meanChars', 'ofPage', 'alike', 'sentenceChars', 'pShare'].map(
      (name) => `up${n}.${name}`,
    ),
  ),
  ...[-3, -2, -1, 1, 2, 3].flatMap((n) =>
    ['chars', 'links', 'sentences', 'sameBox', 'tag'].map((name) => `near${n}.${name}`),
  ),
  'wide.chars',
  'wide.links',
  'wide.sentences',
  'sinceHeading',
  'headingChars',
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
  ...boxTitleTopics.map((topic) => `heading.${topic}`),
  ...boxTitleTopics.map((topic) => `boxTitle.${topic}`),
  'currency',
  'inCover70',
  'stepsToCover70',
  'inCover90',
  'placeInCover',
  'directSentence',
];

/** Sums over a region that features of its segments share. */
interface RegionFacts {
  readonly boxes: Boxes;
  sentenceChars: number;
  paragraphChars: number;
  /** Siblings with the same tag and class: cards of a list. */
  alike: number;
}

interface TextFacts {
  readonly sentences: number;
  readonly words: number;
}

/** Feature rows of all segments of a page, one after the other. */
export function featuresOf(
  page: PageDom,
  { segments, regions }: Survey,
): { readonly rows: Float32Array; readonly width: number } {
  const width = featureNames.length;
  const rows = new Float32Array(segments.length * width);
  const facts = regionFacts(regions, segments);
  const texts = segments.map(
    ({ text }): TextFacts => ({
      sentences: text.match(sentenceEnd)?.length ?? 0,
      words: text.match(word)?.length ?? 0,
    }),
  );
  const pageFacts = factsOf(page, { segments, regions }, facts);
  const starts = charStarts(segments);
  let sinceHeading = 0;
  let headingChars = 0;
  const lexicon = segments.map(({ text }) => lexiconOf(text));
  let heading: readonly number[] = lexiconOf('');
  segments.forEach((segment, i) => {
    let at = i * width;
    const put = (value: number): void => {
      rows[at] = value;
      at += 1;
    };
    if (headingLevel(segment.region.element.name) > 0) {
      sinceHeading = 0;
      headingChars = segment.text.length;
      heading = lexicon[i]!;
    } else sinceHeading += 1;
    putText(segment, texts[i]!, put);
    putPlace(segment, pageFacts, starts, put);
    lexicon[i]!.forEach(put);
    const boxes = innerBoxes(segment, facts[segment.region.index]!.boxes);
    for (let b = 0; b < boxNames.length; b += 1) put(boxes[b]!);
    putRegions(segment, facts, pageFacts.chars, put);
    putNeighbours(segments, texts, i, put);
    put(sinceHeading);
    put(log(headingChars));
    for (const value of pageFacts.values) put(value);
    for (const value of pageFacts.hints) put(value);
    for (const topic of topicIndexes) put(heading[topic]!);
    putBoxTitles(segment, segments, lexicon, put);
    put(Math.min(4, segment.text.match(currency)?.length ?? 0));
    putCover(segment, pageFacts, put);
    put(facts[segment.region.index]!.sentenceChars > 0 ? 1 : 0);
  });
  return { rows, width };
}

const sentenceEnd = /[\p{L}\p{N}\p{M})"”’»][.!?…]+(?=\s|$|["”’»])|[。！？]/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

function putText(
  { text, linkChars, boldChars, images, region, hidden, nodes }: Segment,
  facts: TextFacts,
  put: (n: number) => void,
): void {
  const chars = text.length;
  put(log(chars));
  put(log(facts.words));
  put(share(chars, facts.words));
  put(share(linkChars, chars));
  put(share(boldChars, chars));
  put(Math.min(images, 5));
  put(log(facts.sentences));
  put(log(text.match(/[,;，、；]/g)?.length ?? 0));
  put(share(text.match(/\d/g)?.length ?? 0, chars));
  put(share(text.match(/\p{Lu}/gu)?.length ?? 0, chars));
  put(/[.!?…。！？]["”’»)]?$/.test(text) ? 1 : 0);
  put(/[:：]$/.test(text) ? 1 : 0);
  put(/[,，]$/.test(text) ? 1 : 0);
  put(/^["“‘«(]?\p{Lu}/u.test(text) ? 1 : 0);
  put(tagIndex(region.element.name));
  put(headingLevel(region.element.name));
  put(hidden ? 1 : 0);
  put(Math.min(nodes.length, 20));
}

const currency = /[$€£¥₫]\s?\d|\d\s?(?:€|₫|đ(?![\p{L}])|VND|USD|EUR|£|zł|kr(?![\p{L}]))/gu;

/** What the boxes around a segment open with: “Related stories” names all that stands below it. */
function putBoxTitles(
  segment: Segment,
  segments: readonly Segment[],
  lexicon: readonly (readonly number[])[],
  put: (n: number) => void,
): void {
  const said = topicIndexes.map(() => 0);
  let at: Region | undefined = segment.region;
  for (let level = 0; at && level < 6; level += 1, at = at.parent) {
    const opening = segments[at.first];
    if (!opening || opening.text.length > 60) continue;
    topicIndexes.forEach((topic, k) => {
      if (lexicon[at!.first]![topic]! > 0) said[k] = Math.max(said[k]!, 6 - level);
    });
  }
  for (const value of said) put(value);
}

/** The smallest boxes that hold most of the page's sentences. */
function putCover(segment: Segment, { cover70, cover90 }: PageFacts, put: (n: number) => void): void {
  const steps = stepsTo(segment.region, cover70);
  put(steps === 0 ? 1 : 0);
  put(Math.min(steps, farAway));
  put(stepsTo(segment.region, cover90) === 0 ? 1 : 0);
  put(cover90 ? share(segment.index - cover90.first, cover90.last - cover90.first) : 0);
}

function putPlace(segment: Segment, page: PageFacts, starts: Float64Array, put: (n: number) => void): void {
  const { index, text, region } = segment;
  put(Math.min(page.repeats.get(text) ?? 1, 10));
  put(text !== '' && page.title.includes(text.toLowerCase()) ? 1 : 0);
  put(index > page.headline ? 1 : index === page.headline ? 0.5 : 0);
  const since = starts[index]! - (page.headline >= 0 ? starts[page.headline]! : 0);
  put(since >= 0 ? log(since) : -log(-since));
  put(share(index, page.count));
  put(share(starts[index]!, page.chars));
  put(region.depth);
  const steps = stepsTo(region, page.candidate);
  put(steps === 0 ? 1 : 0);
  put(Math.min(steps, farAway));
  put(page.witness === '' ? -1 : text.length >= 15 && page.witness.includes(squeeze(text)) ? 1 : 0);
  put(
    page.description !== '' &&
      text.length >= 15 &&
      (page.description.includes(squeeze(text)) || squeeze(text).includes(page.description))
      ? 1
      : 0,
  );
  put(/[\u3040-\u9fff]/.test(text) ? 1 : 0);
  put(log(text.match(/[|»›©→•·/]/g)?.length ?? 0));
}

/** Steps up from a region until the candidate is above it (0: inside the candidate). */
function stepsTo(region: Region, candidate: Region | undefined): number {
  if (!candidate) return farAway;
  let steps = 0;
  for (let at: Region | undefined = region; at; at = at.parent) {
    if (at.first <= candidate.first && at.last >= candidate.last && at.index <= candidate.index)
      return at === candidate ? 0 : steps;
    if (candidate.first <= at.first && candidate.last >= at.last && at.index >= candidate.index) return 0;
    steps += 1;
  }
  return farAway;
}

/** Inline elements between the text and its region have names too (`<span class="author">`). */
function innerBoxes(segment: Segment, boxes: Boxes): Boxes {
  const chain: Element[] = [];
  for (let at = segment.nodes[0]?.parent; at && isElement(at) && at !== segment.region.element; at = at.parent)
    chain.push(at);
  return chain.reduceRight((outside, element) => enterBox(outside, element), boxes);
}

function putRegions(
  segment: Segment,
  facts: readonly RegionFacts[],
  pageChars: number,
  put: (n: number) => void,
): void {
  let at: Region | undefined = segment.region;
  let level = 0;
  for (const wanted of levels) {
    while (level < wanted && at?.parent) {
      at = at.parent;
      level += 1;
    }
    const region = at!;
    const count = region.last - region.first;
    const fact = facts[region.index]!;
    put(log(region.chars));
    put(share(region.linkChars, region.chars));
    put(log(count));
    put(log(share(region.chars, count)));
    put(share(region.chars, pageChars));
    put(Math.min(fact.alike, 30));
    put(share(fact.sentenceChars, region.chars));
    put(share(fact.paragraphChars, region.chars));
  }
}

function putNeighbours(
  segments: readonly Segment[],
  texts: readonly TextFacts[],
  i: number,
  put: (n: number) => void,
): void {
  for (const offset of [-3, -2, -1, 1, 2, 3]) {
    const other = segments[i + offset];
    put(other ? log(other.text.length) : -1);
    put(other ? share(other.linkChars, other.text.length) : -1);
    put(other ? log(texts[i + offset]!.sentences) : -1);
    put(
      other
        ? other.region === segments[i]!.region
          ? 2
          : other.region.parent === segments[i]!.region.parent
            ? 1
            : 0
        : -1,
    );
    put(other ? tagIndex(other.region.element.name) : -1);
  }
  let chars = 0;
  let links = 0;
  let sentences = 0;
  for (let j = Math.max(0, i - 6); j <= i + 6 && j < segments.length; j += 1) {
    chars += segments[j]!.text.length;
    links += segments[j]!.linkChars;
    sentences += texts[j]!.sentences;
  }
  put(log(chars));
  put(share(links, chars));
  put(log(sentences));
}

function regionFacts(regions: readonly Region[], segments: readonly Segment[]): RegionFacts[] {
  const facts: RegionFacts[] = [];
  const alike = new Map<Region | undefined, Map<string, number>>();
  const signature = ({ element }: Region): string => `${element.name}.${element.attribs.class ?? ''}`;
  for (const region of regions) {
    facts.push({
      boxes: enterBox(region.parent ? facts[region.parent.index]!.boxes : outermost(), region.element),
      sentenceChars: 0,
      paragraphChars: 0,
      alike: 0,
    });
    const counts = alike.get(region.parent) ?? new Map<string, number>();
    alike.set(region.parent, counts);
    counts.set(signature(region), (counts.get(signature(region)) ?? 0) + 1);
  }
  for (const region of regions) facts[region.index]!.alike = alike.get(region.parent)!.get(signature(region))!;
  for (const { region, text, linkChars } of segments) {
    const fact = facts[region.index]!;
    if (text.length >= 40 && linkChars * 2 < text.length && /[.!?…。！？,，]/.test(text))
      fact.sentenceChars += text.length;
    if (region.element.name === 'p') fact.paragraphChars += text.length;
  }
  for (let i = regions.length - 1; i > 0; i -= 1) {
    const { parent } = regions[i]!;
    if (!parent) continue;
    facts[parent.index]!.sentenceChars += facts[i]!.sentenceChars;
    facts[parent.index]!.paragraphChars += facts[i]!.paragraphChars;
  }
  return facts;
}

interface PageFacts {
  readonly chars: number;
  readonly count: number;
  readonly title: string;
  /** Index of the segment that repeats the page's title, else of the first h1; -1 when there is neither. */
  readonly headline: number;
  readonly candidate: Region | undefined;
  readonly repeats: ReadonlyMap<string, number>;
  /** JSON-LD articleBody, white space and case aside. */
  readonly witness: string;
  readonly description: string;
  readonly values: readonly number[];
  readonly hints: readonly number[];
  readonly cover70: Region | undefined;
  readonly cover90: Region | undefined;
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function factsOf(page: PageDom, survey: Survey, facts: readonly RegionFacts[]): PageFacts {
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
    witness: witnessOf(page),
    description: squeeze(descriptionOf(page)),
    values,
    hints: pageHints(page, survey),
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
function witnessOf(page: PageDom): string {
  for (const script of select(page, 'script[type="application/ld+json"]')) {
    const source = script.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
    const at = source.indexOf('"articleBody"');
    if (at < 0) continue;
    const m = /"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"/s.exec(source.slice(at));
    if (m?.[1]) return squeeze(unescapeJson(m[1]));
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
