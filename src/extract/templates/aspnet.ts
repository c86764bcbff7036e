import type { Template } from './template.ts';

/** Hand-made ASP.NET portals: no product, but programmers who name labels in the same few ways. */
export const aspnet: Template = {
  id: 'template/aspnet',
  why: 'One big form and layout tables; only the ids of the server labels tell the article from the boxes.',
  source: 'ids that ASP.NET WebForms makes of labels named lblNoiDung, lblContent, …',
  detect: ['[id$=lblNoiDung]', '[id$=lblNoidung]', '[id$=lblContent]', '.NewsContent', '.div_content_article'],
  body: ['[id$=lblNoiDung]', '[id$=lblNoidung]', '[id$=lblContent]', '.NewsContent'],
  title: ['[id$=lblTieuDe]', '[id$=lblTieude]', '[id$=lblTitle]', '.detail-title', '.NewsTitle1'],
  sapo: ['[id$=lblTomTat]', '[id$=lblTomtat]', '[id$=lblSummary]'],
  byline: ['[id$=lblTacGia]', '[id$=lblTacgia]', '[id$=lblAuthor]'],
  date: ['[id$=lblNgayDang]', '[id$=lblNgaydang]', '[id$=lblDate]'],
};
