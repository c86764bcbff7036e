/** Pictures have no words to be judged by, and captions few: they go with the nearest text. */
import { type Element, isElement } from '../../dom/index.ts';
import { isNamedCaption, maxCaptionChars } from '../blocks/index.ts';
import { lowestCommon, type Region, type Segment, type Survey } from '../classify/survey.ts';
import { minParagraphLetters } from './letters.ts';

/** So many pictures over the text are its own; more are a gallery or a row of advertisements. */
const maxLeadPictures = 2;

/** The choice, with the pictures and captions that belong to what is kept and without those that do not. */
export function withPictures({ segments }: Survey, kept: readonly boolean[]): readonly boolean[] {
  const pictures = segments.map(
    (segment) => isPicture(segment) || isInCaption(segment, segments) || isUnderPicture(segment, segments),
  );
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  // A picture right over the text may have its caption between.
  let lead = first - 1;
  while (lead > 0 && first - lead < 2 * maxLeadPictures && pictures[lead] && pictures[lead - 1]) lead -= 1;
  const trail = endOfGallery(segments, pictures, last);
  return segments.map((segment, i) => {
    if (segment.hidden || !pictures[i]) return kept[i]! || isAmidText(segment, segments, kept);
    if (first < 0 || i < lead || i > trail) return false;
    if (i > last + 1) return true;
    const near = [nearestText(segments, pictures, i, -1), nearestText(segments, pictures, i, 1)]
      .filter((other) => other !== undefined)
      .sort(
        (a, b) =>
          sharedDepth(segment.region, b.region) - sharedDepth(segment.region, a.region) ||
          (i - first <= maxFromLead ? isText(b) - isText(a) : 0) ||
          // As near to a line that goes, a link to another article, as to its own text; an advertisement leads elsewhere.
          (isInLink(segment) ? 0 : Number(kept[b.index]) - Number(kept[a.index])),
      )[0];
    return near !== undefined && kept[near.index]!;
  });
}

/**
 * A picture and its caption, which a break parts, alone in their box between two paragraphs:
 * `<center><img><br><i>…</i></center>`.
 */
function isAmidText(
  { index, text, images, linkChars, hidden, region }: Segment,
  segments: readonly Segment[],
  kept: readonly boolean[],
): boolean {
  if (hidden || images === 0 || linkChars > 0 || text.length > maxCaptionChars || region.last - region.first > 1)
    return false;
  const [before, behind] = [segments[index - 1], segments[index + 1]];
  return [before, behind].every(
    (beside) =>
      beside !== undefined &&
      kept[beside.index] === true &&
      (beside.region === region.parent || beside.region.parent === region.parent),
  );
}

/**
 * A story in pictures goes on under its last sentence: picture and caption, one pair after the other. What is linked or
 * has no caption is an advertisement or another article.
 */
function endOfGallery(segments: readonly Segment[], pictures: readonly boolean[], last: number): number {
  const isPair = (at: number): boolean =>
    segments[at]?.text === '' &&
    !isInLink(segments[at]) &&
    pictures[at + 1] === true &&
    segments[at + 1]!.text !== '' &&
    segments[at + 1]!.linkChars === 0;
  let end = last + 1;
  while (isPair(end)) end += 2;
  return Math.max(last + 1, end - 1);
}

/** A link to nothing, or to the picture itself in its full size, is no link to another page. */
export const leadsElsewhere = ({ attribs: { href = '' } }: Element): boolean =>
  href !== '' && !/\.(?:jpe?g|png|gif|bmp|webp)(?:[?#]|$)|\/image_view_fullscreen$/iu.test(href);

/** Does a link to another page lie around the segment? */
export function isInLink({ nodes, region }: Segment): boolean {
  for (let up = nodes[0]?.parent ?? null; up && up !== region.element; up = up.parent)
    if (isElement(up) && up.name === 'a' && leadsElsewhere(up)) return true;
  return false;
}

/** Text farther from a picture than this is not beside it. */
const maxApart = 7;

function nearestText(
  segments: readonly Segment[],
  pictures: readonly boolean[],
  from: number,
  step: 1 | -1,
): Segment | undefined {
  for (let apart = 1; apart <= maxApart; apart += 1)
    if (!pictures[from + step * apart]) return segments[from + step * apart];
  return undefined;
}

function isPicture({ text, region }: Segment): boolean {
  return text === '' || isCaption(region.element);
}

const isCaption = (element: Element): boolean => element.name === 'figcaption' || isNamedCaption(element);

/** The paragraph of a caption (`<figcaption><p>`) beside its picture; consent to see one is asked there too. */
function isInCaption({ index, region }: Segment, segments: readonly Segment[]): boolean {
  const { parent } = region.element;
  const beside = segments[index - 1]?.text === '' || segments[index + 1]?.text === '';
  return beside && parent !== null && isElement(parent) && isCaption(parent);
}

/** A box of more pieces than this is a column of the page. */
const maxBoxSegments = 6;
const tableParts = new Set(['table', 'tbody', 'tr', 'td', 'center']);

/**
 * What stands under a picture and alone with it in a box, or in the next row of a small table: so portals made captions
 * before there were figures.
 */
function isUnderPicture({ index, text, linkChars, region }: Segment, segments: readonly Segment[]): boolean {
  const picture = segments[index - 1];
  if (picture === undefined || picture.text !== '' || text.length > maxCaptionChars || linkChars > 0) return false;
  const box = lowestCommon(picture.region, region);
  if (box === undefined) return false;
  const size = box.last - box.first;
  if (size === 2) return !isInLink(picture);
  if (!tableParts.has(box.element.name) || size > maxBoxSegments) return false;
  return segments
    .slice(box.first, box.last)
    .every((other) => other.text.length <= maxCaptionChars && other.linkChars === 0);
}

/** Between the lead and the text stand an author and a picture with its caption. */
const maxFromLead = 3;

/** Of two texts as near a paragraph rather than the name or day above the picture. */
const isText = ({ text }: Segment): number => (text.length >= minParagraphLetters ? 1 : 0);

function sharedDepth(a: Region, b: Region): number {
  return lowestCommon(a, b)?.depth ?? -1;
}
