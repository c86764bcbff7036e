import type { Template } from './template.ts';

/** The school portals that Viettel hosts: one product, thousands of schools. */
export const viettelEdu: Template = {
  id: 'template/viettel-edu',
  why: 'The article is printed once for readers and once more in a print and e-mail box.',
  source: 'Viettel school portal, skin “Corporate”: article detail layouts',
  detect: ['.Article-News-Detail-default', '[class*=Article-News-Detail]', 'article[class*=news-detail-layout]'],
  body: ['.content-detail'],
  title: ['.title-detail'],
  date: ['.time-news'],
  drop: ['#email_content', '.utilities-search-default'],
};
