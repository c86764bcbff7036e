import type { Template } from './template.ts';

export const k2: Template = {
  id: 'template/k2',
  why: 'K2 for Joomla sets the picture with its caption, the lead and the text in boxes of their own, and its tools among them.',
  source: 'JoomlaWorks K2 2, com_k2 templates/default/item.php',
  detect: ['#k2Container.itemView', '.itemView .itemFullText', '.itemView .itemBody'],
  body: ['.itemBody'],
  title: ['.itemHeader .itemTitle', '.itemTitle'],
  sapo: ['.itemIntroText'],
  byline: ['.itemHeader .itemAuthor'],
  date: ['.itemDateCreated'],
  section: ['.itemCategory a'],
  tags: ['.itemTags a', '.itemTagsBlock li a'],
  drop: ['.itemToolbar', '.itemRatingBlock', '.itemContentFooter', '.itemLinks', '.itemHeader'],
};
