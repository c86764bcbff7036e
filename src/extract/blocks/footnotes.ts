/** Notes below the text, known by the links that lead to them and back: Word, wikis and hands all make them so. */
import { type AnyNode, type Element, isElement, isText, parentElement, textOf, walk } from '../../dom/index.ts';
import type { Footnote } from '../../model/index.ts';
import { type Base, isOnPage } from './address.ts';
import { toImage } from './image.ts';

/** What is known of a note before its text is read. */
type Named = Pick<Footnote, 'label' | 'mark'>;

export interface Footnotes {
  /** Links in the text → the label of the note that they lead to. */
  readonly references: ReadonlyMap<AnyNode, string>;
  /** The boxes of the notes. */
  readonly notes: ReadonlyMap<AnyNode, Named>;
  /** Within the notes: their marks, and the links back; each with what is lost with it, which is nothing of a mark. */
  readonly dropped: ReadonlyMap<AnyNode, string>;
  /** What is left of text nodes that open with the mark. */
  readonly rest: ReadonlyMap<AnyNode, string>;
}

const none: Footnotes = { references: new Map(), notes: new Map(), dropped: new Map(), rest: new Map() };

/** All that a link to a note says: `[1]`, `(a)`, `iv`, `*`. */
const noteMark = /^[[(]?\s?(\d{1,3}|[ivxl]{1,6}|[a-z]|\*{1,4}|[†‡§])\s?[\])]?$/i;
/** What Word, wikis and hand-made pages call a note, with its number. */
export const noteName = /^[\w:.-]{0,20}(?:ftn|edn|fn|note|chu-?thich|ghi-?chu)[\w:.-]{0,20}\d$/i;
/** What may be the box of a note. */
const boxes = new Set(['p', 'li', 'div', 'dd', 'aside', 'section']);
const inline = new Set('a abbr b big cite em font i s small span strong sub sup u'.split(' '));
/** A box with more letters is a part of the text that a contents list leads to. */
const maxNoteLetters = 4000;
/** No more elements lie between a note’s box and what stands in it. */
const maxNoteDepth = 12;
/** More links from place to place than a text with notes has: the page is made to hurt. */
const maxLinks = 5000;
/** A link back may lead to a box around the link to the note. */
const maxAnchorDepth = 3;

interface Link {
  readonly element: Element;
  readonly name: string;
  readonly order: number;
}

interface Found extends Link {
  readonly mark: string;
}

/** Find the notes of what some nodes hold. */
export function findFootnotes(nodes: readonly AnyNode[], dropped: ReadonlySet<AnyNode>, base: Base): Footnotes {
  const { links, anchors } = linksIn(nodes, dropped, base);
  const led = new Map<Element, Found[]>();
  for (const link of links) {
    const mark = textOf(link.element).trim();
    const target = noteMark.test(mark) ? anchors.get(link.name) : undefined;
    const box = target && target.order > link.order ? boxOf(target.element) : undefined;
    if (box && !around(link.element).includes(box)) put(led, box, { ...link, mark });
  }
  if (led.size === 0) return none;
  const outer = new Set([...led.keys()].flatMap((box) => around(box)));
  const within = new Map<Element, Link[]>();
  for (const link of links) {
    const box = around(link.element).find((one) => led.has(one));
    if (box) put(within, box, link);
  }
  const isAmongOthers = (box: Element): boolean =>
    box.name === 'li' &&
    box.parent?.children.some((other) => isElement(other) && other.name === 'li' && !led.has(other)) === true;
  const references = new Map<AnyNode, string>();
  const notes = new Map<AnyNode, Named>();
  const gone = new Map<AnyNode, string>();
  const rest = new Map<AnyNode, string>();
  const labels = new Set<string>();
  for (const [box, all] of led) {
    const [first] = all;
    const names = new Set(all.flatMap(namesOf));
    const back = (within.get(box) ?? []).filter(({ name }) => name !== '' && names.has(name));
    const isNote = back.length > 0 || all.some(({ name }) => noteName.test(name));
    if (first === undefined || !isNote || outer.has(box) || isAmongOthers(box) || isLong(box)) continue;
    const label = labelFor(first.mark, labels);
    for (const { element } of all) references.set(element, label);
    for (const { element } of back) gone.set(element, signOf(element));
    const mark = takeMark(box, first.mark, gone, rest);
    notes.set(box, { label, ...(mark !== undefined && { mark }) });
  }
  return { references, notes, dropped: gone, rest };
}

/** What a link back shows: “↩”, “^”, or a picture. */
function signOf(link: Element): string {
  const pictures: string[] = [];
  walk(link, (node) => {
    const image = isElement(node) && node.name === 'img' ? toImage(node, undefined) : undefined;
    if (image) pictures.push(`![${image.alt ?? ''}](${image.src})`);
    return true;
  });
  return [textOf(link), ...pictures].join(' ').trim();
}

function put<T>(lists: Map<Element, T[]>, key: Element, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The elements around one, the nearest first, as far up as a note reaches. */
function around(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let up = parentElement(element); up && found.length < maxNoteDepth; up = parentElement(up)) found.push(up);
  return found;
}

function isLong(box: Element): boolean {
  let letters = 0;
  walk(box, (node) => {
    if (isText(node)) letters += node.data.length;
    return letters <= maxNoteLetters;
  });
  return letters > maxNoteLetters;
}

/** The links from place to place of a page, and the places by their names. */
function linksIn(nodes: readonly AnyNode[], dropped: ReadonlySet<AnyNode>, base: Base) {
  const links: Link[] = [];
  const anchors = new Map<string, { readonly element: Element; readonly order: number }>();
  let order = 0;
  for (const root of nodes)
    walk(root, (node) => {
      if (dropped.has(node) || links.length === maxLinks) return false;
      if (!isElement(node)) return;
      order++;
      const { id, href, name } = node.attribs;
      for (const anchor of [id, node.name === 'a' ? name : undefined])
        if (anchor && !anchors.has(anchor)) anchors.set(anchor, { element: node, order });
      if (node.name === 'a' && href?.includes('#') && isOnPage(href, base))
        links.push({ element: node, name: href.slice(href.indexOf('#') + 1), order });
      return;
    });
  return { links, anchors };
}

/** The box of the note that an anchor opens; Word puts another around its paragraph. */
function boxOf(anchor: Element): Element | undefined {
  let box: Element | undefined = anchor;
  while (box && inline.has(box.name)) box = parentElement(box);
  if (!box || !boxes.has(box.name)) return undefined;
  const outer = parentElement(box);
  return outer && boxes.has(outer.name) && noteName.test(outer.attribs.id ?? '') ? outer : box;
}

/**
 * By what names a link back may lead to where another stands: its own, and those of the boxes around it and of what is in
 * it.
 */
function namesOf({ element }: Link): readonly string[] {
  const near = [element, ...element.children.filter(isElement), ...around(element).slice(0, maxAnchorDepth)];
  return near.flatMap(({ name, attribs }) => [attribs.id ?? '', name === 'a' ? (attribs.name ?? '') : '']);
}

/** The mark as a label of its own; notes marked alike, or by stars, are numbered. */
function labelFor(mark: string, labels: Set<string>): string {
  const [, plain = ''] = /([a-z\d]+)/i.exec(mark) ?? [];
  const name = plain.toLowerCase() || 'note';
  let label = name;
  for (let number = 2; labels.has(label); number++) label = `${name}-${number}`;
  labels.add(label);
  return label;
}

/** What stands before a wiki's links back. */
const caret = /^[\s^↑]*$/;

/** Take the mark off the head of a note: the text of a link back, or the letters that the first text opens with. */
function takeMark(
  box: Element,
  mark: string,
  gone: Map<AnyNode, string>,
  rest: Map<AnyNode, string>,
): string | undefined {
  let taken: string | undefined;
  let isOpen = true;
  const [, core = ''] = noteMark.exec(mark) ?? [];
  const opening = new RegExp(`^\\s*([[(]?${core.replace(/[*]/g, '\\$&')}[\\])]?[.:)]?)(?:\\s+|$)`, 'i');
  walk(box, (node) => {
    if (!isOpen) return false;
    if (gone.has(node)) {
      const text = textOf(node).trim();
      if (noteMark.test(text) && taken === undefined) {
        taken = text;
        gone.set(node, '');
      }
      return false;
    }
    if (!isText(node) || node.data.trim() === '') return;
    if (caret.test(node.data)) {
      gone.set(node, node.data.trim());
      return;
    }
    isOpen = false;
    const [whole, found] = (taken === undefined && opening.exec(node.data)) || [];
    if (whole === undefined) return;
    taken = found;
    rest.set(node, node.data.slice(whole.length));
    return;
  });
  return taken;
}
