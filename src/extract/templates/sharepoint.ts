import type { Template } from './template.ts';

/** SharePoint publishing pages and the list-item pages of provincial portals. */
export const sharepoint: Template = {
  id: 'template/sharepoint',
  why: 'Rich text of SharePoint lies in a field node amid web parts; the rest of the page is layout tables.',
  source: 'SharePoint 2010/2013 publishing field markup',
  detect: ['[class^=ms-rtestate-field]', '[class^=ExternalClass]', '#s4-bodyContainer', '.ms-WPBody'],
  body: [
    '.div-trang-chi-tiet-tin-tuc-content',
    '[class^=ExternalClass] .journal-content-article',
    '[class^=ExternalClass] .asset-content',
    '.noiDung .contents',
    '.ms-rtestate-field',
    '[class^=ExternalClass]',
  ],
  title: ['.ms-news-header', '.newsTitle', '.title-news'],
  sapo: ['.sapo', '.summary'],
  date: ['.ms-news-date', '.newsDate'],
};
