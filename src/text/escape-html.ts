const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in an element or in a double-quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(controls, '').replace(/[&<>"]/g, (char) => entities[char] ?? char);
