/** Boxes that their class names. */
import { type AnyNode, type Element, headingLevel, isElement, isText, textOf, walk } from '../../dom/index.ts';
import { type ClassBox, classBoxes } from './class-boxes.ts';
import { fileAddress, type JunkHit } from './hit.ts';

/** Classes and id of an element as words. The id of a heading is made of what it says, not of what it is for. */
function wordsOf(element: Element): string {
  const { class: classes = '', id = '' } = element.attribs;
  return `${classes} ${headingLevel(element.name) > 0 ? '' : id}`
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .trim();
}

/** Class words that say how a box looks, of block editors and utility styles: `has-large-font-size`, `first:w-4`. */
const styleWord = /(?:^|\s)(?:has-\S+|font-\w+-\S+|\S*:\S*)(?=\s|$)/gu;

function isNamed(
  { words, unless }: ClassBox,
  { all, ownWords }: { readonly all: string; readonly ownWords: string },
): boolean {
  return words.test(ownWords) && unless?.test(all) !== true;
}

function measure(element: Element): { readonly letters: number; readonly linkShare: number } {
  let letters = 0;
  let linked = 0;
  walk(element, (node) => {
    if (!isText(node)) return true;
    const { length } = node.data.trim();
    letters += length;
    for (let up: AnyNode | null = node.parent; up && up !== element.parent; up = up.parent) {
      if (isElement(up) && up.name === 'a') {
        linked += length;
        break;
      }
    }
    return true;
  });
  return { letters, linkShare: linked / Math.max(1, letters) };
}

/** Boxes that their class names, outermost first. */
export function findClassBoxes(root: Element, rules: readonly ClassBox[] = classBoxes): readonly JunkHit[] {
  const hits: JunkHit[] = [];
  walk(root, (node) => {
    if (!isElement(node) || node === root) return true;
    if (node.attribs.class === undefined && node.attribs.id === undefined) return true;
    const all = wordsOf(node);
    const ownWords = all.replace(styleWord, ' ');
    const rule = rules.find((candidate) => isNamed(candidate, { all, ownWords }));
    if (!rule) return true;
    const { letters, linkShare } = measure(node);
    if (letters > rule.maxLetters || linkShare < (rule.minLinkShare ?? 0)) return true;
    if (letters === 0 || hasFile(node)) return true;
    hits.push({ node, rule: rule.id });
    return false;
  });
  return hits.filter(({ rule }) => !isMisread(rule, hits, rules));
}

/** A page has a few bars of a kind, which say the same each time; with more to say than so many of them, it is text. */
const maxBars = 4;

function isMisread(id: string, hits: readonly JunkHit[], rules: readonly ClassBox[]): boolean {
  const { maxLetters = 0 } = rules.find((rule) => rule.id === id) ?? {};
  const said = new Set(hits.filter(({ rule }) => rule === id).map(({ node }) => textOf(node)));
  return [...said].reduce((sum, { length }) => sum + length, 0) > maxBars * maxLetters;
}

function hasFile(element: Element): boolean {
  let found = false;
  walk(element, (node) => {
    if (isElement(node) && node.name === 'a' && fileAddress.test(node.attribs.href ?? '')) found = true;
    return !found;
  });
  return found;
}
