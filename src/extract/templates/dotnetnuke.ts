import type { Template } from './template.ts';

export const dotnetnuke: Template = {
  id: 'template/dotnetnuke',
  why: 'DotNetNuke wraps the whole page in one form and every module in the same containers.',
  source: 'DotNetNuke 6 panes; news modules “ViewNews”, “View”, DnnForge NewsArticles, EasyDNNnews',
  detect: ['#dnn_ContentPane', '[id^=dnn_ctr]'],
  own: [
    '[id^=dnn_][id*=View][id$=_lblContent]',
    '[id^=dnn_][id*=Detail][id$=_lblContent]',
    '[id^=dnn_] .articleEntry',
    '[id^=dnn_] .edn_articleContent',
    '[id^=dnn_] .article.details .main_content',
  ],
  body: ['[id^=dnn_][id$=_lblContent]', '[id^=dnn_] .newsBody', '[id^=dnn_][id$=_pnlDetail] .body'],
  // `dnn_ctr401_dnnTITLE_lblTitle` is the name of the box, which every container prints.
  title: [
    '[id^=dnn_][id*=View][id$=_lblTitle]',
    '[id^=dnn_][id*=Detail][id$=_lblTitle]',
    '[id^=dnn_] .newsTitle',
    '[id^=dnn_] .articleHeadline',
    '[id^=dnn_] .edn_articleTitle',
  ],
  sapo: [
    '[id^=dnn_][id$=_lblSummary]',
    '[id^=dnn_] .newsSummary',
    '[id^=dnn_] .articleSummary',
    '[id^=dnn_] .edn_articleSummary',
  ],
  date: ['[id^=dnn_][id$=_lblDate]', '[id^=dnn_] .newsDate'],
};
