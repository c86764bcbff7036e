import type { Nodes, PhrasingContent, Root } from 'mdast';
import { parseMarkdown } from '../markdown/index.ts';
import {
  type Draft,
  type DraftHeading,
  type DraftImage,
  type DraftLink,
  objectMark,
  type Passage,
  type TextRange,
} from '../model/index.ts';
import { align } from './align.ts';
import { type FrontMatterKeys, readFrontMatter } from './front-matter.ts';
import { findJsonFrontMatter, type JsonFrontMatter, readJsonFrontMatter } from './front-matter-json.ts';
import { readTomlFrontMatter } from './front-matter-toml.ts';
import { notProse, readHtmlPart } from './html.ts';
import { PassageBuilder } from './passage-builder.ts';
import { withUnprinted } from './unprinted.ts';

declare module 'mdast' {
  interface Toml extends Literal {
    type: 'toml';
  }
  interface FrontmatterContentMap {
    toml: Toml;
  }
  interface RootContentMap {
    toml: Toml;
  }
}

/** Name of an inline tag, and whether it closes an element. */
const inlineTag = /^<(\/?)([a-z][a-z0-9-]*)/i;

/** Read a Markdown draft: front matter, GFM, and blocks of HTML as an HTML draft is read. */
export function readMarkdown(source: string, text: string, keys: FrontMatterKeys): Draft {
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const json = findJsonFrontMatter(text.slice(offset));
  if (json) return readBelowJson(source, text, offset, json, keys);
  const { value: tree, notices } = parseMarkdown(text.slice(offset), ['yaml', 'toml']);
  const draft = new MarkdownReader(text, offset, keys).read(source, tree);
  return { ...draft, notices: [...draft.notices, ...notices] };
}

/** The parser knows no JSON front matter, which would be a paragraph to it: it reads what stands below. */
function readBelowJson(
  source: string,
  text: string,
  offset: number,
  { json, end }: JsonFrontMatter,
  keys: FrontMatterKeys,
): Draft {
  const start = offset + json.start;
  const linesTo = (at: number): number => text.slice(0, at).match(/\r\n?|\n/g)?.length ?? 0;
  const object = text.slice(start, offset + json.end);
  const { passages, ...front } = readJsonFrontMatter(object, start, linesTo(start) + 1, keys);
  const { value: tree, notices } = parseMarkdown(text.slice(offset + end), []);
  const draft = new MarkdownReader(text, offset + end, keys).read(source, tree);
  const above = linesTo(offset + end);
  const below = notices.map((notice) => ({ ...notice, line: (notice.line ?? 1) + above }));
  return {
    ...draft,
    ...front,
    passages: [...passages, ...draft.passages],
    outline: ` json()${draft.outline ?? ''}`,
    notices: [...front.notices, ...below],
  };
}

/** The parser counts the white space round a line end to no node where an inline element stands on the other side. */
function withLineEnds(value: string, source: string, { start, end }: TextRange): TextRange {
  let from = start;
  let to = end;
  if (value.startsWith('\n')) while (/[ \t]/.test(source[from - 1] ?? '')) from -= 1;
  if (value.endsWith('\n')) while (/[ \t>]/.test(source[to] ?? '')) to += 1;
  return { start: from, end: to };
}

/**
 * The line ends of a passage behind which a line begins with a mark. They stay: it may be a definition (`: …`) or an answer
 * (`? …`) of a dialect that the parser does not know.
 */
function lineEndsBeforeMarks({ text, from, to }: Passage, draft: string): TextRange[] {
  return [...text.matchAll(/[ \n](?=[,;:!?.])/g)]
    .map(({ index }) => ({ start: index, end: index + 1 }))
    .filter(({ start }) => /[\r\n]/.test(draft.slice(from[start] ?? -1, to[start] ?? -1)));
}

class MarkdownReader {
  readonly #text: string;
  readonly #offset: number;
  readonly #keys: FrontMatterKeys;
  readonly #passages: Passage[] = [];
  readonly #headings: DraftHeading[] = [];
  readonly #links: DraftLink[] = [];
  readonly #images: DraftImage[] = [];
  readonly #tags: (TextRange & { name: string })[] = [];
  readonly #comments: TextRange[] = [];
  #outline = '';
  /** The raised element that was opened last, and where its text begins in its passage. */
  #raised: { readonly builder: PassageBuilder; readonly start: number } | undefined;
  #front: Pick<Draft, 'fields' | 'notices'> = { notices: [] };

  constructor(text: string, offset: number, keys: FrontMatterKeys) {
    this.#text = text;
    this.#offset = offset;
    this.#keys = keys;
  }

  read(source: string, tree: Root): Draft {
    this.#block(tree);
    const { passages, comments } = withUnprinted(this.#text, this.#passages);
    return {
      source,
      kind: 'markdown',
      text: this.#text,
      passages,
      headings: this.#headings,
      links: this.#links,
      images: this.#images,
      tags: this.#tags,
      comments: [...this.#comments, ...comments].sort((a, b) => a.start - b.start),
      outline: this.#outline,
      ...this.#front,
    };
  }

  #range(node: Nodes): TextRange {
    const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
    return { start: (start.offset ?? 0) + this.#offset, end: (end.offset ?? 0) + this.#offset };
  }

  /** Remember that a node begins or, without a type, that the last one opened ends. */
  #note(type = ''): void {
    this.#outline += type === '' ? ')' : ` ${type}(`;
  }

  #block(node: Nodes): void {
    this.#note(node.type);
    switch (node.type) {
      case 'yaml':
        this.#frontMatter(node.value, readFrontMatter);
        break;
      case 'toml':
        this.#frontMatter(node.value, readTomlFrontMatter);
        break;
      case 'paragraph':
        this.#passage('paragraph', node, node.children);
        break;
      case 'heading': {
        const text = this.#passage('heading', node, node.children);
        this.#headings.push({ level: node.depth, text, ...this.#range(node) });
        break;
      }
      case 'tableCell':
        this.#passage('cell', node, node.children);
        break;
      case 'html':
        this.#htmlBlock(node.value, this.#range(node));
        break;
      default:
        if ('children' in node) for (const child of node.children) this.#block(child);
    }
    this.#note();
  }

  #frontMatter(value: string, read: typeof readFrontMatter): void {
    const [fence = ''] = /^[^\r\n]*(?:\r\n?|\n)/.exec(this.#text.slice(this.#offset)) ?? [];
    const start = this.#offset + fence.length;
    const { passages, ...front } = read(value, start, this.#keys);
    this.#passages.push(...passages);
    this.#front = front;
  }

  #passage(kind: Passage['kind'], node: Nodes, children: readonly PhrasingContent[]): string {
    const builder = new PassageBuilder();
    const code = { depth: 0 };
    for (const child of children) this.#inline(child, builder, code);
    const passage = builder.build(kind, this.#range(node));
    if (passage)
      this.#passages.push({ ...passage, fixed: [...passage.fixed, ...lineEndsBeforeMarks(passage, this.#text)] });
    return passage?.text ?? '';
  }

  #inline(node: PhrasingContent, builder: PassageBuilder, code: { depth: number }): void {
    const range = this.#range(node);
    if (node.type !== 'text') this.#note(node.type);
    switch (node.type) {
      case 'text': {
        const value = node.value.replace(/\r\n?/g, '\n');
        const { start, end } = node.position ? withLineEnds(value, this.#text, range) : range;
        const places = node.position && align(value, this.#text, start, end, 'markdown');
        if (places) builder.addFlowing(value, places.from, places.to, code.depth > 0);
        else builder.addForeign(value);
        break;
      }
      case 'inlineCode':
        builder.addCode(node.value);
        break;
      case 'break':
        builder.addForeign('\n');
        break;
      case 'html': {
        const tag = inlineTag.exec(node.value);
        if (tag && notProse.has((tag[2] as string).toLowerCase()))
          code.depth = Math.max(0, code.depth + (tag[1] === '/' ? -1 : 1));
        if (/^<br\b/i.test(node.value)) builder.addForeign('\n');
        this.#raise(tag, builder);
        this.#html(node.value, range);
        break;
      }
      case 'image':
        this.#images.push({ src: node.url, alt: node.alt ?? '', ...range });
        builder.addForeign(objectMark);
        break;
      case 'link': {
        const inner = new PassageBuilder();
        // A bare address is its own text: not prose.
        const written = this.#text[range.start] === '[';
        for (const child of node.children) this.#inline(child, inner, code);
        this.#links.push({ href: node.url, text: inner.text, ...range });
        builder.append(inner, !written);
        break;
      }
      case 'footnoteReference': {
        const start = builder.text.length;
        builder.addForeign(objectMark);
        builder.raise(start);
        break;
      }
      case 'imageReference':
        builder.addForeign(objectMark);
        break;
      default: {
        const start = builder.text.length;
        for (const child of node.children) this.#inline(child, builder, code);
        if (node.type === 'emphasis' || node.type === 'strong') builder.emphasize(start);
      }
    }
    if (node.type !== 'text') this.#note();
  }

  /** Remember where the text of a raised element begins, and tell where it ends. */
  #raise(tag: RegExpExecArray | null, builder: PassageBuilder): void {
    if (tag?.[2]?.toLowerCase() !== 'sup') return;
    if (tag[1] === '') this.#raised = { builder, start: builder.text.length };
    else if (this.#raised?.builder === builder) builder.raise(this.#raised.start);
  }

  /**
   * Read a block of HTML. One in a quotation or a list, where marks of Markdown stand in its lines, is left alone, and so
   * are commands (`<?php`), whose end an HTML parser does not see.
   */
  #htmlBlock(value: string, range: TextRange): void {
    const written = this.#text.slice(range.start, range.end);
    if (/^<(?:\?|!(?!--))/.test(value) || written.replace(/\r\n?/g, '\n') !== value.replace(/\r\n?/g, '\n')) {
      this.#html(value, range);
      return;
    }
    const { passages, headings, links, images, comments } = readHtmlPart(this.#text, range);
    this.#passages.push(...passages);
    this.#headings.push(...headings);
    this.#links.push(...links);
    this.#images.push(...images);
    this.#comments.push(...comments);
    this.#tagsIn(value, range);
  }

  #html(value: string, range: TextRange): void {
    if (value.startsWith('<!--')) this.#comments.push(range);
    this.#tagsIn(value, range);
  }

  #tagsIn(value: string, range: TextRange): void {
    for (const match of value.matchAll(/<([a-z][a-z0-9-]*)(?=[\s/>])[^<>]{0,2000}>/gi)) {
      const start = range.start + match.index;
      this.#tags.push({ name: (match[1] as string).toLowerCase(), start, end: start + match[0].length });
    }
  }
}
