import type { Template } from './template.ts';

export const plone: Template = {
  id: 'template/plone',
  why: 'Plone keeps the text of a page in a field of its own, and portlets that anybody may write in the columns beside it.',
  source: 'Plone 3 and 4: document_view, newsitem_view',
  detect: [
    '#parent-fieldname-text',
    'body.template-document_view',
    'body.template-newsitem_view',
    'body.template-file_view',
  ],
  own: ['#parent-fieldname-text', '.template-file_view #content-core'],
  body: ['#content-core', '#content .plain'],
  boxes: ['.portlet'],
  title: ['#parent-fieldname-title', 'h1.documentFirstHeading'],
  sapo: ['#parent-fieldname-description', '.documentDescription'],
  byline: ['.documentAuthor a'],
  date: ['.documentPublished', '.documentModified'],
  picture: ['.newsImageContainer'],
  drop: ['.documentActions', '.documentByLine'],
};
