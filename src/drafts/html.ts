import { type AnyNode, attr, type Element, isElement, isText, openTagOf, parseLocated, rangeOf } from '../dom/index.ts';
import {
  type Draft,
  type DraftField,
  type DraftHeading,
  type DraftImage,
  type DraftLink,
  objectMark,
  type Passage,
  type TextRange,
} from '../model/index.ts';
import { align } from './align.ts';
import { PassageBuilder } from './passage-builder.ts';

/** Elements whose text is no prose, in HTML and in Markdown. */
export const notProse: ReadonlySet<string> = new Set(
  'script style template noscript iframe noembed noframes plaintext xmp textarea select option svg math pre code kbd samp var tt listing object'.split(
    ' ',
  ),
);

/** Elements that do not end a passage. */
const inline = new Set(
  'a abbr acronym b bdi bdo big center cite data del dfn em font i ins label mark nobr q s small span strike strong sub sup time u wbr o:p'.split(
    ' ',
  ),
);

/** Word's smart tags stand in a sentence: `<st1:City>Hà Nội</st1:City>`. */
const smartTag = /^st\d+:/;

const isInline = (name: string): boolean => inline.has(name) || smartTag.test(name);

/** Elements by which a word that is spoken of stands out. */
const emphasis: ReadonlySet<string> = new Set(['b', 'em', 'i', 'mark', 'q', 'strong', 'u']);

/** Read an HTML draft, a page or a fragment: tags, attributes and code stay what they are. */
export function readHtml(source: string, text: string): Draft {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return { source, kind: 'html', text, tags: [], notices: [], ...readHtmlPart(text, { start, end: text.length }) };
}

/** What stands in a part of a draft that is HTML; places count from the draft's beginning. */
export function readHtmlPart(text: string, { start, end }: TextRange): HtmlReader['found'] {
  const reader = new HtmlReader(text, start);
  reader.walk(parseLocated(text.slice(start, end)));
  return reader.found;
}

class HtmlReader {
  readonly found = {
    passages: [] as Passage[],
    headings: [] as DraftHeading[],
    links: [] as DraftLink[],
    images: [] as DraftImage[],
    comments: [] as TextRange[],
    fields: [] as DraftField[],
  };
  readonly #text: string;
  readonly #offset: number;
  #builder = new PassageBuilder();
  #range: TextRange | undefined;
  #block: Element | undefined;
  /** Where the text of an open element in emphasis, or of a raised one, begins, in the passage that was being built. */
  readonly #opened = new Map<Element, { builder: PassageBuilder; start: number }>();

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  /** Visit the tree without recursion: hostile pages nest deeper than the stack is. */
  walk(root: AnyNode): void {
    let node: AnyNode | null = root;
    while (node) {
      const first: AnyNode | undefined = this.#enter(node) && 'children' in node ? node.children[0] : undefined;
      if (first) {
        node = first;
        continue;
      }
      while (node && node !== root && !node.next) {
        this.#leave(node);
        node = node.parent;
      }
      if (node) this.#leave(node);
      node = node && node !== root ? node.next : null;
    }
    this.#flush();
  }

  /** Returns whether the children are to be visited. */
  #enter(node: AnyNode): boolean {
    if (isText(node)) this.#addText(node.data, this.#rangeOf(node));
    else if (node.type === 'comment') {
      const range = this.#rangeOf(node);
      if (range) this.found.comments.push(range);
    } else if (isElement(node)) return this.#enterElement(node);
    return true;
  }

  #enterElement(element: Element): boolean {
    const { name } = element;
    const tag = openTagOf(element);
    const range = tag && { start: tag.start + this.#offset, end: tag.end + this.#offset };
    if (name === 'img') {
      if (range) this.found.images.push({ src: attr(element, 'src') ?? '', alt: attr(element, 'alt') ?? '', ...range });
      this.#builder.addForeign(objectMark);
    }
    if (name === 'a' && range && attr(element, 'href') !== undefined)
      this.found.links.push({ href: attr(element, 'href') ?? '', text: '', ...range });
    if (name === 'br') this.#builder.addForeign('\n');
    if (name === 'meta' && range) this.#addMeta(element, range);
    if (notProse.has(name)) {
      // What stands inside a sentence keeps its place there; the words round it do not run together.
      this.#builder.addForeign(objectMark);
      return false;
    }
    if (emphasis.has(name) || name === 'sup')
      this.#opened.set(element, { builder: this.#builder, start: this.#builder.text.length });
    if (!isInline(name) && name !== 'img' && name !== 'br') this.#startBlock(element);
    return true;
  }

  #leave(node: AnyNode): void {
    if (!isElement(node)) return;
    const opened = this.#opened.get(node);
    if (opened?.builder === this.#builder) {
      if (node.name === 'sup') this.#builder.raise(opened.start);
      else this.#builder.emphasize(opened.start);
    }
    this.#opened.delete(node);
    if (!isInline(node.name) && node.name !== 'img' && node.name !== 'br') this.#flush();
  }

  #startBlock(element: Element): void {
    this.#flush();
    this.#block = element;
  }

  #addText(value: string, range: TextRange | undefined): void {
    const places = range && align(value, this.#text, range.start, range.end, 'html');
    if (!range || !places) {
      this.#builder.addForeign(value);
      return;
    }
    this.#builder.addFlowing(value, places.from, places.to);
    this.#range = { start: this.#range?.start ?? range.start, end: range.end };
  }

  #addMeta(element: Element, range: TextRange): void {
    const key = attr(element, 'property') ?? attr(element, 'name');
    if (key !== undefined) this.found.fields.push({ key, value: attr(element, 'content') ?? '', ...range });
  }

  #flush(): void {
    const range = this.#range;
    const level = /^h([1-6])$/.exec(this.#block?.name ?? '')?.[1];
    const isTitle = this.#block?.name === 'title';
    const passage = range && this.#builder.build(level ? 'heading' : isTitle ? 'field' : 'paragraph', range);
    if (passage) {
      this.found.passages.push(passage);
      const text = passage.text.trim();
      const { start, end } = passage;
      if (level) this.found.headings.push({ level: Number(level), text, start, end });
      if (isTitle) this.found.fields.push({ key: 'title', value: text, start, end });
    }
    this.#builder = new PassageBuilder();
    this.#range = undefined;
  }

  #rangeOf(node: AnyNode): TextRange | undefined {
    const range = rangeOf(node);
    return range && { start: range.start + this.#offset, end: range.end + this.#offset };
  }
}
