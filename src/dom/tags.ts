/** The tags of a source, read as the parser will read them but without building a tree: many times faster. */
import { nameIn } from './names.ts';

export interface SourceTag {
  /** In lower case, its first letters alone when it is very long. */
  readonly name: string;
  readonly closes: boolean;
  readonly start: number;
  /** One past its `>`. */
  readonly end: number;
  /** Where reading goes on: behind the content of an element that holds no markup, such as a script. */
  readonly next: number;
}

/** Something that opens and never closes, so that the parser takes what follows for a part of it. */
export interface Unclosed {
  readonly what: string;
  readonly start: number;
  /** One past the last letter it takes. */
  readonly end: number;
}

/** Elements whose content is not markup. */
const raw = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
/** Those whose content is printed all the same. */
const printed = new Set(['xmp', 'noembed', 'noframes']);
/** Elements with markup in them that no reader sees. */
const unseen = new Set(['noscript', 'object', 'select', 'template']);
/** Tags that end an SVG or MathML image. Inside of one, no element is `raw`. */
const leavesImage = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li menu meta nobr ol p pre ' +
    'ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

/**
 * Visit every tag in order until `visit` returns false; comments and declarations are tags named `!`. Returns what opened
 * and never closed.
 */
export function readTags(source: string, visit: (tag: SourceTag) => boolean): readonly Unclosed[] {
  const unclosed: Unclosed[] = [];
  const hidden = new Map<string, { open: number; last: number }>();
  const toTheEnd = (what: string, start: number): number => {
    unclosed.push({ what, start, end: source.length });
    return source.length;
  };
  let inImage = false;
  for (let at = source.indexOf('<'); at >= 0; ) {
    const start = at;
    const closes = source.charCodeAt(start + 1) === 47;
    const name = nameAt(source, start + (closes ? 2 : 1));
    if (name === '') {
      const end = isComment(source.charCodeAt(start + 1)) ? commentEnd(source, start) : start + 1;
      const next = end < 0 ? toTheEnd('comment', start) : end;
      if (next > start + 1 && !visit({ name: '!', closes: false, start, end: next, next })) return unclosed;
      at = source.indexOf('<', next);
      continue;
    }
    const found = tagEnd(source, start + 1 + name.length, unclosed);
    const end = found < 0 ? toTheEnd(`<${name}>`, start) : found;
    let next = end;
    if (name === 'svg' || name === 'math') inImage = !closes && source.charCodeAt(end - 2) !== 47;
    else if (leavesImage.has(name)) inImage = false;
    else if (raw.has(name) && !closes && !inImage) {
      next = rawEnd(source, end, name);
      if (next < 0) next = printed.has(name) ? source.length : toTheEnd(`<${name}>`, start);
    } else if (unseen.has(name)) {
      const count = hidden.get(name) ?? { open: 0, last: start };
      count.open = Math.max(0, count.open + (closes ? -1 : 1));
      if (!closes) count.last = start;
      hidden.set(name, count);
    }
    if (!visit({ name, closes, start, end, next })) return unclosed;
    at = source.indexOf('<', next);
  }
  for (const [name, { open, last }] of hidden) if (open > 0) toTheEnd(`<${name}>`, last);
  return unclosed;
}

/** `!`, `?` or `/` behind a `<`, no name after it: a comment, a declaration, or what HTML takes for a comment. */
const isComment = (code: number): boolean => code === 33 || code === 63 || code === 47;

/** One past a comment; −1 when it never ends. `<!-->` and `<!--->` are comments too. */
function commentEnd(source: string, start: number): number {
  if (!source.startsWith('<!--', start)) return source.indexOf('>', start) + 1 || -1;
  if (source.startsWith('>', start + 4)) return start + 5;
  if (source.startsWith('->', start + 4)) return start + 6;
  const end = source.indexOf('-->', start + 4);
  if (end >= 0) return end + 3;
  const odd = source.indexOf('--!>', start + 4);
  return odd < 0 ? -1 : odd + 4;
}

/** The tag name that stands at a place, in lower case; empty when none does. */
function nameAt(source: string, start: number): string {
  let end = start;
  for (let code = source.charCodeAt(end); isNameCode(code) && end - start < 20; code = source.charCodeAt(end)) end += 1;
  return end > start && isLetter(source.charCodeAt(start)) ? nameIn(source, start, end) : '';
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isNameCode = (code: number): boolean =>
  isLetter(code) || (code >= 48 && code <= 57) || code === 45 || code === 58;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/**
 * One past the `>` of a tag, −1 when it has none. A quote counts after `=` alone; one that closes in front of more letters
 * was most likely meant to open there, and its value holds what was to be the page's text.
 */
function tagEnd(source: string, from: number, unclosed: Unclosed[]): number {
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code !== 61) continue;
    do at += 1;
    while (isSpace(source.charCodeAt(at)));
    const quote = source.charCodeAt(at);
    if (quote === 34 || quote === 39) {
      const close = source.indexOf(quote === 34 ? '"' : "'", at + 1);
      if (close < 0) return -1;
      if (goesOn(source, close + 1) && isTornOpen(source, at + 1, close))
        unclosed.push({ what: 'quote', start: at, end: close });
      at = close;
    } else {
      while (at < source.length && !isSpace(source.charCodeAt(at)) && source.charCodeAt(at) !== 62) at += 1;
      at -= 1;
    }
  }
  return -1;
}

/** Does more stand behind a closing quote than white space or the end of its tag? */
function goesOn(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return !isSpace(code) && code !== 62 && !source.startsWith('/>', at);
}

/** Does a value hold the end of its own tag, and then other tags? */
function isTornOpen(source: string, start: number, end: number): boolean {
  const tagEnds = source.indexOf('>', start);
  const tagOpens = source.indexOf('<', start);
  return tagEnds >= 0 && tagOpens > tagEnds && tagOpens < end;
}

function rawEnd(source: string, from: number, name: string): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2))
    if (nameAt(source, at + 2) === name) return at;
  return -1;
}
