/**
 * Pages made for training: each a page of the evaluation, its article cut to a notice of a few lines and some of the links beside
 * it given teasers of running text. Portals are full of such pages, labelled sets are not.
 */
import type { ChildNode, Element, ParentNode } from '../src/dom/index.ts';
import { type Segment, surveyReadable } from '../src/extract/classify/survey.ts';
import { align, tokens } from './align.ts';
import { domOf, type EvalPage } from './eval-set.ts';

/** A segment that is a paragraph, and a text from which something is left when most of it goes. */
const minParagraph = 150;
const minParagraphs = 3;

/** A number from 0 on that is always the same for a text: nothing here is left to chance. */
function hashOf(text: string): number {
  let hash = 7;
  for (const c of text) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  return Math.imul(hash, 2654435761) >>> 0;
}

const isProse = ({ text, linkChars, hidden }: Segment): boolean =>
  !hidden && text.length >= minParagraph && linkChars * 5 < text.length;

/** Shortened copies of the pages of a set that hold an article of several paragraphs. */
export function shortened(pages: readonly EvalPage[]): EvalPage[] {
  const isLong = ({ survey, labels }: EvalPage): boolean =>
    survey.segments.filter((segment) => labels[segment.index] === 1 && isProse(segment)).length >= minParagraphs;
  const long = pages.filter((page) => page.set !== 'traf' && page.set !== 'wcxb' && isLong(page));
  const pool = new Map<string, string[]>();
  for (const { set, survey, labels } of long)
    for (const segment of survey.segments)
      if (labels[segment.index] === 1 && isProse(segment)) pool.set(set, [...(pool.get(set) ?? []), segment.text]);
  return long.flatMap((page) => shorten(page, pool.get(page.set)!) ?? []);
}

function shorten({ set, gold, site, labels: given }: EvalPage, pool: readonly string[]): EvalPage | undefined {
  const seed = hashOf(gold.id);
  const dom = domOf(set, gold.id);
  const { segments } = surveyReadable(dom);
  const own = segments.filter(({ index, hidden }) => given[index] === 1 && !hidden);
  // Its first lines, up to a paragraph or two.
  const most = 1 + (seed % 2);
  let prose = 0;
  const stay = own.filter((segment) => {
    if (prose >= most) return false;
    if (isProse(segment)) prose += 1;
    return true;
  });
  const stays = new Set(stay);
  for (const { index, nodes, text } of segments)
    if (given[index] === 1 && !stays.has(segments[index]!) && text !== '')
      for (const node of nodes) remove(node as ChildNode);
  // What was cut makes teasers in the language of the page; what others say, where that is too little.
  const gone = own.filter((segment) => !stays.has(segment) && isProse(segment)).map(({ text }) => text);
  const teasers = gone.length >= 3 ? gone : pool;
  const last = stay.findLast(isProse);
  if (last) cutSentences(last, 1 + ((seed >>> 3) % 2));
  const links = teaserLinks(segments, given);
  const wanted = 2 + ((seed >>> 5) % 5);
  const first = links.length > wanted ? (seed >>> 8) % (links.length - wanted + 1) : 0;
  links.slice(first, first + wanted).forEach((link, i) => {
    addTeaser(link, teaserOf(teasers[(seed + 31 * i) % teasers.length]!, seed + i), (seed >>> 11) % 3);
  });
  delete dom.document.index;
  const survey = surveyReadable(dom);
  const texts = survey.segments.map(({ text }) => text);
  const left = stay.map(({ nodes }) => nodes.map(textIn).join(' ')).join('\n');
  const labels = Int8Array.from(align(texts, left), (share, i) => (texts[i] === '' ? -1 : share >= 0.5 ? 1 : 0));
  return {
    set,
    gold: { ...gold, text: left, id: `${gold.id} short` },
    site,
    dom,
    survey,
    labels,
    goldWords: tokens(left).length,
  };
}

const textIn = (node: unknown): string => {
  const { type, data } = node as { type: string; data?: string };
  return type === 'text' ? (data ?? '') : '';
};

/** Headlines in links outside the article. */
function teaserLinks(segments: readonly Segment[], labels: Int8Array): Element[] {
  const found: Element[] = [];
  for (const { index, text, linkChars, hidden, nodes } of segments) {
    const words = tokens(text).length;
    if (labels[index] !== 0 || hidden || linkChars < 0.8 * text.length || words < 5 || words > 30) continue;
    const link = linkAround(nodes[0] as ChildNode);
    if (link && !found.includes(link)) found.push(link);
  }
  return found;
}

function linkAround(node: ChildNode): Element | undefined {
  for (let at: ParentNode | ChildNode | null = node; at; at = at.parent)
    if (at.type === 'tag' && at.name === 'a') return at;
  return undefined;
}

/** The first sentences of a text, as a teaser has them. */
function teaserOf(text: string, seed: number): string {
  const words = text.split(' ').slice(0, 25 + (seed % 45));
  return words.length < text.split(' ').length ? `${words.join(' ')}...` : text;
}

function cutSentences({ nodes, text }: Segment, count: number): void {
  const [only, ...others] = nodes.filter((node) => textIn(node).trim() !== '');
  if (!only || others.length > 0) return;
  const sentences = text.match(/[^.!?。]+[.!?。]+["”]?\s*/gu);
  if (sentences && sentences.length > count) (only as { data: string }).data = sentences.slice(0, count).join('');
}

function remove(node: ChildNode): void {
  const siblings = node.parent?.children;
  if (!siblings) return;
  siblings.splice(siblings.indexOf(node), 1);
  if (node.prev) node.prev.next = node.next;
  if (node.next) node.next.prev = node.prev;
  node.parent = null;
}

/** Put a teaser behind a link: after a break, in a paragraph, in a box. */
function addTeaser(link: Element, text: string, kind: number): void {
  const leaf = { type: 'text', data: text, parent: null, prev: null, next: null } as unknown as ChildNode;
  const tag = (name: string, children: ChildNode[] = []): Element => {
    const made = { ...link, name, attribs: {}, children, parent: null, prev: null, next: null, order: 0 } as Element;
    for (const child of children) child.parent = made;
    return made;
  };
  // A headline's own element is left before the teaser.
  let at: ChildNode = link;
  while (
    at.parent &&
    at.parent.type === 'tag' &&
    at.parent.children.length === 1 &&
    /^(?:b|strong|h\d|span|font)$/.test(at.parent.name)
  )
    at = at.parent;
  const made = kind === 0 ? [tag('br'), leaf] : [tag(kind === 1 ? 'p' : 'div', [leaf])];
  const parent = at.parent;
  if (!parent) return;
  const place = parent.children.indexOf(at);
  parent.children.splice(place + 1, 0, ...made);
  let before: ChildNode = at;
  const after = at.next;
  for (const node of made) {
    node.parent = parent;
    node.prev = before;
    before.next = node;
    before = node;
  }
  before.next = after;
  if (after) after.prev = before;
}
