/**
 * One walk over the page notes everything that later decisions ask for: where each run of text stands, how much of it is
 * link, what kinds of boxes it lies in. Nothing after this walks the whole tree again.
 */
import {
  type AnyNode,
  bodyOf,
  collapse,
  type Element,
  isElement,
  isHidden,
  isText,
  isUnseen,
  type PageDom,
  type TextNode,
  walk,
} from '../../dom/index.ts';
import { blockTags } from '../blocks/context.ts';

/** A paragraph-level element and the sums over all text inside it. */
export interface Region {
  readonly element: Element;
  readonly index: number;
  readonly parent: Region | undefined;
  readonly depth: number;
  chars: number;
  linkChars: number;
  /** Index of the first segment inside, and one past the last. */
  readonly first: number;
  last: number;
}

/** A run of text that no paragraph-level border cuts: the unit that is kept or dropped. */
export interface Segment {
  readonly index: number;
  readonly region: Region;
  /** The text nodes and pictures. */
  readonly nodes: readonly AnyNode[];
  /** White space collapsed. */
  readonly text: string;
  readonly linkChars: number;
  readonly boldChars: number;
  readonly images: number;
  readonly hidden: boolean;
}

export interface Survey {
  readonly segments: readonly Segment[];
  readonly regions: readonly Region[];
}

interface Run {
  nodes: AnyNode[];
  text: string;
  linkChars: number;
  boldChars: number;
  images: number;
  breaks: number;
}

const emptyRun = (): Run => ({ nodes: [], text: '', linkChars: 0, boldChars: 0, images: 0, breaks: 0 });

/**
 * Survey a page. Hidden text is noted as such; scripts, styles, form controls and (unless asked for) `<noscript>` are left
 * out.
 */
export function survey(page: PageDom, withNoscript = false): Survey {
  const surveyor = new Surveyor();
  const root = bodyOf(page.document);
  if (root)
    walk(
      root,
      (node) => {
        if (isText(node)) surveyor.addText(node);
        else if (isElement(node)) {
          if (node.name === 'br') surveyor.addBreak();
          else if (node.name === 'img') surveyor.addPicture(node);
          else if (!isUnseen(node) || (withNoscript && node.name === 'noscript')) {
            surveyor.enter(node);
            return true;
          }
        }
        return false;
      },
      (node) => surveyor.leave(node as Element),
    );
  return { segments: surveyor.segments, regions: surveyor.regions };
}

/** What is noted of a page while it is walked over. */
class Surveyor {
  readonly segments: Segment[] = [];
  readonly regions: Region[] = [];
  #run = emptyRun();
  #region: Region | undefined;
  /** How many elements of each sort are open. */
  #links = 0;
  #bolds = 0;
  #hidden = 0;

  addText(node: TextNode): void {
    const text = node.data;
    const letters = text.trim().length;
    if (letters > 0) {
      if (this.#run.breaks >= 2) this.#endRun();
      const run = this.#run;
      run.nodes.push(node);
      run.text += text;
      if (this.#links > 0) run.linkChars += letters;
      if (this.#bolds > 0) run.boldChars += letters;
      run.breaks = 0;
    } else if (this.#run.text !== '') this.#run.text += ' ';
  }

  addBreak(): void {
    this.#run.text += ' ';
    this.#run.breaks += 1;
  }

  addPicture(node: Element): void {
    this.#run.nodes.push(node);
    this.#run.images += 1;
  }

  enter(element: Element): void {
    if (blockTags.has(element.name) || this.#region === undefined) this.#beginRegion(element);
    this.#count(element, 1);
    if (isHidden(element)) {
      this.#endRun();
      this.#hidden += 1;
    }
  }

  leave(element: Element): void {
    if (isHidden(element)) {
      this.#endRun();
      this.#hidden -= 1;
    }
    this.#count(element, -1);
    if (this.#region?.element === element) this.#endRegion(this.#region);
  }

  #count(element: Element, by: 1 | -1): void {
    if (element.name === 'a' && element.attribs.href !== undefined) this.#links += by;
    else if (element.name === 'b' || element.name === 'strong') this.#bolds += by;
  }

  #beginRegion(element: Element): void {
    this.#endRun();
    const parent = this.#region;
    const region: Region = {
      element,
      index: this.regions.length,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      chars: 0,
      linkChars: 0,
      first: this.segments.length,
      last: this.segments.length,
    };
    this.regions.push(region);
    this.#region = region;
  }

  #endRegion(region: Region): void {
    this.#endRun();
    region.last = this.segments.length;
    if (region.parent) {
      region.parent.chars += region.chars;
      region.parent.linkChars += region.linkChars;
    }
    this.#region = region.parent;
  }

  /** Make a segment of the run, where it has letters or pictures. */
  #endRun(): void {
    const run = this.#run;
    const region = this.#region;
    if (!region || run.nodes.length === 0) return;
    const text = collapse(run.text);
    if (text !== '' || run.images > 0) {
      const linkChars = Math.min(run.linkChars, text.length);
      this.segments.push({
        index: this.segments.length,
        region,
        nodes: run.nodes,
        text,
        linkChars,
        boldChars: Math.min(run.boldChars, text.length),
        images: run.images,
        hidden: this.#hidden > 0,
      });
      region.chars += text.length;
      region.linkChars += linkChars;
    }
    this.#run = emptyRun();
  }
}

/** Do more than half of its letters stand in links? */
export const isLinked = ({ text, linkChars }: Pick<Segment, 'text' | 'linkChars'>): boolean =>
  linkChars * 2 > text.length;

/** The smallest region around two. */
export function lowestCommon(a: Region, b: Region): Region | undefined {
  let one: Region | undefined = a;
  let two: Region | undefined = b;
  while (one && two && one !== two) {
    if (one.depth >= two.depth) one = one.parent;
    else two = two.parent;
  }
  return one && two ? one : undefined;
}

/** Tag and class: boxes of one make are alike, as the cards of a list are. */
export const makeOf = ({ element }: Region): string => `${element.name}.${element.attribs.class ?? ''}`;

/** The smallest region around some segments. */
export function commonRegion(chosen: readonly Segment[]): Region | undefined {
  let common = chosen[0]?.region;
  const last = chosen.at(-1);
  if (common && last) common = lowestCommon(common, last.region);
  // The first and the last may lie in one small box that a stray one between them does not share.
  for (const { region } of chosen) common = common && lowestCommon(common, region);
  return common;
}

/** With less visible text than this a page has not been drawn yet: scripts would do it. */
const minVisibleChars = 300;
/** Runs shorter than this are labels and menus. */
const minSentenceChars = 80;

/**
 * The survey of what a reader would see. On a page with hardly a visible sentence, what scripts would show counts as
 * visible: the text that hides until they run, or the copy in `<noscript>`.
 */
export function surveyReadable(page: PageDom): Survey {
  const plain = survey(page);
  let visible = 0;
  let hidden = 0;
  for (const segment of plain.segments) {
    if (segment.text.length < minSentenceChars) continue;
    if (segment.hidden) hidden += segment.text.length;
    else visible += segment.text.length;
  }
  if (visible >= minVisibleChars) return plain;
  if (hidden >= 3 * minVisibleChars)
    return { ...plain, segments: plain.segments.map((segment) => ({ ...segment, hidden: false })) };
  const undrawn = survey(page, true);
  return undrawn.segments.length > plain.segments.length ? undrawn : plain;
}
