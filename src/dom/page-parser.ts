/**
 * The parser of the HTML standard, with a short way through what most of a page is made of: text, tags as people write them,
 * comments, scripts. parse5 reads letter by letter, through seventy states; here a whole tag or text is cut out at once and
 * handed on as the token that the states would have made. What is written in any other way, they still read.
 */
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { html, InsertionMode, Parser, parse, Token, Tokenizer, TokenizerMode } from 'parse5';
import { detached, nameIn, valueIn } from './names.ts';
import { type Document, type PageTree, treeAdapter } from './tree.ts';

/** Parse a page, as parse5's own `parse` does on every input. */
export function parsePage(text: string): Document {
  // Line ends are read as “\n”, and NUL in a way of its own by nearly every state.
  const source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const options = { treeAdapter, scriptingEnabled: false };
  if (source.includes('\0')) return parse<PageTree>(source, options);
  const parser = new Parser<PageTree>(options);
  parser.tokenizer = new PageTokenizer(parser);
  parser.tokenizer.write(source, true);
  return parser.document;
}

/** How an ASCII sign is read in a tag: 0 for what names are made of. */
const signs = new Uint8Array(128);
const [space, solidus, greater, equals] = [1, 2, 3, 4];
for (const sign of '\t\n\f\r ') signs[sign.charCodeAt(0)] = space;
signs['/'.charCodeAt(0)] = solidus;
signs['>'.charCodeAt(0)] = greater;
signs['='.charCodeAt(0)] = equals;

const bang = 33;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const ampersand = 38;
const less = 60;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Tags known to HTML, by name: the name as the same string every time, which is compared and looked up fastest. */
const knownTags = new Map(
  Object.values(html.TAG_NAMES).map((name) => [name as string, { name, id: html.getTagID(name) }]),
);

/** Where spaces and other letters are told apart by the parser beyond what comes first. */
const partsText = new Set([
  InsertionMode.IN_COLUMN_GROUP,
  InsertionMode.IN_FRAMESET,
  InsertionMode.AFTER_FRAMESET,
  InsertionMode.AFTER_AFTER_FRAMESET,
]);

/** Where they are not. */
const joinsText = new Set([InsertionMode.IN_BODY, InsertionMode.IN_CELL, InsertionMode.IN_CAPTION]);

class PageTokenizer extends Tokenizer {
  readonly #parser: Parser<PageTree>;
  /** Up to here the states read. */
  #longWay = 0;
  /** Of the tag that is read. */
  readonly #attrs: Token.Attribute[] = [];

  constructor(parser: Parser<PageTree>) {
    super(parser.options, parser);
    this.#parser = parser;
    // The whole page is there: what has been read need not be dropped.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY;
  }

  protected override _runParsingLoop(): void {
    if (this.inLoop) return;
    this.inLoop = true;
    while (this.active) if (!this.#readShort()) this._callState(this._consume());
    this.inLoop = false;
  }

  /** Read one token the short way, if it is written so that this can be done. */
  #readShort(): boolean {
    const { preprocessor, state } = this;
    const at = preprocessor.pos + 1;
    if (at < this.#longWay) return false;
    if (state === TokenizerMode.SCRIPT_DATA || state === TokenizerMode.RAWTEXT) return this.#readRaw(at);
    if (state !== TokenizerMode.DATA) return false;
    const source = preprocessor.html;
    const code = source.charCodeAt(at);
    if (at >= source.length) return false;
    if (code !== less) return this.#readText(source, at);
    const next = source.charCodeAt(at + 1);
    if (isLetter(next)) return this.#readStartTag(source, at + 1);
    if (next === slash) return this.#readEndTag(source, at + 2);
    return next === bang && this.#readComment(source, at + 2);
  }

  /** The parser wants to know of spaces only before the first letter, and inside a paragraph not even of those. */
  #readText(source: string, start: number): boolean {
    const { insertionMode, skipNextNewLine } = this.#parser;
    if (partsText.has(insertionMode)) return false;
    const next = source.indexOf('<', start);
    const end = next < 0 ? source.length : next;
    let at = start;
    while (at < end && signs[source.charCodeAt(at)] === space) at += 1;
    this.#end(end - 1);
    if (at < end && source.charCodeAt(at) !== ampersand && joinsText.has(insertionMode) && !skipNextNewLine) {
      this.handler.onCharacter(text(Token.TokenType.CHARACTER, cutText(source, start, end)));
      return true;
    }
    // Spaces may be written as entities too.
    const rest = cutText(source, at, end);
    let letters = 0;
    while (signs[rest.charCodeAt(letters)] === space) letters += 1;
    const spaces = valueIn(source, start, at) + rest.slice(0, letters);
    if (spaces !== '') this.handler.onWhitespaceCharacter(text(Token.TokenType.WHITESPACE_CHARACTER, spaces));
    if (letters < rest.length) this.handler.onCharacter(text(Token.TokenType.CHARACTER, rest.slice(letters)));
    return true;
  }

  #readComment(source: string, start: number): boolean {
    if (!source.startsWith('--', start)) return false;
    const end = source.indexOf('-->', start + 2);
    if (end < 0) return false;
    const data = source.slice(start + 2, end);
    if (data.startsWith('>') || data.startsWith('->') || data.includes('--!')) return false;
    this.#end(end + 2);
    this.handler.onComment({ type: Token.TokenType.COMMENT, data, location: null });
    return true;
  }

  /** The content of `<script>`, `<style>` and their like, up to the end tag. */
  #readRaw(start: number): boolean {
    const source = this.preprocessor.html;
    const name = this.lastStartTagName;
    let end = source.indexOf('</', start);
    while (end >= 0 && !endsRaw(source, end + 2, name)) end = source.indexOf('</', end + 2);
    const content = source.slice(start, end < 0 ? source.length : end);
    // A script that writes a script inside a comment hides its end.
    if (end <= start || (content.includes('<!--') && /<script/i.test(content))) {
      this.#longWay = start + content.length;
      return false;
    }
    this.#end(end - 1);
    this.handler.onCharacter(text(Token.TokenType.CHARACTER, content));
    return true;
  }

  #readEndTag(source: string, start: number): boolean {
    if (!isLetter(source.charCodeAt(start))) return false;
    const nameEnd = endOfName(source, start);
    let at = nameEnd;
    while (signs[source.charCodeAt(at)] === space) at += 1;
    if (signs[source.charCodeAt(at)] !== greater) return false;
    const token = tag(Token.TokenType.END_TAG, nameIn(source, start, nameEnd));
    this.#end(at);
    this.handler.onEndTag(token);
    return true;
  }

  #readStartTag(source: string, start: number): boolean {
    let at = endOfName(source, start);
    const token = tag(Token.TokenType.START_TAG, nameIn(source, start, at));
    const attrs = this.#attrs;
    attrs.length = 0;
    for (;;) {
      const sign = signs[source.charCodeAt(at)];
      if (sign === greater) break;
      if (sign === space || sign === solidus) {
        at += 1;
        token.selfClosing = sign === solidus && signs[source.charCodeAt(at)] === greater;
        continue;
      }
      if (sign === equals) return false;
      const nameEnd = endOfName(source, at);
      const name = nameIn(source, at, nameEnd);
      if (nameEnd === at) return false;
      at = nameEnd;
      while (signs[source.charCodeAt(at)] === space) at += 1;
      let value = '';
      if (signs[source.charCodeAt(at)] === equals) {
        at += 1;
        while (signs[source.charCodeAt(at)] === space) at += 1;
        const quote = source.charCodeAt(at);
        const isQuoted = quote === doubleQuote || quote === singleQuote;
        const from = isQuoted ? at + 1 : at;
        const end = isQuoted ? source.indexOf(quote === doubleQuote ? '"' : "'", from) : endOfUnquoted(source, from);
        if (end < 0) return false;
        value = isUnlike.has(name) ? cut(source, from, end) : valueIn(source, from, end);
        if (value.includes('&')) value = decodeHTMLAttribute(value);
        at = isQuoted ? end + 1 : end;
      }
      if (!hasName(attrs, name)) attrs.push({ name, value });
    }
    // An array that is grown is made for seventeen.
    if (attrs.length > 0) token.attrs = attrs.slice();
    this.lastStartTagName = token.tagName;
    this.#end(at);
    this.handler.onStartTag(token);
    return true;
  }

  /** All up to here is read; what the states had begun is complete. */
  #end(at: number): void {
    this._emitCurrentCharacterToken(null);
    this.preprocessor.pos = at;
  }
}

const text = <Type extends Token.CharacterToken['type']>(type: Type, chars: string): Token.CharacterToken => ({
  type,
  chars,
  location: null,
});

function tag(type: Token.TagToken['type'], name: string): Token.TagToken {
  const known = knownTags.get(name);
  return {
    type,
    tagName: known?.name ?? name,
    tagID: known?.id ?? html.TAG_ID.UNKNOWN,
    selfClosing: false,
    ackSelfClosing: false,
    attrs: [],
    location: null,
  };
}

function hasName(attrs: readonly Token.Attribute[], name: string): boolean {
  for (let i = 0; i < attrs.length; i += 1) if (attrs[i]!.name === name) return true;
  return false;
}

/** Attributes whose values are hardly ever met again. */
const isUnlike = new Set(['href', 'src', 'alt', 'title', 'content']);

/** A piece of the source that does not keep the rest alive: a page learnt from would stay for the sake of one class name. */
const cut = (source: string, start: number, end: number): string => detached(source.slice(start, end));

function cutText(source: string, start: number, end: number): string {
  const written = cut(source, start, end);
  return written.includes('&') ? decodeHTML(written) : written;
}

/** Where a name ends; at its start where none of ASCII letters stands. */
function endOfName(source: string, start: number): number {
  let at = start;
  while (signs[source.charCodeAt(at)] === 0) at += 1;
  return at;
}

/** Where a value without quotes ends; −1 where the page does before it. */
function endOfUnquoted(source: string, start: number): number {
  for (let at = start; at < source.length; at += 1) {
    const sign = signs[source.charCodeAt(at)];
    if (sign === space || sign === greater) return at;
  }
  return -1;
}

/** Does the end tag of this name stand here, after its “</”? */
function endsRaw(source: string, at: number, name: string): boolean {
  const end = at + name.length;
  const sign = signs[source.charCodeAt(end)];
  return (sign === space || sign === solidus || sign === greater) && nameIn(source, at, end) === name;
}
