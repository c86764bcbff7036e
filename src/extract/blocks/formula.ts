/** MathML on one line: without its tags 3/4 would read 34. Each element gets the contents of its children. */
import { type Inline, inlineText } from '../../model/index.ts';

type Parts = readonly (readonly Inline[])[];

const sign = (value: string): Inline => ({ kind: 'text', value });

/** `a + b` within a fraction or under a root stands in brackets. */
const apart = (part: readonly Inline[] = []): readonly Inline[] =>
  inlineText(part).trim().length > 1 ? [sign('('), ...part, sign(')')] : part;

const raised = (kind: 'sup' | 'sub', children: readonly Inline[] = []): readonly Inline[] =>
  children.length > 0 ? [{ kind, children }] : [];

/** Source: MathML Core, “Token elements” and “General layout schemata”. */
export const formulas: Readonly<Record<string, (parts: Parts) => readonly Inline[]>> = {
  mfrac: ([above, below]) => [...apart(above), sign('/'), ...apart(below)],
  msup: ([base = [], power]) => [...base, ...raised('sup', power)],
  msub: ([base = [], index]) => [...base, ...raised('sub', index)],
  msubsup: ([base = [], index, power]) => [...base, ...raised('sub', index), ...raised('sup', power)],
  msqrt: (parts) => [sign('√'), ...apart(parts.flat())],
  mroot: ([base, index]) => [...raised('sup', index), sign('√'), ...apart(base)],
  // The same again in another notation.
  annotation: () => [],
  'annotation-xml': () => [],
};
