import type { Construct, Event, Extension, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface Token {
    /** Set by the ready constructs: no open label stands before this. */
    _gfmAutolinkLiteralWalkedInto?: boolean;
  }
}

const autolinks: ReadonlySet<string | undefined> = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);

/**
 * The extension, with constructs for bare addresses that remember the bracket they stand behind. No address is a link behind
 * one that may yet begin a link, and the ready constructs look for it anew at every word: a paragraph of 150 KB behind a `[`
 * that nobody closed takes them a minute.
 */
export function quickAutolinks(extension: Extension): Extension {
  const remembered = new WeakMap<TokenizeContext, number>();

  const standsInLabel = (context: TokenizeContext): boolean => {
    const { events } = context;
    const known = remembered.get(context);
    if (known !== undefined && isOpenLabel(events[known])) return true;
    const found = lastOpenLabel(events);
    if (found === undefined) remembered.delete(context);
    else remembered.set(context, found);
    return found !== undefined;
  };

  const guard = (construct: Construct): Construct =>
    autolinks.has(construct.name)
      ? {
          ...construct,
          tokenize(effects, ok, nok) {
            const start = construct.tokenize.call(this, effects, ok, nok);
            return (code) => (standsInLabel(this) ? nok(code) : start(code));
          },
        }
      : construct;

  const text = Object.entries(extension.text ?? {}).map(([code, given]) => [code, [given ?? []].flat().map(guard)]);
  return { ...extension, text: Object.fromEntries(text) };
}

const isOpenLabel = (event: Event | undefined): boolean =>
  (event?.[1].type === 'labelLink' || event?.[1].type === 'labelImage') && !event[1]._balanced;

/**
 * Where the last open label begins. Events up to one that the ready constructs have looked back from in vain are not looked
 * over again.
 */
function lastOpenLabel(events: readonly Event[]): number | undefined {
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i] as Event;
    if (isOpenLabel(event)) return i;
    if (event[1]._gfmAutolinkLiteralWalkedInto) return undefined;
  }
  return undefined;
}
