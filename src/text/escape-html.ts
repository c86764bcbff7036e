import { withoutControls } from './controls.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in an element or in a double-quoted attribute. */
export const escapeHtml = (text: string): string =>
  withoutControls(text)
    .replace(/[\v\f]/g, '')
    .replace(/[&<>"]/g, (char) => entities[char] ?? char);
