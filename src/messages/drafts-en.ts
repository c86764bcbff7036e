/** What is said about drafts: fix and check. */
export const draftsEn = {
  'markup/front-matter': 'The front matter cannot be read: {reason}',
  'error/not-utf-8': '{source}: the text is not UTF-8.',
  'error/not-utf-8.hint':
    'Convert it first (sach clean reads any encoding); what is not UTF-8 cannot be written back as it was.',
} as const;
