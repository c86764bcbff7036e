/**
 * Formatting that nobody closed. HTML opens `<p><b>one<p>two` anew in every paragraph that follows, so that a few hundred
 * unclosed tags on a page of thousands of paragraphs become millions of elements.
 */

/** Elements that HTML opens anew; `<a>` is one too, but the next `<a>` closes it. */
const formatting = new Set('b big code em font i nobr s small strike strong tt u'.split(' '));

/** The parser opens no more than three of the same tag anew. */
const maxSame = 3;

export interface FormattingCount {
  /** Is this the name of a formatting element? */
  readonly isFormatting: (name: string) => boolean;
  readonly open: (name: string, tag: string) => void;
  readonly close: (name: string) => void;
  /** How many elements are opened anew where the next block begins. */
  readonly standing: () => number;
}

/** Count the formatting elements that stand open while a source is read. */
export function countFormatting(): FormattingCount {
  const byName = new Map<string, string[]>();
  const same = new Map<string, number>();
  let standing = 0;
  return {
    isFormatting: (name) => formatting.has(name),
    open(name, tag) {
      const count = (same.get(tag) ?? 0) + 1;
      same.set(tag, count);
      if (count <= maxSame) standing += 1;
      const tags = byName.get(name);
      if (tags) tags.push(tag);
      else byName.set(name, [tag]);
    },
    close(name) {
      const tag = byName.get(name)?.pop();
      if (tag === undefined) return;
      const count = same.get(tag) ?? 0;
      same.set(tag, count - 1);
      if (count <= maxSame) standing -= 1;
    },
    standing: () => standing,
  };
}
