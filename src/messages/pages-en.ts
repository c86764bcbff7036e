/** Sentences about pages that are not articles, and the reasons for saying so. */
export const pagesEn = {
  'page/error': 'This is an error page, not an article ({reason}).',
  'page/profile': 'The profile of {site} does not fit this page; the site may have been redesigned.',
  'page/listing': 'This is a list of articles, not an article ({reason}).',
  'page/empty': 'There is no article text on this page ({reason}).',
  'reason/server-error': 'the server failed',
  'reason/database-error': 'the database failed',
  'reason/not-found': 'the page was not found',
  'reason/login-wall': 'a log-in is asked for',
  'reason/headlines': 'headlines and teasers',
  'reason/test-post': 'a test post',
  'reason/no-text': 'no text',
  'reason/no-content-yet': 'the text is still to be written',
  'reason/placeholder-text': 'placeholder text',
} as const;
