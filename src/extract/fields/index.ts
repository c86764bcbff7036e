import { type AnyNode, type Element, isElement, type PageDom, select, selectFirst, textOf } from '../../dom/index.ts';
import type { ArticleFields, Evidence, SiteProfile } from '../../model/index.ts';
import type { Template } from '../templates/index.ts';

export interface FieldContext {
  readonly template?: Template;
  readonly body?: Element;
  readonly profile?: SiteProfile;
  /** `2026-11-24`: dates after it are not believed. */
  readonly today?: string;
}

export interface FoundFields {
  readonly fields: ArticleFields;
  /** Where each stands, so that the body drops or marks it. */
  readonly nodes: ReadonlyMap<'title' | 'kicker' | 'sapo' | 'byline' | 'date' | 'section' | 'tags', readonly AnyNode[]>;
  readonly evidence: readonly Evidence[];
}

/** Find the newsroom parts of an article. */
export function findFields(page: PageDom, context: FieldContext): FoundFields {
  const node = selectFirst(page, [...(context.template?.title ?? []), 'h1', 'title']);
  const meta = select(page, 'meta[property="og:title"]')[0]?.attribs.content?.trim();
  const title =
    (node &&
      isElement(node) &&
      (node.name === 'title'
        ? node.children
            .map((t) => ('data' in t ? t.data : ''))
            .join('')
            .trim()
        : textOf(node))) ||
    meta;
  return {
    fields: { ...(title && { title }) },
    nodes: new Map(node && node.name !== 'title' ? [['title', [node]]] : []),
    evidence: title ? [{ about: 'title', rule: 'field/heading', value: title }] : [],
  };
}
