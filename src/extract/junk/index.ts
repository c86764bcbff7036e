/**
 * Junk inside the body: each rule is a record in a file of its topic, and proves itself with lines it drops and lines it
 * keeps (`test/rules.test.ts`). This file holds a rule against the lines of the body and works out what goes with a line.
 */
import { type AnyNode, type Element, headingLevel, isElement, isText, textOf, walk } from '../../dom/index.ts';
import { linesOf, type PageLine } from '../lines.ts';
import { type ClassBox, classBoxes } from './class-boxes.ts';
import { type ReadyRule, type RuleFinder, readyRule, ruleFinder } from './ready.ts';
import { junkRules } from './rules.ts';

export type { ClassBox } from './class-boxes.ts';
export { type ReadyRule, type RuleFinder, readyRule, ruleFinder } from './ready.ts';
export type { JunkGuards, JunkRule } from './rule.ts';
export { classBoxes, junkRules };

export interface JunkContext {
  /** A line that says the same is the article's own, whatever it looks like. */
  readonly title?: string;
  /** Nodes of the body that are gone already. */
  readonly unkept?: ReadonlySet<AnyNode>;
}

export interface JunkHit {
  readonly node: AnyNode;
  readonly rule: string;
}

/** Letters that make a line running text rather than a label: no button, heading or table cell seen is longer. */
const proseLetters = 80;
const maxLineLetters = 4200;
/** A box with more letters is a part of the page, not a box around one heading. */
const maxBoxLetters = 700;

const isProse = (line: PageLine): boolean => line.text.length >= proseLetters && line.linkShare < 0.4;

const everyRule = ruleFinder(junkRules.map((rule) => readyRule(rule)));

const quoting = new Set(['code', 'pre', 'samp', 'kbd', 'blockquote', 'q', 'textarea']);
const controls = new Set(['a', 'button', 'label', 'option']);

function isWithin(line: PageLine, names: ReadonlySet<string>, root: AnyNode): boolean {
  for (let up: AnyNode | null = line.texts[0]?.parent ?? line.element; up && up !== root; up = up.parent) {
    if (isElement(up) && names.has(up.name)) return true;
  }
  return false;
}

/** Links to files are what the article gives its readers, whatever the link is called. */
const file = /\.(?:docx?|xlsx?|pptx?|pdf|rar|zip|7z|odt|ods|rtf|jpe?g|png)(?:[?#]|$)/iu;

interface Page {
  readonly root: Element;
  readonly lines: readonly PageLine[];
  /** Index of the last line of running text; -1 when there is none. */
  readonly lastProse: number;
}

function holds(rule: ReadyRule, line: PageLine, { root, lines, lastProse }: Page): boolean {
  const { needs, error } = rule;
  if (error && isWithin(line, quoting, root)) return false;
  if (line.href !== undefined && file.test(line.href)) return false;
  if (!needs) return true;
  if (needs.end && line.index < lastProse) return false;
  if (
    needs.control &&
    !(line.linkShare > 0.25 && (line.linkShare > 0.6 || line.text.length < 40)) &&
    !isWithin(line, controls, root) &&
    !line.listed
  )
    return false;
  const near = lines.slice(Math.max(0, line.index - 3), line.index + 4);
  if (needs.run && near.filter(({ text }) => rule.whole.test(text)).length < needs.run) return false;
  const { beside } = needs;
  if (beside) {
    const other = new RegExp(`^(?:${beside.source})$`, 'iu');
    if (
      !lines.some(
        (at) =>
          at !== line && Math.abs(at.index - line.index) < 12 && other.test(at.text) && !isWithin(at, quoting, root),
      )
    )
      return false;
  }
  if (needs.links) {
    const next = lines.slice(line.index + 1, line.index + 4);
    const own = line.linkShare > 0.5;
    // The heading of a list that was cut off stands last.
    if (!own && next.length > 0 && !next.slice(0, 2).some(isHeadline)) return false;
  }
  return true;
}

/** A headline of another article: a line that is a link, but not to a file. */
function isHeadline(line: PageLine): boolean {
  return line.linkShare > 0.55 && line.text.length > 12 && !(line.href !== undefined && file.test(line.href));
}

/** Date, count or bullet between the headlines of a list. */
const betweenHeadlines = /^[\s\d/.,:|()[\]•*»>–-]{0,40}$|^\(?[\d/.: -]{6,20}\)?$/u;

function listAfter(line: PageLine, { lines }: Page): readonly PageLine[] {
  const found: PageLine[] = [];
  for (let at = line.index + 1; at < lines.length; at += 1) {
    const next = lines[at];
    // A heading after lines that were none opens the next part of the article.
    if (next && next.heading > 0 && found.some(({ heading }) => heading === 0)) break;
    if (!next || !(isHeadline(next) || (betweenHeadlines.test(next.text) && next.text.length < 40))) break;
    found.push(next);
  }
  return found;
}

/** The biggest box around a line, below the root, that holds no running text. */
function boxAround(line: PageLine, { root, lines }: Page): readonly PageLine[] {
  let taken: readonly PageLine[] = [line];
  for (let up: AnyNode | null = line.element; up && up !== root; up = up.parent) {
    const box = up;
    const inside = lines.filter(({ element }) => isInside(element, box));
    const letters = inside.reduce((sum, { text }) => sum + text.length, 0);
    if (inside.some(isProse) || letters > maxBoxLetters) break;
    taken = inside;
  }
  return taken;
}

function isInside(node: AnyNode, box: AnyNode): boolean {
  for (let up: AnyNode | null = node; up; up = up.parent) if (up === box) return true;
  return false;
}

function takenBy(rule: ReadyRule, line: PageLine, page: Page): readonly PageLine[] {
  switch (rule.takes ?? 'line') {
    case 'line':
      return [line];
    case 'list':
      return [line, ...listAfter(line, page)];
    case 'box':
      return boxAround(line, page);
    case 'tail':
      return page.lines.slice(line.index).filter((other) => !isProse(other));
  }
}

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
    if (isElement(node) && node.name === 'a' && file.test(node.attribs.href ?? '')) found = true;
    return !found;
  });
  return found;
}

/** The lines of the body that are still in it, numbered anew. */
function keptLines(root: Element, unkept: ReadonlySet<AnyNode> | undefined): readonly PageLine[] {
  const lines = linesOf(root, root, unkept);
  return unkept ? lines.filter(({ inBody }) => inBody).map((line, index) => ({ ...line, index })) : lines;
}

/** Lines that rules take, each with the first rule that takes it. */
export function findJunkLines(
  root: Element,
  rulesOf: RuleFinder = everyRule,
  { title = '', unkept }: JunkContext = {},
): ReadonlyMap<PageLine, string> {
  const lines = keptLines(root, unkept);
  const page: Page = { root, lines, lastProse: lines.findLastIndex(isProse) };
  const taken = new Map<PageLine, string>();
  for (const line of lines) {
    if (taken.has(line) || line.text.length > maxLineLetters) continue;
    const rule = rulesOf(line.text).find((candidate) => holds(candidate, line, page));
    // A title that reads like a rule is what the article is about.
    if (!rule || (title !== '' && line.text === title)) continue;
    for (const other of takenBy(rule, line, page)) if (!taken.has(other)) taken.set(other, rule.id);
  }
  return taken;
}

const pictures = /^(?:img|iframe|video|object|embed|picture)$/;

/** Does a picture belong to a list or box that goes? The nearest element with text around it says so. */
function goesWith(
  picture: Element,
  root: Element,
  texts: ReadonlyMap<AnyNode, string>,
  stays: ReadonlySet<AnyNode>,
): boolean {
  for (let up: AnyNode | null = picture.parent; up && up !== root; up = up.parent) {
    if (stays.has(up)) return false;
    for (const [text, rule] of texts) if (isInside(text, up)) return takesPictures.has(rule);
  }
  return false;
}

const takesPictures: ReadonlySet<string> = new Set(
  junkRules.filter(({ takes = 'line' }) => takes !== 'line').map(({ id }) => id),
);

/** What to remove for the lines that were taken: whole elements where all in them goes, single text nodes elsewhere. */
function toHits(root: Element, taken: ReadonlyMap<PageLine, string>): JunkHit[] {
  if (taken.size === 0) return [];
  const texts = new Map<AnyNode, string>();
  for (const [line, rule] of taken) for (const text of line.texts) texts.set(text, rule);
  const stays = new Set<AnyNode>([root]);
  const keep = (node: AnyNode): void => {
    for (let up: AnyNode | null = node; up && !stays.has(up); up = up.parent) stays.add(up);
  };
  const seen: Element[] = [];
  walk(root, (node) => {
    if (isText(node)) {
      if (node.data.trim() !== '' && !texts.has(node)) keep(node);
    } else if (isElement(node) && pictures.test(node.name)) seen.push(node);
    return true;
  });
  const kept = seen.filter((picture) => !goesWith(picture, root, texts, stays));
  for (const picture of kept) keep(picture);
  const hits = new Map<AnyNode, string>();
  for (const [text, rule] of texts) {
    let top: AnyNode = text;
    while (top.parent && !stays.has(top.parent)) top = top.parent;
    if (!hits.has(top)) hits.set(top, rule);
  }
  return [...hits].map(([node, rule]) => ({ node, rule }));
}

/** Nodes inside the body that are junk, each with the rule that says so. Changes nothing. */
export function findJunk(root: Element, context: JunkContext = {}): readonly JunkHit[] {
  const named = findClassBoxes(root);
  const inNamed = new Set(named.map(({ node }) => node));
  const lines = toHits(root, findJunkLines(root, everyRule, context));
  const isNew = ({ node }: JunkHit): boolean => {
    for (let up: AnyNode | null = node; up && up !== root; up = up.parent) if (inNamed.has(up)) return false;
    return true;
  };
  return [...named, ...lines.filter(isNew)];
}
