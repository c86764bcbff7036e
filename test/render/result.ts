import type { Article, CleanResult } from '../../src/model/index.ts';

/** A result with nothing but what a test says. */
export const resultOf = (article: Partial<Article> = {}, rest: Partial<CleanResult> = {}): CleanResult => ({
  article: { pageType: 'article', confidence: 1, body: [], attachments: [], removed: [], evidence: [], ...article },
  edits: [],
  suggestions: [],
  source: 'trang.html',
  encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  findings: [],
  provenance: { sha256: '0'.repeat(64), tool: 'sach/0.1.0' },
  ...rest,
});
