import type { Article, Block, Inline, Staged, TextPage } from '../model/index.ts';
import { addressOf } from './site-of.ts';

/** Read plain text as an article: blank lines part paragraphs, other line ends stay line breaks. Nothing is dropped. */
export function extractText(page: TextPage): Staged<Article> {
  const body = paragraphs(page.text);
  const empty = body.length === 0;
  return {
    value: {
      ...addressOf(page.url),
      pageType: empty ? 'empty' : 'article',
      confidence: 1,
      body,
      attachments: [],
      removed: [],
      evidence: [],
    },
    notices: empty ? [{ rule: 'page/empty', level: 'error', params: { reason: 'no-text' } }] : [],
  };
}

/** Paragraphs of a plain text. */
export function paragraphs(text: string): Block[] {
  const lines = text
    .replace(/\r\n?|\f|\u2028/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .split('\n');
  const blocks: Block[] = [];
  let run: Inline[] = [];
  for (const line of [...lines, '']) {
    const value = line.trim();
    if (value !== '') run.push(...(run.length > 0 ? [{ kind: 'break' } as const] : []), { kind: 'text', value });
    else if (run.length > 0) {
      blocks.push({ kind: 'paragraph', children: run });
      run = [];
    }
  }
  return blocks;
}
