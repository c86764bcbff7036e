/**
 * Where the article's text stands: as the site profile says, else as the CMS template says, else as the block classifier
 * finds. The answer is a set of segments and the smallest element around them.
 */
import {
  type AnyNode,
  bodyOf,
  contains,
  type Element,
  hasNode,
  isElement,
  isText,
  type PageDom,
  select,
  textOf,
} from '../dom/index.ts';
import type { Evidence, SiteProfile } from '../model/index.ts';
import { besides, dataTableAround, toBlocks } from './blocks/index.ts';
import { chooseSegments } from './classify/index.ts';
import { commonRegion, isLinked, type Segment, type Survey } from './classify/survey.ts';
import { inMainColumn, withCompanions, withinTitleBox, withoutSides, withPanels } from './companions/index.ts';
import { withoutPrintCopy } from './print-copy.ts';
import { type Repeated, templateAmong, withoutCertain, withoutEnds } from './site/index.ts';
import { onlyNode, type Template } from './templates/index.ts';

export interface Body {
  readonly root: Element;
  readonly survey: Survey;
  /** By segment of the survey. */
  readonly kept: readonly boolean[];
  readonly evidence: Evidence;
  /** Expected F1, 0–1. */
  readonly expectedF1: number;
}

/** A named node with less text is not the body: the template has probably changed. */
const minNamedChars = 40;
/** Less than this chosen on a page with more: look again, among hidden text too. */
const minChosenChars = 100;

/** What is known before the body is looked for. */
export interface BodyContext {
  readonly template?: Template;
  readonly profile?: SiteProfile;
  /** Segments that the site prints on its other pages too. */
  readonly repeated?: Repeated;
}

/** Find the body of a page; undefined when there is no text at all. */
export function findBody(
  page: PageDom,
  surveyed: Survey,
  { template, profile, repeated = new Map() }: BodyContext,
): Body | undefined {
  const chosen =
    namedBody(page, surveyed, 'site/profile', profile?.selectors?.body) ??
    templateBody(page, surveyed, template, repeated) ??
    chosenBody(page, surveyed, repeated);
  const found = chosen && { ...chosen, kept: withoutPrintCopy(surveyed, chosen.kept) };
  if (!found || repeated.size === 0) return found;
  const { segments } = surveyed;
  const printed = templateAmong(segments, found.kept, repeated);
  const certain = withoutCertain(segments, found.kept, printed);
  const kept = withoutEnds(segments, certain, printed);
  const left = charsOf(surveyed, certain);
  const share = charsOf(surveyed, kept) / Math.max(1, left);
  // A prune that leaves nothing has taken the article for the template; of two pages, one that leaves little has.
  const isTooMuch = share === 0 || (share < minShareOfTwoPages && (profile?.pages ?? 0) <= 2);
  if (left === 0) return found;
  return { ...found, kept: isTooMuch ? certain : kept };
}

/** What two pages share may be what both are about: two offers, two forms. More pages may prune down to a sentence. */
const minShareOfTwoPages = 0.5;

const charsOf = ({ segments }: Survey, kept: readonly boolean[]): number =>
  segments.reduce((sum, { text }, i) => sum + (kept[i] ? text.length : 0), 0);

/** The node that the CMS names, unless it holds hardly any of the page's sentences and the classifier is surer of others. */
function templateBody(
  page: PageDom,
  surveyed: Survey,
  template: Template | undefined,
  repeated: Repeated,
): Body | undefined {
  const own = template && ownBody(page, surveyed, template);
  if (own) return own;
  const boxes = template?.boxes?.flatMap((selector) => select(page, selector)) ?? [];
  const named = template && namedBody(page, surveyed, template.id, template.body, boxes);
  const share = named ? shareOfProse(named) : 0;
  const isLikely = named && (share >= minShareBesideOther || isUnderTitle(page, surveyed, template, named));
  const entries = named ? entriesBeside(page, named, boxes) : [];
  if (isLikely && entries.length < minEntries) return named;
  const empty = named ? undefined : template && emptyBody(page, surveyed, template);
  if (!named && !empty) return undefined;
  const other = chosenBody(page, surveyed, repeated);
  if (empty) return other && charsOf(surveyed, other.kept) > maxBoxChars ? other : empty;
  const whole = other && withAllEntries(other, entries);
  if (whole) return whole;
  if (!other || other.expectedF1 < minSureF1 || isLikely) return named;
  return share < minShareOfProse || isApart(other, named) ? other : named;
}

/** So many nodes that a template calls alike are the entries of a list, where the classifier has chosen of most of them. */
const minEntries = 3;

/** The nodes with text that the template calls as it calls the one it named. */
const entriesBeside = (page: PageDom, { evidence, survey }: Body, boxes: readonly Element[]): readonly Element[] =>
  select(page, evidence.value ?? '').filter(
    (entry) =>
      !boxes.some((box) => contains(box, entry)) && survey.segments.some((one) => !one.hidden && isIn(one, entry)),
  );

/** Where what the template names is but one part of the list or text that was chosen: the choice, with all of its parts. */
function withAllEntries(other: Body, entries: readonly Element[]): Body | undefined {
  if (entries.length < minEntries) return undefined;
  const { kept, survey } = other;
  const { segments } = survey;
  const chosen = entries.filter((entry) => segments.some((segment, i) => kept[i] && isIn(segment, entry)));
  const root = commonRegion(segments.filter((segment) => chosen.some((entry) => isIn(segment, entry))))?.element;
  if (root === undefined || chosen.length <= entries.length / 2) return undefined;
  const isOfEntry = (segment: Segment): boolean => !segment.hidden && entries.some((entry) => isIn(segment, entry));
  const all = segments.map((segment, i) => isIn(segment, root) && (kept[i] === true || isOfEntry(segment)));
  return { ...other, kept: all, root };
}

/** The node that holds the article whatever it holds; of several none, for then the page is a list. */
function ownBody(page: PageDom, surveyed: Survey, { id, own = [] }: Template): Body | undefined {
  const only = onlyNode(page, own);
  if (only === undefined) return undefined;
  const { root, selector } = only;
  const kept = surveyed.segments.map((segment) => !segment.hidden && isIn(segment, root));
  const isEmpty = !kept.includes(true) && !hasNode(root, isShown);
  const isPictures = !isEmpty && hasNode(root, isPicture);
  if (!isEmpty && !isPictures && charsOf(surveyed, kept) < minNamedChars) return undefined;
  const evidence = { about: 'body', rule: id, value: selector } as const;
  return { root, survey: surveyed, kept: isEmpty ? kept : withPanels(surveyed, kept), evidence, expectedF1: 1 };
}

/** More text than that of a box beside the empty node of the article is the article after all. */
const maxBoxChars = 600;

/** The one node of the article, with nothing in it: somebody has saved a title without a text. */
function emptyBody(page: PageDom, surveyed: Survey, { id, body = [], drop = [] }: Template): Body | undefined {
  const only = onlyNode(page, body);
  if (only === undefined) return undefined;
  const { root, selector } = only;
  const dropped = new Set<AnyNode>(drop.flatMap((one) => select(page, one)));
  if (hasNode(root, isShown, dropped)) return undefined;
  const kept = surveyed.segments.map(() => false);
  return { root, survey: surveyed, kept, evidence: { about: 'body', rule: id, value: selector }, expectedF1: 1 };
}

const isPicture = (node: AnyNode): boolean => isElement(node) && node.name === 'img';
/** Anything to read or to look at. A film alone is kept, but the text beside it is not its own. */
const isShown = (node: AnyNode): boolean =>
  isText(node) ? node.data.trim() !== '' : isElement(node) && shown.has(node.name);
const shown = new Set('img picture svg canvas frame object script form'.split(' '));

/** Expected F1 from which the classifier may overrule the template. */
const minSureF1 = 0.7;

/**
 * The node that a selector names, outside the boxes of the portal; of several the one with most text, since lists use the
 * same class for their teasers.
 */
function namedBody(
  page: PageDom,
  surveyed: Survey,
  rule: string,
  selectors: readonly string[] = [],
  boxes: readonly Element[] = [],
): Body | undefined {
  const { segments } = surveyed;
  for (const selector of selectors) {
    let best: { readonly root: Element; readonly kept: readonly boolean[]; readonly chars: number } | undefined;
    for (const root of select(page, selector)) {
      if (boxes.some((box) => contains(box, root))) continue;
      const kept = segments.map((segment) => !segment.hidden && isIn(segment, root));
      const chars = segments.reduce((sum, { text }, i) => sum + (kept[i] ? text.length : 0), 0);
      if (chars >= minNamedChars && chars > (best?.chars ?? 0)) best = { root, kept, chars };
    }
    if (best) {
      const { root, kept } = best;
      return {
        root,
        survey: surveyed,
        kept: withPanels(surveyed, kept),
        evidence: { about: 'body', rule, value: selector },
        expectedF1: 1,
      };
    }
  }
  return undefined;
}

/** Runs of text at least this long are sentences; menus and labels are shorter. */
const minProseChars = 100;
/**
 * A named node with less than this share of the page's sentences is hardly the article's: portals call side boxes as their
 * CMS calls the article, each box of DotNetNuke that is typed in by hand is an `_lblContent`.
 */
const minShareOfProse = 0.25;
/** With less than this it is not, where the classifier chooses nothing of it. */
const minShareBesideOther = 0.5;

/** Day, names and buttons stand between a title and its text. */
const maxSegmentsUnderTitle = 4;

/** Does the one title that the CMS names stand over the node? However short it is, then it is what the page is for. */
function isUnderTitle(page: PageDom, { segments }: Survey, { title = [] }: Template, { kept }: Body): boolean {
  const node = onlyNode(page, title)?.root;
  const at = node === undefined ? -1 : segments.findIndex((segment) => isIn(segment, node));
  const first = kept.indexOf(true);
  return at >= 0 && first > at && first - at <= maxSegmentsUnderTitle;
}

/** Do the two bodies share no segment? */
const isApart = (other: Body, named: Body | undefined): boolean =>
  !other.kept.some((kept, i) => kept && named?.kept[i]);

/** How much of the page's running text stands in the node? */
function shareOfProse({ survey: { segments }, kept }: Body): number {
  let inside = 0;
  let all = 0;
  for (const segment of segments) {
    const { index, text, hidden } = segment;
    if (hidden || text.length < minProseChars || isLinked(segment)) continue;
    all += text.length;
    if (kept[index]) inside += text.length;
  }
  return all === 0 ? 1 : inside / all;
}

const isIn = ({ nodes }: Segment, root: Element): boolean => nodes[0] !== undefined && contains(root, nodes[0]);

/** Below this the classifier may have kept boxes of the portal: what the markup tells of title and columns is heard. */
const doubtfulF1 = 0.9;

function chosenBody(page: PageDom, surveyed: Survey, repeated: Repeated): Body | undefined {
  const { segments } = surveyed;
  if (segments.length === 0) return undefined;
  let choice = chooseSegments(page, surveyed, { without: new Set(repeated.keys()) });
  // Some pages hide their article until a script shows it.
  if (
    charsOf(surveyed, choice.kept) < minChosenChars &&
    segments.some(({ hidden, text }) => hidden && text.length > minChosenChars)
  )
    choice = chooseSegments(page, surveyed, { without: new Set(repeated.keys()), withHidden: true });
  const all = withCompanions(page, surveyed, choice.kept);
  const isDoubtful = choice.expectedF1 < doubtfulF1;
  const kept = isDoubtful ? inMainColumn(surveyed, withinTitleBox(page, surveyed, all)) : withoutSides(surveyed, all);
  const around = commonRegion(surveyed.segments.filter((_, i) => kept[i]));
  const root = withFilmBeside(wholeTableAround(around?.element ?? bodyOf(page.document)));
  if (!around || !root) return undefined;
  const count = kept.filter(Boolean).length;
  return {
    root,
    survey: surveyed,
    kept,
    evidence: {
      about: 'body',
      rule: 'classify/blocks',
      // Said without words, which every reader of it would want in another language.
      value: `<${root.name}> ${count}/${segments.length}`,
      score: choice.expectedF1,
    },
    expectedF1: choice.expectedF1,
  };
}

const tableParts = new Set(['tbody', 'thead', 'tfoot', 'tr']);

/** Where a table of data is all the text, the table and not its rows is the body. */
function wholeTableAround(node: AnyNode | undefined): Element | undefined {
  if (node === undefined || !isElement(node)) return undefined;
  return (tableParts.has(node.name) && dataTableAround(node)) || node;
}

/** A film or a recording beside the text has no words to be chosen by: the body is the box around both. */
function withFilmBeside(text: Element | undefined): Element | undefined {
  const box = text?.parent;
  if (text === undefined || !box || !isElement(box)) return text;
  return [besides(text, 'prev'), besides(text, 'next')].some(isFilm) ? box : text;
}

/** Is a node a film or recording worth a link, or a box with nothing else in it? */
const isFilm = (node: AnyNode | null): boolean =>
  node !== null && isElement(node) && textOf(node) === '' && toBlocks([node]).some(({ kind }) => kind === 'embed');
