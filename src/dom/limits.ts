/**
 * What a parser must be spared. HTML's own rules take quadratic time on deep nesting and on many attributes of one tag,
 * so a page of a megabyte can hold a machine for minutes. One look over the source finds such places before the parser
 * does: what is over a limit is left out and told, never silently cut.
 */
import type { Notice } from '../model/index.ts';
import { countFormatting } from './formatting.ts';

/** Elements nested deeper are read as if their tags were not there. The deepest of 5,776 captured portal pages has 92. */
export const maxDepth = 400;
/** Attributes beyond are left out of a tag. The most seen on a captured page is 31. */
export const maxAttributes = 500;
/**
 * Elements that the parser may open anew because nobody closed them; beyond, a page is read without its formatting tags.
 * The worst of 748 pages has 1,607.
 */
export const maxReopened = 20_000;
/** Tags beyond are not read, nor the text among them: a page of that size is a data dump. */
export const maxTags = 100_000;
/** Letters beyond are not read. */
export const maxChars = 5_000_000;

/** Elements without content, and those whose end HTML supplies itself: they do not nest. */
const flat = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup ' +
    'thead tbody tfoot colgroup rt rp html head body a !doctype'
  ).split(' '),
);
/** Elements whose content is not markup. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
/** A tag longer than this is looked at attribute by attribute. */
const longTag = 4096;

export interface Tamed {
  readonly text: string;
  readonly notices: readonly Notice[];
}

/** Bring a source within the limits; most pages come back as the same string. */
export function tame(source: string): Tamed {
  const notices: Notice[] = [];
  let text = source;
  if (text.length > maxChars) {
    notices.push({ rule: 'page/too-large', level: 'error', params: { limit: maxChars } });
    text = text.slice(0, maxChars);
  }
  const cuts = findCuts(text);
  if (cuts.attributes > 0)
    notices.push({ rule: 'markup/too-many-attributes', level: 'warning', params: { limit: maxAttributes } });
  if (cuts.depth > 0)
    notices.push({ rule: 'markup/too-deep', level: 'warning', params: { limit: maxDepth, tags: cuts.depth } });
  if (cuts.reopened > maxReopened)
    notices.push({ rule: 'markup/unclosed-formatting', level: 'warning', params: { limit: maxReopened } });
  if (cuts.end < text.length)
    notices.push({ rule: 'markup/too-many-tags', level: 'error', params: { limit: maxTags } });
  return { text: cutOut(text, cuts), notices };
}

interface Cuts {
  /** Ranges to leave out: start, end, start, end, … */
  readonly ranges: number[];
  depth: number;
  attributes: number;
  /** Elements that the parser would open anew. */
  reopened: number;
  /** Where reading ends. */
  end: number;
}

function findCuts(text: string): Cuts {
  const cuts: Cuts = { ranges: [], depth: 0, attributes: 0, reopened: 0, end: text.length };
  const formatting = countFormatting();
  const formattingTags: number[] = [];
  let depth = 0;
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; ) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end < 0) break;
      at = text.indexOf('<', end);
      continue;
    }
    const closes = text.charCodeAt(at + 1) === 47;
    const name = nameAt(text, at + (closes ? 2 : 1));
    if (name === '') {
      at = text.indexOf('<', at + 1);
      continue;
    }
    tags += 1;
    if (tags > maxTags) {
      cuts.end = at;
      break;
    }
    const end = tagEnd(text, at, cuts);
    if (!flat.has(name) && !raw.has(name)) {
      const tooDeep = closes ? depth > maxDepth : depth >= maxDepth;
      if (tooDeep) {
        cuts.ranges.push(at, end);
        cuts.depth += 1;
      } else if (formatting.isFormatting(name)) {
        formattingTags.push(at, end);
        if (closes) formatting.close(name);
        else formatting.open(name, text.slice(at, end));
      }
      depth = Math.max(0, depth + (closes ? -1 : 1));
    }
    if (!closes && !formatting.isFormatting(name)) cuts.reopened += formatting.standing();
    at = raw.has(name) && !closes ? rawEnd(text, end, name) : text.indexOf('<', end);
  }
  return cuts.reopened > maxReopened ? { ...cuts, ranges: inOrder(cuts.ranges, formattingTags) } : cuts;
}

/** Ranges of two lists as one, in order. */
function inOrder(...lists: readonly (readonly number[])[]): number[] {
  const ranges = lists.flatMap((list) =>
    Array.from({ length: list.length / 2 }, (_, i): [number, number] => [list[2 * i]!, list[2 * i + 1]!]),
  );
  return ranges.sort(([a], [b]) => a - b).flat();
}

/** The tag name that stands at a place, in lower case; empty when none does. */
function nameAt(text: string, start: number): string {
  let end = start;
  for (let code = text.charCodeAt(end); isNameCode(code) && end - start < 20; code = text.charCodeAt(end)) end += 1;
  return end > start && isLetter(text.charCodeAt(start)) ? text.slice(start, end).toLowerCase() : '';
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isNameCode = (code: number): boolean =>
  isLetter(code) || (code >= 48 && code <= 57) || code === 45 || code === 58;

/** One past the `>` of a tag. A long one is read by the rules of quotes, and what it has over the limit is cut. */
function tagEnd(text: string, start: number, cuts: Cuts): number {
  const near = text.indexOf('>', start);
  if (near >= 0 && near - start < longTag) return near + 1;
  const attribute = /[\s/]*(?:[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?|=)/y;
  let at = start + 1;
  let count = 0;
  let cutFrom = -1;
  for (;;) {
    attribute.lastIndex = at;
    if (!attribute.test(text)) break;
    at = attribute.lastIndex;
    count += 1;
    if (count === maxAttributes) cutFrom = at;
  }
  const end = text.indexOf('>', at);
  const stop = end < 0 ? text.length : end;
  if (cutFrom >= 0 && stop > cutFrom) {
    cuts.ranges.push(cutFrom, stop);
    cuts.attributes += 1;
  }
  return Math.min(text.length, stop + 1);
}

function rawEnd(text: string, from: number, name: string): number {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2))
    if (nameAt(text, at + 2) === name) return at;
  return -1;
}

function cutOut(text: string, { ranges, end }: Cuts): string {
  if (ranges.length === 0) return end < text.length ? text.slice(0, end) : text;
  const parts: string[] = [];
  let at = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i]! < at) continue;
    parts.push(text.slice(at, ranges[i]));
    at = ranges[i + 1]!;
  }
  parts.push(text.slice(at, end));
  return parts.join('');
}
