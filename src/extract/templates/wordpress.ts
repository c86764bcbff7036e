import type { Template } from './template.ts';

export const wordpress: Template = {
  id: 'template/wordpress',
  why: 'Share bars and related posts are put inside the content node by plugins.',
  source: 'WordPress default themes: single.php, entry-content',
  detect: ['body.single-post', 'body.single', 'body.wp-singular', 'article.type-post .entry-content'],
  body: [
    'article.type-post .entry-content',
    '.single-post .entry-content',
    '.post .entry-content',
    '.td-post-content',
    '.single-post .post-inner > .entry',
  ],
  title: ['h1.entry-title', 'h1.post-title'],
  byline: ['.entry-meta .author', '.byline .author'],
  date: ['time.entry-date', '.entry-date'],
  drop: [
    '.sharedaddy',
    '.share-post',
    '.jp-relatedposts',
    '#jp-relatedposts',
    '.addtoany_share_save_container',
    '.yarpp-related',
    '.wp-block-buttons',
    '.ez-toc-container',
    '#ez-toc-container',
  ],
};
