/** A date, or a date and time with its offset: what the published schema calls a moment. */
const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Is it ISO 8601 as the records have it, and on the calendar? */
export const isMoment = (text: string): boolean => moment.test(text) && !Number.isNaN(Date.parse(text));
