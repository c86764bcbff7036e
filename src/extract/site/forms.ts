/** The selectors that an element can be named by: what pages of one site have in common is how they call their boxes. */
import { classesOf, type Element, isElement, type PageDom, parentElement, walk } from '../../dom/index.ts';

/** A part of a page, and the selectors that name it and nothing else there. */
export interface NamedPart {
  readonly text: string;
  readonly forms: readonly string[];
}

const word = /^\p{L}[\p{L}\p{N}_-]*$/u;
/** Tags that say little but are often alone in their box. */
const namelessTags = /^(?:html|head|body|script|style|link|meta|br|img)$/;

function ownForms(element: Element): string[] {
  const { name, attribs } = element;
  const forms: string[] = [];
  if (attribs.id !== undefined && word.test(attribs.id)) forms.push(`#${attribs.id}`);
  if (attribs.itemprop !== undefined && word.test(attribs.itemprop))
    forms.push(`${name}[itemprop=${attribs.itemprop}]`);
  for (const one of classesOf(element)) if (word.test(one)) forms.push(`${name}.${one}`);
  return forms;
}

/**
 * Selectors that match the element, the best first: by id, by what it says of itself, by class, by its place in a named box.
 */
export function formsOf(element: Element): string[] {
  if (namelessTags.test(element.name)) return [];
  const parent = parentElement(element);
  const placed =
    parent && !namelessTags.test(parent.name) ? ownForms(parent).map((form) => `${form} > ${element.name}`) : [];
  const alone = /^(?:h1|h2|time|article|main|figcaption)$/.test(element.name) ? [element.name] : [];
  return [...ownForms(element), ...placed, ...alone];
}

/** How many elements of the page each selector names. */
export function countForms({ document }: PageDom): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  walk(document, (node) => {
    if (isElement(node)) for (const form of formsOf(node)) counts.set(form, (counts.get(form) ?? 0) + 1);
    return true;
  });
  return counts;
}
