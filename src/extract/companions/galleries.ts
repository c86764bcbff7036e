/** Galleries stand or go whole: a picture has no words to be judged by, and what is said under it hardly any. */
import { isElement } from '../../dom/index.ts';
import { areCaptions } from '../blocks/index.ts';
import { makeOf, type Region, type Segment, type Survey } from '../classify/survey.ts';
import type { Span } from './letters.ts';
import { isLinked } from './pictures.ts';

/** What is told of one picture is no longer than this, and fewer pictures are no gallery. */
const maxSlideLetters = 250;
const maxSlideSegments = 4;
const minSlides = 3;
/** Of a gallery all is kept where this much was. */
const minShareKept = 0.5;

/** The choice, with the whole of each gallery that stands amid kept text, or of which half was chosen. */
export function wholeGalleries({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  const inside = ({ first, last }: Span): readonly Segment[] => segments.slice(first, last);
  for (const parts of [...regions.filter(isGalleryTable).map((table) => [table]), ...slideShows(regions, inside)]) {
    const pieces = parts.flatMap(inside);
    // A script shows one slide and hides the others until their turn.
    const shown = pieces.filter(({ text, hidden }) => text !== '' && !hidden);
    const chosen = shown.filter(({ index }) => kept[index]).length;
    const isAmid = kept[parts[0]!.first - 1] === true && kept[parts.at(-1)!.last] === true;
    if (shown.length === 0 || (!isAmid && chosen < minShareKept * shown.length)) continue;
    for (const { index } of pieces) whole[index] = true;
  }
  return whole;
}

const isPicture = ({ text, images }: Segment): boolean => text === '' && images > 0;

/** A table of pictures with their captions in the rows under them. */
function isGalleryTable({ element }: Region): boolean {
  if (element.name !== 'tbody' && element.name !== 'table') return false;
  const rows = element.children.filter(isElement).filter(({ name }) => name === 'tr');
  const pairs = rows.filter((row, i) => i > 0 && areCaptions(row, rows[i - 1]!)).length;
  return rows.length >= 2 && pairs * 2 === rows.length;
}

/** Boxes of one make in one box, each with a picture that leads nowhere and a few words under it. */
function slideShows(regions: readonly Region[], inside: (part: Span) => readonly Segment[]): Region[][] {
  const shows = new Map<string, Region[]>();
  for (const region of regions) {
    if (region.last - region.first < 2 || region.last - region.first > maxSlideSegments) continue;
    if (!isSlide(inside(region))) continue;
    const key = `${region.parent?.index} ${makeOf(region)}`;
    shows.set(key, [...(shows.get(key) ?? []), region]);
  }
  return [...shows.values()].filter(({ length }) => length >= minSlides);
}

function isSlide(inside: readonly Segment[]): boolean {
  const letters = inside.reduce((sum, { text }) => sum + text.length, 0);
  return (
    letters > 0 &&
    letters <= maxSlideLetters &&
    inside.filter(isPicture).length === 1 &&
    inside.every((segment) => segment.linkChars === 0 && !isLinked(segment))
  );
}
