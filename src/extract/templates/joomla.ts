import type { Template } from './template.ts';

export const joomla: Template = {
  id: 'template/joomla',
  why: 'Joomla puts date, author and category into the same node as the text.',
  source: 'Joomla 1.5–3 com_content article layout',
  detect: ['.item-page', '.com-content-article', '.article-content', '.contentpaneopen'],
  body: [
    '.item-page [itemprop=articleBody]',
    '.item-page .item-content',
    '.com-content-article__body',
    '.item-page',
    '.contentpaneopen',
  ],
  // “mod_newsflash” prints its news as `.contentpaneopen` too.
  boxes: ['[class^=moduletable]', '.module', '[class^=module_]'],
  title: ['.item-page h1', '.item-page h2', '.contentheading'],
  date: ['.article-info .published', '.createdate'],
  byline: ['.article-info .createdby'],
  drop: [
    '.article-info',
    '.pagenav',
    '.pager',
    '.icons',
    '.actions',
    '.print-icon',
    '.email-icon',
    '.createdate',
    '.modifydate',
    '.buttonheading',
    '.contentpaneopen .small',
    '[id^=cloak]',
    '.attachmentsContainer',
  ],
};
