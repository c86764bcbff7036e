/** What a person says to one change; `edit`: another text in the place that was shown. */
export type Decision =
  | { readonly kind: 'yes' | 'no' | 'all' | 'never' }
  | { readonly kind: 'edit'; readonly text: string };

/** The letters that answer, wherever a person is asked; “có” and “không” are those that a Vietnamese reader tries first. */
export const decisionKeys: Readonly<Record<string, Decision['kind']>> = {
  y: 'yes',
  c: 'yes',
  n: 'no',
  k: 'no',
  a: 'all',
  w: 'never',
  e: 'edit',
};
