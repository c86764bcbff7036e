/** Part of a block: running text and its marks. */
export type Inline =
  | Text
  | { readonly kind: 'strong' | 'emphasis' | 'strike' | 'sub' | 'sup'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | Image
  /** Leads to the `footnote` of this label; the children are what the page prints for it. */
  | { readonly kind: 'reference'; readonly label: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

export interface Text {
  readonly kind: 'text';
  readonly value: string;
}

export interface Image {
  readonly kind: 'image';
  /** Absolute when a base is known. */
  readonly src: string;
  readonly alt?: string;
  /** The same picture in its full size, where a click on it leads there. */
  readonly full?: string;
}

export interface TableCell {
  readonly header: boolean;
  /** 1 or more. */
  readonly colspan: number;
  /** 1 or more. */
  readonly rowspan: number;
  readonly children: readonly Block[];
}

/** The numbering fields apply to ordered lists only. */
export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item, 1 where none is told. */
  readonly start?: number;
  /** Letters or roman numerals in place of digits, as `<ol type>` names them. */
  readonly numbering?: 'a' | 'A' | 'i' | 'I';
  /** Counts down. */
  readonly reversed?: true;
  /** The number of each item, told where one does not follow on the item before it. */
  readonly numbers?: readonly number[];
  readonly items: readonly (readonly Block[])[];
}

/** A note below the text, where the page has it. */
export interface Footnote {
  readonly kind: 'footnote';
  /** Letters, digits and hyphens; told apart from all others of the article. */
  readonly label: string;
  /** What the page prints before it: `[1]`, `(*)`; nothing where the notes are a list, which counts for itself. */
  readonly mark?: string;
  readonly children: readonly Block[];
}

/** Paragraph-level part of an article. */
export type Block =
  /** `role: 'sapo'` marks the lead paragraph, which the field `sapo` repeats. */
  | { readonly kind: 'paragraph'; readonly role?: 'sapo'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  | List
  | { readonly kind: 'table'; readonly caption?: readonly Inline[]; readonly rows: readonly (readonly TableCell[])[] }
  | { readonly kind: 'figure'; readonly images: readonly Image[]; readonly caption?: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'code'; readonly language?: string; readonly value: string }
  /** Lines whose breaks matter: poems, addresses, signatures. */
  | { readonly kind: 'verse'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'definitions';
      readonly items: readonly { readonly term: readonly Inline[]; readonly definition: readonly Block[] }[];
    }
  | Footnote
  /** Embedded video or frame, kept as a link. */
  | { readonly kind: 'embed'; readonly href: string; readonly title?: string }
  | { readonly kind: 'rule' };
