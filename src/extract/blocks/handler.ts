import type { AnyNode, Element } from '../../dom/index.ts';
import type { Block } from '../../model/index.ts';
import type { BlockContext } from './context.ts';
import type { Mark } from './inline.ts';

/** Where an element stands: what is known of its page, and the marks (bold, link) of the elements around it. */
export interface Place {
  readonly context: BlockContext;
  readonly marks: readonly Mark[];
  /** Blocks of a run of sibling nodes at this place. */
  readonly flow: (nodes: readonly AnyNode[]) => Block[];
}

/** An element with a meaning of its own → its blocks. */
export type BlockHandler = (element: Element, place: Place) => Block[];
