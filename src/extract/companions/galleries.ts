/** Galleries stand or go whole: a picture has no words to be judged by, and what is said under it hardly any. */
import { isElement } from '../../dom/index.ts';
import { areCaptions } from '../blocks/index.ts';
import { makeOf, type Region, type Segment, type Survey } from '../classify/survey.ts';
import type { Span } from './letters.ts';
import { isInLink } from './pictures.ts';

/** What is told of one picture is no longer than this, and fewer pictures are no gallery. */
const maxSlideLetters = 250;
const maxSlideSegments = 4;
const minSlides = 3;
/** Of a gallery all is kept where this much was. */
const minShareKept = 0.5;

/** The choice, with the whole of each gallery that stands beside chosen text, or of which half was chosen. */
export function wholeGalleries({ segments, regions }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const whole = [...kept];
  const inside = ({ first, last }: Span): readonly Segment[] => segments.slice(first, last);
  for (const parts of [...regions.filter(isGalleryTable).map((table) => [table]), ...slideShows(regions, inside)]) {
    const pieces = parts.flatMap(inside);
    // A script shows one slide and hides the others until their turn.
    const shown = pieces.filter(({ text, hidden }) => text !== '' && !hidden);
    const chosen = shown.filter(({ index }) => kept[index]).length;
    const isWanted = isBesideText(parts, segments, kept) || chosen >= minShareKept * shown.length;
    if (shown.length === 0 || !isWanted) continue;
    for (const { index } of pieces) whole[index] = true;
  }
  return withAlikePictures(segments, whole);
}

/** Does a line that was chosen stand right before or behind a gallery, in the box that holds it? */
function isBesideText(parts: readonly Region[], segments: readonly Segment[], kept: readonly boolean[]): boolean {
  const { first, parent } = parts[0]!;
  const { last } = parts.at(-1)!;
  const isBeside = (line: Segment | undefined): boolean =>
    line !== undefined && kept[line.index] === true && (line.region === parent || line.region.parent === parent);
  return (kept[first - 1] === true && kept[last] === true) || isBeside(segments[first - 1]) || isBeside(segments[last]);
}

/**
 * The choice, with the pictures right behind a chosen one, each alone in a box of the same make: the pages of a scanned
 * letter.
 */
function withAlikePictures(segments: readonly Segment[], kept: readonly boolean[]): readonly boolean[] {
  const all = [...kept];
  for (const segment of segments) {
    const before = segments[segment.index - 1];
    if (!before || !all[before.index] || segment.hidden || !isPicture(segment) || !isPicture(before)) continue;
    if (segment.region.parent === before.region.parent && makeOf(segment.region) === makeOf(before.region))
      all[segment.index] ||= !isInLink(segment);
  }
  return all;
}

const isPicture = ({ text, images }: Segment): boolean => text === '' && images > 0;

/** A table of pictures with their captions in the rows under them. */
function isGalleryTable({ element }: Region): boolean {
  // The parser puts the rows of every table into one.
  if (element.name !== 'tbody') return false;
  const rows = element.children.filter(isElement).filter(({ name }) => name === 'tr');
  const pairs = rows.filter((row, i) => i > 0 && areCaptions(row, rows[i - 1]!)).length;
  return rows.length >= 2 && pairs * 2 === rows.length;
}

/** Boxes of one make in one box, each with a picture that leads nowhere and a few words under it. */
function slideShows(regions: readonly Region[], inside: (part: Span) => readonly Segment[]): Region[][] {
  const shows = new Map<string, Region[]>();
  for (const region of regions) {
    if (region.last === region.first || region.last - region.first > maxSlideSegments) continue;
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
    inside.reduce((sum, { images }) => sum + images, 0) === 1 &&
    inside.every((segment) => segment.linkChars === 0 && !isInLink(segment))
  );
}
