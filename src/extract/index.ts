import { type AnyNode, contains, type PageDom, selectFirst, textOf } from '../dom/index.ts';
import type { Article, ArticleFields, Notice, SiteProfile, Staged } from '../model/index.ts';
import { findAttachments } from './attachments.ts';
import { toBlocks } from './blocks/index.ts';
import { type Body, findBody } from './body.ts';
import { confidenceOf } from './confidence.ts';
import { type Drops, dropUnkept } from './drops.ts';
import { type FoundFields, findFields } from './fields/index.ts';
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
  const body = findBody(page, template, options.profile);
  const found = findFields(page, {
    ...(template && { template }),
    ...(body && { body: body.root }),
    ...(options.profile && { profile: options.profile }),
    ...(options.today !== undefined && { today: options.today }),
  });
  const { fields } = found;
  const drops = body ? dropsOf(page, body, found, template) : { nodes: new Set<AnyNode>(), removed: [] };
  const base = baseOf(page);
  const sapo = found.nodes.get('sapo') ?? [];
  const blocks = body
    ? toBlocks([...sapo.filter((node) => !contains(body.root, node)), body.root], {
        base,
        dropped: drops.nodes,
        sapo: new Set(sapo),
      })
    : [];
  const judged = judgePageType({ page, ...(body && { body: body.root }), blocks, fields });
  const site = siteOf(page.url);
  return {
    value: {
      ...fields,
      ...(page.url !== undefined && { url: page.url }),
      ...(site && { site }),
      ...(template && { template: template.id }),
      pageType: judged.pageType,
      confidence: confidenceOf(body, judged.pageType),
      body: judged.pageType === 'article' ? blocks : [],
      attachments: body ? findAttachments(body.root, base) : [],
      removed: drops.removed,
      evidence: [...(body ? [body.evidence] : []), ...found.evidence],
    },
    notices: noticesOf(judged),
  };
}

/** All that stands in the body's node and is not its text, each with the rule that says so. */
function dropsOf(page: PageDom, body: Body, found: FoundFields, template: Template | undefined): Drops {
  const { nodes, removed } = dropUnkept(body);
  const drop = (node: AnyNode, rule: string): void => {
    if (!contains(body.root, node)) return;
    nodes.add(node);
    const text = textOf(node);
    if (text !== '') removed.push({ rule, text });
  };
  for (const name of ['title', 'kicker', 'byline', 'date', 'section', 'tags'] as const)
    for (const node of found.nodes.get(name) ?? []) drop(node, `field/${name}`);
  for (const selector of template?.drop ?? [])
    for (const node of selectPart(page, [selector])) drop(node, template?.id ?? '');
  for (const node of found.nodes.get('sapo') ?? []) keepWhole(node, nodes);
  for (const { node, rule } of junkOf(body, found.fields)) drop(node, rule);
  return { nodes, removed };
}

/** A prune that takes more than this share of the text has misread the page. */
const maxJunkShare = 0.7;

function junkOf(body: Body, { title }: ArticleFields): ReturnType<typeof findJunk> {
  const hits = findJunk(body.root, { ...(title !== undefined && { title }) });
  const all = textOf(body.root).length;
  const lost = hits.reduce((sum, { node }) => sum + textOf(node).length, 0);
  return lost > maxJunkShare * all && all > 600 ? [] : hits;
}

/** The sapo is wanted even where the classifier did not want it. */
function keepWhole(node: AnyNode, dropped: Set<AnyNode>): void {
  for (const other of [...dropped]) if (contains(node, other) || contains(other, node)) dropped.delete(other);
}

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
