import { type Element, has, type PageDom, select } from '../../dom/index.ts';
import { aspnet } from './aspnet.ts';
import { dotnetnuke } from './dotnetnuke.ts';
import { drupal } from './drupal.ts';
import { joomla } from './joomla.ts';
import { k2 } from './k2.ts';
import { liferay } from './liferay.ts';
import { nukeviet } from './nukeviet.ts';
import { plone } from './plone.ts';
import { sharepoint } from './sharepoint.ts';
import type { Template } from './template.ts';
import { typo3 } from './typo3.ts';
import { vccorp } from './vccorp.ts';
import { viettelEdu } from './viettel-edu.ts';
import { wordpress } from './wordpress.ts';
import { xoops } from './xoops.ts';

export type { Template } from './template.ts';

/** Every known CMS, the telling ones first: a SharePoint page may carry an article pasted from Liferay. */
export const templates: readonly Template[] = [
  nukeviet,
  viettelEdu,
  vccorp,
  sharepoint,
  liferay,
  dotnetnuke,
  k2,
  joomla,
  wordpress,
  xoops,
  drupal,
  typo3,
  plone,
  aspnet,
];

/** The CMS that made the page, if its markup gives it away. */
export function findTemplate(page: PageDom): Template | undefined {
  return templates.find((template) => template.detect.some((selector) => has(page, selector)));
}

/** The node that the first selector with any match names, and that selector; undefined where it matches several. */
export function onlyNode(
  page: PageDom,
  selectors: readonly string[],
): { readonly root: Element; readonly selector: string } | undefined {
  for (const selector of selectors) {
    const [root, ...others] = select(page, selector);
    if (root) return others.length === 0 ? { root, selector } : undefined;
  }
  return undefined;
}

/** The nodes that a template names for a part: all matches of the first selector that has any. */
export function selectPart(page: PageDom, selectors: readonly string[] = []): readonly Element[] {
  for (const selector of selectors) {
    const found = select(page, selector);
    if (found.length > 0) return found;
  }
  return [];
}
