import { type AnyNode, bodyOf, type Element, type PageDom, selectFirst, textOf } from '../dom/index.ts';
import type { Article, Evidence, Notice, Removed, SiteProfile, Staged } from '../model/index.ts';
import { findAttachments } from './attachments.ts';
import { toBlocks } from './blocks/index.ts';
import { findCandidate } from './classify/candidates.ts';
import { survey } from './classify/survey.ts';
import { findFields } from './fields/index.ts';
import { findJunk } from './junk/index.ts';
import { judgePageType } from './page-type.ts';
import { siteOf } from './site-of.ts';
import { findTemplate, selectPart, type Template } from './templates/index.ts';

export interface ExtractOptions {
  readonly profile?: SiteProfile;
  /** `2026-11-24`: dates after it are not believed. */
  readonly today?: string;
}

/** Find the article in a page. */
export function extract(page: PageDom, options: ExtractOptions = {}): Staged<Article> {
  const template = findTemplate(page);
  const root = findBody(page, template, options.profile);
  const found = findFields(page, {
    ...(template && { template }),
    ...(root && { body: root.element }),
    ...(options.profile && { profile: options.profile }),
    ...(options.today !== undefined && { today: options.today }),
  });
  const { fields } = found;
  const dropped = new Map<AnyNode, string>();
  if (root) {
    for (const name of ['title', 'kicker', 'byline', 'date', 'section', 'tags'] as const)
      for (const node of found.nodes.get(name) ?? []) dropped.set(node, `field/${name}`);
    for (const selector of template?.drop ?? [])
      for (const node of selectPart(page, [selector])) dropped.set(node, template!.id);
    for (const { node, rule } of findJunk(root.element, { ...(fields.title && { title: fields.title }) }))
      dropped.set(node, rule);
  }
  const base = baseOf(page);
  const sapoNodes = found.nodes.get('sapo') ?? [];
  const blocks = root
    ? toBlocks([...sapoNodes.filter((node) => !isInside(node, root.element)), root.element], {
        base,
        dropped: new Set(dropped.keys()),
        sapo: new Set(sapoNodes),
      })
    : [];
  const judged = judgePageType({ page, ...(root && { body: root.element }), blocks, fields });
  const removed: Removed[] = [...dropped]
    .filter(([node]) => root && isInside(node, root.element))
    .map(([node, rule]) => ({ rule, text: textOf(node) }))
    .filter(({ text }) => text !== '');
  const site = siteOf(page.url);
  return {
    value: {
      ...fields,
      ...(page.url !== undefined && { url: page.url }),
      ...(site && { site }),
      ...(template && { template: template.id }),
      pageType: judged.pageType,
      confidence: judged.pageType === 'article' ? 0.9 : 0.5,
      body: judged.pageType === 'article' ? blocks : [],
      attachments: root ? findAttachments(root.element, base) : [],
      removed,
      evidence: [...(root ? [root.evidence] : []), ...found.evidence],
    },
    notices: noticesOf(judged),
  };
}

interface BodyRoot {
  readonly element: Element;
  readonly evidence: Evidence;
}

/** The node that holds the body: as the profile or the template says, else by running text. */
function findBody(
  page: PageDom,
  template: Template | undefined,
  profile: SiteProfile | undefined,
): BodyRoot | undefined {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['site/profile', profile?.selectors?.body ?? []],
    [template?.id ?? '', template?.body ?? []],
  ];
  for (const [rule, selectors] of named)
    for (const selector of selectors) {
      const element = selectFirst(page, [selector]);
      if (element && textOf(element).length >= minBodyChars)
        return { element, evidence: { about: 'body', rule, value: selector } };
    }
  const candidate = findCandidate(survey(page))?.element ?? bodyOf(page.document);
  return (
    candidate && { element: candidate, evidence: { about: 'body', rule: 'classify/density', value: candidate.name } }
  );
}

/** Less text than this in a named node: the template has changed, look elsewhere. */
const minBodyChars = 80;

const isInside = (node: AnyNode, root: AnyNode): boolean => {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at === root) return true;
  return false;
};

function baseOf(page: PageDom): string | undefined {
  const href = selectFirst(page, ['base[href]'])?.attribs.href;
  if (href === undefined) return page.url;
  try {
    return new URL(href, page.url).href;
  } catch {
    return page.url;
  }
}

function noticesOf({ pageType, reason }: ReturnType<typeof judgePageType>): Notice[] {
  return pageType === 'article'
    ? []
    : [{ rule: `page/${pageType}`, level: 'error', ...(reason !== undefined && { params: { reason } }) }];
}
