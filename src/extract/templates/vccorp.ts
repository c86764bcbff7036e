import type { Template } from './template.ts';

/** The newspapers that run on VCCorp's newsroom system. */
export const vccorp: Template = {
  id: 'template/vccorp',
  why: 'Boxes with other stories stand between the paragraphs of the story.',
  source: 'VCCorp article pages: class afcbc-body and data-role hooks',
  detect: ['.afcbc-body', '[data-role=content]'],
  body: ['.detail-content.afcbc-body', '[data-role=content]', '.afcbc-body'],
  title: ['[data-role=title]', 'h1'],
  sapo: ['[data-role=sapo]', '.detail-sapo', '.sapo'],
  byline: ['[data-role=author]'],
  date: ['[data-role=publishdate]'],
  drop: [
    '.VCSortableInPreviewMode[type=RelatedNewsBox]',
    '[type=RelatedOneNews]',
    '[type=RelatedNews]',
    '.link-source-wrapper',
  ],
};
