import type { Template } from './template.ts';

export const typo3: Template = {
  id: 'template/typo3',
  why: 'TYPO3 prints day, category, title and lead of a news item into the node of its text, and a list of the latest beside it.',
  source: 'TYPO3 4, tt_news 2.5 and 3: TEMPLATE_SINGLE',
  detect: ['.news-single-item'],
  own: ['.news-single-item'],
  body: [],
  title: ['.news-single-item h1', '.news-single-item h2'],
  date: ['.news-single-timedata', '.news-single-date'],
  drop: [
    '.news-single-timedata',
    '.news-single-date',
    '.news-single-category',
    '.news-single-backlink',
    '.news-single-rightbox',
    '.news-single-files',
    '.news-single-links',
    '.news-single-related',
    '.news-latest-container',
  ],
};
