/** What the boxes around a segment are: how much text and link they hold, how they are called, what they open with. */
import { type Element, isElement } from '../../../dom/index.ts';
import { makeOf, type Region, type Segment } from '../survey.ts';
import { type Boxes, enterBox, outermost } from './boxes.ts';
import { boxTitleTopics, topicIndexes } from './lexicon.ts';
import { log, type Put, share } from './row.ts';

/** Steps up the boxes around a segment. */
const levels = [0, 1, 2, 3, 5] as const;

/** Feature names, in the order in which `putRegions` writes them. */
export const regionNames: readonly string[] = levels.flatMap((n) =>
  ['chars', 'links', 'segments', 'meanChars', 'ofPage', 'alike', 'sentenceChars', 'pShare'].map(
    (name) => `up${n}.${name}`,
  ),
);

/** Sums over a region that features of its segments share. */
export interface RegionFacts {
  readonly boxes: Boxes;
  sentenceChars: number;
  paragraphChars: number;
  /** Siblings with the same tag and class: cards of a list. */
  alike: number;
}

/** Sums for each region, by the index of the region. */
export function regionFacts(regions: readonly Region[], segments: readonly Segment[]): RegionFacts[] {
  const facts: RegionFacts[] = [];
  const alike = new Map<Region | undefined, Map<string, number>>();
  const makes = regions.map(makeOf);
  for (const region of regions) {
    facts.push({
      boxes: enterBox(region.parent ? facts[region.parent.index]!.boxes : outermost(), region.element),
      sentenceChars: 0,
      paragraphChars: 0,
      alike: 0,
    });
    const counts = alike.get(region.parent) ?? new Map<string, number>();
    alike.set(region.parent, counts);
    const make = makes[region.index]!;
    counts.set(make, (counts.get(make) ?? 0) + 1);
  }
  for (const region of regions) facts[region.index]!.alike = alike.get(region.parent)!.get(makes[region.index]!)!;
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

/** Write what the boxes around a segment are, `levels` steps up. */
export function putRegions(segment: Segment, facts: readonly RegionFacts[], pageChars: number, put: Put): void {
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

/** Inline elements between the text and its region have names too (`<span class="author">`). */
export function innerBoxes(segment: Segment, boxes: Boxes): Boxes {
  const chain: Element[] = [];
  for (let at = segment.nodes[0]?.parent; at && isElement(at) && at !== segment.region.element; at = at.parent)
    chain.push(at);
  return chain.reduceRight((outside, element) => enterBox(outside, element), boxes);
}

/** Feature names, one per topic that the title of a box may have. */
export const boxTitleNames: readonly string[] = boxTitleTopics.map((topic) => `boxTitle.${topic}`);

/** What the boxes around a segment open with: “Related stories” names all that stands below it. */
export function putBoxTitles(
  segment: Segment,
  segments: readonly Segment[],
  lexicon: readonly (readonly number[])[],
  put: Put,
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
