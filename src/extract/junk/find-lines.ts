/** Holds the rules against the lines of the body, and works out what goes with a line. */
import { type AnyNode, type Element, isElement, textOf } from '../../dom/index.ts';
import { dataTableAround } from '../blocks/index.ts';
import { isProse, linesOf, type PageLine } from '../lines.ts';
import { fileAddress, isInside } from './hit.ts';
import { type ReadyRule, type RuleFinder, readyRule, ruleFinder } from './ready.ts';
import { junkRules } from './rules.ts';

export interface JunkContext {
  /** A line that says the same is the article's own, whatever it looks like. */
  readonly title?: string;
  /** Nodes of the body that are gone already. */
  readonly unkept?: ReadonlySet<AnyNode>;
}

const maxLineLetters = 4200;
/** A box with more letters is a part of the page, not a box around one heading. */
const maxBoxLetters = 700;

/** A line that another needs is not this far from it. */
const maxLinesApart = 12;

const everyRule = ruleFinder(junkRules.map((rule) => readyRule(rule)));

const quoting = new Set(['code', 'pre', 'samp', 'kbd', 'blockquote', 'q', 'textarea']);
const controls = new Set(['a', 'button', 'label', 'option']);

function isWithin(line: PageLine, names: ReadonlySet<string>, root: AnyNode): boolean {
  for (let up: AnyNode | null = line.texts[0]?.parent ?? line.element; up && up !== root; up = up.parent) {
    if (isElement(up) && names.has(up.name)) return true;
  }
  return false;
}

/** The cell of a table with nothing to fill in: “Họ và tên” and “Ý kiến” head columns as well as forms. */
function isColumn({ element }: PageLine): boolean {
  const table = dataTableAround(element);
  return table !== undefined && !holdsControl(table);
}

const holdsControl = (element: Element): boolean =>
  element.children.some((child) => isElement(child) && (fillable.has(child.name) || holdsControl(child)));
const fillable = new Set(['input', 'textarea', 'select', 'button']);

interface Page {
  readonly root: Element;
  readonly lines: readonly PageLine[];
  /** Index of the last line of running text; -1 when there is none. */
  readonly lastProse: number;
}

function holds(rule: ReadyRule, line: PageLine, { root, lines, lastProse }: Page): boolean {
  const { needs, error } = rule;
  if (error && isWithin(line, quoting, root)) return false;
  if (line.href !== undefined && fileAddress.test(line.href)) return false;
  if (rule.takes === 'tail' && isColumn(line)) return false;
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
  if (needs.picture && !isUnderPicture(line)) return false;
  const { beside } = rule;
  const isOther = (at: PageLine): boolean =>
    at !== line && Math.abs(at.index - line.index) < maxLinesApart && !isWithin(at, quoting, root);
  if (beside && !lines.some((at) => beside.test(at.text) && isOther(at))) return false;
  if (needs.links) {
    const next = lines.slice(line.index + 1, line.index + 4);
    const own = line.linkShare > 0.5;
    // The heading of a list that was cut off stands last.
    if (!own && next.length > 0 && !next.slice(0, 2).some(isHeadline)) return false;
  }
  return true;
}

/** Does a picture without a word stand before the line, or before the box that it begins? */
function isUnderPicture({ element }: PageLine): boolean {
  for (let at: AnyNode = element; ; at = at.parent) {
    let before = at.prev;
    while (before && textOf(before) === '' && !holdsPicture(before)) before = before.prev;
    if (before) return textOf(before) === '' && holdsPicture(before);
    if (!at.parent) return false;
  }
}

const holdsPicture = (node: AnyNode): boolean =>
  isElement(node) && (node.name === 'img' || node.children.some(holdsPicture));

/** A headline of another article: a line that is a link, but not to a file. */
function isHeadline(line: PageLine): boolean {
  return line.linkShare > 0.55 && line.text.length > 12 && !(line.href !== undefined && fileAddress.test(line.href));
}

/** Date, count or bullet between the headlines of a list. */
const betweenHeadlines = /^[\s\d/.,:|()[\]•*»>–-]{0,40}$|^\(?[\d/.: -]{6,20}\)?$/u;

/** A teaser is cut off before it is so long. */
const maxTeaserLetters = 500;
/** Headline, day, teaser: a box with more is a part of the text. */
const maxCardLines = 3;

/**
 * Does a line tell more of the headline before it? The two stand in a card of their own, without the heading of the list:
 * behind a list in mid-text the article goes on.
 */
function isTeaser(line: PageLine, headline: PageLine | undefined, heading: PageLine, { root, lines }: Page): boolean {
  if (!headline || line.linkShare > 0.4 || line.text.length > maxTeaserLetters) return false;
  let card: AnyNode | null = headline.element;
  while (card && card !== root && !isInside(line.element, card)) card = card.parent;
  if (!card || card === root || isInside(heading.element, card)) return false;
  const box = card;
  const inside = lines.filter(({ element }) => isInside(element, box));
  return inside.length <= maxCardLines && inside.filter(isHeadline).length === 1;
}

function listAfter(line: PageLine, page: Page): readonly PageLine[] {
  const { lines } = page;
  const found: PageLine[] = [];
  for (let at = line.index + 1; at < lines.length; at += 1) {
    const next = lines[at];
    // A heading after lines that were none opens the next part of the article.
    if (next && next.heading > 0 && found.some((one) => one.heading === 0 && (isHeadline(one) || !isHeadline(next))))
      break;
    const isListed = (one: PageLine): boolean =>
      isHeadline(one) ||
      (betweenHeadlines.test(one.text) && one.text.length < 40) ||
      isTeaser(one, found.findLast(isHeadline), line, page);
    if (!next || !isListed(next)) break;
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

/** The lines of the body that are still in it, numbered anew. */
function keptLines(root: Element, unkept: ReadonlySet<AnyNode> | undefined): readonly PageLine[] {
  const lines = linesOf(root, root, unkept);
  return unkept ? lines.filter(({ inBody }) => inBody).map((line, index) => ({ ...line, index })) : lines;
}

/** Lines that rules take, each with the first rule that takes it. */
export function findJunkLines(
  root: Element,
  { title = '', unkept }: JunkContext = {},
  rulesOf: RuleFinder = everyRule,
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
