import type { Template } from './template.ts';

export const nukeviet: Template = {
  id: 'template/nukeviet',
  why: 'NukeViet prints the sapo outside the body node, so density scoring loses it.',
  source: 'nukeviet/nukeviet themes/default/modules/news/detail.tpl, versions 3 and 4',
  detect: ['#news-bodyhtml', '.news_column .newsdetail', '#hometext .imghome', '#news_detail'],
  body: ['#news-bodyhtml', '.bodytext', '#bodytext'],
  title: ['h1[itemprop=headline]', 'h1.title', '#news_detail h1', '#news_detail > h2'],
  sapo: ['.hometext', '.h-for', '#hometext h2', '#hometext > .h2', '#hometext'],
  picture: [
    '.news_column figure.article',
    '.newsdetail figure',
    '.news_column figure',
    '#hometext .imghome',
    '#hometext > .fl',
    '#news_detail > div[style*="float"]',
  ],
  date: ['[itemprop=datePublished]'],
  drop: ['.news-detail-player', '.hidden.hide.d-none'],
};
