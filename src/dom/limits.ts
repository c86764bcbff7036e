/**
 * What a parser must be spared. HTML's own rules take quadratic time on deep nesting and on many attributes of one tag,
 * so a page of a megabyte can hold a machine for minutes. One look over the source finds such places before the parser
 * does: what is over a limit is left out and told, never silently cut.
 */
import type { Notice } from '../model/index.ts';
import { countFormatting } from './formatting.ts';
import { readTags, type SourceTag, type Unclosed } from './tags.ts';

/** Elements nested deeper are read as if their tags were not there. The deepest of 5,776 captured portal pages has 92. */
export const maxDepth = 400;
/** Attributes beyond are left out of a tag. The most seen on a captured page is 31. */
export const maxAttributes = 500;
/**
 * Elements that the parser may open anew because nobody closed them; beyond, a page is read without its formatting tags.
 * The worst of 748 pages has 1,607.
 */
const maxReopened = 20_000;
/** A page of more tags takes over a second and is most likely a dump of data. The most of 780 pages is 16,213. */
export const maxTags = 40_000;
/** The same of letters outside tags and scripts; the most is 413,032, and a code of law has as many. */
export const maxLetters = 1_000_000;
/** The same of the whole source, scripts among it, but for pictures and fonts that stand in it as data. */
export const maxChars = 5_000_000;
/** What an unclosed tag or comment takes with it is told from so many characters on: less is the torn end of a page. */
const minLost = 40;

/** Elements without content, and those whose end HTML supplies itself: they do not nest. */
const flat = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup ' +
    'thead tbody tfoot colgroup rt rp html head body a ' +
    // Their content is not markup.
    'script style textarea title xmp iframe noembed noframes'
  ).split(' '),
);
/** A tag longer than this is looked at attribute by attribute. */
const longTag = 4096;

/** Is a page too large to look for an article in? A short source cannot be. */
export function isTooLarge(source: string): boolean {
  if (source.length > maxChars && source.length - dataChars(source) > maxChars) return true;
  if (source.length < Math.min(maxLetters, maxTags * 3)) return false;
  let tags = 0;
  let letters = source.length;
  readTags(source, ({ start, next }) => {
    tags += 1;
    letters -= next - start;
    return tags <= maxTags;
  });
  return tags > maxTags || letters > maxLetters;
}

/** SingleFile and its like keep a page with all that it shows in one file: `data:image/jpeg;base64,…`, megabytes of it. */
function dataChars(source: string): number {
  const mark = ';base64,';
  const data = /[\w+/=%-]*/y;
  let count = 0;
  for (let at = source.indexOf(mark); at >= 0; at = source.indexOf(mark, data.lastIndex)) {
    data.lastIndex = at + mark.length;
    count += data.exec(source)?.[0].length ?? 0;
  }
  return count;
}

export interface Tamed {
  readonly text: string;
  readonly notices: readonly Notice[];
}

/** Bring a source within the limits; most pages come back as the same string. */
export function tame(source: string): Tamed {
  const cuts = findCuts(source);
  const notices: Notice[] = [];
  if (cuts.attributes > 0)
    notices.push({ rule: 'markup/too-many-attributes', level: 'warning', params: { limit: maxAttributes } });
  if (cuts.depth > 0)
    notices.push({ rule: 'markup/too-deep', level: 'warning', params: { limit: maxDepth, tags: cuts.depth } });
  if (cuts.reopened > maxReopened)
    notices.push({ rule: 'markup/unclosed-formatting', level: 'warning', params: { limit: maxReopened } });
  return { text: cutOut(source, cuts), notices: [...notices, ...lossNotices(source, cuts.unclosed)] };
}

/** What is lost to a tag, a comment or a quote that nobody closed, each kind told once. */
export function lossNotices(source: string, unclosed: readonly Unclosed[]): Notice[] {
  const lost = unclosed.filter(({ start, end }) => end - start > minLost);
  return [...new Set(lost.map(({ what }) => what))].map((what): Notice => {
    const same = lost.filter((one) => one.what === what);
    const count = same.reduce((sum, { start, end }) => sum + end - start, 0);
    return {
      rule: 'markup/unclosed',
      level: 'warning',
      params: { what, count },
      ...lineAndColumn(source, same[0]?.start ?? 0),
    };
  });
}

function lineAndColumn(source: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = source.indexOf('\n'); end >= 0 && end < at; end = source.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}

interface Cuts {
  /** Ranges to leave out: start, end, start, end, … */
  readonly ranges: readonly number[];
  readonly depth: number;
  readonly attributes: number;
  /** Elements that the parser would open anew. */
  readonly reopened: number;
  readonly unclosed: readonly Unclosed[];
}

function findCuts(text: string): Cuts {
  const ranges: number[] = [];
  const counts = { depth: 0, attributes: 0, reopened: 0 };
  const formatting = countFormatting();
  const formattingTags: number[] = [];
  let depth = 0;
  const unclosed = readTags(text, (tag) => {
    const { name, closes, start, end } = tag;
    if (name === '!') return true;
    if (end - start >= longTag) {
      const [cutFrom, cutTo] = attributesOver(text, tag);
      if (cutFrom < cutTo) {
        ranges.push(cutFrom, cutTo);
        counts.attributes += 1;
      }
    }
    if (!flat.has(name)) {
      const tooDeep = closes ? depth > maxDepth : depth >= maxDepth;
      if (tooDeep) {
        ranges.push(start, end);
        counts.depth += 1;
      } else if (formatting.isFormatting(name)) {
        formattingTags.push(start, end);
        if (closes) formatting.close(name);
        else formatting.open(name, text.slice(start, end));
      }
      depth = Math.max(0, depth + (closes ? -1 : 1));
    }
    if (!closes && !formatting.isFormatting(name)) counts.reopened += formatting.standing();
    return true;
  });
  return { ...counts, ranges: counts.reopened > maxReopened ? inOrder(ranges, formattingTags) : ranges, unclosed };
}

/** Ranges of two lists as one, in order. */
function inOrder(...lists: readonly (readonly number[])[]): number[] {
  const ranges = lists.flatMap((list) =>
    Array.from({ length: list.length / 2 }, (_, i): [number, number] => [list[2 * i]!, list[2 * i + 1]!]),
  );
  return ranges.sort(([a], [b]) => a - b).flat();
}

/** From where to where a tag has more attributes than the limit; nothing for most. */
function attributesOver(text: string, { start, end }: SourceTag): readonly [number, number] {
  const attribute = /[\s/]*(?:[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?|=)/y;
  attribute.lastIndex = start + 1;
  for (let count = 0; count < maxAttributes; count += 1)
    if (!attribute.test(text) || attribute.lastIndex >= end) return [end, end];
  return [attribute.lastIndex, end - 1];
}

function cutOut(text: string, { ranges }: Cuts): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i]! < at) continue;
    parts.push(text.slice(at, ranges[i]));
    at = ranges[i + 1]!;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
