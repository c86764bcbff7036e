import type { Template } from './template.ts';

/** Liferay's own journal, and the article portlets that Vietnamese portals run on it. */
export const liferay: Template = {
  id: 'template/liferay',
  why: 'Every box of a Liferay page is a portlet with a body of its own, so density picks the wordiest box, not the article.',
  source: 'Liferay 6 journal content markup; provincial portlets “Chi tiết tin”',
  detect: ['.UI_Tinbai_chitiet', '.journal-content-article', '.portlet-journal-content', '.asset-full-content'],
  own: [
    '.UI_Tinbai_chitiet_noidung',
    '.asset-full-content .journal-content-article',
    '.asset-full-content .asset-content',
  ],
  // A box of the portal that is typed in by hand is a journal article too.
  body: ['.journal-content-article'],
  title: ['.UI_Tinbai_chitiet_tieude', '.asset-title', '.header-title'],
  sapo: ['.UI_Tinbai_chitiet_tomtat', '.sapo'],
  date: ['.UI_Tinbai_chitiet_ngaydang', '.metadata-publish-date'],
  drop: ['.asset-ratings', '.taglib-social-bookmarks', '.asset-metadata', '.lfr-meta-actions'],
};
