/**
 * What a segment is judged by. Everything is a plain number that means the same on every site: lengths, shares, distances,
 * counts. No word of a page is a feature, but a small lexicon of what boilerplate says is.
 */
import { headingLevel, type PageDom } from '../../../dom/index.ts';
import type { Survey } from '../survey.ts';
import { boxNames } from './boxes.ts';
import { boxTitleTopics, lexiconNames, lexiconOf, topicIndexes } from './lexicon.ts';
import { neighbourNames, putNeighbours } from './neighbours.ts';
import { pageFactNames, pageFacts } from './page-facts.ts';
import { coverNames, placeNames, putCover, putPlace } from './place.ts';
import { boxTitleNames, innerBoxes, putBoxTitles, putRegions, regionFacts, regionNames } from './regions.ts';
import { log, type Put } from './row.ts';
import { pricesIn, putText, textFacts, textNames } from './text.ts';

/** Names of the features, in the order of a row: the model knows them by their place, so any change needs a new one. */
export const featureNames: readonly string[] = [
  ...textNames,
  ...placeNames,
  ...lexiconNames,
  ...boxNames,
  ...regionNames,
  ...neighbourNames,
  'sinceHeading',
  'headingChars',
  ...pageFactNames,
  ...boxTitleTopics.map((topic) => `heading.${topic}`),
  ...boxTitleNames,
  'currency',
  ...coverNames,
  'directSentence',
];

/** Feature rows of all segments of a page, one after the other. */
export function featuresOf(page: PageDom, survey: Survey): { readonly rows: Float32Array; readonly width: number } {
  const { segments, regions } = survey;
  const width = featureNames.length;
  const rows = new Float32Array(segments.length * width);
  const around = regionFacts(regions, segments);
  const texts = segments.map(({ text }) => textFacts(text));
  const lexicon = segments.map(({ text }) => lexiconOf(text));
  const shared = pageFacts(page, survey, around);
  let sinceHeading = 0;
  let headingChars = 0;
  let heading: readonly number[] = lexiconOf('');
  segments.forEach((segment, i) => {
    let at = i * width;
    const put: Put = (value) => {
      rows[at] = value;
      at += 1;
    };
    if (headingLevel(segment.region.element.name) > 0) {
      sinceHeading = 0;
      headingChars = segment.text.length;
      heading = lexicon[i]!;
    } else sinceHeading += 1;
    const own = around[segment.region.index]!;
    putText(segment, texts[i]!, put);
    putPlace(segment, shared, put);
    lexicon[i]!.forEach(put);
    const boxes = innerBoxes(segment, own.boxes);
    for (let b = 0; b < boxNames.length; b += 1) put(boxes[b]!);
    putRegions(segment, around, shared.chars, put);
    putNeighbours(segments, texts, i, put);
    put(sinceHeading);
    put(log(headingChars));
    for (const value of shared.values) put(value);
    for (const topic of topicIndexes) put(heading[topic]!);
    putBoxTitles(segment, segments, lexicon, put);
    put(pricesIn(segment.text));
    putCover(segment, shared, put);
    put(own.sentenceChars > 0 ? 1 : 0);
  });
  return { rows, width };
}
