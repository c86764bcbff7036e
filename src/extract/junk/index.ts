import type { AnyNode, Element } from '../../dom/index.ts';

export interface JunkHit {
  readonly node: AnyNode;
  readonly rule: string;
}

/** Nodes inside the body that are junk, each with the rule that says so. */
export function findJunk(_root: Element, _context: { readonly title?: string }): readonly JunkHit[] {
  return [];
}
