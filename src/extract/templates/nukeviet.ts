import type { Template } from './template.ts';

export const nukeviet: Template = {
  id: 'template/nukeviet',
  why: 'NukeViet prints the sapo outside the body node, so density scoring loses it.',
  source: 'nukeviet/nukeviet themes/default/modules/news/detail.tpl',
  detect: ['#news-bodyhtml', '.news_column .newsdetail'],
  body: ['#news-bodyhtml'],
  title: ['h1[itemprop=headline]', 'h1.title'],
  sapo: ['.hometext', '.h-for'],
  picture: ['.news_column figure.article', '.newsdetail figure', '.news_column figure'],
  date: ['[itemprop=datePublished]'],
  drop: ['.news-detail-player', '.hidden.hide.d-none'],
};
