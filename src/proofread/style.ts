import { findProtected, touches } from '../correct/index.ts';
import { applyEdits, type DraftChange, type TextRange } from '../model/index.ts';
import { type Style, styleChoices } from '../text/index.ts';

/** A change of the joined text; of a pair of marks each half, and both with what they enclose. */
export interface Correction extends Omit<DraftChange, 'edits'> {
  readonly halves?: readonly Half[];
}

type Half = Pick<DraftChange, 'start' | 'end' | 'before' | 'after'>;

/** The uses of a form that the style does not ask for, where a text is prose and nothing else is corrected. */
export function findStyle(
  text: string,
  style: Style,
  words: readonly string[] = [],
  taken: readonly TextRange[] = [],
): Correction[] {
  const uses = styleChoices.flatMap(({ id, find }) => {
    const form = style[id];
    if (form === undefined) return [];
    return find(text)
      .filter((use) => use.form !== form && use.forms[form] !== undefined)
      .map(({ closing, ...use }) =>
        (closing ? [use, closing] : [use]).map(({ start, end, forms }) => ({
          start,
          end,
          before: text.slice(start, end),
          after: forms[form] ?? '',
        })),
      );
  });
  if (uses.length === 0) return [];
  const left = findProtected(text, words, taken);
  return uses
    .filter((halves) => halves.every(({ start, end }) => !touches(left, start, end)))
    .map((halves) => ({
      rule: 'typo/style',
      confidence: 1,
      ...joinHalves(text, halves),
      ...(halves.length > 1 && { halves }),
    }));
}

function joinHalves(text: string, halves: readonly Half[]): Half {
  const [{ start } = { start: 0 }] = halves;
  const end = halves.at(-1)?.end ?? start;
  const before = text.slice(start, end);
  return {
    start,
    end,
    before,
    after: applyEdits(
      before,
      halves.map((half) => ({ ...half, start: half.start - start, end: half.end - start })),
    ),
  };
}

/** A text in the forms that the style asks for. */
export const restyle = (text: string, style: Style, words: readonly string[] | undefined): string =>
  applyEdits(
    text,
    findStyle(text, style, words).flatMap(({ halves, ...whole }) => halves ?? [whole]),
  );
