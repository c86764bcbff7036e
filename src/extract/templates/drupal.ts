import type { Template } from './template.ts';

export const drupal: Template = {
  id: 'template/drupal',
  why: 'Drupal prints every field of a node in a box of its own: the text among boxes about its author, its files and its terms.',
  source: 'Drupal 6 and 7: node.tpl.php with upload.module, field.tpl.php',
  detect: ['.node .field-name-body', '.node[id^=node-] #attachments'],
  // Some sites keep the text in fields of their own, and the lead in this one.
  body: [
    '.node-full .field-name-body',
    '.view-mode-full .field-name-body',
    '.node .field-name-body',
    '.node[id^=node-] > .content',
  ],
  // Views lay teasers of other nodes beside this one.
  boxes: ['.block-views', '.node-teaser', '.view-mode-teaser'],
  title: ['#page-title', 'h1.page-title'],
  drop: ['#attachments', '.field-name-upload', 'ul.links.inline', '.node .submitted'],
};
