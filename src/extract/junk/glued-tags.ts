/**
 * Word's empty tags that were escaped and stuck to the text: “… của huyện.<o:p></o:p>”. The one junk that is a part of a
 * line; a space before the tags says that the sentence is about them.
 */
import { type AnyNode, type Element, isElement, isText, walk } from '../../dom/index.ts';
import { blockTags } from '../blocks/context.ts';

const codes = new Set(['code', 'pre', 'samp', 'kbd', 'textarea']);
const tagsOfWord = /(\s?)((?:<([ovw]:\w{1,20})>\s{0,9}<\/\3>)+)/gu;

export interface GluedTags {
  /** What the text nodes say without the tags. */
  readonly rest: ReadonlyMap<AnyNode, string>;
  /** The tags that were cut off, as they stood on the page. */
  readonly cut: readonly string[];
}

/** Find them in the text nodes of the body. Changes nothing. */
export function findGluedTags(root: Element): GluedTags {
  const rest = new Map<AnyNode, string>();
  const cut: string[] = [];
  let isAfterSpace = true;
  walk(root, (node) => {
    if (isElement(node)) {
      if (blockTags.has(node.name) || node.name === 'br') isAfterSpace = true;
      return !codes.has(node.name);
    }
    if (!isText(node) || node.data === '') return;
    const { data } = node;
    const text = data.includes('</')
      ? data.replace(tagsOfWord, (match, space: string, tags: string, _, at: number) => {
          if (space !== '' || (at === 0 && isAfterSpace)) return match;
          cut.push(tags);
          return '';
        })
      : data;
    if (text !== data) rest.set(node, text);
    isAfterSpace = /\s$/u.test(data);
    return;
  });
  return { rest, cut };
}
