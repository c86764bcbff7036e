import type { Template } from './template.ts';

export const xoops: Template = {
  id: 'template/xoops',
  why: 'XOOPS prints the topic, a link, before the title, and who sent the news in between.',
  source: 'XOOPS 2.0 modules/news/templates/news_item.html',
  detect: ['.itemHead .itemTitle'],
  body: ['.itemText', '.itemBody'],
  title: ['.itemTitle'],
  date: ['.itemPostDate'],
  drop: ['.itemInfo', '.itemStats', '.itemAdminLink', '.itemPermaLink'],
};
