/**
 * Pages of the open web written for training (`data/block-pages`): of `data-gold="1"` is the main content, of
 * `data-gold="0"` within it is not. The marks are taken off before a page is surveyed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/decode/index.ts';
import { type AnyNode, isElement, isText, type PageDom, parseHtml } from '../src/dom/index.ts';
import { type Segment, surveyReadable } from '../src/extract/classify/survey.ts';
import { tokens } from './align.ts';
import type { EvalPage, Gold } from './eval-set.ts';

const folder = new URL('../data/block-pages', import.meta.url).pathname;
const mark = 'data-gold';
const marks = new RegExp(`\\s${mark}="[01]"`, 'gu');
/** The first line: `<!-- gold {"type":"product","title":…} -->`. */
const header = /^<!-- gold (\{.*\}) -->\n/u;

/** Their paths below the folder, in order. */
export const writtenFiles = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort();

/** All written pages; each is a site of its own, for no two have the same frame. */
export const loadWrittenPages = (): EvalPage[] => writtenFiles().map(read);

function read(file: string): EvalPage {
  const given = readFileSync(join(folder, file), 'utf8');
  const told = header.exec(given)?.[1];
  if (told === undefined) throw new Error(`data/block-pages/${file}: the first line must be <!-- gold {…} -->`);
  const html = given.replace(header, '');
  const marked = surveyReadable(parse(file, html));
  const dom = parse(file, html.replace(marks, ''));
  const survey = surveyReadable(dom);
  const labels = Int8Array.from(marked.segments, labelOf);
  const gold = marked.segments.filter((_, i) => labels[i] === 1).map(({ text }) => text);
  return {
    set: 'written',
    gold: { ...(JSON.parse(told) as Partial<Gold>), id: file, ds: 'written', text: gold.join('\n') },
    site: file,
    dom,
    survey,
    labels,
    goldWords: tokens(gold.join('\n')).length,
  };
}

const parse = (source: string, html: string): PageDom =>
  parseHtml(decode({ source, bytes: Buffer.from(html) }).value).value;

/** 1 where most of the letters are marked, 0 where not, -1 for a picture alone. */
function labelOf({ nodes, text }: Segment): number {
  if (text === '') return -1;
  let right = 0;
  let all = 0;
  for (const node of nodes) {
    const letters = isText(node) ? node.data.trim().length : 0;
    all += letters;
    if (isGold(node)) right += letters;
  }
  return right * 2 >= all ? 1 : 0;
}

/** What the nearest mark around a node says. */
function isGold(node: AnyNode): boolean {
  for (let at: AnyNode | null = node; at; at = at.parent) {
    const said = isElement(at) ? at.attribs[mark] : undefined;
    if (said !== undefined) return said === '1';
  }
  return false;
}
