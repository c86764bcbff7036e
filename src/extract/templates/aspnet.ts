import type { Template } from './template.ts';

/** What programmers call the label of the text. */
const texts = [
  '[id$=lblNoiDung]',
  '[id$=lblNoidung]',
  '[id$=lblContent]',
  '[id$=_NoiDungLabel]',
  '[id$=_NoidungLabel]',
  '.NewsContent',
];

/** Hand-made ASP.NET portals: no product, but programmers who name labels in the same few ways. */
export const aspnet: Template = {
  id: 'template/aspnet',
  why: 'One big form and layout tables; only the ids of the server labels tell the article from the boxes.',
  source:
    'ids that ASP.NET WebForms makes of labels named lblNoiDung, lblContent, …, and FormView of its fields: NoiDungLabel, …',
  detect: [...texts, '.div_content_article'],
  body: texts,
  title: [
    '[id$=lblTieuDe]',
    '[id$=lblTieude]',
    '[id$=lblTitle]',
    '[id$=_TieuDeLabel]',
    '[id$=_TieudeLabel]',
    '.detail-title',
    '.NewsTitle1',
  ],
  sapo: ['[id$=lblTomTat]', '[id$=lblTomtat]', '[id$=lblSummary]', '[id$=_TomTatLabel]', '[id$=_TomtatLabel]'],
  byline: ['[id$=lblTacGia]', '[id$=lblTacgia]', '[id$=lblAuthor]', '[id$=_TacGiaLabel]', '[id$=_TacgiaLabel]'],
  date: ['[id$=lblNgayDang]', '[id$=lblNgaydang]', '[id$=lblDate]', '[id$=_NgayDangLabel]', '[id$=_NgayLabel]'],
};
