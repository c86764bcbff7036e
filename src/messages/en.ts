/**
 * Every sentence sach says, by the rule or error that says it. `{name}` is filled in from the notice's params.
 * An error has a `hint`: what to try next, one imperative sentence.
 */
export const en = {
  'page/error': 'This is an error page, not an article ({reason}).',
  'page/listing': 'This is a list of articles, not an article.',
  'page/empty': 'No article text was found.',
  'error/cannot-read': '{source}: cannot be read ({reason}).',
  'error/cannot-read.hint': 'Check the path and its permissions.',
} as const;
