/**
 * A page too large to look for an article in: a data dump, a log, a page made to break its parser. Its text is read tag by
 * tag, in time that grows with its length alone, and all of it is kept: what is left out is markup, and that is told.
 */
import { decodeEntities, lossNotices, maxChars, maxLetters, maxTags, readTags, type SourceTag } from '../dom/index.ts';
import type { Article, Block, Notice, PageType, Staged, TextPage } from '../model/index.ts';
import { addressOf } from './site-of.ts';

/** Tags inside running text; all others part paragraphs. */
const inline = new Set(
  (
    '! a abbr acronym b bdi bdo big cite code dfn em font i img ins kbd label mark nobr q s samp small span strike strong ' +
    'sub sup time tt u var wbr'
  ).split(' '),
);
/** Elements whose content is no text of the page. */
const skipped = new Set(['script', 'style']);
/** With more of its letters in links, what was read is a list. */
const maxLinkShare = 0.6;

/** Read a page that is over the limits of `isTooLarge`: all its text, as paragraphs, headings and code. */
export function extractDump({ url, text: source }: TextPage): Staged<Article> {
  const text = startText();
  let title = '';
  let from = 0;
  const unclosed = readTags(source, (tag) => {
    text.add(source.slice(from, tag.start));
    text.tag(tag);
    const isTitle = tag.name === 'title' && tag.next > tag.end && tag.next < source.length;
    if (isTitle) title ||= oneLine(source.slice(tag.end, tag.next));
    from = isTitle || skipped.has(tag.name) ? tag.next : tag.end;
    return true;
  });
  text.add(source.slice(from));
  const { blocks, linkShare } = text.end();
  const pageType = typeOf(blocks, linkShare);
  const value: Article = {
    ...addressOf(url),
    ...(title !== '' && { title }),
    pageType,
    confidence: 0,
    body: blocks,
    attachments: [],
    removed: [],
    evidence: [],
  };
  const lost = unclosed.filter(({ what }) => !what.startsWith('<') || skipped.has(what.slice(1, -1)));
  return { value, notices: [...typeNotices(pageType), ...lossNotices(source, lost)] };
}

function typeOf(blocks: readonly Block[], linkShare: number): PageType {
  if (blocks.length === 0) return 'empty';
  return linkShare > maxLinkShare ? 'listing' : 'article';
}

function typeNotices(pageType: PageType): Notice[] {
  const large: Notice = {
    rule: 'page/too-large',
    level: 'error',
    params: { tags: maxTags, letters: maxLetters, chars: maxChars },
  };
  if (pageType === 'article') return [large];
  const reason = pageType === 'empty' ? 'no-text' : 'headlines';
  return [large, { rule: `page/${pageType}`, level: 'error', params: { reason } }];
}

/** White space as one space each; what is one already, nearly all of a large text, is left alone. */
const oneLine = (markup: string): string =>
  decodeEntities(markup)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();

interface Text {
  add(markup: string): void;
  tag(tag: SourceTag): void;
  end(): { readonly blocks: readonly Block[]; readonly linkShare: number };
}

/** Gathers text until a tag ends its paragraph. */
function startText(): Text {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let level = 0;
  let isCode = false;
  let inLink = false;
  let linked = 0;
  let all = 0;
  const close = (): void => {
    const markup = parts.join('');
    parts = [];
    const value = oneLine(markup);
    if (value === '') return;
    if (isCode) blocks.push({ kind: 'code', value: decodeEntities(markup).replace(/^\n/, '').trimEnd() });
    else blocks.push(toBlock(value, level));
  };
  return {
    add(markup) {
      if (markup === '') return;
      parts.push(markup);
      all += markup.length;
      if (inLink) linked += markup.length;
    },
    tag({ name, closes }) {
      if (name === 'a') inLink = !closes;
      if (inline.has(name)) return;
      close();
      if (name === 'pre') isCode = !closes;
      level = !closes && /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
    },
    end() {
      close();
      return { blocks, linkShare: linked / Math.max(1, all) };
    },
  };
}

function toBlock(value: string, level: number): Block {
  const children = [{ kind: 'text', value } as const];
  return level === 0
    ? { kind: 'paragraph', children }
    : { kind: 'heading', level: level as 1 | 2 | 3 | 4 | 5 | 6, children };
}
